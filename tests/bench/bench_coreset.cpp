// The exact greedy coreset against the plain loop that everybody writes first, on the same vectors in one run.
// `plain` and `pruned` choose the same vectors; their times are to be compared, not quoted.
#include <algorithm>
#include <cmath>
#include <vector>

#include <benchmark/benchmark.h>

#include <spotcheck/core/runtime.h>

#include "core/random.h"
#include "detectors/coreset.h"

namespace {

constexpr int dimensions = 128;

/// Patches come in kinds (a background, an edge, a mark) with variation of a few directions and some noise.
std::vector<float> patchLikeVectors(std::int64_t count)
{
    constexpr int kinds = 40;
    constexpr int directions = 12;
    spotcheck::Random random(1);
    std::vector<float> basis;
    for (int i = 0; i < (kinds + directions) * dimensions; ++i)
        basis.push_back(static_cast<float>(random.normal()));
    std::vector<float> vectors;
    vectors.reserve(static_cast<std::size_t>(count) * dimensions);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto kind = static_cast<std::size_t>(random.below(kinds));
        double weights[directions];
        for (double &weight : weights)
            weight = 0.5 * random.normal();
        for (std::size_t d = 0; d < dimensions; ++d) {
            double value = basis[kind * dimensions + d] + 0.15 * random.normal();
            for (std::size_t k = 0; k < directions; ++k)
                value += weights[k] * basis[(kinds + k) * dimensions + d];
            vectors.push_back(static_cast<float>(value));
        }
    }
    return vectors;
}

/// One pass over all vectors for each centre, on all threads; the compiler may vectorise as it likes.
void plainGreedy(benchmark::State &state)
{
    const std::vector<float> vectors = patchLikeVectors(state.range(0));
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

void prunedGreedy(benchmark::State &state)
{
    const std::vector<float> vectors = patchLikeVectors(state.range(0));
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
BENCHMARK(plainGreedy)->Args({40'000, 10})->Args({160'000, 10})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(prunedGreedy)->Args({40'000, 10})->Args({160'000, 10})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_MAIN();
