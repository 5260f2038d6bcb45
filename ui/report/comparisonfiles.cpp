#include "ui/report/comparisonfiles.h"

#include <ostream>

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <spotcheck/core/runtime.h>

#include "ui/report/comparisoncolumns.h"
#include "ui/report/figurejson.h"
#include "ui/report/resultscsv.h"

namespace spotcheck::ui {

namespace {

using Json = nlohmann::ordered_json;

Json rateJson(const Rate &rate)
{
    if (rate.total == 0)
        return nullptr;
    return {{"value", rate.value}, {"low", rate.low}, {"high", rate.high}, {"count", rate.count}, {"n", rate.total}};
}

std::string sizeText(cv::Size size)
{
    return size.empty() ? std::string() : std::to_string(size.width) + 'x' + std::to_string(size.height);
}

Json rowJson(const ComparisonRow &row)
{
    Json json{{"name", row.name}, {"detector", row.detector}, {"backbone", row.backbone}};
    json["parameters"] = row.parameters.empty() ? Json(nullptr) : Json::parse(row.parameters);
    json["input_size"] = row.inputSize.empty() ? Json(nullptr) : Json{row.inputSize.width, row.inputSize.height};
    json["has_anomaly_map"] = row.hasAnomalyMap;
    for (const ComparisonColumn &column : comparisonColumns()) {
        const auto value = column.value(row);
        json[column.id] = value ? Json(*value) : Json(nullptr);
    }
    json["intervals_95"] = {{"image_auroc", intervalJson(row.imageAurocInterval)},
                            {"aupro_30", intervalJson(row.aupro30Interval)},
                            {"image_f1_max", rateJson(row.bestF1)},
                            {"recall", rateJson(row.recall)},
                            {"false_alarm_rate", rateJson(row.falseAlarmRate)}};
    const std::optional<bool> labelsUsed = row.operatingPoint.usesTestLabels();
    json["operating_point"] = {{"threshold", row.operatingPoint.threshold},
                               {"uses_test_labels", labelsUsed ? Json(*labelsUsed) : Json(nullptr)},
                               {"explanation", row.operatingPoint.explanation(row.calibrationNormals).english()}};
    json["calibration_normals"] = row.calibrationNormals;
    json["pictures_failed"] = row.failedPictures;
    json["pictures_leaked"] = row.leakedPictures;
    json["error"] = row.failure.empty() ? Json(nullptr) : Json(row.failure);
    return json;
}

Json disagreementJson(const Disagreement &picture, const std::vector<ComparisonRow> &rows)
{
    Json verdicts = Json::array();
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const auto &verdict = picture.verdicts[index];
        verdicts.push_back({{"name", rows[index].name}, {"verdict", verdict ? Json(verdictId(*verdict)) : Json()}});
    }
    return {{"path", picture.image.string()},
            {"label", labelId(picture.label)},
            {"outvoted", picture.outvoted},
            {"verdicts", std::move(verdicts)}};
}

} // namespace

std::string comparisonDate()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
}

void writeComparisonCsv(const ComparisonContent &content, const std::filesystem::path &file)
{
    writeFileAtomically(file, [&](std::ostream &out) {
        out << "name,detector,backbone,input_size";
        for (const ComparisonColumn &column : comparisonColumns())
            out << ',' << column.id;
        out << ",image_auroc_low,image_auroc_high,recall_low,recall_high,recall_n,has_anomaly_map,error\r\n";
        for (const ComparisonRow &row : content.comparison.rows) {
            out << csvField(row.name) << ',' << row.detector << ',' << row.backbone << ',' << sizeText(row.inputSize);
            for (const ComparisonColumn &column : comparisonColumns()) {
                const auto value = column.value(row);
                out << ',' << (value ? Json(*value).dump() : "");
            }
            const bool aurocKnown = row.imageAurocInterval.isKnown();
            out << ',' << (aurocKnown ? Json(row.imageAurocInterval.low).dump() : "") << ','
                << (aurocKnown ? Json(row.imageAurocInterval.high).dump() : "");
            const bool known = row.recall.total > 0;
            out << ',' << (known ? Json(row.recall.low).dump() : "") << ','
                << (known ? Json(row.recall.high).dump() : "") << ','
                << (known ? std::to_string(row.recall.total) : "") << ',' << (row.hasAnomalyMap ? 1 : 0) << ','
                << csvField(row.failure) << "\r\n";
        }
    });
}

void writeComparisonJson(const ComparisonContent &content, const std::filesystem::path &file)
{
    const Comparison &comparison = content.comparison;
    Json models = Json::array();
    for (const ComparisonRow &row : comparison.rows)
        models.push_back(rowJson(row));
    Json disagreements = Json::array();
    for (const Disagreement &picture : comparison.disagreements)
        disagreements.push_back(disagreementJson(picture, comparison.rows));
    const Json json{{"format", "spotcheck-comparison"},
                    {"format_version", 1},
                    {"software_version", engineVersion()},
                    {"date", content.date},
                    {"dataset", content.dataset},
                    {"counts", {{"good", comparison.good}, {"defective", comparison.defective}}},
                    {"note", english(labelUseNotes(comparison))},
                    {"models", std::move(models)},
                    {"disagreements", std::move(disagreements)}};
    writeFileAtomically(file, [&](std::ostream &out) { out << jsonText(json, 1) << '\n'; });
}

} // namespace spotcheck::ui
