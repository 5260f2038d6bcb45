#include "backbone/network.h"

#include <ATen/ATen.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "backbone/compilednetwork.h"
#include "backbone/kernelmemory.h"

namespace spotcheck {

namespace {

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

FeatureMap featureMap(const at::Tensor &output)
{
    // A copy only where LibTorch chose another layout, as it may for maps of a single pixel.
    const auto owner = std::make_shared<at::Tensor>(output.cpu().contiguous(at::MemoryFormat::ChannelsLast));
    FeatureMap map;
    map.channels = static_cast<int>(owner->size(1));
    map.height = static_cast<int>(owner->size(2));
    map.width = static_cast<int>(owner->size(3));
    map.values = std::shared_ptr<const float>(owner, owner->data_ptr<float>());
    return map;
}

// Pictures of one kind come in one size; an estimate or a test beside it may use another.
constexpr std::size_t sizesKept = 2;

} // namespace

NetworkForm NetworkForm::choose(const NetworkPlan &plan, bool precise)
{
    if (runtimeDevice() == Device::Cuda && Backbone::canUseCuda())
        return {.onCard = true};
    const bool compiled = CompiledNetwork::knows(plan);
    return {compiled, compiled && !precise && Backbone::canBeFast()};
}

Convolution::Convolution(const ConvolutionPlan &plan, FoldedConvolution folded)
    : weights(
          at::from_blob(folded.weights.data(), plan.weightShape(), at::kFloat).clone(at::MemoryFormat::ChannelsLast)),
      bias(at::from_blob(folded.bias.data(), {plan.outputs}, at::kFloat).clone()), stride(plan.stride),
      padding(plan.kernel / 2), groups(plan.groups), activation(plan.activation)
{}

void Convolution::moveTo(at::DeviceType device)
{
    weights = weights.to(device);
    bias = bias.to(device);
}

at::Tensor Convolution::operator()(const at::Tensor &input) const
{
    if (input.is_cpu())
        requireKernelMemory(input.nbytes());
    // oneDNN by name: for 1x1 kernels on one thread at::conv2d prefers a matrix product that takes twice as long.
    at::Tensor output =
        input.is_cpu() && at::hasMKLDNN()
            ? at::mkldnn_convolution(input, weights, bias, {padding, padding}, {stride, stride}, {1, 1}, groups)
            : at::conv2d(input, weights, bias, {stride, stride}, {padding, padding}, {1, 1}, groups);
    return activated(std::move(output), activation);
}

at::Tensor Squeeze::operator()(const at::Tensor &input) const
{
    const at::Tensor means = input.mean({2, 3}, true);
    return input.mul_(expand(reduce(means)));
}

void Block::moveTo(at::DeviceType device)
{
    for (Convolution &convolution : path)
        convolution.moveTo(device);
    if (squeeze) {
        squeeze->reduce.moveTo(device);
        squeeze->expand.moveTo(device);
    }
    if (shortcut)
        shortcut->moveTo(device);
}

at::Tensor Block::operator()(const at::Tensor &input) const
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

at::Tensor NetworkStage::operator()(const at::Tensor &input) const
{
    at::Tensor output = pooled ? at::max_pool2d(input, {3, 3}, {2, 2}, {1, 1}) : input;
    for (const Block &block : blocks)
        output = block(output);
    return output;
}

void Backbone::Network::moveToCard()
{
    // Single precision as on the processor, and the same bits in every run.
    at::globalContext().setAllowTF32CuDNN(false);
    at::globalContext().setBenchmarkCuDNN(false);
    at::globalContext().setDeterministicCuDNN(true);
    for (NetworkStage &stage : stages) {
        for (Block &block : stage.blocks)
            block.moveTo(at::kCUDA);
    }
}

FeatureMaps Backbone::Network::outputsOfLibTorch(const cv::Mat &input) const
{
    // A view in the order [N, C, H, W] of the picture's interleaved pixels; LibTorch only reads it.
    const std::int64_t rowStep = static_cast<std::int64_t>(input.step1());
    at::Tensor current = at::from_blob(const_cast<float *>(input.ptr<float>()), {1, 3, input.rows, input.cols},
                                       {rowStep * input.rows, 1, rowStep, 3}, at::kFloat)
                             .contiguous(at::MemoryFormat::ChannelsLast)
                             .to(form.onCard ? at::kCUDA : at::kCPU);
    std::vector<at::Tensor> all;
    for (const NetworkStage &stage : stages)
        all.push_back(current = stage(current));
    FeatureMaps maps;
    for (const std::size_t stage : wanted)
        maps.push_back(featureMap(all[stage]));
    return maps;
}

std::shared_ptr<const CompiledNetwork> Backbone::Network::compiledFor(const cv::Size &size) const
{
    const std::scoped_lock lock(m_mutex);
    const auto known = std::ranges::find(m_compiled, size, [](const auto &network) { return network->size(); });
    if (known != m_compiled.end()) {
        std::rotate(m_compiled.begin(), known, known + 1);
        return m_compiled.front();
    }
    if (m_compiled.size() == sizesKept)
        m_compiled.pop_back();
    m_compiled.insert(m_compiled.begin(), std::make_shared<const CompiledNetwork>(stages, wanted, size, form.half));
    return m_compiled.front();
}

FeatureMaps Backbone::Network::outputs(const cv::Mat &input) const
{
    return form.compiled ? (*compiledFor(input.size()))(input) : outputsOfLibTorch(input);
}

} // namespace spotcheck
