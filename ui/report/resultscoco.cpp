#include "ui/report/resultscoco.h"

#include <ostream>

#include <nlohmann/json.hpp>

#include <spotcheck/core/runtime.h>
#include <spotcheck/decision/outline.h>

#include "ui/report/figurejson.h"

namespace spotcheck::ui {

namespace {

using Json = nlohmann::ordered_json;

constexpr int categoryId = 1; // a detector that learns from good parts tells no kinds of defects apart

/// COCO's readers fill polygons in corner coordinates: one through the pixels' centres would lose half a pixel
/// around.
Json segmentation(const Region &region)
{
    Json polygon = Json::array();
    for (const cv::Point &corner : pixelOutline(region.contour))
        polygon.insert(polygon.end(), {corner.x, corner.y});
    return Json::array({std::move(polygon)});
}

/// COCO has no place for these; labelling tools show attributes.
Json attributes(const Region &region, const std::optional<PictureScale> &scale)
{
    Json json{{"perimeter_px", region.perimeter}, {"peak", region.peak}, {"mean", region.mean}};
    if (scale)
        json.update(millimetreJson(region, *scale));
    return json;
}

Json annotation(const Region &region, std::int64_t id, std::int64_t image, const std::optional<PictureScale> &scale)
{
    return {{"id", id},
            {"image_id", image},
            {"category_id", categoryId},
            {"bbox", {region.box.x, region.box.y, region.box.width, region.box.height}},
            {"area", region.area},
            {"segmentation", segmentation(region)},
            {"iscrowd", 0},
            {"score", region.peak},
            {"attributes", attributes(region, scale)}};
}

} // namespace

void writeResultsCoco(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor)
{
    const auto count = static_cast<std::int64_t>(content.entries.size());
    const auto forInspected = [&](const auto &visit) {
        for (std::int64_t index = 0; index < count; ++index) {
            monitor.throwIfCancelled();
            if (const ReportEntry &entry = content.entries[static_cast<std::size_t>(index)]; entry.result.prediction)
                visit(entry, index + 1); // COCO counts from 1
        }
    };
    writeFileAtomically(file, [&](std::ostream &out) {
        Json info{{"description", "Defect regions found by Spotcheck " + engineVersion()},
                  {"date_created", content.date.toUTC().toString(Qt::ISODate).toStdString()}};
        if (content.scale)
            info["mm_per_pixel"] = content.scale->millimetresPerPixel();
        out << "{\n\"info\": " << jsonText(info)
            << ",\n\"categories\": " << jsonText(Json::array({{{"id", categoryId}, {"name", "defect"}}}))
            << ",\n\"images\": [";
        // Piece by piece, so that a large run is not held as text.
        const char *separator = "\n";
        forInspected([&](const ReportEntry &entry, std::int64_t image) {
            const cv::Size size = entry.result.prediction->imageSize;
            out << separator
                << jsonText({{"id", image},
                             {"file_name", entry.result.sample.image.string()},
                             {"width", size.width},
                             {"height", size.height}});
            separator = ",\n";
        });
        out << "\n],\n\"annotations\": [";
        separator = "\n";
        std::int64_t id = 0;
        forInspected([&](const ReportEntry &entry, std::int64_t image) {
            for (const Region &region : entry.regions) {
                out << separator << jsonText(annotation(region, ++id, image, content.scale));
                separator = ",\n";
            }
            monitor.report({.stage = Stage::Writing, .step = image, .steps = count, .value = {}});
        });
        out << "\n]\n}\n";
    });
}

} // namespace spotcheck::ui
