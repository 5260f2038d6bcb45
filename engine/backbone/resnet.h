#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spotcheck {

/// A convolution without bias, followed by batch norm, as it stands in a torchvision state dict.
struct ConvolutionPlan {
    std::string convolution; ///< prefix of its tensor: "layer1.0.conv1"
    std::string norm;        ///< prefix of its batch norm's: "layer1.0.bn1"
    std::int64_t inputs = 0;
    std::int64_t outputs = 0;
    std::int64_t kernel = 1; ///< odd; the padding is kernel / 2
    std::int64_t stride = 1;
    bool rectified = true; ///< ReLU behind it (the last one of a block is rectified after the sum)

    std::vector<std::int64_t> weightShape() const { return {outputs, inputs, kernel, kernel}; }
};

/// relu(path(x) + shortcut(x)); without a shortcut, x itself.
struct BlockPlan {
    std::vector<ConvolutionPlan> path;
    std::optional<ConvolutionPlan> shortcut;
};

struct StagePlan {
    std::string name; ///< "layer1" ... "layer4"
    std::vector<BlockPlan> blocks;
};

/// The whole family in one description: the stem, a 3x3 max pooling of stride 2, and four stages.
/// He et al., Deep Residual Learning (2016), with torchvision's stride on the 3x3 convolution of a bottleneck;
/// Zagoruyko and Komodakis, Wide Residual Networks (2016).
struct ResNetPlan {
    std::string architecture;
    ConvolutionPlan stem;
    std::vector<StagePlan> stages;

    /// Stem and blocks of the first `stageCount` stages, in the order in which they are computed.
    std::vector<ConvolutionPlan> convolutions(std::size_t stageCount) const;
};

/// `architecture` as torchvision names it. \throws Error(UnknownBackbone)
ResNetPlan resNetPlan(const std::string &architecture);

} // namespace spotcheck
