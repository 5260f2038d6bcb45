#include <spotcheck/evaluation/evaluation.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>
#include <new>

#include <spotcheck/core/availablememory.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/peakmemory.h>

#include "evaluation/evaluationcollector.h"

namespace spotcheck {

namespace {

/// Bytes. What is left is for the pictures being inspected and for the other programs.
std::uint64_t roomForPixels()
{
    const std::uint64_t available = availableMemoryBytes();
    return available == 0 ? std::numeric_limits<std::uint64_t>::max() : available / 4 * 3;
}

} // namespace

EvaluationReport evaluate(const Model &model, const std::vector<Sample> &samples, JobMonitor &monitor)
{
    try {
        const bool hasMask = std::any_of(samples.begin(), samples.end(), [](const Sample &sample) {
            return sample.label == Label::Defective && !sample.mask.empty();
        });
        EvaluationCollector collector(samples.size(), model.manifest(), hasMask ? roomForPixels() : 0);
        const PeakMemory peak;
        const auto start = std::chrono::steady_clock::now();
        inspectSamples(model, samples, {.hashFiles = true}, monitor,
                       [&](std::size_t index, InspectionResult result, const cv::Mat &map) {
                           const cv::Mat looked =
                               result.prediction && !map.empty() ? model.regionMask(*result.prediction) : cv::Mat();
                           collector.take(index, std::move(result), map, looked);
                       });
        const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;

        EvaluationReport report = collector.finish(monitor);
        if (!samples.empty())
            report.evaluation.millisecondsPerImage = elapsed.count() / static_cast<double>(samples.size());
        report.evaluation.peakMemoryBytes = peak.bytes();
        return report;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory,
                    std::string("while evaluating ") + std::to_string(samples.size()) + " pictures");
    }
}

} // namespace spotcheck
