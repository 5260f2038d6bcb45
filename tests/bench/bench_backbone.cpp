// The network as this engine runs it against the same network as LibTorch runs it when it is asked layer by layer:
// convolution, batch norm, activation, with the thread count that LibTorch chooses by itself. In one run.
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <benchmark/benchmark.h>

#include <opencv2/core.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>

#include "backbone/networkplan.h"

namespace {

using namespace spotcheck;

constexpr int pictures = 16; // so that all threads have work to the end

struct EagerConvolution {
    ConvolutionPlan plan;
    at::Tensor weights;
    at::Tensor ones;
    at::Tensor zeros;

    explicit EagerConvolution(const ConvolutionPlan &convolution)
        : plan(convolution), weights(at::randn(convolution.weightShape()) * 0.05),
          ones(at::ones({convolution.outputs})), zeros(at::zeros({convolution.outputs}))
    {}

    at::Tensor operator()(const at::Tensor &input) const
    {
        at::Tensor output = at::conv2d(input, weights, {}, plan.stride, plan.kernel / 2, 1, plan.groups);
        output = at::batch_norm(output, ones, zeros, zeros, ones, false, 0.1, 1e-5, true);
        return plan.activation == Activation::Relu ? at::relu(output) : output;
    }
};

/// A ResNet as its paper's code is written.
struct EagerNetwork {
    NetworkPlan plan;
    std::vector<std::vector<std::vector<EagerConvolution>>> paths; ///< of stages, of blocks
    std::vector<std::vector<std::vector<EagerConvolution>>> shortcuts;

    EagerNetwork(const std::string &architecture, const std::string &last) : plan(networkPlan(architecture))
    {
        for (const StagePlan &stage : plan.stages) {
            paths.emplace_back();
            shortcuts.emplace_back();
            for (const BlockPlan &block : stage.blocks) {
                paths.back().emplace_back(block.path.begin(), block.path.end());
                shortcuts.back().emplace_back();
                if (block.shortcut)
                    shortcuts.back().back().emplace_back(*block.shortcut);
            }
            if (stage.name == last)
                break;
        }
    }

    at::Tensor operator()(at::Tensor x) const
    {
        for (std::size_t stage = 0; stage < paths.size(); ++stage) {
            if (plan.stages[stage].pooled)
                x = at::max_pool2d(x, {3, 3}, {2, 2}, {1, 1});
            for (std::size_t block = 0; block < paths[stage].size(); ++block) {
                at::Tensor output = x;
                for (const EagerConvolution &convolution : paths[stage][block])
                    output = convolution(output);
                if (plan.stages[stage].blocks[block].residual)
                    output = at::relu(output + (shortcuts[stage][block].empty() ? x : shortcuts[stage][block][0](x)));
                x = output;
            }
        }
        return x;
    }
};

void eager(benchmark::State &state, const std::string &architecture)
{
    const c10::InferenceMode withoutGradients;
    const EagerNetwork network(architecture, "layer3");
    const at::Tensor input = at::randn({1, 3, 224, 224});
    for (auto _ : state) {
        for (int picture = 0; picture < pictures; ++picture)
            benchmark::DoNotOptimize(network(input).data_ptr());
    }
    state.counters["threads"] = at::get_num_threads();
    state.counters["images_per_second"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * pictures, benchmark::Counter::kIsRate);
}

void engine(benchmark::State &state, const std::string &backbone, Precision precision)
{
    const auto network = Backbone::random(backboneInfo(backbone), 1, {"layer2", "layer3"}, precision);
    const cv::Mat input(224, 224, CV_32FC3, cv::Scalar(0.1, -0.2, 0.3));
    JobMonitor monitor;
    for (auto _ : state)
        parallelFor(pictures, monitor,
                    [&](std::int64_t) { benchmark::DoNotOptimize(network->extract(input).size()); });
    state.counters["threads"] = runtimeThreads();
    state.counters["images_per_second"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * pictures, benchmark::Counter::kIsRate);
}

} // namespace

int main(int argc, char **argv)
{
    restartWithSuitableBlas(argv);
    // Before the engine keeps LibTorch to one thread: the threads that it takes when nobody says anything.
    benchmark::RegisterBenchmark("eager/resnet18", [](benchmark::State &state) { eager(state, "resnet18"); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    benchmark::RegisterBenchmark("eager/resnet50", [](benchmark::State &state) { eager(state, "resnet50"); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    for (const Precision precision : {Precision::Exact, Precision::Fast}) {
        for (const std::string id : {"resnet18", "resnet50"})
            benchmark::RegisterBenchmark((precisionId(precision) + '/' + id).c_str(),
                                         [id, precision](benchmark::State &state) {
                                             configureRuntime();
                                             engine(state, id, precision);
                                         })
                ->Unit(benchmark::kMillisecond)
                ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
