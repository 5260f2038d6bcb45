#include "ui/pages/inspect/scorehistogram.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/theme/theme.h"
#include "ui/widgets/plotstyle.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

constexpr double grabReach = 10;     // px on either side of the line
constexpr double keySteps = 200;     // arrow presses across the range of the scores
constexpr double rangeMargin = 0.04; // of the range, on either side
constexpr double labelGap = 2;       // px between the labels of the lines

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
      m_line(new QCPItemStraightLine(m_plot)), m_reviewLine(new QCPItemStraightLine(m_plot)),
      m_band(new QCPItemRect(m_plot)), m_handle(new QCPItemText(m_plot)), m_reviewHandle(new QCPItemText(m_plot)),
      m_countTicker(QSharedPointer<QCPAxisTickerFixed>::create()), m_legend(new QLabel(this))
{
    setObjectName(QStringLiteral("scoreHistogram"));
    setAccessibleName(tr("Histogram of the scores"));
    setToolTip(tr("Drag a line, or use the left and right arrow keys (with Shift ten times as far), to move the "
                  "threshold; with Ctrl they move the lower end of the review band"));
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
    m_reviewLine->setClipToAxisRect(true);
    for (QCPItemPosition *corner : {m_band->topLeft, m_band->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    for (QCPItemText *label : {m_handle, m_reviewHandle}) {
        label->setClipToAxisRect(false);
        label->setPadding(QMargins(4, 1, 4, 1));
        label->setPositionAlignment(Qt::AlignBottom | Qt::AlignLeft);
        label->position->setTypeX(QCPItemPosition::ptAbsolute);
        label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    connect(m_plot, &QCustomPlot::afterLayout, this, &ScoreHistogram::placeLabels);

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
    placeLines();
}

void ScoreHistogram::setThreshold(double threshold)
{
    m_threshold = threshold;
    placeLines();
}

double ScoreHistogram::keyStep() const
{
    return (m_high - m_low) / keySteps;
}

void ScoreHistogram::setReviewThreshold(std::optional<double> threshold)
{
    if (threshold == m_reviewThreshold)
        return;
    m_reviewThreshold = threshold;
    placeLines();
}

/// Each at its line, inside the plot, and neither over the other. With a band each lies outside of it.
void ScoreHistogram::placeLabels()
{
    const QRect area = m_plot->axisRect()->rect();
    const auto widthOf = [](const QCPItemText *label) {
        const QMargins padding = label->padding();
        const QRect text = QFontMetrics(label->font()).boundingRect(0, 0, 0, 0, Qt::TextDontClip, label->text());
        return text.width() + padding.left() + padding.right();
    };
    const auto inside = [&area](double left, double width) {
        return std::max<double>(area.left(), std::min(left, area.right() - width));
    };
    const double width = widthOf(m_handle);
    const double line = m_plot->xAxis->coordToPixel(m_threshold);
    double left = inside(m_reviewThreshold ? line : line - width / 2, width);
    if (m_reviewThreshold) {
        const double reviewWidth = widthOf(m_reviewHandle);
        double reviewLeft = inside(m_plot->xAxis->coordToPixel(*m_reviewThreshold) - reviewWidth, reviewWidth);
        left = std::max(left, inside(reviewLeft + reviewWidth + labelGap, width));
        reviewLeft = std::min(reviewLeft, left - labelGap - reviewWidth);
        m_reviewHandle->position->setCoords(reviewLeft, 0);
    }
    m_handle->position->setCoords(left, 0);
}

void ScoreHistogram::placeLines()
{
    const double lower = m_reviewThreshold.value_or(m_threshold);
    // While one is dragged the axis must stay where it is, or the line would run away from the pointer.
    if (m_dragged == Line::None) {
        const double low = std::min(m_low, lower);
        const double high = std::max(m_high, m_threshold);
        const double margin = (high - low) * rangeMargin;
        m_plot->xAxis->setRange(low - margin, high + margin);
    }
    m_line->point1->setCoords(m_threshold, 0);
    m_line->point2->setCoords(m_threshold, 1);
    m_reviewLine->point1->setCoords(lower, 0);
    m_reviewLine->point2->setCoords(lower, 1);
    m_band->topLeft->setCoords(lower, 0);
    m_band->bottomRight->setCoords(m_threshold, 1);
    m_handle->setText(scoreText(m_threshold));
    m_reviewHandle->setText(scoreText(lower));
    for (QCPAbstractItem *part :
         {static_cast<QCPAbstractItem *>(m_reviewLine), static_cast<QCPAbstractItem *>(m_band),
          static_cast<QCPAbstractItem *>(m_reviewHandle)})
        part->setVisible(m_reviewThreshold.has_value());
    setAccessibleDescription(m_reviewThreshold
                                 ? tr("Threshold %1, review above %2").arg(scoreText(m_threshold), scoreText(lower))
                                 : tr("Threshold %1").arg(scoreText(m_threshold)));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QPoint ScoreHistogram::positionOf(double score) const
{
    const QRect area = m_plot->axisRect()->rect();
    return m_plot->mapTo(
        const_cast<ScoreHistogram *>(this),
        QPoint(static_cast<int>(std::lround(m_plot->xAxis->coordToPixel(score))), area.center().y()));
}

ScoreHistogram::Line ScoreHistogram::lineNear(const QPointF &position) const
{
    const auto distance = [&](double score) { return std::abs(position.x() - m_plot->xAxis->coordToPixel(score)); };
    const double toThreshold = distance(m_threshold);
    if (m_reviewThreshold && distance(*m_reviewThreshold) <= grabReach) {
        // Where both lie together, each is taken from its own side.
        const bool left = position.x() < m_plot->xAxis->coordToPixel((*m_reviewThreshold + m_threshold) / 2);
        if (toThreshold > grabReach || left)
            return Line::Review;
    }
    return toThreshold <= grabReach ? Line::Threshold : Line::None;
}

void ScoreHistogram::edit(Line line, double threshold)
{
    const QCPRange range = m_plot->xAxis->range();
    const double inside = std::clamp(threshold, range.lower, range.upper);
    if (line == Line::Review)
        emit reviewThresholdEdited(inside);
    else
        emit thresholdEdited(inside);
}

bool ScoreHistogram::eventFilter(QObject *watched, QEvent *event)
{
    const auto *mouse = dynamic_cast<QMouseEvent *>(event);
    if (!mouse || watched != m_plot || !isEnabled())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        if (mouse->button() == Qt::LeftButton && lineNear(mouse->position()) != Line::None) {
            m_dragged = lineNear(mouse->position());
            return true;
        }
        break;
    case QEvent::MouseMove:
        if (m_dragged != Line::None) {
            edit(m_dragged, m_plot->xAxis->pixelToCoord(mouse->position().x()));
            return true;
        }
        m_plot->setCursor(lineNear(mouse->position()) != Line::None ? Qt::SplitHCursor : Qt::ArrowCursor);
        break;
    case QEvent::MouseButtonRelease:
        if (m_dragged != Line::None) {
            m_dragged = Line::None;
            placeLines();
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
    const bool review = event->modifiers().testFlag(Qt::ControlModifier) && m_reviewThreshold;
    const Line line = review ? Line::Review : Line::Threshold;
    const double from = review ? *m_reviewThreshold : m_threshold;
    if (event->key() == Qt::Key_Left)
        edit(line, from - step);
    else if (event->key() == Qt::Key_Right)
        edit(line, from + step);
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
    m_reviewLine->setPen(QPen(colours.review, 2, Qt::DashLine));
    QColor band = colours.review;
    band.setAlpha(40);
    m_band->setBrush(band);
    m_band->setPen(Qt::NoPen);
    for (QCPItemText *label : {m_handle, m_reviewHandle}) {
        label->setFont(font());
        label->setColor(colours.surface);
        label->setPen(Qt::NoPen);
    }
    m_handle->setBrush(hasFocus() ? colours.selection : colours.text);
    m_reviewHandle->setBrush(colours.review);

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
