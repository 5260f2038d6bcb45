#include "ui/pages/live/controlchartplot.h"

#include <algorithm>
#include <cmath>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include "ui/theme/theme.h"
#include "ui/widgets/plotstyle.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

constexpr double reach = 5;     // sigmas on either side that are always within the plot's range at most
constexpr double margin = 0.08; // of the range

QCPScatterStyle marks(QCPScatterStyle::ScatterShape shape, const QColor &colour, double size, bool filled)
{
    return {shape, QPen(colour, 1.5), filled ? QBrush(colour) : QBrush(Qt::NoBrush), size};
}

} // namespace

ControlChartPlot::ControlChartPlot(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot(this)), m_scores(m_plot->addGraph()), m_rejected(m_plot->addGraph()),
      m_marked(m_plot->addGraph()), m_ewma(m_plot->addGraph()), m_ewmaUpper(m_plot->addGraph()),
      m_ewmaLower(m_plot->addGraph()), m_centre(m_plot->addGraph()), m_upper(m_plot->addGraph()),
      m_lower(m_plot->addGraph()), m_thresholdLine(m_plot->addGraph()), m_message(new QCPItemText(m_plot)),
      m_legend(new QLabel(this))
{
    setObjectName(QStringLiteral("liveChart"));
    setAccessibleName(tr("Control chart of the scores"));
    setToolTip(
        tr("Scores of the last pictures and their weighted mean (EWMA), with the limits that follow from the good "
           "pictures held out from training: three sigma for a single score, and those of the EWMA. A diamond marks "
           "a score that breaks a Western Electric rule; rejected pictures count for nothing."));
    m_plot->setObjectName(QStringLiteral("liveChartPlot"));
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(0, 0);
    m_plot->plotLayout()->setMargins({});
    m_plot->axisRect()->setMinimumMargins(QMargins(0, 6, 8, 0));
    m_plot->xAxis->setLabel(tr("Picture"));
    m_plot->yAxis->setLabel(tr("Score"));
    m_plot->xAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->setNumberPrecision(0);
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    m_message->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_message->position->setCoords(0.5, 0.28); // between the centre line and the upper limit
    m_message->setPositionAlignment(Qt::AlignCenter);
    m_message->setText(tr("No scores yet"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_legend);
    layout->addWidget(m_plot, 1);
    restart({}, 0);
}

void ControlChartPlot::restart(const std::optional<ChartLimits> &limits, double threshold)
{
    m_limits = limits;
    m_threshold = threshold;
    m_points.clear();
    applyPalette();
    redraw();
}

void ControlChartPlot::add(const std::vector<ChartPoint> &points)
{
    if (points.empty())
        return;
    m_points.insert(m_points.end(), points.begin(), points.end());
    while (m_points.size() > shownPoints)
        m_points.pop_front();
    redraw();
}

void ControlChartPlot::redraw()
{
    for (int index = 0; index < m_plot->graphCount(); ++index)
        m_plot->graph(index)->data()->clear();
    const double first = m_points.empty() ? 1 : static_cast<double>(m_points.front().number);
    const double last = std::max(first + 19, m_points.empty() ? 0 : static_cast<double>(m_points.back().number));
    m_plot->xAxis->setRange(first - 0.5, last + 0.5);

    double low = m_limits ? m_limits->lower() : m_threshold;
    double high = m_limits ? m_limits->upper() : m_threshold;
    for (const ChartPoint &point : m_points) {
        if (!point.counted)
            continue;
        low = std::min(low, point.score);
        high = std::max(high, point.score);
    }
    // One odd score must not press all others flat: beyond the reach it is drawn at the edge.
    if (m_limits) {
        low = std::max(low, m_limits->centre - reach * m_limits->sigma);
        high = std::min(high, m_limits->centre + reach * m_limits->sigma);
    }
    if (!(high > low)) {
        low -= 1;
        high += 1;
    }
    const double room = (high - low) * margin;
    m_plot->yAxis->setRange(low - room, high + room);

    for (const ChartPoint &point : m_points) {
        const auto number = static_cast<double>(point.number);
        const double shown = std::clamp(point.score, low - room / 2, high + room / 2);
        if (!point.counted) {
            m_rejected->addData(number, shown);
            continue;
        }
        m_scores->addData(number, shown);
        if (!point.rules.empty())
            m_marked->addData(number, shown);
        if (m_limits) {
            m_ewma->addData(number, std::clamp(point.ewma, low - room / 2, high + room / 2));
            m_ewmaUpper->addData(number, point.ewmaUpper);
            m_ewmaLower->addData(number, point.ewmaLower);
        }
    }
    drawLimits(first - 0.5, last + 0.5);
    m_message->setVisible(m_points.empty());
    describe();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ControlChartPlot::drawLimits(double first, double last)
{
    const auto across = [&](QCPGraph *graph, double value) {
        graph->addData(first, value);
        graph->addData(last, value);
    };
    if (m_limits) {
        across(m_centre, m_limits->centre);
        across(m_upper, m_limits->upper());
        across(m_lower, m_limits->lower());
    }
    if ((m_limits || !m_points.empty()) && m_plot->yAxis->range().contains(m_threshold))
        across(m_thresholdLine, m_threshold);
}

void ControlChartPlot::describe()
{
    const auto counted =
        std::find_if(m_points.rbegin(), m_points.rend(), [](const ChartPoint &point) { return point.counted; });
    if (counted == m_points.rend() || !m_limits) {
        setAccessibleDescription(m_message->text());
        return;
    }
    setAccessibleDescription(
        tr("EWMA %1, limits %2 to %3")
            .arg(scoreText(counted->ewma), scoreText(counted->ewmaLower), scoreText(counted->ewmaUpper)));
}

void ControlChartPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

void ControlChartPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Numbers beside the axis need four lines each, or they run into one another.
    m_plot->yAxis->ticker()->setTickCount(std::clamp(m_plot->height() / (4 * fontMetrics().lineSpacing()), 1, 5));
}

void ControlChartPlot::applyPalette()
{
    const ThemeColours colours = themeColours(palette());
    stylePlot(*m_plot, palette());
    m_plot->setBackground(colours.surface); // of the card it lies on
    m_scores->setPen(QPen(colours.mutedText, 1));
    m_scores->setScatterStyle(marks(QCPScatterStyle::ssDisc, colours.mutedText, 5, true));
    m_rejected->setLineStyle(QCPGraph::lsNone);
    m_rejected->setScatterStyle(marks(QCPScatterStyle::ssCross, colours.defective, 8, false));
    m_marked->setLineStyle(QCPGraph::lsNone);
    m_marked->setScatterStyle(marks(QCPScatterStyle::ssDiamond, colours.review, 11, false));
    m_ewma->setPen(QPen(colours.selection, 2.5));
    for (QCPGraph *graph : {m_ewmaUpper, m_ewmaLower})
        graph->setPen(QPen(colours.selection, 1.25, Qt::DotLine));
    m_centre->setPen(QPen(colours.good, 1));
    for (QCPGraph *graph : {m_upper, m_lower})
        graph->setPen(QPen(colours.good, 1.25, Qt::DashLine));
    m_thresholdLine->setPen(QPen(colours.text, 1.5));
    m_message->setColor(colours.mutedText);
    m_message->setFont(font());

    QStringList signs;
    const auto add = [&signs](const QColor &colour, const QString &sign, const QString &text) {
        const QString together =
            QString(text).replace(QLatin1Char(' '), QChar::Nbsp); // lines break between signs only
        signs << QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3").arg(colour.name(), sign, together);
    };
    add(colours.mutedText, QStringLiteral("●"), tr("Score"));
    add(colours.selection, QStringLiteral("━"), tr("EWMA"));
    add(colours.selection, QStringLiteral("┈"), tr("its limits"));
    add(colours.good, QStringLiteral("─"), tr("mean of the normals"));
    add(colours.good, QStringLiteral("╌"), tr("three sigma"));
    add(colours.text, QStringLiteral("─"), tr("threshold"));
    add(colours.review, QStringLiteral("◇"), tr("breaks a rule"));
    add(colours.defective, QStringLiteral("✕"), tr("rejected"));
    m_legend->setText(signs.join(QStringLiteral("&nbsp;&nbsp; ")));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QSize ControlChartPlot::minimumSizeHint() const
{
    return {300, 100};
}

} // namespace spotcheck::ui
