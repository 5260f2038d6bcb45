#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include <spotcheck/model/model.h>

namespace spotcheck::cli {

/// How pictures become the network's input, as words of the command line.
struct PictureOptions {
    std::string inputSize = "224";
    bool centreCrop = false;
    int cropResize = 0; ///< px; 0: in the published proportion of 256 to 224
    std::string tiles = "1x1";
    double tileOverlap = Tiling().overlap;
    std::string region; ///< file; empty: the whole picture
    std::string alignment = "none";
    std::string alignmentReference; ///< file; empty: the first normal that is fitted
};

void addPictureOptions(CLI::App &command, PictureOptions &options);

/// "640x480", as given for `option`. \throws UsageError
cv::Size sizeFrom(const std::string &text, const std::string &option);

/// Puts what was asked for into `training`.
/// \throws UsageError for values that do not exist or do not go together, Error(FileNotFound, FileUnreadable)
void applyPictureOptions(const PictureOptions &options, TrainingOptions &training);

} // namespace spotcheck::cli
