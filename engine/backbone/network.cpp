#include "backbone/network.h"

#include <ATen/ATen.h>

#include <spotcheck/core/error.h>

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

} // namespace

NetworkForm NetworkForm::choose(const NetworkPlan &plan, bool precise)
{
    // oneDNN's layout knows convolutions, sums, rectifiers and pooling: those of a ResNet.
    bool simple = true;
    for (const StagePlan &stage : plan.stages) {
        for (const BlockPlan &block : stage.blocks) {
            simple = simple && !block.squeeze;
            for (const ConvolutionPlan &convolution : block.convolutions())
                simple = simple &&
                         (convolution.activation == Activation::None || convolution.activation == Activation::Relu);
        }
    }
    const bool blocked = simple && at::hasMKLDNN();
    return {blocked, blocked && !precise && Backbone::canBeFast()};
}

Convolution::Convolution(const ConvolutionPlan &plan, FoldedConvolution folded, const NetworkForm &form)
    : stride(plan.stride), padding(plan.kernel / 2), groups(plan.groups), activation(plan.activation)
{
    weights =
        at::from_blob(folded.weights.data(), plan.weightShape(), at::kFloat).clone(at::MemoryFormat::ChannelsLast);
    bias = at::from_blob(folded.bias.data(), {plan.outputs}, at::kFloat).clone();
    if (!form.blocked)
        return;
    requireKernelMemory(weights.nbytes());
    const at::ScalarType type = form.half ? at::kBFloat16 : at::kFloat;
    weights = at::mkldnn_reorder_conv2d_weight(weights.contiguous().to(type).to_mkldnn(), {padding, padding},
                                               {stride, stride}, {1, 1}, groups);
    bias = bias.to(type).to_mkldnn();
}

at::Tensor Convolution::operator()(const at::Tensor &input) const
{
    requireKernelMemory(input.nbytes());
    // oneDNN by name: for 1x1 kernels on one thread at::conv2d prefers a matrix product that takes twice as long.
    at::Tensor output =
        at::hasMKLDNN()
            ? at::mkldnn_convolution(input, weights, bias, {padding, padding}, {stride, stride}, {1, 1}, groups)
            : at::conv2d(input, weights, bias, {stride, stride}, {padding, padding}, {1, 1}, groups);
    return activated(std::move(output), activation);
}

at::Tensor Squeeze::operator()(const at::Tensor &input) const
{
    const at::Tensor means = input.mean({2, 3}, true);
    return input.mul_(expand(reduce(means)));
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

std::vector<at::Tensor> Backbone::Network::outputs(const at::Tensor &input) const
{
    std::vector<at::Tensor> all;
    at::Tensor current = form.half ? input.to(at::kBFloat16) : input;
    requireKernelMemory(current.nbytes());
    if (form.blocked)
        current = current.to_mkldnn();
    for (const NetworkStage &stage : stages)
        all.push_back(current = stage(current));
    for (const std::size_t stage : wanted) {
        if (form.blocked && all[stage].is_mkldnn())
            all[stage] = all[stage].to_dense().to(at::kFloat);
    }
    return all;
}

} // namespace spotcheck
