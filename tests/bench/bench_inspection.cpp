// Where the time of one inspection goes, on one thread: network, patch features, search, anomaly map.
// Random weights of a ResNet-18: the time does not depend on their values.
#include <benchmark/benchmark.h>
#include <opencv2/core.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/image/preprocessing.h>

#include "core/random.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"

namespace {

using namespace spotcheck;

cv::Mat noisePicture(cv::Size size)
{
    cv::Mat image(size, CV_8UC3);
    cv::RNG random(1);
    random.fill(image, cv::RNG::UNIFORM, 0, 256);
    return image;
}

FeatureMaps mapsFor(const std::string &id)
{
    const auto backbone = Backbone::random(backboneInfo(id), 1, {"layer2", "layer3"});
    return backbone->extract(Preprocessing().apply(noisePicture({224, 224})));
}

void preprocess(benchmark::State &state)
{
    const cv::Mat image = noisePicture({1000, 1000});
    for (auto _ : state)
        benchmark::DoNotOptimize(Preprocessing().apply(image).data);
}

void network(benchmark::State &state, const std::string &id)
{
    const auto backbone = Backbone::random(backboneInfo(id), 1, {"layer2", "layer3"});
    const cv::Mat input = Preprocessing().apply(noisePicture({224, 224}));
    for (auto _ : state)
        benchmark::DoNotOptimize(backbone->extract(input).front().values.get());
}

void patchFeatures(benchmark::State &state, const std::string &id)
{
    const FeatureMaps maps = mapsFor(id);
    for (auto _ : state)
        benchmark::DoNotOptimize(PatchEmbedding()(maps).values.data());
}

void search(benchmark::State &state)
{
    const PatchGrid queries = PatchEmbedding()(mapsFor("resnet18"));
    Random random(2);
    std::vector<float> bank;
    for (std::int64_t i = 0; i < state.range(0) * queries.dimensions; ++i)
        bank.push_back(static_cast<float>(random.uniform()));
    const MemoryBank memory(bank, queries.dimensions,
                            std::vector<NormalPatch>(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(memory.search(queries.values, 1).indices.data());
}

void anomalyMap(benchmark::State &state)
{
    PatchScores scores;
    scores.rows = scores.columns = 28;
    scores.scores.assign(28 * 28, 1.0F);
    for (auto _ : state)
        benchmark::DoNotOptimize(expandAnomalyMap(scores, Preprocessing(), {1000, 1000}).data);
}

} // namespace

BENCHMARK(preprocess)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(network, resnet18, "resnet18")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(network, resnet50, "resnet50")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(patchFeatures, resnet18, "resnet18")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(patchFeatures, resnet50, "resnet50")->Unit(benchmark::kMillisecond);
BENCHMARK(search)->Arg(1'500)->Arg(15'000)->Unit(benchmark::kMillisecond);
BENCHMARK(anomalyMap)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    configureRuntime();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
