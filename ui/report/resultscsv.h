#pragma once

#include <filesystem>
#include <string>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// A field as RFC 4180 wants it: quoted where it holds a comma, a quote or a line break. A text that a spreadsheet
/// would take for a formula gets an apostrophe in front, as spreadsheets have it. What is not UTF-8 becomes U+FFFD.
std::string csvField(const std::string &bytes);

/// The same for a path, which stays one: a relative one that looks like a formula begins with "./".
std::string csvPath(const std::filesystem::path &path);

/// Writes one line a picture (RFC 4180: UTF-8, comma, CRLF, a header line), atomically.
/// \throws Error(WriteFailed), Cancelled
void writeResultsCsv(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor);

/// Writes one line a region of any picture, the largest peak of each picture first: box, area, perimeter, peak and
/// mean, in pixels and, where the content has a scale, in millimetres. \throws Error(WriteFailed), Cancelled
void writeRegionsCsv(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor);

} // namespace spotcheck::ui
