#include <spotcheck/inspection/inspection.h>

#include <utility>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "core/errorfile.h"
#include "core/orderedpipeline.h"
#include "inspection/picturefault.h"

namespace spotcheck {

namespace {

struct Inspected {
    InspectionResult result;
    cv::Mat map;
};

Inspected inspectOne(const Model &model, const Sample &sample, const InspectionOptions &options)
{
    Inspected inspected;
    InspectionResult &result = inspected.result;
    result.sample = sample;
    try {
        if (options.hashFiles)
            result.sha256 = sha256OfFile(sample.image);
        result.prediction = model.inspect(readImage(sample.image));
        inspected.map = model.anomalyMap(*result.prediction);
    } catch (const Error &error) {
        if (!isPicturesOwnFault(error.code()))
            throw;
        result.prediction.reset();
        result.failure = withFile(error, sample.image).what();
        logWarning(result.failure);
        return inspected;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, sample.image);
    }
    if (!inspected.map.empty()) {
        double peak = 0;
        cv::minMaxLoc(inspected.map, nullptr, &peak);
        result.mapPeak = static_cast<float>(peak);
    }
    return inspected;
}

} // namespace

void inspectSamples(const Model &model, const std::vector<Sample> &samples, const InspectionOptions &options,
                    JobMonitor &monitor,
                    const std::function<void(std::size_t, InspectionResult, const cv::Mat &)> &take)
{
    const auto count = static_cast<std::int64_t>(samples.size());
    monitor.report({Stage::Inspection, 0, count, {}});
    orderedPipeline<Inspected>(
        count, monitor,
        [&](std::int64_t index) { return inspectOne(model, samples[static_cast<std::size_t>(index)], options); },
        [&](std::int64_t index, Inspected inspected) {
            take(static_cast<std::size_t>(index), std::move(inspected.result), inspected.map);
            monitor.report({Stage::Inspection, index + 1, count, {}});
        });
}

} // namespace spotcheck
