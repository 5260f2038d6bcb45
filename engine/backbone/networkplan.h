#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spotcheck {

enum class Activation { None, Relu, Silu, Sigmoid };

/// A tensor as a state dict must hold it.
struct ExpectedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// A convolution as it stands in a torchvision state dict: without bias and followed by batch norm, or, where
/// `norm` is empty, with a bias.
struct ConvolutionPlan {
    std::string convolution; ///< prefix of its tensor: "layer1.0.conv1"
    std::string norm;        ///< prefix of its batch norm's: "layer1.0.bn1"
    std::int64_t inputs = 0;
    std::int64_t outputs = 0;
    std::int64_t kernel = 1; ///< odd; the padding is kernel / 2
    std::int64_t stride = 1;
    Activation activation = Activation::Relu;
    std::int64_t groups = 1; ///< as many as channels: a depthwise convolution
    double normEpsilon = 1e-5;

    std::vector<std::int64_t> weightShape() const { return {outputs, inputs / groups, kernel, kernel}; }
    std::vector<ExpectedTensor> tensors() const;
};

/// Squeeze and excitation (Hu et al., 2018): x * expand(reduce(mean of x over the places)).
struct SqueezePlan {
    ConvolutionPlan reduce;
    ConvolutionPlan expand;
};

/// path(x), or activation(path(x) + shortcut(x)) where it is residual; without a shortcut, x itself.
struct BlockPlan {
    std::vector<ConvolutionPlan> path;
    std::optional<SqueezePlan> squeeze; ///< in front of the path's last convolution
    bool residual = false;
    std::optional<ConvolutionPlan> shortcut;
    Activation activation = Activation::None; ///< after the sum

    /// All of them in the order in which they are computed.
    std::vector<ConvolutionPlan> convolutions() const;
};

/// A part of a network whose output can be used as features.
struct StagePlan {
    std::string name;    ///< of the layer: "stem", "layer1", "stage1", "head"
    std::string prefix;  ///< with which the names of its tensors begin: "conv1.", "layer1.", "features.1."
    bool pooled = false; ///< a 3x3 max pooling of stride 2 stands in front of the blocks
    std::vector<BlockPlan> blocks;
};

/// A network as a list of stages, the stem first, each working on the output of the one before.
struct NetworkPlan {
    std::string architecture;
    std::string prefix; ///< of the tensors that tell the family's members apart: "layer", "features."
    std::vector<StagePlan> stages;

    /// Those of the first `stageCount` stages, in the order in which they are computed.
    std::vector<ConvolutionPlan> convolutions(std::size_t stageCount) const;

    /// Multiply-adds of the convolutions up to and with the stage `last`, for one picture of `height` x `width` px.
    /// \throws Error(LayerMissing)
    double multiplyAdds(const std::string &last, std::int64_t height, std::int64_t width) const;
};

/// `architecture` as torchvision names it. \throws Error(UnknownBackbone)
NetworkPlan networkPlan(const std::string &architecture);

} // namespace spotcheck
