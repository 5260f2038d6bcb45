#include <ui/pages/inspect/scorehistogram.h>

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <ui/pages/inspect/plotstyle.h>
#include <ui/pages/inspect/verdictmark.h>
#include <ui/theme/theme.h>

namespace spotcheck::ui {

namespace {

constexpr double grabReach = 10;     // px on either side of the line
constexpr double keySteps = 200;     // arrow presses across the range of the scores
constexpr double rangeMargin = 0.04; // of the range, on either side

// Whole pictures, about four ticks: 1, 2, 5, 10, 20, 50 …
double countStep(int highest)
{
    double step = 1;
    while (highest / step > 5) {
        const double leading = step / std::pow(10, std::floor(std::log10(step)));
        step *= leading > 1.5 && leading < 2.5 ? 2.5 : 2;
    }
    return step;
}

} // namespace

ScoreHistogram::ScoreHistogram(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_good(new QCPBars(m_plot->xAxis, m_plot->yAxis)),
      m_defective(new QCPBars(m_plot->xAxis, m_plot->yAxis)), m_unlabelled(new QCPBars(m_plot->xAxis, m_plot->yAxis)),
      m_line(new QCPItemStraightLine(m_plot)), m_handle(new QCPItemText(m_plot)),
      m_countTicker(QSharedPointer<QCPAxisTickerFixed>::create()), m_legend(new QLabel(this))
{
    setObjectName(QStringLiteral("scoreHistogram"));
    setAccessibleName(tr("Histogram of the scores"));
    setToolTip(tr("Drag the line, or use the left and right arrow keys (with Shift ten times as far), to move the "
                  "threshold"));
    setFocusPolicy(Qt::StrongFocus);
    m_plot->setObjectName(QStringLiteral("scoreHistogramPlot"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->setMinimumSize(0, 0);
    m_legend->setObjectName(QStringLiteral("scoreHistogramLegend"));
    m_legend->setTextFormat(Qt::RichText);

    // The label of the line needs room above the bars.
    m_plot->plotLayout()->setMargins({});
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 20, 8, 0));
    m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->yAxis->setNumberPrecision(0);
    m_plot->yAxis->setTicker(m_countTicker);
    m_plot->xAxis->ticker()->setTickCount(5);
    m_plot->xAxis->setLabel(tr("Score"));

    m_line->setClipToAxisRect(true);
    m_handle->setClipToAxisRect(false);
    m_handle->setPadding(QMargins(4, 1, 4, 1));
    m_handle->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_handle->position->setTypeY(QCPItemPosition::ptAxisRectRatio);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_legend);
    layout->addWidget(m_plot, 1);
    applyPalette();
}

void ScoreHistogram::setSummary(const EvaluationSummary &summary)
{
    int highest = 1;
    for (QCPBars *bars : {m_good, m_defective, m_unlabelled})
        bars->data()->clear();
    for (const HistogramBin &bin : summary.bins) {
        const double centre = (bin.low + bin.high) / 2;
        // No bar at all where there is nothing: a bar without height would still draw its outline.
        for (const auto &[bars, count] : {std::pair(m_good, bin.good), std::pair(m_defective, bin.defective),
                                          std::pair(m_unlabelled, bin.unlabelled)})
            if (count > 0)
                bars->addData(centre, count);
        highest = std::max({highest, bin.good, bin.defective, bin.unlabelled});
    }
    m_low = summary.bins.empty() ? 0 : summary.bins.front().low;
    m_high = summary.bins.empty() ? 1 : summary.bins.back().high;
    const double width = summary.bins.empty() ? 1 : summary.bins.front().high - m_low;
    for (QCPBars *bars : {m_good, m_defective, m_unlabelled})
        bars->setWidth(width);
    m_counts[0] = summary.good;
    m_counts[1] = summary.defective;
    m_counts[2] = summary.unlabelled;
    m_plot->yAxis->setRange(0, highest * 1.05);
    m_countTicker->setTickStep(countStep(highest));
    applyPalette();
    placeLine();
}

void ScoreHistogram::setThreshold(double threshold)
{
    m_threshold = threshold;
    placeLine();
}

double ScoreHistogram::keyStep() const
{
    return (m_high - m_low) / keySteps;
}

void ScoreHistogram::placeLine()
{
    // While it is dragged the axis must stay where it is, or the line would run away from the pointer.
    if (!m_dragging) {
        const double low = std::min(m_low, m_threshold);
        const double high = std::max(m_high, m_threshold);
        const double margin = (high - low) * rangeMargin;
        m_plot->xAxis->setRange(low - margin, high + margin);
    }
    m_line->point1->setCoords(m_threshold, 0);
    m_line->point2->setCoords(m_threshold, 1);
    const QCPRange range = m_plot->xAxis->range();
    const double place = range.size() > 0 ? (m_threshold - range.lower) / range.size() : 0.5;
    m_handle->setText(scoreText(m_threshold));
    // Kept inside: near an edge the label lies beside the line.
    m_handle->setPositionAlignment(Qt::AlignBottom | (place < 0.12   ? Qt::AlignLeft
                                                      : place > 0.88 ? Qt::AlignRight
                                                                     : Qt::AlignHCenter));
    m_handle->position->setCoords(m_threshold, 0);
    setAccessibleDescription(tr("Threshold %1").arg(scoreText(m_threshold)));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QPoint ScoreHistogram::positionOf(double score) const
{
    const QRect area = m_plot->axisRect()->rect();
    return m_plot->mapTo(
        const_cast<ScoreHistogram *>(this),
        QPoint(static_cast<int>(std::lround(m_plot->xAxis->coordToPixel(score))), area.center().y()));
}

bool ScoreHistogram::isNearLine(const QPointF &position) const
{
    return std::abs(position.x() - m_plot->xAxis->coordToPixel(m_threshold)) <= grabReach;
}

void ScoreHistogram::edit(double threshold)
{
    const QCPRange range = m_plot->xAxis->range();
    emit thresholdEdited(std::clamp(threshold, range.lower, range.upper));
}

bool ScoreHistogram::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_plot || !isEnabled())
        return QWidget::eventFilter(watched, event);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        if (mouse->button() == Qt::LeftButton && isNearLine(mouse->position())) {
            m_dragging = true;
            return true;
        }
        break;
    case QEvent::MouseMove:
        if (m_dragging) {
            edit(m_plot->xAxis->pixelToCoord(mouse->position().x()));
            return true;
        }
        m_plot->setCursor(isNearLine(mouse->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
        break;
    case QEvent::MouseButtonRelease:
        if (m_dragging) {
            m_dragging = false;
            placeLine();
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void ScoreHistogram::keyPressEvent(QKeyEvent *event)
{
    const double step = keyStep() * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1);
    if (event->key() == Qt::Key_Left)
        edit(m_threshold - step);
    else if (event->key() == Qt::Key_Right)
        edit(m_threshold + step);
    else
        QWidget::keyPressEvent(event);
}

void ScoreHistogram::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    applyPalette();
}

void ScoreHistogram::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    applyPalette();
}

void ScoreHistogram::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

void ScoreHistogram::applyPalette()
{
    const ThemeColours colours = themeColours(palette());
    stylePlot(*m_plot, palette());
    QColor fill = colours.good;
    fill.setAlpha(150);
    m_good->setPen(QPen(colours.good, 1));
    m_good->setBrush(fill);
    m_defective->setPen(QPen(colours.defective, 1.5));
    m_defective->setBrush(QBrush(colours.defective, Qt::BDiagPattern));
    m_unlabelled->setPen(QPen(colours.mutedText, 1.5, Qt::DotLine));
    QColor faint = colours.mutedText;
    faint.setAlpha(50);
    m_unlabelled->setBrush(faint);

    m_line->setPen(QPen(colours.text, 2));
    m_handle->setFont(font());
    m_handle->setColor(colours.surface);
    m_handle->setBrush(hasFocus() ? colours.selection : colours.text);
    m_handle->setPen(Qt::NoPen);

    QStringList groups;
    const auto add = [&groups](const QColor &colour, const QString &sign, const QString &text) {
        groups << QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3").arg(colour.name(), sign, text);
    };
    if (m_counts[0] > 0)
        add(colours.good, QStringLiteral("■"), tr("Good (%1)").arg(m_counts[0]));
    if (m_counts[1] > 0)
        add(colours.defective, QStringLiteral("▨"), tr("Defective (%1)").arg(m_counts[1]));
    if (m_counts[2] > 0)
        add(colours.mutedText, QStringLiteral("□"), tr("Unlabelled (%1)").arg(m_counts[2]));
    m_legend->setText(groups.join(QStringLiteral("&nbsp;&nbsp; ")));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QSize ScoreHistogram::sizeHint() const
{
    return {340, 170};
}

QSize ScoreHistogram::minimumSizeHint() const
{
    return {240, 124};
}

} // namespace spotcheck::ui
