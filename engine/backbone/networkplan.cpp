#include "backbone/networkplan.h"

#include <spotcheck/core/error.h>

#include "backbone/efficientnet.h"
#include "backbone/resnet.h"

namespace spotcheck {

std::vector<ExpectedTensor> ConvolutionPlan::tensors() const
{
    const std::vector<std::int64_t> channels{outputs};
    if (norm.empty())
        return {{convolution + ".weight", weightShape()}, {convolution + ".bias", channels}};
    return {{convolution + ".weight", weightShape()},
            {norm + ".weight", channels},
            {norm + ".bias", channels},
            {norm + ".running_mean", channels},
            {norm + ".running_var", channels}};
}

std::vector<ConvolutionPlan> BlockPlan::convolutions() const
{
    std::vector<ConvolutionPlan> all = path;
    if (squeeze)
        all.insert(all.end() - 1, {squeeze->reduce, squeeze->expand});
    if (shortcut)
        all.push_back(*shortcut);
    return all;
}

std::vector<ConvolutionPlan> NetworkPlan::convolutions(std::size_t stageCount) const
{
    std::vector<ConvolutionPlan> all;
    for (std::size_t stage = 0; stage < stageCount; ++stage) {
        for (const BlockPlan &block : stages[stage].blocks) {
            const std::vector<ConvolutionPlan> ofBlock = block.convolutions();
            all.insert(all.end(), ofBlock.begin(), ofBlock.end());
        }
    }
    return all;
}

namespace {

/// A grid that convolutions make smaller. Their padding is half the kernel, so only the stride counts.
struct Grid {
    std::int64_t height;
    std::int64_t width;

    void shrink(std::int64_t stride)
    {
        height = (height + stride - 1) / stride;
        width = (width + stride - 1) / stride;
    }

    /// Goes through `convolution`, and returns its multiply-adds.
    double pass(const ConvolutionPlan &convolution)
    {
        shrink(convolution.stride);
        const std::int64_t taps =
            convolution.inputs / convolution.groups * convolution.kernel * convolution.kernel; // of one output
        return static_cast<double>(height * width * convolution.outputs) * static_cast<double>(taps);
    }
};

} // namespace

double NetworkPlan::multiplyAdds(const std::string &last, std::int64_t height, std::int64_t width) const
{
    Grid grid{height, width};
    double sum = 0;
    for (const StagePlan &stage : stages) {
        if (stage.pooled)
            grid.shrink(2);
        for (const BlockPlan &block : stage.blocks) {
            Grid beside = grid;
            if (block.shortcut)
                sum += beside.pass(*block.shortcut);
            for (const ConvolutionPlan &convolution : block.path)
                sum += grid.pass(convolution);
            if (block.squeeze) { // on the mean over all places
                Grid one{1, 1};
                sum += one.pass(block.squeeze->reduce) + one.pass(block.squeeze->expand);
            }
        }
        if (stage.name == last)
            return sum;
    }
    throw Error(ErrorCode::LayerMissing, architecture + " has no layer " + last);
}

NetworkPlan networkPlan(const std::string &architecture)
{
    if (std::optional<NetworkPlan> plan = resNetPlan(architecture))
        return *std::move(plan);
    if (std::optional<NetworkPlan> plan = efficientNetPlan(architecture))
        return *std::move(plan);
    throw Error(ErrorCode::UnknownBackbone, "no architecture is called " + architecture);
}

} // namespace spotcheck
