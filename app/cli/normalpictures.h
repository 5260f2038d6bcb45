#pragma once

#include <string>
#include <vector>

#include <spotcheck/data/dataset.h>

#include "terminalmonitor.h"

namespace spotcheck::cli {

/// The good pictures of the data set `dataset` or, where that is empty, those that `named` names. What had to be left
/// out is warned of. \throws Error(FileNotFound, FileUnreadable, FolderEmpty, DatasetInvalid), CommandError where
/// `named` would make defects or masks normal, Cancelled
std::vector<Sample> readNormals(const std::string &dataset, const std::vector<std::string> &named,
                                TerminalMonitor &monitor);

} // namespace spotcheck::cli
