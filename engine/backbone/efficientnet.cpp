#include "backbone/efficientnet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace spotcheck {

namespace {

/// A member of the family: compound scaling of the same stages (Tan and Le, Sec. 3.3).
struct Member {
    const char *architecture;
    double width;
    double depth;
    double normEpsilon; ///< the weights of B5 come from TensorFlow, whose batch norm uses 1e-3
};

constexpr std::array<Member, 2> members{{
    {"efficientnet_b4", 1.4, 1.8, 1e-5},
    {"efficientnet_b5", 1.6, 2.2, 1e-3},
}};

/// A stage of B0, before scaling.
struct BlockGroup {
    std::int64_t expansion; ///< inner channels per input channel
    std::int64_t kernel;
    std::int64_t stride;
    std::int64_t outputs;
    int blocks;
};

constexpr std::int64_t stemOutputs = 32;
constexpr std::array<BlockGroup, 7> baseStages{{
    {1, 3, 1, 16, 1},
    {6, 3, 2, 24, 2},
    {6, 5, 2, 40, 2},
    {6, 3, 2, 80, 3},
    {6, 5, 1, 112, 3},
    {6, 5, 2, 192, 4},
    {6, 3, 1, 320, 1},
}};
constexpr std::int64_t squeezeShare = 4; ///< input channels of a block per squeezed channel
constexpr std::int64_t headExpansion = 4;

/// Rounded to a multiple of 8, but not below 90 % of the scaled number.
std::int64_t scaledChannels(std::int64_t channels, double width)
{
    const double scaled = static_cast<double>(channels) * width;
    const auto rounded = std::max<std::int64_t>(8, static_cast<std::int64_t>(scaled + 4) / 8 * 8);
    return static_cast<double>(rounded) < 0.9 * scaled ? rounded + 8 : rounded;
}

ConvolutionPlan normedConvolution(const Member &member, const std::string &name, std::int64_t inputs,
                                  std::int64_t outputs, std::int64_t kernel, std::int64_t stride,
                                  Activation activation, std::int64_t groups = 1)
{
    return {name + ".0", name + ".1", inputs, outputs, kernel, stride, activation, groups, member.normEpsilon};
}

/// MBConv: expand, depthwise, squeeze and excite, project.
BlockPlan block(const Member &member, const BlockGroup &stage, const std::string &name, std::int64_t inputs,
                std::int64_t outputs, std::int64_t stride)
{
    BlockPlan plan;
    auto partName = [&name, part = 0]() mutable { return name + ".block." + std::to_string(part++); };
    const std::int64_t inner = inputs * stage.expansion;
    if (inner != inputs)
        plan.path.push_back(normedConvolution(member, partName(), inputs, inner, 1, 1, Activation::Silu));
    plan.path.push_back(
        normedConvolution(member, partName(), inner, inner, stage.kernel, stride, Activation::Silu, inner));
    const std::int64_t squeezed = std::max<std::int64_t>(1, inputs / squeezeShare);
    const std::string squeeze = partName();
    plan.squeeze = {{squeeze + ".fc1", {}, inner, squeezed, 1, 1, Activation::Silu},
                    {squeeze + ".fc2", {}, squeezed, inner, 1, 1, Activation::Sigmoid}};
    plan.path.push_back(normedConvolution(member, partName(), inner, outputs, 1, 1, Activation::None));
    plan.residual = stride == 1 && inputs == outputs;
    return plan;
}

NetworkPlan planOf(const Member &member)
{
    NetworkPlan plan{member.architecture, "features.", {}};
    const auto prefix = [&plan] { return "features." + std::to_string(plan.stages.size()); };
    const auto addConvolution = [&](const std::string &name, std::int64_t inputs, std::int64_t outputs,
                                    std::int64_t kernel, std::int64_t stride) {
        BlockPlan only;
        only.path = {normedConvolution(member, prefix(), inputs, outputs, kernel, stride, Activation::Silu)};
        plan.stages.push_back({name, prefix() + ".", false, {std::move(only)}});
    };
    std::int64_t inputs = scaledChannels(stemOutputs, member.width);
    addConvolution("stem", 3, inputs, 3, 2);
    for (const BlockGroup &stage : baseStages) {
        StagePlan stagePlan{"stage" + std::to_string(plan.stages.size()), prefix() + ".", false, {}};
        const std::int64_t outputs = scaledChannels(stage.outputs, member.width);
        const int blocks = static_cast<int>(std::ceil(stage.blocks * member.depth));
        for (int index = 0; index < blocks; ++index) {
            stagePlan.blocks.push_back(block(member, stage, stagePlan.prefix + std::to_string(index), inputs, outputs,
                                             index == 0 ? stage.stride : 1));
            inputs = outputs;
        }
        plan.stages.push_back(std::move(stagePlan));
    }
    addConvolution("head", inputs, headExpansion * inputs, 1, 1);
    return plan;
}

} // namespace

std::optional<NetworkPlan> efficientNetPlan(const std::string &architecture)
{
    const auto member = std::ranges::find(members, architecture, &Member::architecture);
    return member == members.end() ? std::nullopt : std::optional(planOf(*member));
}

} // namespace spotcheck
