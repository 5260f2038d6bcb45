#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <spotcheck/data/dataset.h>

#include "ui/report/reportexport.h"

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

/// Annotated pictures and maps take the names of what is inspected: in their own folder they would take its place.
/// \throws UsageError naming such a picture
void refuseToDrawOver(const std::vector<Sample> &pictures, const std::vector<ui::ReportFormat> &formats,
                      const std::filesystem::path &output);

} // namespace spotcheck::cli
