// The exact greedy coreset against the plain loop that everybody writes first, on the same vectors in one run.
// `plain` and `rounds` choose the same vectors; their times are to be compared, not quoted.
#include <vector>

#include <benchmark/benchmark.h>

#include <opencv2/core.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/peakmemory.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/preprocessing.h>

#include "detectors/coreset.h"
#include "detectors/patchembedding.h"
#include "detectors/randomprojection.h"
#include "performance/plaincoreset.h"

namespace {

constexpr int dimensions = 128;

/// Patch features of the sample's normal plates on random weights, projected as PatchCore does. 784 a picture.
std::vector<float> plateVectors(std::int64_t count)
{
    using namespace spotcheck;
    const auto backbone = Backbone::random(backboneInfo("resnet18"), 1, {"layer2", "layer3"});
    const Preprocessing preprocessing;
    std::vector<float> features;
    for (int picture = 0; static_cast<std::int64_t>(features.size()) < count * 1024; ++picture) {
        const cv::Mat image = drawSamplePicture({}, {}, picture).image;
        const PatchGrid grid = PatchEmbedding()(backbone->extract(preprocessing.apply(image)));
        features.insert(features.end(), grid.values.begin(), grid.values.end());
    }
    features.resize(static_cast<std::size_t>(count) * 1024);
    return projectRandomly(features, 1024, dimensions, 1);
}

void plainGreedy(benchmark::State &state)
{
    const std::vector<float> vectors = plateVectors(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            spotcheck::plainGreedyCoreset(vectors, dimensions, state.range(0) * state.range(1) / 1000).data());
}

void roundsGreedy(benchmark::State &state)
{
    const std::vector<float> vectors = plateVectors(state.range(0));
    spotcheck::JobMonitor monitor;
    // What is resident at first holds the vectors.
    const double before = static_cast<double>(spotcheck::PeakMemory().bytes());
    const spotcheck::PeakMemory peak;
    for (auto _ : state) {
        const spotcheck::Coreset coreset = spotcheck::selectCoreset(
            vectors, dimensions, {.ratio = static_cast<double>(state.range(1)) / 1000, .projectedDimensions = 0},
            monitor);
        benchmark::DoNotOptimize(coreset.radius);
    }
    const double own = static_cast<double>(vectors.size() * sizeof(float));
    state.counters["memory_of_vectors"] = (own + static_cast<double>(peak.bytes()) - before) / own;
}

} // namespace

// Vectors, and how many of a thousand are kept.
BENCHMARK(plainGreedy)
    ->Args({40'000, 10})
    ->Args({40'000, 100})
    ->Args({160'000, 100})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(roundsGreedy)
    ->Args({40'000, 10})
    ->Args({40'000, 100})
    ->Args({160'000, 100})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

int main(int argc, char **argv)
{
    spotcheck::restartWithSuitableBlas(argv);
    spotcheck::configureRuntime();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
