#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

struct PerformanceOptions {
    std::string backbone = "embedded-resnet18";
    Precision precision = Precision::Exact;
    std::vector<std::string> detectors;   ///< ids; empty: all
    int normals = 60;                     ///< pictures to train with, drawn by the sample generator
    int tests = 60;                       ///< pictures to inspect
    int pictureSide = 1024;               ///< px: PNGs of a megapixel, as cameras give them
    std::int64_t coresetVectors = 20'000; ///< of 128 numbers, a tenth of which is chosen
};

/// One step on its own, against the form that everybody writes first, in one run.
struct StepPerformance {
    std::string name;
    std::string unit; ///< of `value` and `plain`
    double value = 0;
    double plain = 0; ///< 0 where there is nothing to compare with
    double share = 0; ///< of the machine's peak in a matrix product, (0, 1]; 0 where that says nothing
};

struct DetectorPerformance {
    std::string detector;
    double trainSeconds = 0;
    double inspectMilliseconds = 0; ///< a picture, reading included, all threads at work
    std::uint64_t bankBytes = 0;
    std::uint64_t peakMemoryBytes = 0; ///< of the process during training and inspection; 0 where unknown
    std::string failure;               ///< why there are no figures; empty where there are
};

struct PerformanceReport {
    std::string processor; ///< as the system names it
    int threads = 0;
    double peakOneThread = 0;  ///< multiply-adds a second of a large matrix product (sgemm)
    double peakAllThreads = 0; ///< side by side
    PerformanceOptions options;
    std::vector<StepPerformance> steps;
    std::vector<DetectorPerformance> detectors;
};

/// Measures this machine: pictures are drawn into `folder` and removed at the end. Other programs should rest.
/// \throws Error(WriteFailed, WeightsMissing, UnknownDetector, UnknownBackbone, InvalidParameter), Cancelled
PerformanceReport measurePerformance(const PerformanceOptions &options, const WeightsStore &weights,
                                     const std::filesystem::path &folder, JobMonitor &monitor);

} // namespace spotcheck
