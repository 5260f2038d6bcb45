#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// Groups of two or more files with the same bytes, as ascending indices into `files`; groups in the order of their
/// first member. Files of a size of their own are not opened, and of the rest only those whose samples of content
/// agree are read whole. Files that cannot be read belong to no group. \throws Cancelled
std::vector<std::vector<std::size_t>> contentGroups(const std::vector<std::filesystem::path> &files,
                                                    JobMonitor &monitor);

} // namespace spotcheck
