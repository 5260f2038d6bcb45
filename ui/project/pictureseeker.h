#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/data/dataset.h>

namespace spotcheck::ui {

/// Finds pictures again that were moved: below a folder, by file name, and where several have the same name by how
/// many folders above it agree too. What remains ambiguous is not found.
class PictureSeeker {
public:
    /// \throws Error, Cancelled
    PictureSeeker(const std::filesystem::path &folder, JobMonitor &monitor);

    /// The rows of `lane` whose picture (or mask) is not where it was, with what was found in its place.
    std::vector<std::pair<int, Sample>> replacements(const std::vector<Sample> &lane) const;

private:
    /// Empty where nothing fits.
    std::filesystem::path found(const std::filesystem::path &lost) const;

    std::vector<std::filesystem::path> m_files; ///< sorted by file name
};

} // namespace spotcheck::ui
