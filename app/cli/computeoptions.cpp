#include "computeoptions.h"

#include <spotcheck/core/runtime.h>

#include "command.h"

namespace spotcheck::cli {

void addComputeOptions(CLI::App &command, ComputeOptions &options)
{
    command.add_option("--threads", options.threads, "processors to use, 0 for all")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command.add_option("--device", options.device, "where the network runs")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
}

void applyComputeOptions(const ComputeOptions &options)
{
    if (options.device == "cuda") {
        throw CommandError(
            "--device cuda: this build of Spotcheck computes on the processor only. Use --device cpu or "
            "leave the option out.");
    }
    configureRuntime(options.threads);
}

} // namespace spotcheck::cli
