#include "ui/report/chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

constexpr int histogramBins = 40;
constexpr std::size_t maximumCurvePoints = 600;

/// Plain numbers at which an axis from `low` to `high` gets its marks: 1, 2 or 5 times a power of ten apart.
std::vector<double> axisMarks(double low, double high, int wanted)
{
    const double rough = (high - low) / wanted;
    if (!(rough > 0))
        return {low};
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double share = rough / power;
    const double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    std::vector<double> marks;
    for (double mark = std::ceil(low / step) * step; mark <= high + 1e-9 * step; mark += step)
        marks.push_back(std::abs(mark) < 1e-9 * step ? 0 : mark);
    return marks;
}

/// From data to points on the paper.
struct Plane {
    QRectF area;
    double left = 0;
    double right = 1;
    double bottom = 0;
    double top = 1;

    double x(double value) const { return area.left() + (value - left) / (right - left) * area.width(); }
    double y(double value) const { return area.bottom() - (value - bottom) / (top - bottom) * area.height(); }
};

void addLine(ChartScene &scene, QPointF from, QPointF to, ChartInk ink, bool dashed = false)
{
    scene.shapes.push_back(ChartLine{{from, to}, ink, dashed, -1});
}

void addHorizontalAxis(ChartScene &scene, const Plane &plane, const QString &title)
{
    const double base = plane.area.bottom();
    addLine(scene, {plane.area.left(), base}, {plane.area.right(), base}, ChartInk::Axis);
    for (const double mark : axisMarks(plane.left, plane.right, 5)) {
        addLine(scene, {plane.x(mark), base}, {plane.x(mark), base + 3}, ChartInk::Axis);
        scene.shapes.push_back(
            ChartLabel{{plane.x(mark), base + 11}, QString::number(mark, 'g', 4), ChartLabel::Anchor::Middle, false});
    }
    scene.shapes.push_back(
        ChartLabel{{plane.area.center().x(), base + 22}, title, ChartLabel::Anchor::Middle, false});
}

/// Axes, grid and the line of chance.
void addRocFrame(ChartScene &scene, const Plane &plane)
{
    for (const double mark : axisMarks(0, 1, 5)) {
        addLine(scene, {plane.area.left(), plane.y(mark)}, {plane.area.right(), plane.y(mark)}, ChartInk::Grid);
        scene.shapes.push_back(ChartLabel{{plane.area.left() - 4, plane.y(mark) + 2.5},
                                          QString::number(mark, 'g', 2),
                                          ChartLabel::Anchor::End,
                                          false});
    }
    addLine(scene, {plane.x(0), plane.y(0)}, {plane.x(1), plane.y(1)}, ChartInk::Grid, true);
    addHorizontalAxis(scene, plane, Report::tr("false alarm rate (across), recall (up)"));
}

void addCurve(ChartScene &scene, const Plane &plane, const std::vector<CurvePoint> &curve, int series = -1)
{
    const std::size_t step = std::max<std::size_t>(1, curve.size() / maximumCurvePoints);
    ChartLine line{{}, ChartInk::Curve, false, series};
    for (std::size_t index = 0; index < curve.size(); index += step)
        line.points.emplace_back(plane.x(curve[index].x), plane.y(curve[index].y));
    line.points.emplace_back(plane.x(curve.back().x), plane.y(curve.back().y));
    scene.shapes.push_back(std::move(line));
}

struct Bins {
    double low = 0;
    double high = 1;
    std::vector<double> up = std::vector<double>(histogramBins);   ///< good or unlabelled
    std::vector<double> down = std::vector<double>(histogramBins); ///< defective
    std::int64_t good = 0;
    std::int64_t defective = 0;
    std::int64_t unlabelled = 0;
};

