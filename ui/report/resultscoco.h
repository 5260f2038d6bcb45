#pragma once

#include <filesystem>

#include <spotcheck/core/jobmonitor.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// The regions as COCO annotations (Lin et al., arXiv 1405.0312: "images", "categories", "annotations" with "bbox",
/// "area", "segmentation" as polygons), so that labelling tools can open what was found. Each carries its peak as
/// "score". Pictures that could not be read are left out. \throws Error(WriteFailed), Cancelled
void writeResultsCoco(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor);

} // namespace spotcheck::ui
