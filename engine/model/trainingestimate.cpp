#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "model/picturefeatures.h"
#include "performance/machinespeed.h"

namespace spotcheck {

ComputeSpeed measureSpeed(const TrainingOptions &options, const std::filesystem::path &picture,
                          const WeightsStore &weights, JobMonitor &monitor)
{
    useOneThreadBelow();
    const DetectorInfo &detector = detectorInfo(options.detector);
    const BackboneInfo &info = backboneInfo(options.backbone);
    const std::vector<std::string> layers =
        detector.layers(completeParameters(detector.parameters, options.parameters), info);
    monitor.throwIfCancelled();
    const std::shared_ptr<const Backbone> backbone =
        Backbone::load(info, weights.fileFor(info.id), layers, options.precision);
    ComputeSpeed speed;
    speed.secondsPerPicture = leastSeconds(2, [&] {
        monitor.throwIfCancelled();
        pictureFeatures(readImage(picture), options.preprocessing, nullptr, *backbone);
    });
    speed.operationsPerSecond = matrixProductSpeed();
    return speed;
}

TrainingEstimate estimateTraining(const TrainingOptions &options, std::int64_t normals, const ComputeSpeed &speed)
{
    options.validate();
    const DetectorInfo &info = detectorInfo(options.detector);
    const ParameterValues values = completeParameters(info.parameters, options.parameters);
    const BackboneInfo &backbone = backboneInfo(options.backbone);
    const auto heldOut =
        options.calibrationFolds > 0
            ? 0
            : std::max<std::int64_t>(1, std::llround(options.calibrationShare * static_cast<double>(normals)));
    const DataFacts data{std::max<std::int64_t>(0, normals - heldOut), options.preprocessing.wholeInput()};
    // LibTorch, the weights and the pictures in flight: measured with a ResNet-18 at 224 px.
    constexpr std::uint64_t baseBytes = 350'000'000;
    TrainingEstimate estimate{info.memoryBankBytes(values, backbone, data),
                              baseBytes + info.fittingBytes(values, backbone, data), 0};
    if (speed.secondsPerPicture > 0 && speed.operationsPerSecond > 0) {
        const DetectorOperations operations = info.operations(values, backbone, data);
        const double arithmetic = operations.fitting + static_cast<double>(heldOut) * operations.scoring;
        estimate.seconds =
            (speed.secondsPerPicture * static_cast<double>(normals) + arithmetic / speed.operationsPerSecond) /
            runtimeThreads() * (options.calibrationFolds + 1);
    }
    return estimate;
}

} // namespace spotcheck
