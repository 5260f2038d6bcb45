#include "ui/pages/inspect/curveplot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/theme/theme.h"
#include "ui/widgets/plotstyle.h"

namespace spotcheck::ui {

CurvePlot::CurvePlot(const CurveTexts &texts, QWidget *parent)
    : QWidget(parent), m_texts(texts), m_plot(new QCustomPlot(this)),
      m_curve(new QCPCurve(m_plot->xAxis, m_plot->yAxis)), m_chance(m_plot->addGraph()), m_point(m_plot->addGraph()),
      m_message(new QCPItemText(m_plot)), m_title(new QLabel(this))
{
    setObjectName(texts.objectName + QStringLiteral("Plot"));
    setAccessibleName(texts.name);
    setToolTip(texts.toolTip);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setObjectName(texts.objectName + QStringLiteral("PlotArea"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    m_plot->setMinimumSize(0, 0);
    m_title->setObjectName(texts.objectName + QStringLiteral("Title"));

    m_plot->plotLayout()->setMargins({});
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 6, 22, 0));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        auto ticks = QSharedPointer<QCPAxisTickerText>::create();
        for (const int percent : {0, 50, 100})
            ticks->addTick(percent / 100.0, tr("%1 %").arg(percent));
        axis->setTicker(ticks);
        axis->setRange(-0.02, 1.02);
    }
    m_plot->xAxis->setLabel(texts.across);
    m_plot->yAxis->setLabel(texts.up);
    m_chance->setData({0, 1}, {0, 1}, true);
    m_message->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_message->position->setCoords(0.5, 0.5);
    m_message->setPositionAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_title);
    layout->addWidget(m_plot, 1);
    setCurve({}, {}, {});
    applyPalette();
}

void CurvePlot::setCurve(std::vector<CurvePoint> points, const QString &title, const QString &titleToolTip)
{
    m_points = std::move(points);
    QVector<double> order;
    QVector<double> x;
    QVector<double> y;
    for (const CurvePoint &point : m_points) {
        order << static_cast<double>(order.size());
        x << point.x;
        y << point.y;
    }
    m_curve->setData(order, x, y, true);
    const bool known = !m_points.empty();
    m_title->setToolTip(titleToolTip);
    m_title->setText(known ? title : m_texts.name);
    m_chance->setVisible(known && m_texts.chanceLine);
    m_point->setVisible(known);
    m_message->setText(known ? QString() : m_texts.missing);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setMissing(const QString &missing)
{
    m_texts.missing = missing;
}

void CurvePlot::setPoint(std::optional<QPointF> point)
{
    m_at = point;
    if (point)
        m_point->setData({point->x()}, {point->y()}, true);
    else
        m_point->setData({}, {}, true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QPoint CurvePlot::positionOf(const QPointF &point) const
{
    return QPointF(m_plot->xAxis->coordToPixel(point.x()), m_plot->yAxis->coordToPixel(point.y())).toPoint();
}

int CurvePlot::nearestTo(const QPointF &position) const
{
    int nearest = -1;
    double smallest = 0;
    for (std::size_t index = 0; index < m_points.size(); ++index) {
        const CurvePoint &point = m_points[index];
        const double distance = std::hypot(m_plot->xAxis->coordToPixel(point.x) - position.x(),
                                           m_plot->yAxis->coordToPixel(point.y) - position.y());
        if (std::isfinite(point.threshold) && (nearest < 0 || distance < smallest)) {
            nearest = static_cast<int>(index);
            smallest = distance;
        }
    }
    return nearest;
}

void CurvePlot::dragTo(const QPointF &position)
{
    if (const int nearest = nearestTo(position); nearest >= 0)
        emit thresholdEdited(m_points[static_cast<std::size_t>(nearest)].threshold);
}

void CurvePlot::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || m_points.empty() || !m_at) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int here = nearestTo(positionOf(*m_at));
    const int next = std::clamp(here + step, 0, static_cast<int>(m_points.size()) - 1);
    emit thresholdEdited(m_points[static_cast<std::size_t>(next)].threshold);
}

void CurvePlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    applyPalette();
}

void CurvePlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    applyPalette();
}

bool CurvePlot::eventFilter(QObject *watched, QEvent *event)
{
    const auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (!mouse || watched != m_plot || m_points.empty())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        if (mouse->button() == Qt::LeftButton) {
            m_dragging = true;
            dragTo(mouse->position());
            return true;
        }
        break;
    case QEvent::MouseMove:
        if (m_dragging) {
            dragTo(mouse->position());
            return true;
        }
        break;
    case QEvent::MouseButtonRelease:
        m_dragging = false;
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void CurvePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

void CurvePlot::applyPalette()
{
    const ThemeColours colours = themeColours(palette());
    stylePlot(*m_plot, palette());
    m_plot->xAxis->grid()->setVisible(true);
    m_curve->setPen(QPen(colours.selection, 2));
    m_chance->setPen(QPen(colours.mutedText, 1, Qt::DashLine));
    m_point->setLineStyle(QCPGraph::lsNone);
    m_point->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colours.surface, 2),
                                             QBrush(hasFocus() ? colours.selection : colours.text), 11));
    m_message->setColor(colours.mutedText);
    m_message->setFont(font());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QSize CurvePlot::sizeHint() const
{
    return {340, 190};
}

QSize CurvePlot::minimumSizeHint() const
{
    return {160, 150};
}

} // namespace spotcheck::ui