Bins binned(const ReportContent &content)
{
    Bins bins;
    bins.low = std::numeric_limits<double>::max();
    bins.high = std::numeric_limits<double>::lowest();
    const auto include = [&](double value) {
        bins.low = std::min(bins.low, value);
        bins.high = std::max(bins.high, value);
    };
    for (const ReportEntry &entry : content.entries) {
        if (entry.result.prediction)
            include(entry.result.prediction->score);
    }
    if (bins.low > bins.high)
        return bins;
    for (const float score : content.model.calibration.scores())
        include(score);
    include(content.operatingPoint.threshold);
    include(content.operatingPoint.lowerThreshold());
    const double margin = bins.high > bins.low ? 0.02 * (bins.high - bins.low) : 0.5;
    bins.low -= margin;
    bins.high += margin;

    for (const ReportEntry &entry : content.entries) {
        if (!entry.result.prediction)
            continue;
        const double position = (entry.result.prediction->score - bins.low) / (bins.high - bins.low);
        const auto bin = static_cast<std::size_t>(std::clamp(position, 0.0, 1.0) * (histogramBins - 1e-9));
        const Label label = entry.result.sample.label;
        (label == Label::Defective ? bins.down : bins.up)[bin] += 1;
        ++(label == Label::Defective ? bins.defective : label == Label::Good ? bins.good : bins.unlabelled);
    }
    return bins;
}

QString seriesTitle(const Bins &bins)
{
    if (bins.unlabelled == 0)
        return Report::tr("labelled good, n = %1").arg(bins.good);
    if (bins.good == 0)
        return Report::tr("unlabelled, n = %1").arg(bins.unlabelled);
    return Report::tr("labelled good or unlabelled, n = %1").arg(bins.good + bins.unlabelled);
}

void addBars(ChartScene &scene, const Plane &plane, const Bins &bins)
{
    const double width = plane.area.width() / histogramBins;
    const ChartInk upward = bins.good > 0 ? ChartInk::Good : ChartInk::Unlabelled;
    for (int bin = 0; bin < histogramBins; ++bin) {
        const double left = plane.area.left() + bin * width + 0.08 * width;
        const auto index = static_cast<std::size_t>(bin);
        for (const auto &[count, ink] :
             {std::pair{bins.up[index], upward}, std::pair{-bins.down[index], ChartInk::Defective}}) {
            if (count == 0)
                continue;
            const QRectF bar(QPointF(left, plane.y(std::max(count, 0.0))),
                             QPointF(left + 0.84 * width, plane.y(std::min(count, 0.0))));
            scene.shapes.push_back(ChartBar{bar, ink});
        }
    }
}

} // namespace

ChartScene histogramChart(const ReportContent &content)
{
    ChartScene scene;
    scene.title = Report::tr("Scores of the inspected pictures");
    const Bins bins = binned(content);
    if (bins.good + bins.defective + bins.unlabelled == 0)
        return scene;

    Plane plane;
    plane.area = QRectF(30, 24, scene.size.width() - 40, scene.size.height() - 54);
    plane.left = bins.low;
    plane.right = bins.high;
    plane.top = std::max(1.0, 1.12 * *std::max_element(bins.up.begin(), bins.up.end()));
    plane.bottom = bins.defective > 0 ? -1.12 * *std::max_element(bins.down.begin(), bins.down.end()) : 0;

    for (const double mark : axisMarks(plane.bottom, plane.top, 6)) {
        if (mark != std::floor(mark))
            continue;
        addLine(scene, {plane.area.left(), plane.y(mark)}, {plane.area.right(), plane.y(mark)}, ChartInk::Grid);
        scene.shapes.push_back(ChartLabel{{plane.area.left() - 4, plane.y(mark) + 2.5},
                                          QString::number(std::abs(mark)),
                                          ChartLabel::Anchor::End,
                                          false});
    }
    addBars(scene, plane, bins);
    addLine(scene, {plane.area.left(), plane.y(0)}, {plane.area.right(), plane.y(0)}, ChartInk::Axis);
    for (const float score : content.model.calibration.scores())
        addLine(scene, {plane.x(score), plane.y(0) - 2.5}, {plane.x(score), plane.y(0) + 2.5}, ChartInk::Axis);

    const double threshold = plane.x(content.operatingPoint.threshold);
    addLine(scene, {threshold, plane.area.top() - 4}, {threshold, plane.area.bottom()}, ChartInk::Threshold, true);
    if (content.operatingPoint.reviewThreshold) {
        const double review = plane.x(*content.operatingPoint.reviewThreshold);
        addLine(scene, {review, plane.area.top() - 4}, {review, plane.area.bottom()}, ChartInk::Threshold, true);
    }
    const bool rightHalf = threshold > plane.area.center().x();
    scene.shapes.push_back(ChartLabel{{threshold + (rightHalf ? -3 : 3), plane.area.top() + 3},
                                      Report::tr("threshold %1").arg(reportScore(content.operatingPoint.threshold)),
                                      rightHalf ? ChartLabel::Anchor::End : ChartLabel::Anchor::Start,
                                      true});
    addHorizontalAxis(scene, plane,
                      Report::tr("score (ticks: %1 held-out normals)").arg(content.model.calibration.normals()));

    QString legend = Report::tr("up: %1").arg(seriesTitle(bins));
    if (bins.defective > 0)
        legend += QStringLiteral("   ") + Report::tr("down: labelled defective, n = %1").arg(bins.defective);
    scene.shapes.push_back(ChartLabel{{plane.area.left(), 10}, legend, ChartLabel::Anchor::Start, false});
    return scene;
}

