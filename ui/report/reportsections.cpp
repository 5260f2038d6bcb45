#include "ui/report/reportsections.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "ui/report/annotation.h"
#include "ui/report/enginetext.h"
#include "ui/report/errortext.h"
#include "ui/report/outcome.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

QString text(const std::string &utf8)
{
    return printableText(QString::fromStdString(utf8));
}

void addIfGiven(ReportRows &rows, const QString &name, const QString &value)
{
    if (!value.trimmed().isEmpty())
        rows.push_back({name, printableText(value)});
}

QString countOf(std::int64_t count, std::int64_t total)
{
    return total > 0 ? QStringLiteral("%1  (%2)").arg(count).arg(reportPercent(static_cast<double>(count) / total))
                     : QString::number(count);
}

QString parameterText(const ModelIdentity &model)
{
    QStringList parts;
    const auto &registry = detectorRegistry();
    const auto info =
        std::find_if(registry.begin(), registry.end(), [&](const auto &entry) { return entry.id == model.detector; });
    for (const auto &[id, value] : model.parameters) {
        std::string unit;
        if (info != registry.end()) {
            const auto spec = std::find_if(info->parameters.begin(), info->parameters.end(),
                                           [&, &key = id](const auto &entry) { return entry.id == key; });
            if (spec != info->parameters.end())
                unit = spec->unit;
        }
        parts << text(id + " = " + toString(value) + (unit.empty() ? "" : " " + unit));
    }
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(", "));
}

QString lengthText(double pixels, const PictureScale &scale)
{
    return reportMeasure(scale.millimetres(pixels), scale.millimetres(1));
}

QString areaText(std::int64_t pixels, const PictureScale &scale)
{
    return reportMeasure(scale.squareMillimetres(static_cast<double>(pixels)), scale.squareMillimetres(1));
}

QString leastRegionText(const ReportContent &content)
{
    const std::int64_t area = content.operatingPoint.minimumArea;
    QString pixels = Report::tr("%1 px").arg(area);
    if (!content.scale)
        return pixels;
    return Report::tr("%1 (%2 mm²)").arg(pixels, areaText(area, *content.scale));
}

QString boxText(const cv::Rect &box)
{
    return QStringLiteral("%1, %2, %3, %4").arg(box.x).arg(box.y).arg(box.width).arg(box.height);
}

QString boxText(const cv::Rect &box, const PictureScale &scale)
{
    QStringList numbers;
    for (const int pixels : {box.x, box.y, box.width, box.height})
        numbers << lengthText(pixels, scale);
    return numbers.join(QStringLiteral(", "));
}

