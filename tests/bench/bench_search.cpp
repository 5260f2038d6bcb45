// Nearest patches in a memory bank: exact, HNSW and IVF-PQ, on patch features of the sample's plates. Beside the time
// of a picture's 784 patches on one thread: how often the nearest one is found, and what that does to scores.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/preprocessing.h>

#include "detectors/bankscoring.h"
#include "detectors/coreset.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"

namespace {

using namespace spotcheck;

constexpr const char *embedded = "embedded-resnet18";
constexpr int testPictures = 8;

/// Patch features of plates, embedded backbone: 784 a picture, 384 numbers each.
class Plates {
public:
    Plates()
        : m_backbone(Backbone::load(backboneInfo(embedded), WeightsStore::standard().fileFor(embedded),
                                    {"layer2", "layer3"}))
    {}

    /// Of `count` normal plates one after the other.
    std::vector<float> normals(int count) const
    {
        std::vector<PatchGrid> grids(static_cast<std::size_t>(count));
        JobMonitor monitor;
        parallelFor(count, monitor, [&](std::int64_t picture) {
            grids[static_cast<std::size_t>(picture)] = patches({}, static_cast<int>(picture));
        });
        std::vector<float> all;
        for (const PatchGrid &grid : grids)
            all.insert(all.end(), grid.values.begin(), grid.values.end());
        return all;
    }

    /// Plates that no bank holds, every second one with a scratch.
    std::vector<PatchGrid> tests() const
    {
        std::vector<PatchGrid> grids;
        for (int picture = 0; picture < testPictures; ++picture)
            grids.push_back(patches(picture % 2 == 0 ? std::string() : "scratch", 100'000 + picture));
        return grids;
    }

private:
    PatchGrid patches(const std::string &defect, int picture) const
    {
        const cv::Mat image = drawSamplePicture({}, defect, picture).image;
        return PatchEmbedding{.form = PatchEmbedding::Form::Concatenated}(
            m_backbone->extract(Preprocessing().apply(image)));
    }

    std::shared_ptr<const Backbone> m_backbone;
};

using Clock = std::chrono::steady_clock;

struct Bank {
    std::string name;
    std::vector<float> vectors;
};

/// What the method finds against what there is.
void compare(benchmark::State &state, const MemoryBank &bank, const MemoryBank &exact,
             const std::vector<PatchGrid> &tests)
{
    double same = 0;
    double patches = 0;
    double largestPatch = 0;
    double largestImage = 0;
    for (const PatchGrid &grid : tests) {
        const MemoryBank::Neighbours found = bank.search(grid.values, 1);
        const MemoryBank::Neighbours nearest = exact.search(grid.values, 1);
        for (std::size_t patch = 0; patch < grid.patches(); ++patch) {
            const double is = found.squaredDistances[patch];
            const double be = nearest.squaredDistances[patch];
            // Of two that are equally near either one is right; products of matrices round to about 1e-5.
            same += is <= be * 1.0001 + 1e-4;
            largestPatch = std::max(largestPatch, std::sqrt(is) / std::sqrt(std::max(be, 1e-9)) - 1);
        }
        patches += static_cast<double>(grid.patches());
        const double image = BankScoring()(bank, grid).imageScore / BankScoring()(exact, grid).imageScore;
        largestImage = std::max(largestImage, std::abs(image - 1));
    }
    state.counters["recall_at_1"] = same / patches;
    state.counters["patch_distance_up_to_%"] = 100 * largestPatch;
    state.counters["image_score_up_to_%"] = 100 * largestImage;
}

void search(benchmark::State &state, const Bank &bank, SearchMethod method, const std::vector<PatchGrid> &tests)
{
    const int dimensions = tests.front().dimensions;
    JobMonitor monitor;
    const Clock::time_point start = Clock::now();
    const std::vector<NormalPatch> origins(bank.vectors.size() / static_cast<std::size_t>(dimensions));
    const MemoryBank memory(bank.vectors, dimensions, origins, method, monitor);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    std::size_t picture = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(BankScoring()(memory, tests[picture++ % tests.size()]).scores.data());
    state.counters["build_s"] = seconds;
    const MemoryBank exact(bank.vectors, dimensions, origins);
    state.counters["index_MB"] = static_cast<double>(memory.bytes() - exact.bytes()) / 1e6;
    compare(state, memory, exact, tests);
}

} // namespace

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    configureRuntime();
    const Plates plates;
    const std::vector<PatchGrid> tests = plates.tests();
    std::vector<Bank> banks;
    for (const int pictures : {21, 84, 336})
        banks.push_back({std::to_string(pictures * 784), plates.normals(pictures)});
    {
        JobMonitor monitor;
        const auto length = static_cast<std::ptrdiff_t>(tests.front().dimensions);
        const std::vector<float> &all = banks[1].vectors;
        const Coreset coreset = selectCoreset(all, tests.front().dimensions, {.ratio = 0.25}, monitor);
        Bank chosen{"coreset of " + banks[1].name + ": " + std::to_string(coreset.indices.size()), {}};
        for (const std::int64_t index : coreset.indices)
            chosen.vectors.insert(chosen.vectors.end(), all.begin() + index * length,
                                  all.begin() + (index + 1) * length);
        banks.push_back(std::move(chosen));
    }
    const std::vector<std::pair<std::string, SearchMethod>> methods{
        {"exact", SearchMethod::Exact}, {"hnsw", SearchMethod::Hnsw}, {"ivf-pq", SearchMethod::IvfPq}};
    for (const Bank &bank : banks) {
        for (const auto &[name, method] : methods) {
            benchmark::RegisterBenchmark(
                (name + '/' + bank.name).c_str(),
                [&bank, &tests, method = method](benchmark::State &state) { search(state, bank, method, tests); })
                ->Unit(benchmark::kMillisecond)
                ->Iterations(testPictures);
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
