#include <ui/pages/inspect/rocplot.h>

#include <cmath>

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <ui/pages/inspect/plotstyle.h>
#include <ui/theme/theme.h>

namespace spotcheck::ui {

RocPlot::RocPlot(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_curve(new QCPCurve(m_plot->xAxis, m_plot->yAxis)),
      m_chance(m_plot->addGraph()), m_point(m_plot->addGraph()), m_message(new QCPItemText(m_plot)),
      m_title(new QLabel(this))
{
    setObjectName(QStringLiteral("rocPlot"));
    setAccessibleName(tr("ROC curve"));
    setToolTip(tr("Share of the defective pictures that are found, against the share of the good ones that raise a "
                  "false alarm. Drag along the curve to move the threshold."));
    m_plot->setObjectName(QStringLiteral("rocPlotArea"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->installEventFilter(this);
    m_plot->setMinimumSize(0, 0);
    m_title->setObjectName(QStringLiteral("rocTitle"));

    m_plot->plotLayout()->setMargins({});
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 6, 22, 0));
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        auto ticks = QSharedPointer<QCPAxisTickerText>::create();
        for (const int percent : {0, 50, 100})
            ticks->addTick(percent / 100.0, tr("%1 %").arg(percent));
        axis->setTicker(ticks);
        axis->setRange(-0.02, 1.02);
    }
    m_plot->xAxis->setLabel(tr("False alarm rate"));
    m_plot->yAxis->setLabel(tr("Recall"));
    m_chance->setData({0, 1}, {0, 1}, true);
    m_message->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_message->position->setCoords(0.5, 0.5);
    m_message->setPositionAlignment(Qt::AlignCenter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_title);
    layout->addWidget(m_plot, 1);
    setSummary({});
    applyPalette();
}

void RocPlot::setSummary(const EvaluationSummary &summary)
{
    m_points = summary.roc;
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
    m_title->setToolTip(known ? tr("%1 good and %2 defective pictures").arg(summary.good).arg(summary.defective)
                              : QString());
    m_chance->setVisible(known);
    m_point->setVisible(known);
    m_message->setText(known ? QString() : tr("Needs good and\ndefective labels"));
    m_title->setText(known ? tr("AUROC %1").arg(QLocale().toString(summary.auroc, 'f', 3)) +
                                 tr(" (n = %1)").arg(summary.good + summary.defective)
                           : tr("ROC curve"));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RocPlot::setConfusion(const Confusion &confusion)
{
    if (confusion.good() > 0 && confusion.defective() > 0)
        m_point->setData({falseAlarmRate(confusion).value}, {recall(confusion).value}, true);
    else
        m_point->setData({}, {}, true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void RocPlot::dragTo(const QPointF &position)
{
    const CurvePoint *nearest = nullptr;
    double smallest = 0;
    for (const CurvePoint &point : m_points) {
        const double distance = std::hypot(m_plot->xAxis->coordToPixel(point.x) - position.x(),
                                           m_plot->yAxis->coordToPixel(point.y) - position.y());
        if (std::isfinite(point.threshold) && (!nearest || distance < smallest)) {
            nearest = &point;
            smallest = distance;
        }
    }
    if (nearest)
        emit thresholdEdited(nearest->threshold);
}

bool RocPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_plot || m_points.empty())
        return QWidget::eventFilter(watched, event);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
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

void RocPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

void RocPlot::applyPalette()
{
    const ThemeColours colours = themeColours(palette());
    stylePlot(*m_plot, palette());
    m_plot->xAxis->grid()->setVisible(true);
    m_curve->setPen(QPen(colours.selection, 2));
    m_chance->setPen(QPen(colours.mutedText, 1, Qt::DashLine));
    m_point->setLineStyle(QCPGraph::lsNone);
    m_point->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colours.surface, 2), QBrush(colours.text), 11));
    m_message->setColor(colours.mutedText);
    m_message->setFont(font());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QSize RocPlot::sizeHint() const
{
    return {190, 180};
}

QSize RocPlot::minimumSizeHint() const
{
    return {160, 140};
}

} // namespace spotcheck::ui
