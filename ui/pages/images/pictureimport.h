#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/data/dataset.h>

namespace spotcheck::ui {

/// What was found below dropped files and folders: a data set with its own lanes, or loose pictures.
struct PictureImport {
    std::optional<Dataset> dataset;
    std::vector<Sample> pictures; ///< unlabelled; empty where `dataset` holds them
    std::vector<FileProblem> problems;
};

/// Work of a job: lists the pictures below `filesAndFolders` and looks into each one's header, so that a file
/// which is no picture is named now and not in the middle of a training. A single folder in a known layout
/// becomes a data set. \throws Error, Cancelled
PictureImport importPictures(const std::vector<std::filesystem::path> &filesAndFolders, JobMonitor &monitor);

} // namespace spotcheck::ui
