#include "ui/report/reportexport.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <system_error>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/report/enginetext.h"
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

/// Writes one file; says, translated, why there is none where that is the picture's own fault.
using WritePicture = std::function<QString(const ReportEntry &, const fs::path &)>;

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
                   const std::string &ending, JobMonitor &monitor, const WritePicture &write, ExportedReport &report)
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
    std::vector<QString> problems(rows.size());
    parallelFor(count, monitor, [&](std::int64_t position) {
        const std::size_t row = rows[static_cast<std::size_t>(position)];
        const fs::path file = folder / names[row];
        makeFolder(file.parent_path());
        problems[static_cast<std::size_t>(position)] = write(content.entries[row], file);
        monitor.report({.stage = Stage::Writing, .step = ++done, .steps = count});
    });
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (problems[place].isEmpty())
            report.files.push_back(folder / names[rows[place]]);
        else
            report.leftOut.push_back({content.entries[rows[place]].result.sample.image, problems[place]});
    }
}

QString writeAnnotated(const ReportContent &content, const ReportEntry &entry, const fs::path &file)
{
    try {
        return writeAnnotatedPicture(content, entry, file);
    } catch (const Error &error) {
        if (error.file() != entry.result.sample.image)
            throw; // not the picture's own fault: the disk may be full
        return engineText(errorSentence(error.code()));
    }
}

QString writeMap(const ReportContent &content, const ReportEntry &entry, const fs::path &file)
{
    const Prediction &prediction = *entry.result.prediction;
    if (const cv::Mat map = anomalyMapAt(content.model, prediction, prediction.imageSize); !map.empty())
        writeRawMap(map, file);
    return {};
}

void writeFile(const ReportContent &content, ReportFormat format, const fs::path &file, JobMonitor &monitor)
{
    switch (format) {
    case ReportFormat::Json:
        return writeResultsJson(content, file, monitor);
    case ReportFormat::Csv:
        return writeResultsCsv(content, file, monitor);
    case ReportFormat::Coco:
        return writeResultsCoco(content, file, monitor);
    case ReportFormat::Html:
        return writeHtmlReport(content, file, monitor);
    case ReportFormat::Pdf:
        return writePdfReport(content, file, monitor);
    case ReportFormat::Annotated:
    case ReportFormat::RawMaps:
        break; // folders of files
    }
}

void writeFormat(const ReportContent &content, const ReportFormatName &name, const fs::path &folder,
                 JobMonitor &monitor, ExportedReport &report)
{
    const fs::path target = folder / name.file;
    if (name.format == ReportFormat::Annotated || name.format == ReportFormat::RawMaps) {
        const bool annotated = name.format == ReportFormat::Annotated;
        const bool chosen = annotated && !content.annotatesAll; // maps are of all: an evaluator's input
        const auto write = annotated ? writeAnnotated : writeMap;
        writePictures(
            content, chosen ? content.shown : inspectedEntries(content), target, name.ending, monitor,
            [&](const ReportEntry &entry, const fs::path &file) { return write(content, entry, file); }, report);
        return;
    }
    writeFile(content, name.format, target, monitor);
    report.files.push_back(target);
    if (name.format == ReportFormat::Csv && content.model.hasAnomalyMap) {
        writeRegionsCsv(content, folder / regionsFile, monitor);
        report.files.push_back(folder / regionsFile);
    }
}

} // namespace

const std::vector<ReportFormatName> &reportFormatNames()
{
    static const std::vector<ReportFormatName> names{
        {ReportFormat::Json, "json", "results.json", ""},      {ReportFormat::Csv, "csv", "results.csv", ""},
        {ReportFormat::Coco, "coco", "results-coco.json", ""}, {ReportFormat::Html, "html", "report.html", ""},
        {ReportFormat::Pdf, "pdf", "report.pdf", ""},          {ReportFormat::Annotated, "png", "annotated", ".png"},
        {ReportFormat::RawMaps, "tiff", "maps", ".tiff"}};
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

ExportedReport exportReport(const ReportContent &content, const fs::path &folder,
                            const std::vector<ReportFormat> &formats, JobMonitor &monitor)
{
    removeAbandonedFiles(makeFolder(folder));
    ExportedReport report;
    std::vector<fs::path> &written = report.written;
    for (const ReportFormatName &name : reportFormatNames()) {
        if (std::find(formats.begin(), formats.end(), name.format) == formats.end())
            continue;
        if (name.format == ReportFormat::RawMaps && !content.model.hasAnomalyMap)
            continue; // there are none, and an empty folder would look like a failure
        writeFormat(content, name, folder, monitor, report);
        const bool document = name.format == ReportFormat::Html || name.format == ReportFormat::Pdf;
        written.insert(document ? written.begin() : written.end(), folder / name.file);
    }
    return report;
}

} // namespace spotcheck::ui