QString framingText(const Preprocessing &preprocessing)
{
    const cv::Size size = preprocessing.wholeInput();
    QStringList parts;
    if (preprocessing.framing == Preprocessing::Framing::CentreCrop)
        parts << Report::tr("%1 × %2 px, the centre of the picture resized to %3 px")
                     .arg(size.width)
                     .arg(size.height)
                     .arg(preprocessing.cropResize);
    else
        parts << Report::tr("%1 × %2 px, the full picture").arg(size.width).arg(size.height);
    if (preprocessing.tiling.count() > 1)
        parts << Report::tr("in %1 × %2 tiles of %3 × %4 px")
                     .arg(preprocessing.tiling.columns)
                     .arg(preprocessing.tiling.rows)
                     .arg(preprocessing.inputSize.width)
                     .arg(preprocessing.inputSize.height);
    if (!preprocessing.region.isWholePicture())
        parts << Report::tr("inside a region of interest");
    if (preprocessing.alignment == AlignmentMode::Ecc)
        parts << Report::tr("aligned by grey values");
    if (preprocessing.alignment == AlignmentMode::Features)
        parts << Report::tr("aligned by key points");
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString reportTitle(const ReportContent &content)
{
    const QString title = printableText(content.fields.title.trimmed());
    return title.isEmpty() ? Report::tr("Visual inspection report") : title;
}

QString missingModelFile()
{
    return Report::tr("not saved to a file");
}

ReportRows identificationRows(const ReportContent &content)
{
    ReportRows rows;
    addIfGiven(rows, Report::tr("Company"), content.fields.company);
    addIfGiven(rows, Report::tr("Part"), content.fields.part);
    addIfGiven(rows, Report::tr("Lot"), content.fields.lot);
    addIfGiven(rows, Report::tr("Operator"), content.fields.operatorName);
    addIfGiven(rows, Report::tr("Pictures"), content.dataSet);
    rows.push_back({Report::tr("Date"), content.date.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss t"))});
    rows.push_back({Report::tr("Software"), QStringLiteral("Spotcheck %1").arg(text(engineVersion()))});
    return rows;
}

ReportRows verdictRows(const ReportContent &content)
{
    const VerdictCounts counts = content.counts();
    ReportRows rows{{Report::tr("Pictures in all"), QString::number(counts.total())},
                    {Report::tr("Judged good"), countOf(counts.good, counts.total())}};
    if (content.operatingPoint.reviewThreshold)
        rows.push_back({Report::tr("For review by a person"), countOf(counts.review, counts.total())});
    rows.push_back({Report::tr("Judged defective"), countOf(counts.defective, counts.total())});
    rows.push_back({Report::tr("Not inspected"), countOf(counts.failed, counts.total())});
    return rows;
}

ReportRows operatingPointRows(const ReportContent &content)
{
    const OperatingPoint &point = content.operatingPoint;
    ReportRows rows{{Report::tr("Image threshold"),
                     Report::tr("defective when the score is above %1").arg(reportScore(point.threshold))}};
    if (point.reviewThreshold)
        rows.push_back({Report::tr("Review by a person"),
                        Report::tr("when the score is above %1 and not above the image threshold")
                            .arg(reportScore(*point.reviewThreshold))});
    if (content.model.hasAnomalyMap) {
        rows.push_back(
            {Report::tr("Pixel threshold"),
             Report::tr("part of a region when the map is above %1").arg(reportScore(point.pixelThreshold))});
        rows.push_back({Report::tr("Least region"), leastRegionText(content)});
        if (content.scale)
            rows.push_back({Report::tr("Scale"),
                            Report::tr("%1 mm a pixel").arg(reportScore(content.scale->millimetresPerPixel()))});
    } else {
        rows.push_back({Report::tr("Heat map"), Report::tr("none: the detector judges the picture as a whole")});
    }
    rows.push_back({Report::tr("How it was chosen"),
                    engineText(point.explanation(content.model.calibration.normals()), QLocale::c())});
    const std::optional<bool> labelsUsed = point.usesTestLabels();
    rows.push_back({Report::tr("Labels of the test pictures"),
                    !labelsUsed
                        ? Report::tr("not known whether they had a part in the threshold, which was set by hand")
                    : *labelsUsed ? Report::tr("used to choose the threshold")
                                  : Report::tr("not used for the threshold")});
    return rows;
}

ReportRows modelRows(const ReportContent &content)
{
    const ModelIdentity &model = content.model;
    ReportRows rows;
    rows.push_back({Report::tr("Model file"), model.file.empty() ? missingModelFile() : printablePath(model.file)});
    if (!model.sha256.empty())
        rows.push_back({Report::tr("SHA-256 of the model"), text(model.sha256)});
    rows.push_back({Report::tr("Detector"), model.paper.empty()
                                                ? text(model.detectorTitle)
                                                : text(model.detectorTitle + " (" + model.paper + ")")});
    rows.push_back({Report::tr("Parameters"), parameterText(model)});
    rows.push_back({Report::tr("Backbone"), text(model.backboneTitle)});
    rows.push_back({Report::tr("SHA-256 of its weights"), text(model.backboneSha256)});
    rows.push_back({Report::tr("Input"), framingText(model.preprocessing)});
    const int folds = model.calibration.folds();
    rows.push_back({Report::tr("Trained on"),
                    folds > 0
                        ? Report::tr("%1 normal pictures, calibrated on the same in %2 parts, each by a model that "
                                     "had not seen it")
                              .arg(model.fitted)
                              .arg(folds)
                        : Report::tr("%1 normal pictures, and %2 more held out for calibration")
                              .arg(model.fitted)
                              .arg(model.calibration.normals())});
    if (model.learntLater > 0)
        rows.push_back(
            {Report::tr("Taken in later"),
             Report::tr("%n pictures as good, after the calibration, which is that of the smaller memory bank",
                        nullptr, static_cast<int>(model.learntLater))});
    rows.push_back({Report::tr("Trained"), Report::tr("%1 by Spotcheck %2, seed %3")
                                               .arg(text(model.created), text(model.softwareVersion))
                                               .arg(model.seed)});
    return rows;
}

QStringList reportNotes(const ReportContent &content)
{
    QStringList notes;
    const OperatingPoint &point = content.operatingPoint;
    const std::int64_t normals = content.model.calibration.normals();
    if (point.origin == OperatingPoint::Origin::TestLabels) {
        notes << Report::tr("The threshold was chosen with the labels of these pictures: the rates below are better "
                            "than new parts will show.");
    }
    if (point.origin == OperatingPoint::Origin::FalseAlarmRate && !point.supported) {
        notes << Report::tr("%1 held-out normals cannot support a false alarm rate of %2; more normals are needed.")
                     .arg(normals)
                     .arg(reportPercent(point.wantedFalseAlarmRate));
    }
    if (!content.leaked.empty()) {
        notes << Report::tr("Pictures that the model was trained or calibrated on are among those inspected: %1. "
                            "Their scores are too low to judge the model by.")
                     .arg(content.leaked.size());
    }
    if (const std::int64_t failed = content.counts().failed; failed > 0) {
        notes << Report::tr(
                     "Pictures that could not be inspected: %1. They are listed with the reason and are in no rate.")
                     .arg(failed);
    }
    if (const auto unaligned = std::count_if(content.entries.begin(), content.entries.end(), isUnaligned);
        unaligned > 0) {
        notes << Report::tr("Pictures that could not be aligned to the reference: %1. They were judged as they are, "
                            "which can raise their scores; the list marks them.")
                     .arg(unaligned);
    }
    return notes;
}

ReportTable regionTable(const std::vector<Region> &regions, const std::optional<PictureScale> &scale,
                        std::size_t most)
{
    ReportTable table;
    table.heading << Report::tr("No.");
    if (scale) // first: who has set one looks for these
        table.heading << Report::tr("box x, y, w, h (mm)") << Report::tr("area (mm²)")
                      << Report::tr("perimeter (mm)");
    table.heading << Report::tr("box x, y, w, h (px)") << Report::tr("area (px)") << Report::tr("perimeter (px)")
                  << Report::tr("peak") << Report::tr("mean");
    const std::size_t count = std::min(regions.size(), most);
    for (std::size_t index = 0; index < count; ++index) {
        const Region &region = regions[index];
        QStringList row{QString::number(index + 1)};
        if (scale)
            row << boxText(region.box, *scale) << areaText(region.area, *scale)
                << lengthText(region.perimeter, *scale);
        row << boxText(region.box) << QString::number(region.area) << QString::number(region.perimeter, 'f', 1)
            << reportScore(region.peak) << reportScore(region.mean);
        table.rows.push_back(row);
    }
    return table;
}

QString wrongVerdictsNote(const ReportContent &content)
{
    const bool any = std::any_of(content.entries.begin(), content.entries.end(), [](const ReportEntry &entry) {
        return isWrong(outcomeOf(entry.verdict, entry.result.sample.label));
    });
    return any ? Report::tr("A bar at the left marks a verdict that the label contradicts.") : QString();
}

QString moreRegionsNote(const ReportEntry &entry)
{
    if (entry.regions.size() <= maximumShownRegions)
        return {};
    return Report::tr("Further regions, weaker than these: %1.").arg(entry.regions.size() - maximumShownRegions);
}

QString entryFacts(const ReportContent &content, const ReportEntry &entry)
{
    const InspectionResult &result = entry.result;
    if (!result.prediction)
        return printableText(reasonText(result.failure));
    QString facts = Report::tr("score %1 (threshold %2), p = %3")
                        .arg(reportScore(result.prediction->score), reportScore(content.operatingPoint.threshold))
                        .arg(result.prediction->pValue, 0, 'g', 3);
    if (result.sample.label == Label::Good)
        facts += Report::tr(", labelled good");
    if (result.sample.label == Label::Defective) {
        facts += result.sample.defectType.empty()
                     ? Report::tr(", labelled defective")
                     : Report::tr(", labelled defective (%1)").arg(text(result.sample.defectType));
    }
    if (entry.regions.empty() && content.model.hasAnomalyMap)
        facts +=
            content.operatingPoint.minimumArea > 1
                ? Report::tr(", no region of at least %1 above the pixel threshold").arg(leastRegionText(content))
                : Report::tr(", no region above the pixel threshold");
    if (isUnaligned(entry))
        facts += Report::tr(", could not be aligned to the reference and was judged as it is");
    return facts;
}

QString listRemark(const ReportEntry &entry)
{
    return isUnaligned(entry) ? Report::tr("not aligned") : printableText(reasonText(entry.result.failure));
}

QString colourScaleText(const ReportContent &content)
{
    const DisplayScale &scale = content.model.calibration.displayScale();
    return Report::tr("Overlay: clear at a map value of %1, strongest at %2; the same scale for every picture.")
        .arg(reportScore(scale.low), reportScore(scale.high));
}

} // namespace spotcheck::ui
