#include <spotcheck/performance/performance.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <system_error>

#include <spotcheck/core/error.h>
#include <spotcheck/core/peakmemory.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "backbone/networkplan.h"
#include "core/random.h"
#include "detectors/coreset.h"
#include "performance/machinespeed.h"
#include "performance/plaincoreset.h"

namespace spotcheck {

namespace fs = std::filesystem;

namespace {

/// A folder that is gone at the end, whatever happens.
class ScratchFolder {
public:
    explicit ScratchFolder(const fs::path &parent)
        : m_path(parent / ("spotcheck-bench-" + std::to_string(std::random_device()())))
    {
        std::error_code problem;
        fs::create_directories(m_path, problem);
        if (problem)
            throw Error(ErrorCode::WriteFailed, m_path, problem.message());
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

StepPerformance readingStep(const Sample &picture)
{
    const Preprocessing preprocessing;
    const double seconds = leastSeconds(5, [&] { preprocessing.apply(readImage(picture.image)); });
    return {"read and frame a picture", "ms", 1000 * seconds};
}

StepPerformance networkStep(const PerformanceOptions &options, const WeightsStore &weights, const Sample &picture,
                            double peak)
{
    const std::vector<std::string> layers{"layer2", "layer3"};
    const BackboneInfo &info = backboneInfo(options.backbone);
    const auto backbone = Backbone::load(info, weights.fileFor(options.backbone), layers, options.precision);
    const cv::Mat input = Preprocessing().apply(readImage(picture.image));
    const double seconds = leastSeconds(5, [&] { backbone->extract(input); });
    const double operations =
        networkPlan(info.architecture).multiplyAdds(info.layer(layers.back()).name, input.rows, input.cols);
    return {"network, a picture on one thread", "ms", 1000 * seconds, 0, operations / seconds / peak};
}

StepPerformance coresetStep(const PerformanceOptions &options, JobMonitor &monitor)
{
    constexpr int dimensions = 128;
    constexpr double ratio = 0.1;
    // Clusters, as patches of parts make them.
    Random random(7);
    std::vector<float> vectors(static_cast<std::size_t>(options.coresetVectors) * dimensions);
    for (std::size_t place = 0; place < vectors.size(); ++place) {
        const double cluster = static_cast<double>(place / dimensions % 50);
        vectors[place] =
            static_cast<float>(2 * std::sin(cluster + static_cast<double>(place % dimensions)) + random.normal());
    }
    const double seconds = leastSeconds(
        1, [&] { selectCoreset(vectors, dimensions, {.ratio = ratio, .projectedDimensions = 0}, monitor); });
    monitor.throwIfCancelled();
    const auto wanted = static_cast<std::int64_t>(ratio * static_cast<double>(options.coresetVectors));
    const double plain = leastSeconds(1, [&] { plainGreedyCoreset(vectors, dimensions, wanted); });
    return {"coreset, a tenth of " + std::to_string(options.coresetVectors) + " vectors", "s", seconds, plain};
}

/// Hears of cancelling, but tells no progress: the whole run has steps of its own.
class Listening : public JobMonitor {
public:
    explicit Listening(const JobMonitor &monitor) : m_monitor(monitor) {}
    bool isCancelled() const override { return m_monitor.isCancelled(); }

private:
    const JobMonitor &m_monitor;
};

DetectorPerformance detectorPerformance(const std::string &id, const PerformanceOptions &options,
                                        const Dataset &pictures, const WeightsStore &weights, JobMonitor &monitor)
{
    DetectorPerformance figures;
    figures.detector = id;
    TrainingOptions training;
    training.detector = id;
    training.backbone = options.backbone;
    training.precision = options.precision;
    try {
        const PeakMemory peak;
        const std::shared_ptr<const Model> model = Model::train(pictures.normals, training, weights, monitor);
        figures.trainSeconds = model->summary().secondsTotal;
        figures.bankBytes = model->summary().fit.bankBytes;
        const double seconds = leastSeconds(1, [&] {
            inspectSamples(*model, pictures.test, {}, monitor,
                           [](std::size_t, const InspectionResult &, const cv::Mat &) {});
        });
        figures.inspectMilliseconds = 1000 * seconds / static_cast<double>(pictures.test.size());
        figures.peakMemoryBytes = peak.bytes();
    } catch (const Error &error) {
        if (error.code() == ErrorCode::WeightsMissing)
            throw;
        figures.failure = error.what(); // a backbone that lacks the layers of one detector
    }
    return figures;
}

} // namespace

PerformanceReport measurePerformance(const PerformanceOptions &options, const WeightsStore &weights,
                                     const fs::path &folder, JobMonitor &monitor)
{
    std::vector<std::string> detectors = options.detectors;
    if (detectors.empty()) {
        for (const DetectorInfo &info : detectorRegistry())
            detectors.push_back(info.id);
    }
    for (const std::string &id : detectors)
        detectorInfo(id); // an unknown one is told before anything is measured
    if (options.coresetVectors < 100)
        throw Error(ErrorCode::InvalidParameter, "the coreset is measured with at least 100 vectors");

    const ScratchFolder scratch(folder);
    writeSampleDataset(scratch.path(),
                       {.normalCount = options.normals,
                        .goodTestCount = options.tests / 2,
                        .defectiveTestCount = options.tests - options.tests / 2,
                        .imageSize = options.pictureSide},
                       monitor);
    const Dataset pictures = readDataset(scratch.path(), monitor);

    Listening listening(monitor);
    const auto steps = static_cast<std::int64_t>(detectors.size()) + 4;
    std::int64_t done = 0;
    const auto report = [&] {
        monitor.report({.stage = Stage::Evaluation, .step = ++done, .steps = steps, .value = {}});
    };
    PerformanceReport result;
    result.options = options;
    result.options.detectors = detectors;
    result.processor = processorName();
    result.threads = runtimeThreads();
    useOneThreadBelow();
    result.peakOneThread = matrixProductSpeed();
    result.peakAllThreads = matrixProductSpeedOfAllThreads();
    report();
    result.steps.push_back(readingStep(pictures.normals.front()));
    report();
    result.steps.push_back(networkStep(options, weights, pictures.normals.front(), result.peakOneThread));
    report();
    result.steps.push_back(coresetStep(options, listening));
    report();
    for (const std::string &id : detectors) {
        monitor.throwIfCancelled();
        result.detectors.push_back(detectorPerformance(id, options, pictures, weights, listening));
        report();
    }
    return result;
}

} // namespace spotcheck
