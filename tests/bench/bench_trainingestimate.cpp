#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/model/model.h>

using namespace spotcheck;

namespace {

/// The sample set, written once.
const Dataset &sample()
{
    static const Dataset dataset = [] {
        const std::filesystem::path folder = std::filesystem::temp_directory_path() / "spotcheck-bench-sample";
        JobMonitor monitor;
        writeSampleDataset(folder, {}, monitor);
        return readDataset(folder, monitor);
    }();
    return dataset;
}

/// How long a training takes, and how the time told before it compares: 1 would be exact.
void train(benchmark::State &state)
{
    TrainingOptions options;
    options.detector = detectorRegistry()[static_cast<std::size_t>(state.range(0))].id;
    state.SetLabel(options.detector);
    const WeightsStore weights = WeightsStore::standard();
    JobMonitor monitor;
    const ComputeSpeed speed = measureSpeed(options, sample().normals.front().image, weights, monitor);
    const double told = estimateTraining(options, std::ssize(sample().normals), speed).seconds;
    double taken = 0;
    for (auto _ : state)
        taken = Model::train(sample().normals, options, weights, monitor)->summary().secondsTotal;
    state.counters["told_s"] = told;
    state.counters["taken_s"] = taken;
    state.counters["ratio"] = told / taken;
}
BENCHMARK(train)->DenseRange(0, 5)->Iterations(1)->Unit(benchmark::kSecond);

} // namespace

int main(int argc, char *argv[])
{
    restartWithSuitableBlas(argv);
    configureRuntime();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
