#pragma once

#include <filesystem>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// Writes the report as one HTML file that needs nothing else: pictures inside it, charts as SVG, light and dark
/// scheme, a print style. It is well-formed XML. Pictures are read one at a time; the file is written atomically.
/// \throws Error(WriteFailed), Cancelled
void writeHtmlReport(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor);

} // namespace spotcheck::ui
