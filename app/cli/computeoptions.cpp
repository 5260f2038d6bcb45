#include "computeoptions.h"

#include <string>

#include <spotcheck/core/runtime.h>

#include "text.h"

namespace spotcheck::cli {

CLI::Option *addPrecisionOption(CLI::App &command, Precision &precision)
{
    const auto read = [&precision](const std::string &name) {
        if (name != "exact" && name != "fast")
            throw CLI::ValidationError("--precision must be exact or fast, not " + name);
        precision = name == "fast" ? Precision::Fast : Precision::Exact;
    };
    return command
        .add_option_function<std::string>(
            "--precision", read,
            "of the network: exact (single precision), or fast (bfloat16 on processors with AVX-512 BF16, "
            "ResNets only; "
            "the model keeps it)")
        ->option_text("exact|fast");
}

void addComputeOptions(CLI::App &command, ComputeOptions &options)
{
    command.add_option("--threads", options.threads, "processors to use, 0 for all")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command
        .add_option("--device", options.device,
                    "where networks, trainings and large searches run; auto is the processor")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
}

void applyComputeOptions(const ComputeOptions &options)
{
    const bool wanted = options.device == "cuda";
    if (wanted && !Backbone::canUseCuda())
        warn("--device cuda: this LibTorch knows no CUDA, or finds no card; the processor does it all.");
    configureRuntime(options.threads, wanted ? Device::Cuda : Device::Processor);
}

} // namespace spotcheck::cli
