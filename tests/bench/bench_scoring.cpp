// How detectors score a picture against the straightforward form of the same, on one thread, in one run: SPADE's
// gallery search against Faiss's flat index over all pyramids, PaDiM's forward substitution against LibTorch's
// batched triangular solve. `difference` is the largest one, as a share of the largest value.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <ATen/ATen.h>

#include <benchmark/benchmark.h>

#include <faiss/IndexFlat.h>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/preprocessing.h>

#include "core/random.h"
#include "detectors/gridresize.h"
#include "detectors/positiongaussians.h"
#include "detectors/positionmoments.h"
#include "detectors/pyramidsearch.h"

namespace {

using namespace spotcheck;

constexpr const char *embedded = "embedded-resnet18";
constexpr int galleryPictures = 48;

FeatureMaps mapsOf(const Backbone &backbone, int picture)
{
    return backbone.extract(Preprocessing().apply(drawSamplePicture({}, {}, picture).image));
}

std::shared_ptr<const Backbone> backboneTo(const std::vector<std::string> &layers)
{
    return Backbone::load(backboneInfo(embedded), WeightsStore::standard().fileFor(embedded), layers);
}

/// The pyramid of every position, laid end to end: what our search never makes.
std::vector<float> pyramidsOf(const FeatureMaps &maps)
{
    const FeatureMap &first = maps.front();
    std::vector<PatchGrid> grids;
    for (const FeatureMap &map : maps)
        grids.push_back(resizeGrid(map, first.height, first.width));
    std::vector<float> pyramids;
    for (std::size_t position = 0; position < grids.front().patches(); ++position) {
        for (const PatchGrid &grid : grids) {
            const auto begin = grid.values.begin() + static_cast<std::ptrdiff_t>(position) * grid.dimensions;
            pyramids.insert(pyramids.end(), begin, begin + grid.dimensions);
        }
    }
    return pyramids;
}

std::vector<float> flatSearch(const faiss::IndexFlatL2 &index, const std::vector<float> &queries)
{
    const auto count = static_cast<std::int64_t>(queries.size()) / index.d;
    std::vector<float> distances(static_cast<std::size_t>(count));
    std::vector<std::int64_t> labels(distances.size());
    index.search(count, queries.data(), 1, distances.data(), labels.data());
    return distances;
}

double largestDifference(const std::vector<float> &a, const std::vector<float> &b)
{
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    return largest / *std::max_element(a.begin(), a.end());
}

struct Spade {
    FeatureGallery gallery;
    std::vector<std::int64_t> pictures = std::vector<std::int64_t>(galleryPictures);
    FeatureMaps query;
    faiss::IndexFlatL2 flat;
    std::vector<float> pyramids;

    Spade() : flat(64 + 128 + 256)
    {
        const auto backbone = backboneTo({"layer1", "layer2", "layer3"});
        for (int picture = 0; picture < galleryPictures; ++picture) {
            const FeatureMaps maps = mapsOf(*backbone, picture);
            gallery.add(maps, galleryPictures);
            const std::vector<float> all = pyramidsOf(maps);
            flat.add(static_cast<std::int64_t>(all.size()) / flat.d, all.data());
        }
        std::iota(pictures.begin(), pictures.end(), 0);
        query = mapsOf(*backbone, 1000);
        pyramids = pyramidsOf(query);
    }
};

void spadeFlat(benchmark::State &state, const Spade &spade)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(flatSearch(spade.flat, spade.pyramids).data());
}

void spadeEngine(benchmark::State &state, const Spade &spade)
{
    std::vector<float> found;
    for (auto _ : state)
        found = nearestPyramids(spade.gallery, spade.pictures, spade.query).squaredDistances;
    state.counters["difference"] = largestDifference(found, flatSearch(spade.flat, spade.pyramids));
}

/// Gaussians of random normal vectors: the time does not depend on their values.
struct Padim {
    static constexpr int side = 56;
    static constexpr int dimensions = 100;
    PositionGaussians gaussians;
    PatchGrid query;

    Padim() : gaussians(fitted()), query(grid(1000)) {}

    static PatchGrid grid(std::uint64_t seed)
    {
        PatchGrid result{side, side, dimensions, std::vector<float>(std::size_t{side} * side * dimensions)};
        Random random(seed);
        for (float &value : result.values)
            value = static_cast<float>(random.normal());
        return result;
    }

    static PositionGaussians fitted()
    {
        PositionMoments moments(side, side, dimensions);
        JobMonitor monitor;
        for (std::uint64_t picture = 0; picture < 32; ++picture)
            moments.add(grid(picture), monitor);
        return PositionGaussians::fit(moments, 0.01, monitor);
    }

    /// Full lower triangles, [positions, d, d].
    at::Tensor factors() const
    {
        const std::vector<float> elements = gaussians.factorsByElement();
        constexpr std::int64_t positions = std::int64_t{side} * side;
        at::Tensor full = at::zeros({positions, dimensions, dimensions});
        auto target = full.accessor<float, 3>();
        std::size_t element = 0;
        for (int row = 0; row < dimensions; ++row) {
            for (int column = 0; column <= row; ++column, ++element) {
                for (std::int64_t position = 0; position < positions; ++position) {
                    const float value = elements[element * positions + static_cast<std::size_t>(position)];
                    target[position][row][column] = row == column ? 1 / value : value;
                }
            }
        }
        return full;
    }
};

std::vector<float> batchedSolve(const at::Tensor &factors, const at::Tensor &means, const at::Tensor &query)
{
    const at::Tensor solved = at::linalg_solve_triangular(factors, (query - means).unsqueeze(2), /*upper=*/false);
    const at::Tensor distances = solved.square().sum({1, 2}).sqrt();
    return {distances.data_ptr<float>(), distances.data_ptr<float>() + distances.numel()};
}

at::Tensor tensorOf(std::span<const float> values)
{
    return at::from_blob(const_cast<float *>(values.data()),
                         {static_cast<std::int64_t>(values.size()) / Padim::dimensions, Padim::dimensions})
        .clone();
}

void padimBatched(benchmark::State &state, const Padim &padim)
{
    const c10::InferenceMode withoutGradients;
    const at::Tensor factors = padim.factors();
    const at::Tensor means = tensorOf(padim.gaussians.means());
    const at::Tensor query = tensorOf(padim.query.values);
    for (auto _ : state)
        benchmark::DoNotOptimize(batchedSolve(factors, means, query).data());
}

void padimEngine(benchmark::State &state, const Padim &padim)
{
    std::vector<float> found;
    for (auto _ : state)
        found = padim.gaussians.distances(padim.query);
    state.counters["difference"] = largestDifference(
        found, batchedSolve(padim.factors(), tensorOf(padim.gaussians.means()), tensorOf(padim.query.values)));
}

} // namespace

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    configureRuntime();
    const Spade spade;
    const Padim padim;
    const auto add = [](const char *name, auto &&body) {
        benchmark::RegisterBenchmark(name, body)->Unit(benchmark::kMillisecond)->UseRealTime();
    };
    add("spade/flat", [&](benchmark::State &state) { spadeFlat(state, spade); });
    add("spade/engine", [&](benchmark::State &state) { spadeEngine(state, spade); });
    add("padim/batched", [&](benchmark::State &state) { padimBatched(state, padim); });
    add("padim/engine", [&](benchmark::State &state) { padimEngine(state, padim); });
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
