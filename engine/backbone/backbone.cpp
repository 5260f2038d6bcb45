#include <spotcheck/backbone/backbone.h>

#include <algorithm>
#include <new>
#include <optional>
#include <random>
#include <string_view>
#include <utility>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <omp.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "backbone/networkplan.h"
#include "backbone/networkweights.h"
#include "model/safetensors.h"

namespace spotcheck {

namespace {

/// LibTorch keeps to the calling thread while this lives. OpenMP's thread count belongs to each thread, and
/// LibTorch sets it by itself in a thread that uses it for the first time: asking for the count gets that over with.
class SingleThread {
public:
    SingleThread() : m_before(omp_get_max_threads())
    {
        at::get_num_threads();
        omp_set_num_threads(1);
    }
    ~SingleThread() { omp_set_num_threads(m_before); }
    SingleThread(const SingleThread &) = delete;
    SingleThread &operator=(const SingleThread &) = delete;

private:
    int m_before;
};

/// Calls `work` without gradients and on this thread alone; translates LibTorch's and oneDNN's exceptions.
template <typename Work>
auto inference(Work work)
{
    try {
        const c10::InferenceMode withoutGradients;
        const SingleThread single;
        return work();
    } catch (const Error &) {
        throw;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, std::string("for the backbone"));
    } catch (const std::exception &problem) {
        const std::string_view text = problem.what();
        // LibTorch's allocator has no exception type of its own.
        const bool memory = text.find("can't allocate memory") != std::string_view::npos ||
                            text.find("not enough memory") != std::string_view::npos;
        const std::string firstLine(text.substr(0, text.find('\n')));
        throw Error(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, firstLine);
    }
}

/// In place, as the tensor is the caller's own.
at::Tensor activated(at::Tensor tensor, Activation activation)
{
    switch (activation) {
    case Activation::None:
        return tensor;
    case Activation::Relu:
        return tensor.relu_();
    case Activation::Silu:
        return at::silu_(tensor);
    case Activation::Sigmoid:
        return tensor.sigmoid_();
    }
    throw Error(ErrorCode::Internal, "unknown activation");
}

struct Convolution {
    at::Tensor weights; ///< channels last
    at::Tensor bias;
    std::int64_t stride = 1;
    std::int64_t padding = 0;
    std::int64_t groups = 1;
    Activation activation = Activation::None;

    Convolution(const ConvolutionPlan &plan, FoldedConvolution folded)
        : stride(plan.stride), padding(plan.kernel / 2), groups(plan.groups), activation(plan.activation)
    {
        weights = at::from_blob(folded.weights.data(), plan.weightShape(), at::kFloat)
                      .clone(at::MemoryFormat::ChannelsLast);
        bias = at::from_blob(folded.bias.data(), {plan.outputs}, at::kFloat).clone();
    }

    at::Tensor operator()(const at::Tensor &input) const
    {
        // oneDNN by name: for 1x1 kernels on one thread at::conv2d prefers a matrix product that takes twice as long.
        at::Tensor output =
            at::hasMKLDNN()
                ? at::mkldnn_convolution(input, weights, bias, {padding, padding}, {stride, stride}, {1, 1}, groups)
                : at::conv2d(input, weights, bias, {stride, stride}, {padding, padding}, {1, 1}, groups);
        return activated(std::move(output), activation);
    }
};

struct Squeeze {
    Convolution reduce;
    Convolution expand;

    at::Tensor operator()(at::Tensor input) const
    {
        const at::Tensor means = input.mean({2, 3}, true);
        return input.mul_(expand(reduce(means)));
    }
};

struct Block {
    std::vector<Convolution> path;
    std::optional<Squeeze> squeeze;
    bool residual = false;
    std::optional<Convolution> shortcut;
    Activation activation = Activation::None;

    /// `make`: the folded weights for a plan, asked for in the order of computation.
    template <typename Make>
    Block(const BlockPlan &plan, Make &make) : residual(plan.residual), activation(plan.activation)
    {
        for (const ConvolutionPlan &convolution : plan.path) {
            if (plan.squeeze && &convolution == &plan.path.back()) {
                Convolution reduce(plan.squeeze->reduce, make(plan.squeeze->reduce));
                squeeze.emplace(std::move(reduce), Convolution(plan.squeeze->expand, make(plan.squeeze->expand)));
            }
            path.emplace_back(convolution, make(convolution));
        }
        if (plan.shortcut)
            shortcut.emplace(*plan.shortcut, make(*plan.shortcut));
    }

    at::Tensor operator()(const at::Tensor &input) const
    {
        at::Tensor output = input;
        for (std::size_t index = 0; index < path.size(); ++index) {
            // Never in front of the first one: the squeeze changes its input in place.
            if (squeeze && index + 1 == path.size())
                output = (*squeeze)(output);
            output = path[index](output);
        }
        return residual ? activated(output.add_(shortcut ? (*shortcut)(input) : input), activation) : output;
    }
};

struct NetworkStage {
    bool pooled = false;
    std::vector<Block> blocks;

    at::Tensor operator()(const at::Tensor &input) const
    {
        at::Tensor output = pooled ? at::max_pool2d(input, {3, 3}, {2, 2}, {1, 1}) : input;
        for (const Block &block : blocks)
            output = block(output);
        return output;
    }
};

FeatureMap featureMap(const std::string &layer, const at::Tensor &output)
{
    // A copy only where LibTorch chose another layout, as it may for maps of a single pixel.
    const auto owner = std::make_shared<at::Tensor>(output.contiguous(at::MemoryFormat::ChannelsLast));
    FeatureMap map;
    map.layer = layer;
    map.channels = static_cast<int>(owner->size(1));
    map.height = static_cast<int>(owner->size(2));
    map.width = static_cast<int>(owner->size(3));
    map.values = std::shared_ptr<const float>(owner, owner->data_ptr<float>());
    return map;
}

} // namespace

