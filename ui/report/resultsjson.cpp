#include "ui/report/resultsjson.h"

#include <filesystem>
#include <ostream>
#include <set>

#include <nlohmann/json.hpp>

#include <spotcheck/core/runtime.h>

#include "ui/report/figurejson.h"

namespace spotcheck::ui {

namespace {

// Keys stay in the order in which they are explained.
using Json = nlohmann::ordered_json;

Json parameterJson(const ParameterValues &parameters)
{
    Json object = Json::object();
    for (const auto &[id, value] : parameters)
        std::visit([&, &key = id](const auto &held) { object[key] = held; }, value);
    return object;
}

const char *originId(OperatingPoint::Origin origin)
{
    switch (origin) {
    case OperatingPoint::Origin::ByHand:
        return "by_hand";
    case OperatingPoint::Origin::TestLabels:
        return "test_labels";
    case OperatingPoint::Origin::NormalSpread:
        return "three_sigma";
    case OperatingPoint::Origin::ChiSquare:
        return "chi_square";
    case OperatingPoint::Origin::FalseAlarmRate:
        break;
    }
    return "false_alarm_rate";
}

Json modelJson(const ModelIdentity &model)
{
    return {{"file", model.file.string()},
            {"sha256", model.sha256},
            {"detector", model.detector},
            {"parameters", parameterJson(model.parameters)},
            {"backbone", model.backbone},
            {"backbone_sha256", model.backboneSha256},
            {"preprocessing", Json::parse(model.preprocessing.toJson())},
            {"normals_fitted", model.fitted},
            {"normals_held_out", model.calibration.folds() > 0 ? 0 : model.calibration.normals()},
            {"calibration_normals", model.calibration.normals()},
            {"calibration_folds", model.calibration.folds()},
            {"normals_added_later", model.learntLater},
            {"seed", model.seed},
            {"created", model.created},
            {"software_version", model.softwareVersion}};
}

Json operatingPointJson(const ReportContent &content)
{
    const OperatingPoint &point = content.operatingPoint;
    Json json{{"threshold", point.threshold},
              {"pixel_threshold", point.pixelThreshold},
              {"minimum_area_px", point.minimumArea},
              {"how_chosen", originId(point.origin)}};
    const std::optional<bool> labelsUsed = point.usesTestLabels();
    json["uses_test_labels"] = labelsUsed ? Json(*labelsUsed) : Json(nullptr); // null: set by hand, not known
    if (!point.degreesOfFreedom.empty())
        json["degrees_of_freedom"] = point.degreesOfFreedom;
    if (point.origin == OperatingPoint::Origin::FalseAlarmRate) {
        json["wanted_false_alarm_rate"] = point.wantedFalseAlarmRate;
        json["supported_by_normals"] = point.supported;
    }
    if (point.reviewThreshold)
        json["review_threshold"] = *point.reviewThreshold;
    json["explanation"] = point.explanation(content.model.calibration.normals()).english();
    return json;
}

Json regionJson(const Region &region, const std::optional<PictureScale> &scale)
{
    Json contour = Json::array();
    for (const cv::Point &point : region.contour)
        contour.push_back({point.x, point.y});
    Json json{{"box", {region.box.x, region.box.y, region.box.width, region.box.height}},
              {"area_px", region.area},
              {"perimeter_px", region.perimeter},
              {"peak", region.peak},
              {"mean", region.mean},
              {"contour", std::move(contour)}};
    if (scale)
        json.update(millimetreJson(region, *scale));
    return json;
}

/// `to_picture`: the matrix from pixels of the aligned picture to those of the picture, row by row.
Json alignmentJson(const PictureAlignment &alignment)
{
    Json matrix = Json::array();
    for (const double value : alignment.toPicture.val)
        matrix.push_back(value);
    return {{"aligned", alignment.aligned}, {"quality", alignment.quality}, {"to_picture", std::move(matrix)}};
}

Json entryJson(const ReportEntry &entry, const std::optional<PictureScale> &scale, bool trainedOn)
{
    const InspectionResult &result = entry.result;
    Json json{{"path", result.sample.image.string()}, {"sha256", result.sha256}};
    json["score"] = result.prediction ? Json(result.prediction->score) : Json(nullptr);
    json["p_value"] = result.prediction ? Json(result.prediction->pValue) : Json(nullptr);
    json["verdict"] = verdictId(entry.verdict);
    if (result.sample.label != Label::Unlabelled)
        json["label"] = labelId(result.sample.label);
    if (trainedOn)
        json["trained_on"] = true;
    if (!result.sample.defectType.empty())
        json["defect_type"] = result.sample.defectType;
    if (result.prediction && result.prediction->alignment)
        json["alignment"] = alignmentJson(*result.prediction->alignment);
    json["regions"] = Json::array();
    for (const Region &region : entry.regions)
        json["regions"].push_back(regionJson(region, scale));
    if (!result.prediction)
        json["error"] = result.failure;
    return json;
}

} // namespace

void writeResultsJson(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor)
{
    const VerdictCounts counts = content.counts();
    writeFileAtomically(file, [&](std::ostream &out) {
        out << "{\n\"format\": \"spotcheck-results\",\n\"format_version\": 1,\n";
        out << "\"software_version\": " << jsonText(engineVersion()) << ",\n";
        out << "\"date\": " << jsonText(content.date.toUTC().toString(Qt::ISODate).toStdString()) << ",\n";
        out << "\"model\": " << jsonText(modelJson(content.model), 1) << ",\n";
        out << "\"operating_point\": " << jsonText(operatingPointJson(content), 1) << ",\n";
        if (content.scale)
            out << "\"mm_per_pixel\": " << jsonText(content.scale->millimetresPerPixel()) << ",\n";
        out << "\"counts\": "
            << jsonText({{"images", counts.total()},
                         {"good", counts.good},
                         {"review", counts.review},
                         {"defective", counts.defective},
                         {"failed", counts.failed}})
            << ",\n";
        if (const Agreement agreement = content.agreement(); agreement.effectiveness.total > 0)
            out << "\"agreement\": " << jsonText(agreementJson(agreement), 1) << ",\n";
        // One picture a line: a large run is written without holding its text in memory, and two runs can be
        // compared line by line.
        out << "\"images\": [";
        const auto count = static_cast<std::int64_t>(content.entries.size());
        const std::set<std::filesystem::path> leaked(content.leaked.begin(), content.leaked.end());
        for (std::int64_t index = 0; index < count; ++index) {
            monitor.throwIfCancelled();
            const ReportEntry &entry = content.entries[static_cast<std::size_t>(index)];
            out << (index == 0 ? "\n" : ",\n")
                << jsonText(entryJson(entry, content.scale, leaked.contains(entry.result.sample.image)));
            monitor.report({.stage = Stage::Writing, .step = index + 1, .steps = count, .value = {}});
        }
        out << "\n]\n}\n";
    });
}

} // namespace spotcheck::ui
