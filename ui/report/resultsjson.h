#pragma once

#include <filesystem>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// Writes results.json atomically: the model's identity, the operating point, and for every picture `path`,
/// `sha256`, `score`, `p_value`, `verdict`, `regions`. Scores are written so that reading them gives the same bits.
/// \throws Error(WriteFailed), Cancelled
void writeResultsJson(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor);

} // namespace spotcheck::ui
