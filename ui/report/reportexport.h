#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <QString>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

enum class ReportFormat {
    Json,      ///< results.json
    Csv,       ///< results.csv, and regions.csv with a line a region
    Coco,      ///< results-coco.json
    Html,      ///< report.html
    Pdf,       ///< report.pdf
    Annotated, ///< annotated/*.png, of the pictures that the report shows
    RawMaps,   ///< maps/*.tiff, of all pictures: whoever measures a detector needs every one
};

/// All formats with their ids as the command line takes them: "json", "csv", "coco", "html", "pdf",
/// "png", "tiff".
struct ReportFormatName {
    ReportFormat format;
    const char *id;
    const char *file;   ///< below the folder of the report; a folder itself for files of every picture
    const char *ending; ///< of the files in that folder
};
const std::vector<ReportFormatName> &reportFormatNames();

constexpr const char *regionsFile = "regions.csv"; ///< beside results.csv

/// Whether one of them draws maps, which are made again from the patches' scores.
bool drawsMaps(const std::vector<ReportFormat> &formats);

/// A picture that has no annotated one.
struct LeftOutPicture {
    std::filesystem::path image;
    QString reason; ///< translated
};

struct ExportedReport {
    std::vector<std::filesystem::path> written; ///< a file or folder a format; the two documents for people first
    std::vector<std::filesystem::path> files;   ///< every file, those in the folders too
    std::vector<LeftOutPicture> leftOut;
};

/// Files and folders in `folder` that writing these formats would write over.
std::vector<std::filesystem::path> earlierReport(const std::filesystem::path &folder,
                                                 const std::vector<ReportFormat> &formats);

/// Writes the wanted formats into `folder`, which is made if need be. A picture that has vanished or changed since
/// the inspection is left out of the annotated ones; the documents say so. \throws Error(WriteFailed, OutOfMemory),
/// Cancelled
ExportedReport exportReport(const ReportContent &content, const std::filesystem::path &folder,
                            const std::vector<ReportFormat> &formats, JobMonitor &monitor);

} // namespace spotcheck::ui
