#pragma once

#include <filesystem>

#include <opencv2/core/mat.hpp>

namespace spotcheck::ui {

struct Project;

/// Where masks lie that were drawn here, until their project is saved: below the user's data folder.
std::filesystem::path standardMaskFolder();

/// Writes a mask (`CV_8UC1`, 0 good, 255 defective) to `folder` as a PNG that is named after its picture and its own
/// content: another mask never takes an earlier one's place, so that every edit can be undone. Returns the file.
/// \throws Error(WriteFailed)
std::filesystem::path writeDrawnMask(const cv::Mat &mask, const std::filesystem::path &picture,
                                     const std::filesystem::path &folder);

/// Where the drawn masks of a project lie: "plates.masks" beside "plates.spotproj".
std::filesystem::path maskFolderOf(const std::filesystem::path &projectFile);

/// Copies those masks of `project` that lie in `drawn` or among another project's to `maskFolderOf(projectFile)`, and
/// names the copies in it. \throws Error(WriteFailed)
void bringMasksAlong(Project &project, const std::filesystem::path &drawn, const std::filesystem::path &projectFile);

} // namespace spotcheck::ui
