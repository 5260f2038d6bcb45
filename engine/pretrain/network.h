#pragma once

#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/conv.h>

namespace spotcheck::pretrain {

/// Two 3x3 convolutions around a shortcut (He et al. 2016), modules named as torchvision names them.
class BasicBlockImpl : public torch::nn::Module {
public:
    BasicBlockImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t stride);
    torch::Tensor forward(const torch::Tensor &input);

private:
    torch::nn::Conv2d m_conv1;
    torch::nn::BatchNorm2d m_bn1;
    torch::nn::Conv2d m_conv2;
    torch::nn::BatchNorm2d m_bn2;
    torch::nn::Sequential m_downsample{nullptr};
};
TORCH_MODULE(BasicBlock);

/// Outputs of the four stages for an input [N, 3, S, S]: 64, 128, 256, 512 channels at strides 4, 8, 16, 32.
struct StageMaps {
    torch::Tensor layer1;
    torch::Tensor layer2;
    torch::Tensor layer3;
    torch::Tensor layer4;
};

/// ResNet-18 without its classifier; parameter names are torchvision's.
class ResNet18Impl : public torch::nn::Module {
public:
    ResNet18Impl();
    StageMaps forward(const torch::Tensor &input);
    /// Takes each first filter's mean away, so that more or less light all over moves no feature; colour and
    /// everything with an edge still does. To be called after every change of the weights.
    void removeLightResponse();

private:
    torch::nn::Conv2d m_conv1;
    torch::nn::BatchNorm2d m_bn1;
    torch::nn::Sequential m_layer1;
    torch::nn::Sequential m_layer2;
    torch::nn::Sequential m_layer3;
    torch::nn::Sequential m_layer4;
};
TORCH_MODULE(ResNet18);

} // namespace spotcheck::pretrain
