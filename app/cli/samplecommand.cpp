#include <filesystem>
#include <iostream>
#include <memory>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>

#include "command.h"
#include "seedoption.h"
#include "text.h"

namespace spotcheck::cli {

namespace {

struct SampleRequest {
    std::string folder;
    SampleOptions sample;
};

int makeSample(const SampleRequest &options, TerminalMonitor &monitor)
{
    fromCommandLine([&] { options.sample.validate(); });
    configureRuntime();
    writeSampleDataset(options.folder, options.sample, monitor);
    monitor.clearBar();
    std::cout << options.folder << ": " << counted(options.sample.normalCount, "normal picture") << ", "
              << options.sample.goodTestCount << " good and " << options.sample.defectiveTestCount
              << " defective test pictures with masks\n";
    return exitOk;
}

} // namespace

void addSampleCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("sample", "make the sample set: a metal plate with and without defects");
    command->fallthrough();
    command->footer("Example:\n  spotcheck-cli sample plate --seed 7");
    const auto options = std::make_shared<SampleRequest>();
    command->add_option("DIR", options->folder, "folder to write it to, in MVTec AD layout")->required();
    addSeedOption(*command, options->sample.seed, "another seed gives other pictures");
    command->add_option("--normals", options->sample.normalCount, "normal pictures for training")
        ->capture_default_str();
    command->add_option("--good", options->sample.goodTestCount, "good test pictures")->capture_default_str();
    command->add_option("--defective", options->sample.defectiveTestCount, "defective test pictures")
        ->capture_default_str();
    command->add_option("--size", options->sample.imageSize, "side of a picture, px")->capture_default_str();
    command->callback([&action, options] {
        action = [options](TerminalMonitor &monitor) { return makeSample(*options, monitor); };
    });
}

} // namespace spotcheck::cli