struct Backbone::Network {
    std::vector<NetworkStage> stages;
    std::vector<std::size_t> wanted; ///< stage of each layer asked for

    /// `make`: as `Block` wants it.
    template <typename Make>
    Network(const NetworkPlan &plan, std::vector<std::size_t> wantedStages, Make make)
        : wanted(std::move(wantedStages))
    {
        const std::size_t last = std::ranges::max(wanted);
        for (std::size_t index = 0; index <= last; ++index) {
            NetworkStage &stage = stages.emplace_back();
            stage.pooled = plan.stages[index].pooled;
            for (const BlockPlan &block : plan.stages[index].blocks)
                stage.blocks.emplace_back(block, make);
        }
    }

    std::vector<at::Tensor> outputs(const at::Tensor &input) const
    {
        std::vector<at::Tensor> all;
        for (const NetworkStage &stage : stages)
            all.push_back(stage(all.empty() ? input : all.back()));
        return all;
    }
};

namespace {

std::vector<std::size_t> stageIndices(const BackboneInfo &info, const NetworkPlan &plan,
                                      const std::vector<std::string> &layers)
{
    if (layers.empty())
        throw Error(ErrorCode::InvalidParameter, "no layer of " + info.id + " was asked for");
    std::vector<std::size_t> indices;
    for (const std::string &name : layers) {
        const std::string &known = info.layer(name).name;
        const auto stage = std::ranges::find(plan.stages, known, &StagePlan::name);
        indices.push_back(static_cast<std::size_t>(stage - plan.stages.begin()));
    }
    return indices;
}

SafetensorsFile openWeights(const BackboneInfo &info, const std::filesystem::path &file)
{
    try {
        return {file, ErrorCode::WeightsInvalid};
    } catch (const Error &error) {
        if (error.code() != ErrorCode::FileNotFound)
            throw;
        throw Error(ErrorCode::WeightsMissing, file, "there is no weights file for " + info.id);
    }
}

} // namespace

Backbone::Backbone(BackboneInfo info, std::vector<std::string> layers, std::string sha256,
                   std::unique_ptr<Network> network)
    : m_info(std::move(info)), m_layers(std::move(layers)), m_sha256(std::move(sha256)), m_network(std::move(network))
{}

Backbone::~Backbone() = default;

std::shared_ptr<const Backbone> Backbone::load(const BackboneInfo &info, const std::filesystem::path &weightsFile,
                                               const std::vector<std::string> &layers)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    const std::vector<std::size_t> wanted = stageIndices(info, plan, layers);
    const SafetensorsFile file = openWeights(info, weightsFile);
    if (const std::string problem = misfit(file, plan); !problem.empty())
        file.fail(problem);
    for (const std::size_t stage : wanted)
        if (stage >= stagesIn(file, plan))
            throw Error(ErrorCode::LayerMissing, weightsFile,
                        "the weights of " + info.id + " stop before " + plan.stages[stage].name);
    return inference([&] {
        auto network = std::make_unique<Network>(
            plan, wanted, [&file](const ConvolutionPlan &convolution) { return readConvolution(file, convolution); });
        return std::shared_ptr<const Backbone>(
            new Backbone(info, layers, sha256OfFile(weightsFile), std::move(network)));
    });
}

std::shared_ptr<const Backbone> Backbone::random(const BackboneInfo &info, std::uint64_t seed,
                                                 const std::vector<std::string> &layers)
{
    const NetworkPlan plan = networkPlan(info.architecture);
    const std::vector<std::size_t> wanted = stageIndices(info, plan, layers);
    return inference([&] {
        std::mt19937_64 engine(seed);
        auto network = std::make_unique<Network>(plan, wanted, [&engine](const ConvolutionPlan &convolution) {
            return randomConvolution(engine, convolution);
        });
        return std::shared_ptr<const Backbone>(new Backbone(info, layers, {}, std::move(network)));
    });
}

const BackboneInfo &Backbone::info() const
{
    return m_info;
}

const std::vector<std::string> &Backbone::layers() const
{
    return m_layers;
}

const std::string &Backbone::weightsSha256() const
{
    return m_sha256;
}

FeatureMaps Backbone::extract(const cv::Mat &input) const
{
    if (input.empty() || input.dims != 2 || input.type() != CV_32FC3)
        throw Error(ErrorCode::InvalidParameter, "a backbone needs a picture of three single-precision channels");
    return inference([&] {
        // A view in the order [N, C, H, W] of the picture's interleaved pixels; LibTorch only reads it.
        const std::int64_t rowStep = static_cast<std::int64_t>(input.step1());
        const at::Tensor view = at::from_blob(const_cast<float *>(input.ptr<float>()), {1, 3, input.rows, input.cols},
                                              {rowStep * input.rows, 1, rowStep, 3}, at::kFloat)
                                    .contiguous(at::MemoryFormat::ChannelsLast);
        const std::vector<at::Tensor> outputs = m_network->outputs(view);
        FeatureMaps maps;
        for (std::size_t index = 0; index < m_layers.size(); ++index)
            maps.push_back(featureMap(m_layers[index], outputs[m_network->wanted[index]]));
        return maps;
    });
}

} // namespace spotcheck
