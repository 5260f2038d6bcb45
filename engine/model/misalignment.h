#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <opencv2/core/types.hpp>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/message.h>

namespace spotcheck {

/// Median way that the content of normals lies apart from the first one's, in shares of the longer side; measured on
/// a sample of reduced pictures. 0 where most have nothing in common with the first one, as textures do, which are
/// alike in every place. \throws Error, Cancelled
double medianDisplacement(const std::vector<std::filesystem::path> &files, JobMonitor &monitor);

/// What a user should know about normals for a detector that compares place by place, `sizes`: px of all
/// pictures. \throws Error, Cancelled
std::vector<Message> misalignmentWarnings(const std::string &detectorTitle,
                                          const std::vector<std::filesystem::path> &files,
                                          const std::vector<cv::Size> &sizes, JobMonitor &monitor);

} // namespace spotcheck
