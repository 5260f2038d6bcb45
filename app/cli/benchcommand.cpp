#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <memory>
#include <system_error>

#include <nlohmann/json.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/performance/performance.h>

#include "command.h"
#include "computeoptions.h"
#include "output.h"
#include "text.h"
#include "ui/report/figurejson.h"

namespace spotcheck::cli {

namespace {

using Json = nlohmann::ordered_json;

struct BenchRequest {
    PerformanceOptions performance;
    std::string json; ///< "-" for stdout
    ComputeOptions compute;
};

/// 0 stands for what was not measured.
Json measuredOrNull(double value)
{
    return value > 0 ? Json(value) : Json(nullptr);
}

std::string performanceText(const PerformanceReport &report)
{
    Json steps = Json::array();
    for (const StepPerformance &step : report.steps) {
        steps.push_back({{"name", step.name},
                         {"unit", step.unit},
                         {"value", step.value},
                         {"plain", measuredOrNull(step.plain)},
                         {"ratio", step.plain > 0 ? Json(step.value / step.plain) : Json(nullptr)},
                         {"share_of_peak", measuredOrNull(step.share)}});
    }
    Json detectors = Json::array();
    for (const DetectorPerformance &detector : report.detectors) {
        const bool failed = !detector.failure.empty();
        detectors.push_back({{"detector", detector.detector},
                             {"train_seconds", failed ? Json(nullptr) : Json(detector.trainSeconds)},
                             {"ms_per_image", failed ? Json(nullptr) : Json(detector.inspectMilliseconds)},
                             {"bank_bytes", failed ? Json(nullptr) : Json(detector.bankBytes)},
                             {"peak_memory_bytes", measuredOrNull(static_cast<double>(detector.peakMemoryBytes))},
                             {"failure", failed ? Json(detector.failure) : Json(nullptr)}});
    }
    const Json json{{"version", engineVersion()},
                    {"machine",
                     {{"processor", report.processor},
                      {"threads", report.threads},
                      {"gflops_one_thread", 2e-9 * report.peakOneThread},
                      {"gflops_all_threads", 2e-9 * report.peakAllThreads}}},
                    {"backbone", report.options.backbone},
                    {"precision", precisionId(report.options.precision)},
                    {"normals", report.options.normals},
                    {"tests", report.options.tests},
                    {"picture_side", report.options.pictureSide},
                    {"steps", std::move(steps)},
                    {"detectors", std::move(detectors)}};
    return ui::jsonText(json, 2) + "\n";
}

void print(const PerformanceReport &report)
{
    std::cout << report.processor << ", " << report.threads << " thread(s)\n"
              << "matrix product (sgemm): " << numberText(2e-9 * report.peakOneThread, 3)
              << " GFLOP/s on one thread, " << numberText(2e-9 * report.peakAllThreads, 3) << " on all\n\n";
    std::vector<std::vector<std::string>> rows{{"step", "here", "plain form", "ratio", "of the peak"}};
    for (const StepPerformance &step : report.steps) {
        rows.push_back({step.name, numberText(step.value, 3) + " " + step.unit,
                        step.plain > 0 ? numberText(step.plain, 3) + " " + step.unit : "-",
                        step.plain > 0 ? numberText(step.value / step.plain, 2) : "-",
                        step.share > 0 ? numberText(100 * step.share, 3) + " %" : "-"});
    }
    std::cout << columnsText(rows) << '\n';
    if (std::ranges::any_of(report.steps, [](const StepPerformance &step) { return step.share > 1; }))
        std::cout << "Above 100 %: Winograd's convolutions need fewer multiplications than are counted.\n\n";
    std::cout << report.options.normals << " pictures learned, " << report.options.tests << " inspected, "
              << report.options.pictureSide << " px PNG, " << report.options.backbone << " at 224 px, "
              << precisionId(report.options.precision) << " precision, reading included\n";
    rows = {{"detector", "train", "inspect a picture", "pictures a second", "memory bank", "peak memory"}};
    for (const DetectorPerformance &detector : report.detectors) {
        if (detector.failure.empty())
            rows.push_back({detector.detector, numberText(detector.trainSeconds, 3) + " s",
                            numberText(detector.inspectMilliseconds, 3) + " ms",
                            numberText(1000 / detector.inspectMilliseconds, 3), bytesText(detector.bankBytes),
                            detector.peakMemoryBytes > 0 ? bytesText(detector.peakMemoryBytes) : "-"});
        else
            rows.push_back({detector.detector, detector.failure});
    }
    std::cout << columnsText(rows);
}

int bench(const BenchRequest &options, TerminalMonitor &monitor)
{
    if (!options.json.empty() && options.json != "-")
        checkFileIsWritable(options.json);
    applyComputeOptions(options.compute);
    fromCommandLine([&] { backboneInfo(options.performance.backbone); }); // before anything is measured
    std::error_code problem;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(problem);
    if (problem)
        throw Error(ErrorCode::WriteFailed, folder, "there is no folder for temporary files: " + problem.message());
    const PerformanceReport report = fromCommandLine(
        [&] { return measurePerformance(options.performance, WeightsStore::standard(), folder, monitor); });
    monitor.clearBar();
    if (options.json == "-") {
        std::cout << performanceText(report);
        return exitOk;
    }
    print(report);
    if (!options.json.empty())
        writeFileAtomically(options.json, [&](std::ostream &stream) { stream << performanceText(report); });
    return exitOk;
}

} // namespace

void addBenchCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("bench", "measure how fast this machine trains and inspects");
    command->fallthrough();
    command->footer(
        "Let other programs rest meanwhile. Ratios are of one run; below 1 is faster than the plain form.\n"
        "Example:\n  spotcheck-cli bench --json bench.json");
    const auto options = std::make_shared<BenchRequest>();
    PerformanceOptions &performance = options->performance;
    command->add_option("--json", options->json, "also write the figures to this file; - for standard output only");
    command->add_option("--backbone", performance.backbone, "network")->capture_default_str();
    addPrecisionOption(*command, performance.precision);
    command->add_option("--detectors", performance.detectors, "ids, separated by commas; all where not given")
        ->delimiter(',');
    command->add_option("--normals", performance.normals, "pictures to train with")
        ->capture_default_str()
        ->check(CLI::Range(2, 100'000));
    command->add_option("--tests", performance.tests, "pictures to inspect")
        ->capture_default_str()
        ->check(CLI::Range(2, 100'000));
    command->add_option("--size", performance.pictureSide, "side of a picture, px")->capture_default_str();
    command->add_option("--vectors", performance.coresetVectors, "vectors that the coreset is chosen from")
        ->capture_default_str()
        ->check(CLI::Range(100, 10'000'000));
    addComputeOptions(*command, options->compute);
    command->callback(
        [&action, options] { action = [options](TerminalMonitor &monitor) { return bench(*options, monitor); }; });
}

} // namespace spotcheck::cli
