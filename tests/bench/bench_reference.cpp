// The whole path on the set that public PatchCore code was timed with: 209 PNG of 900 x 900, ResNet-50 at 224 px.
// Random weights: the time does not depend on their values. The other code's seconds on two cores of the same kind of
// machine are told beside ours; compare them only where the processor is the same.
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <QTemporaryDir>

#include <spotcheck/core/peakmemory.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "backbone/networkplan.h"
#include "core/random.h"
#include "model/safetensors.h"

using namespace spotcheck;

namespace {

constexpr int pictures = 209;
constexpr double theirFitSeconds = 96;       // 1 % coreset
constexpr double theirLargeFitSeconds = 600; // 10 %: stopped after that
constexpr double theirInspectSeconds = 0.184;

void writeRandomWeights(const std::string &architecture, const std::filesystem::path &file)
{
    Random random(1);
    std::vector<std::pair<ExpectedTensor, std::vector<float>>> tensors;
    const NetworkPlan plan = networkPlan(architecture);
    for (const ConvolutionPlan &convolution : plan.convolutions(plan.stages.size())) {
        for (const ExpectedTensor &tensor : convolution.tensors()) {
            std::int64_t size = 1;
            for (const std::int64_t side : tensor.shape)
                size *= side;
            const bool kernel = tensor.shape.size() == 4;
            const bool one = tensor.name.ends_with("running_var") || tensor.name.ends_with("weight");
            std::vector<float> values(static_cast<std::size_t>(size), one ? 1.0F : 0.0F);
            const double deviation =
                std::sqrt(2.0 / static_cast<double>(convolution.outputs * convolution.kernel * convolution.kernel));
            for (float &value : values)
                value = kernel ? static_cast<float>(deviation * random.normal()) : value;
            tensors.emplace_back(tensor, std::move(values));
        }
    }
    std::vector<TensorToWrite> written;
    for (const auto &[tensor, values] : tensors)
        written.push_back({tensor.name, TensorType::Float32, tensor.shape, std::as_bytes(std::span(values))});
    writeSafetensors(file, {{"format", "pt"}}, written);
}

/// Pictures and weights, written once.
class Bench {
public:
    Bench()
    {
        JobMonitor monitor;
        writeRandomWeights("resnet50", path() / "resnet50.safetensors");
        writeSampleDataset(path() / "set",
                           {.normalCount = pictures, .goodTestCount = 30, .defectiveTestCount = 30, .imageSize = 900},
                           monitor);
        m_set = readDataset(path() / "set", monitor);
    }
    const Dataset &set() const { return m_set; }
    WeightsStore weights() const { return {path(), {}}; }

private:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
    Dataset m_set;
};

std::shared_ptr<const Model> fit(const Bench &bench, double ratio, Precision precision = Precision::Exact)
{
    TrainingOptions options;
    options.precision = precision;
    options.backbone = "resnet50";
    options.parameters = {{"coreset_ratio", ratio}};
    JobMonitor monitor;
    return Model::train(bench.set().normals, options, bench.weights(), monitor);
}

void fitReference(benchmark::State &state, const Bench &bench)
{
    const double ratio = static_cast<double>(state.range(0)) / 1000;
    double seconds = 0;
    const PeakMemory peak;
    for (auto _ : state)
        seconds = fit(bench, ratio)->summary().secondsTotal;
    state.counters["times_faster"] = (state.range(0) == 10 ? theirFitSeconds : theirLargeFitSeconds) / seconds;
    state.counters["peak_MB"] = static_cast<double>(peak.bytes()) / 1e6;
}

void inspectReference(benchmark::State &state, const Bench &bench, Precision precision)
{
    const std::shared_ptr<const Model> model = fit(bench, 0.01, precision);
    JobMonitor monitor;
    for (auto _ : state)
        inspectSamples(
            *model, bench.set().test, {}, monitor,
            [](std::size_t, const InspectionResult &, const cv::Mat &map) { benchmark::DoNotOptimize(map.data); });
    const double images = static_cast<double>(state.iterations() * std::ssize(bench.set().test));
    state.counters["images_per_second"] = benchmark::Counter(images, benchmark::Counter::kIsRate);
    state.counters["seconds_of_theirs_per_image"] = theirInspectSeconds;
}

} // namespace

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    configureRuntime();
    const Bench bench;
    // Thousandths of the patches that are kept.
    benchmark::RegisterBenchmark("fit", [&](benchmark::State &state) { fitReference(state, bench); })
        ->Arg(10)
        ->Arg(100)
        ->Iterations(1)
        ->Unit(benchmark::kSecond)
        ->UseRealTime();
    for (const Precision precision : {Precision::Exact, Precision::Fast}) {
        benchmark::RegisterBenchmark(
            ("inspect60/" + precisionId(precision)).c_str(),
            [&bench, precision](benchmark::State &state) { inspectReference(state, bench, precision); })
            ->Unit(benchmark::kSecond)
            ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
