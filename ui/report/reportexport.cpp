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

constexpr const char *regionsFile = "regions.csv"; // beside results.csv

const fs::path &makeFolder(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(ErrorCode::WriteFailed, folder, error.message());
    return folder;
}

/// Entries that were inspected.
std::vector<std::size_t> inspectedEntries(const ReportContent &content)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < content.entries.size(); ++row) {
        if (content.entries[row].verdict != Verdict::Failed)
            rows.push_back(row);
    }
    return rows;
}

/// One file for each of `rows`, on all threads: encoding takes longer than anything else here. A picture's file is
/// named alike whichever others are written.
void writePictures(const ReportContent &content, const std::vector<std::size_t> &rows, const fs::path &folder,
                   const std::string &ending, JobMonitor &monitor,
                   const std::function<void(const ReportEntry &, const fs::path &)> &write)
{
    const std::vector<std::size_t> inspected = inspectedEntries(content);
    std::vector<fs::path> images;
    images.reserve(inspected.size());
    for (const std::size_t row : inspected)
        images.push_back(content.entries[row].result.sample.image);
    const std::vector<fs::path> inspectedNames = outputNames(images, ending);
    std::vector<fs::path> names(content.entries.size());
    for (std::size_t place = 0; place < inspected.size(); ++place)
        names[inspected[place]] = inspectedNames[place];
    removeAbandonedFiles(makeFolder(folder));
    const auto count = static_cast<std::int64_t>(rows.size());
    std::atomic<std::int64_t> done{0};
    parallelFor(count, monitor, [&](std::int64_t position) {
        const std::size_t row = rows[static_cast<std::size_t>(position)];
        const fs::path file = folder / names[row];
        makeFolder(file.parent_path());
        write(content.entries[row], file);
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

std::vector<fs::path> earlierReport(const fs::path &folder, const std::vector<ReportFormat> &formats)
{
    std::vector<fs::path> present;
    const auto look = [&](const fs::path &file) {
        std::error_code unknown; // what cannot be seen cannot be written over either
        if (fs::exists(file, unknown))
            present.push_back(file);
    };
    for (const ReportFormatName &name : reportFormatNames()) {
        if (std::ranges::find(formats, name.format) == formats.end())
            continue;
        look(folder / name.file);
        if (name.format == ReportFormat::Csv)
            look(folder / regionsFile);
    }
    return present;
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
                writeRegionsCsv(content, folder / regionsFile, monitor);
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
            writePictures(
                content, content.shown, target, ".png", monitor,
                [&](const ReportEntry &entry, const fs::path &file) { writeAnnotated(content, entry, file); });
            break;
        case ReportFormat::RawMaps:
            writePictures(content, inspectedEntries(content), target, ".tiff", monitor,
                          [&](const ReportEntry &entry, const fs::path &file) { writeMap(content, entry, file); });
            break;
        }
        const bool document = name.format == ReportFormat::Html || name.format == ReportFormat::Pdf;
        written.insert(document ? written.begin() : written.end(), target);
    }
    return written;
}

} // namespace spotcheck::ui
