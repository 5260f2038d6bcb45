#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include <spotcheck/inspection/inspection.h>

namespace spotcheck::cli {

/// What sets the threshold of the picture scores.
struct ThresholdOptions {
    std::optional<double> threshold; ///< raw score, set by hand
    double falseAlarmRate = defaultFalseAlarmRate;
    std::string from = "normals";
};

/// `judged`: what a picture above the threshold is called, "defective".
void addThresholdOptions(CLI::App &command, ThresholdOptions &options, const std::string &judged);

/// \throws UsageError for a rate out of range and where the model has no such limit
OperatingPoint operatingPointOf(const ThresholdOptions &options, const Model &model);

} // namespace spotcheck::cli
