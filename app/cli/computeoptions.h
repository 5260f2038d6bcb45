#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include <spotcheck/backbone/backbone.h>

namespace spotcheck::cli {

/// Where and on how many processors the network runs.
struct ComputeOptions {
    int threads = 0; ///< 0 = all
    std::string device = "auto";
};

void addComputeOptions(CLI::App &command, ComputeOptions &options);
CLI::Option *addPrecisionOption(CLI::App &command, Precision &precision);

/// Sets up the engine; called once, before anything else of it. Where the wanted device is not there, a warning says
/// so and the processor computes.
void applyComputeOptions(const ComputeOptions &options);

} // namespace spotcheck::cli
