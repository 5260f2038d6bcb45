#include "backbone/resnet.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spotcheck {

namespace {

struct Family {
    const char *architecture;
    bool bottleneck;
    std::array<int, 4> blocks;    ///< of each stage
    std::int64_t widthPerChannel; ///< of a bottleneck's inner convolutions: 2 in the wide ones
};

constexpr std::array<Family, 6> families{{
    {"resnet18", false, {2, 2, 2, 2}, 1},
    {"resnet34", false, {3, 4, 6, 3}, 1},
    {"resnet50", true, {3, 4, 6, 3}, 1},
    {"resnet101", true, {3, 4, 23, 3}, 1},
    {"wide_resnet50_2", true, {3, 4, 6, 3}, 2},
    {"wide_resnet101_2", true, {3, 4, 23, 3}, 2},
}};

constexpr std::int64_t bottleneckExpansion = 4; ///< output channels per inner channel

ConvolutionPlan convolution(const std::string &block, int number, std::int64_t inputs, std::int64_t outputs,
                            std::int64_t kernel, std::int64_t stride, Activation activation)
{
    const std::string digit = std::to_string(number);
    return {block + ".conv" + digit, block + ".bn" + digit, inputs, outputs, kernel, stride, activation};
}

BlockPlan block(const Family &family, const std::string &name, std::int64_t inputs, std::int64_t planes,
                std::int64_t stride)
{
    BlockPlan plan;
    plan.residual = true;
    plan.activation = Activation::Relu;
    const std::int64_t outputs = family.bottleneck ? planes * bottleneckExpansion : planes;
    if (family.bottleneck) {
        const std::int64_t width = planes * family.widthPerChannel;
        plan.path = {convolution(name, 1, inputs, width, 1, 1, Activation::Relu),
                     convolution(name, 2, width, width, 3, stride, Activation::Relu),
                     convolution(name, 3, width, outputs, 1, 1, Activation::None)};
    } else {
        plan.path = {convolution(name, 1, inputs, planes, 3, stride, Activation::Relu),
                     convolution(name, 2, planes, planes, 3, 1, Activation::None)};
    }
    if (stride != 1 || inputs != outputs)
        plan.shortcut = {name + ".downsample.0", name + ".downsample.1", inputs, outputs, 1, stride,
                         Activation::None};
    return plan;
}

NetworkPlan planOf(const Family &family)
{
    NetworkPlan plan{family.architecture, "layer", {}};
    BlockPlan stem;
    stem.path = {{"conv1", "bn1", 3, 64, 7, 2, Activation::Relu}};
    std::int64_t inputs = stem.path.back().outputs;
    plan.stages.push_back({"stem", "conv1.", false, {std::move(stem)}});
    for (std::size_t stage = 0; stage < family.blocks.size(); ++stage) {
        const std::string name = "layer" + std::to_string(stage + 1);
        StagePlan stagePlan{name, name + ".", stage == 0, {}};
        const std::int64_t planes = 64LL << stage;
        for (int index = 0; index < family.blocks[stage]; ++index) {
            const std::int64_t stride = stage > 0 && index == 0 ? 2 : 1;
            stagePlan.blocks.push_back(
                block(family, stagePlan.prefix + std::to_string(index), inputs, planes, stride));
            inputs = stagePlan.blocks.back().path.back().outputs;
        }
        plan.stages.push_back(std::move(stagePlan));
    }
    return plan;
}

} // namespace

std::optional<NetworkPlan> resNetPlan(const std::string &architecture)
{
    const auto family = std::ranges::find(families, architecture, &Family::architecture);
    return family == families.end() ? std::nullopt : std::optional(planOf(*family));
}

} // namespace spotcheck
