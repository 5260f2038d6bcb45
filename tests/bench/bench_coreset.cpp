// The exact greedy coreset against the plain loop that everybody writes first, on the same vectors in one run.
// `plain` and `rounds` choose the same vectors; their times are to be compared, not quoted.
#include <algorithm>
#include <cmath>
#include <vector>

#include <benchmark/benchmark.h>

#include <opencv2/core.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/preprocessing.h>

#include "detectors/coreset.h"
#include "detectors/patchembedding.h"
#include "detectors/randomprojection.h"

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

/// One pass over all vectors for each centre, on all threads; the compiler may vectorise as it likes.
void plainGreedy(benchmark::State &state)
{
    const std::vector<float> vectors = plateVectors(state.range(0));
    const auto count = state.range(0);
    const std::int64_t wanted = count * state.range(1) / 1000;
    for (auto _ : state) {
        std::vector<float> nearest(static_cast<std::size_t>(count), 1e30F);
        std::int64_t chosen = 0;
        for (std::int64_t step = 0; step < wanted; ++step) {
            const float *centre = vectors.data() + chosen * dimensions;
            spotcheck::parallelRanges(count, [&](std::int64_t begin, std::int64_t end) {
                for (std::int64_t i = begin; i < end; ++i) {
                    const float *row = vectors.data() + i * dimensions;
                    float sums[16] = {};
                    for (int d = 0; d < dimensions; d += 16) {
                        for (int lane = 0; lane < 16; ++lane) {
                            const float difference = row[d + lane] - centre[d + lane];
                            sums[lane] += difference * difference;
                        }
                    }
                    float total = 0;
                    for (const float sum : sums)
                        total += sum;
                    nearest[static_cast<std::size_t>(i)] = std::min(nearest[static_cast<std::size_t>(i)], total);
                }
            });
            chosen = std::max_element(nearest.begin(), nearest.end()) - nearest.begin();
        }
        benchmark::DoNotOptimize(chosen);
    }
}

void roundsGreedy(benchmark::State &state)
{
    const std::vector<float> vectors = plateVectors(state.range(0));
    spotcheck::JobMonitor monitor;
    for (auto _ : state) {
        const spotcheck::Coreset coreset =
            spotcheck::selectCoreset(vectors, dimensions,
                                     {.ratio = static_cast<double>(state.range(1)) / 1000, .projectedDimensions = 0},
                                     monitor);
        benchmark::DoNotOptimize(coreset.radius);
    }
}

} // namespace

// Vectors, and how many of a thousand are kept.
BENCHMARK(plainGreedy)->Args({40'000, 10})->Args({40'000, 100})->Args({160'000, 100})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(roundsGreedy)->Args({40'000, 10})->Args({40'000, 100})->Args({160'000, 100})->Unit(benchmark::kMillisecond)->UseRealTime();

int main(int argc, char **argv)
{
    spotcheck::restartWithSuitableBlas(argv);
    spotcheck::configureRuntime();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
