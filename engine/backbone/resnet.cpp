#include "backbone/resnet.h"

#include <array>
#include <utility>

#include <spotcheck/core/error.h>

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
                            std::int64_t kernel, std::int64_t stride, bool rectified)
{
    const std::string digit = std::to_string(number);
    return {block + ".conv" + digit, block + ".bn" + digit, inputs, outputs, kernel, stride, rectified};
}

BlockPlan block(const Family &family, const std::string &name, std::int64_t inputs, std::int64_t planes,
                std::int64_t stride)
{
    BlockPlan plan;
    const std::int64_t outputs = family.bottleneck ? planes * bottleneckExpansion : planes;
    if (family.bottleneck) {
        const std::int64_t width = planes * family.widthPerChannel;
        plan.path = {convolution(name, 1, inputs, width, 1, 1, true),
                     convolution(name, 2, width, width, 3, stride, true),
                     convolution(name, 3, width, outputs, 1, 1, false)};
    } else {
        plan.path = {convolution(name, 1, inputs, planes, 3, stride, true),
                     convolution(name, 2, planes, planes, 3, 1, false)};
    }
    if (stride != 1 || inputs != outputs)
        plan.shortcut = {name + ".downsample.0", name + ".downsample.1", inputs, outputs, 1, stride, false};
    return plan;
}

} // namespace

std::vector<ConvolutionPlan> ResNetPlan::convolutions(std::size_t stageCount) const
{
    std::vector<ConvolutionPlan> all{stem};
    for (std::size_t stage = 0; stage < stageCount; ++stage) {
        for (const BlockPlan &plan : stages[stage].blocks) {
            all.insert(all.end(), plan.path.begin(), plan.path.end());
            if (plan.shortcut)
                all.push_back(*plan.shortcut);
        }
    }
    return all;
}

ResNetPlan resNetPlan(const std::string &architecture)
{
    for (const Family &family : families) {
        if (architecture != family.architecture)
            continue;
        ResNetPlan plan;
        plan.architecture = architecture;
        plan.stem = {"conv1", "bn1", 3, 64, 7, 2, true};
        std::int64_t inputs = plan.stem.outputs;
        for (std::size_t stage = 0; stage < family.blocks.size(); ++stage) {
            StagePlan stagePlan{"layer" + std::to_string(stage + 1), {}};
            const std::int64_t planes = 64LL << stage;
            for (int index = 0; index < family.blocks[stage]; ++index) {
                const std::int64_t stride = stage > 0 && index == 0 ? 2 : 1;
                stagePlan.blocks.push_back(
                    block(family, stagePlan.name + "." + std::to_string(index), inputs, planes, stride));
                inputs = stagePlan.blocks.back().path.back().outputs;
            }
            plan.stages.push_back(std::move(stagePlan));
        }
        return plan;
    }
    throw Error(ErrorCode::UnknownBackbone, "no architecture is called " + architecture);
}

} // namespace spotcheck