ChartScene rocChart(const ReportContent &content)
{
    ChartScene scene;
    scene.title = Report::tr("ROC curve with the operating point");
    const ScoreTable table = content.labelledScores();
    if (!table.hasBoth())
        return scene;

    Plane plane;
    const double side = scene.size.height() - 42;
    plane.area = QRectF(34, 12, std::min(scene.size.width() - 44, 1.55 * side), side);

    addRocFrame(scene, plane);
    addCurve(scene, plane, table.rocCurve());

    const Confusion confusion = table.confusionAt(content.operatingPoint.threshold);
    const QPointF point(plane.x(falseAlarmRate(confusion).value), plane.y(recall(confusion).value));
    scene.shapes.push_back(ChartDot{point, ChartInk::Threshold});
    const double labelY = plane.area.bottom() - 20;
    scene.shapes.push_back(ChartLabel{{plane.area.right() - 4, labelY},
                                      Report::tr("AUROC %1").arg(reportMetric(table.auroc())),
                                      ChartLabel::Anchor::End,
                                      true});
    scene.shapes.push_back(ChartLabel{
        {plane.area.right() - 4, labelY + 10}, Report::tr("dot: operating point"), ChartLabel::Anchor::End, false});
    return scene;
}

ChartScene comparisonRocChart(const Comparison &comparison)
{
    ChartScene scene;
    scene.title = Report::tr("ROC curves of all models");
    scene.size = QSizeF(330, 180);
    const auto hasCurve = [](const ComparisonRow &row) { return !row.roc.empty(); };
    if (std::none_of(comparison.rows.begin(), comparison.rows.end(), hasCurve))
        return scene;

    Plane plane;
    plane.area = QRectF(34, 12, 180, scene.size.height() - 42);
    addRocFrame(scene, plane);
    constexpr double lineHeight = 12;
    const double legend = plane.area.right() + 10;
    double y = plane.area.top() + 6;
    for (std::size_t index = 0; index < comparison.rows.size(); ++index) {
        const ComparisonRow &row = comparison.rows[index];
        if (!hasCurve(row))
            continue;
        const int series = static_cast<int>(index);
        addCurve(scene, plane, row.roc, series);
        scene.shapes.push_back(
            ChartLine{{{legend, y - 2.5}, {legend + 20, y - 2.5}}, ChartInk::Curve, false, series});
        scene.shapes.push_back(ChartLabel{{legend + 24, y},
                                          QStringLiteral("%1, %2")
                                              .arg(printableText(QString::fromStdString(row.name)))
                                              .arg(row.imageAuroc, 0, 'f', 3),
                                          ChartLabel::Anchor::Start,
                                          false});
        y += lineHeight;
    }
    return scene;
}

} // namespace spotcheck::ui
