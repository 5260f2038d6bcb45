#include "ui/report/reportexport.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <system_error>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/report/htmlreport.h"
#include "ui/report/pdfreport.h"
#include "ui/report/picturefiles.h"
#include "ui/report/resultscoco.h"
#include "ui/report/resultscsv.h"
#include "ui/report/resultsjson.h"

namespace spotcheck::ui {

namespace {

namespace fs = std::filesystem;

const fs::path &makeFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(ErrorCode::WriteFailed, folder, error.message());
    return folder;
}

/// One file for each inspected picture, on all threads: encoding takes longer than anything else here.
void writePictures(const ReportContent &content, const fs::path &folder, const std::string &ending,
                   JobMonitor &monitor, const std::function<void(const ReportEntry &, const fs::path &)> &write)
{
    std::vector<const ReportEntry *> entries;
    std::vector<fs::path> images;
    for (const ReportEntry &entry : content.entries) {
        if (entry.verdict == Verdict::Failed)
            continue;
        entries.push_back(&entry);
        images.push_back(entry.result.sample.image);
    }
    const std::vector<fs::path> names = outputNames(images, ending);
    removeAbandonedFiles(folder);
    const auto count = static_cast<std::int64_t>(names.size());
    std::atomic<std::int64_t> done{0};
    parallelFor(count, monitor, [&](std::int64_t position) {
        const auto index = static_cast<std::size_t>(position);
        const fs::path file = folder / names[index];
        makeFolder(file.parent_path());
        write(*entries[index], file);
        monitor.report({.stage = Stage::Writing, .step = ++done, .steps = count});
    });
}

void writeAnnotated(const ReportContent &content, const ReportEntry &entry, const fs::path &file)
{
    try {
        writeAnnotatedPicture(content, entry, file);
    } catch (const Error &error) {
        if (error.file() != entry.result.sample.image)
            throw; // not the picture's own fault: the disk may be full
    }
}

void writeMap(const ReportContent &content, const ReportEntry &entry, const fs::path &file)
{
    const Prediction &prediction = *entry.result.prediction;
    if (const cv::Mat map = anomalyMapAt(content.model, prediction, prediction.imageSize); !map.empty())
        writeRawMap(map, file);
}

} // namespace

const std::vector<ReportFormatName> &reportFormatNames()
{
    static const std::vector<ReportFormatName> names{{ReportFormat::Json, "json", "results.json"},
                                                     {ReportFormat::Csv, "csv", "results.csv"},
                                                     {ReportFormat::Coco, "coco", "results-coco.json"},
                                                     {ReportFormat::Html, "html", "report.html"},
                                                     {ReportFormat::Pdf, "pdf", "report.pdf"},
                                                     {ReportFormat::Annotated, "png", "annotated"},
                                                     {ReportFormat::RawMaps, "tiff", "maps"}};
    return names;
}

bool drawsMaps(const std::vector<ReportFormat> &formats)
{
    return std::ranges::any_of(formats, [](ReportFormat format) {
        return format == ReportFormat::Html || format == ReportFormat::Pdf || format == ReportFormat::Annotated ||
               format == ReportFormat::RawMaps;
    });
}

std::vector<fs::path> exportReport(const ReportContent &content, const fs::path &folder,
                                   const std::vector<ReportFormat> &formats, JobMonitor &monitor)
{
    removeAbandonedFiles(makeFolder(folder));
    std::vector<fs::path> written;
    for (const ReportFormatName &name : reportFormatNames()) {
        if (std::find(formats.begin(), formats.end(), name.format) == formats.end())
            continue;
        if (name.format == ReportFormat::RawMaps && !content.model.hasAnomalyMap)
            continue; // there are none, and an empty folder would look like a failure
        const fs::path target = folder / name.file;
        switch (name.format) {
        case ReportFormat::Json:
            writeResultsJson(content, target, monitor);
            break;
        case ReportFormat::Csv:
            writeResultsCsv(content, target, monitor);
            if (content.model.hasAnomalyMap)
                writeRegionsCsv(content, folder / "regions.csv", monitor);
            break;
        case ReportFormat::Coco:
            writeResultsCoco(content, target, monitor);
            break;
        case ReportFormat::Html:
            writeHtmlReport(content, target, monitor);
            break;
        case ReportFormat::Pdf:
            writePdfReport(content, target, monitor);
            break;
        case ReportFormat::Annotated:
            writePictures(content, target, ".png", monitor, [&](const ReportEntry &entry, const fs::path &file) {
                writeAnnotated(content, entry, file);
            });
            break;
        case ReportFormat::RawMaps:
            writePictures(content, target, ".tiff", monitor,
                          [&](const ReportEntry &entry, const fs::path &file) { writeMap(content, entry, file); });
            break;
        }
        const bool document = name.format == ReportFormat::Html || name.format == ReportFormat::Pdf;
        written.insert(document ? written.begin() : written.end(), target);
    }
    return written;
}

} // namespace spotcheck::ui
