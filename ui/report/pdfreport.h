#pragma once

#include <filesystem>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// Writes the report as PDF: A4, charts as vector graphics, text that can be searched, page numbers. Pictures are
/// read one at a time; the file is written atomically. Needs a QGuiApplication and a font.
/// \throws Error(WriteFailed, Internal), Cancelled
void writePdfReport(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor);

} // namespace spotcheck::ui
