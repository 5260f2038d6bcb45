#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "ui/report/reportexport.h"

namespace spotcheck::ui {

/// A place of the report's in which something lies that this export did not write.
struct EarlierFiles {
    std::string name; ///< "results.csv", "annotated"
    bool isFolder = false;
    std::int64_t files = 1; ///< in the folder
};

/// What an earlier export left in `folder` under the names of this one, by which it would be taken for a part of it.
std::vector<EarlierFiles> earlierFiles(const std::filesystem::path &folder, const ExportedReport &report);

} // namespace spotcheck::ui
