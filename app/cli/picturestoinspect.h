#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <spotcheck/data/dataset.h>

namespace spotcheck::cli {

struct PicturesToInspect {
    std::vector<Sample> samples;
    std::vector<FileProblem> problems;
};

/// The pictures that `paths` name, each once, in the order in which they are named first. A data set folder in a
/// known layout stands for its labelled test pictures: its masks are no pictures to inspect. What an earlier run left
/// in `output` is none either. \throws Error(FolderEmpty) and what readDataset throws, CommandError, Cancelled
PicturesToInspect findPicturesToInspect(const std::vector<std::string> &paths, const std::filesystem::path &output,
                                        JobMonitor &monitor);

} // namespace spotcheck::cli
