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

NetworkPlan networkPlan(const std::string &architecture)
{
    if (std::optional<NetworkPlan> plan = resNetPlan(architecture))
        return *std::move(plan);
    if (std::optional<NetworkPlan> plan = efficientNetPlan(architecture))
        return *std::move(plan);
    throw Error(ErrorCode::UnknownBackbone, "no architecture is called " + architecture);
}

} // namespace spotcheck
