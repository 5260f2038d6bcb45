#include "pretrain/network.h"

#include <torch/nn/init.h>

namespace spotcheck::pretrain {

namespace {

torch::nn::Conv2d convolution(std::int64_t inputs, std::int64_t outputs, std::int64_t kernel, std::int64_t stride)
{
    torch::nn::Conv2d module(
        torch::nn::Conv2dOptions(inputs, outputs, kernel).stride(stride).padding(kernel / 2).bias(false));
    torch::nn::init::kaiming_normal_(module->weight, 0, torch::kFanOut, torch::kReLU);
    return module;
}

torch::nn::Sequential stage(std::int64_t inputs, std::int64_t outputs, std::int64_t stride)
{
    return torch::nn::Sequential(BasicBlock(inputs, outputs, stride), BasicBlock(outputs, outputs, 1));
}

} // namespace

BasicBlockImpl::BasicBlockImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t stride)
    : m_conv1(register_module("conv1", convolution(inputs, outputs, 3, stride))),
      m_bn1(register_module("bn1", torch::nn::BatchNorm2d(outputs))),
      m_conv2(register_module("conv2", convolution(outputs, outputs, 3, 1))),
      m_bn2(register_module("bn2", torch::nn::BatchNorm2d(outputs)))
{
    if (stride != 1 || inputs != outputs) {
        m_downsample = register_module("downsample", torch::nn::Sequential(convolution(inputs, outputs, 1, stride),
                                                                           torch::nn::BatchNorm2d(outputs)));
    }
}

torch::Tensor BasicBlockImpl::forward(const torch::Tensor &input)
{
    const torch::Tensor inner = torch::relu(m_bn1(m_conv1(input)));
    const torch::Tensor shortcut = m_downsample.is_empty() ? input : m_downsample->forward(input);
    return torch::relu(m_bn2(m_conv2(inner)) + shortcut);
}

ResNet18Impl::ResNet18Impl()
    : m_conv1(register_module("conv1", convolution(3, 64, 7, 2))),
      m_bn1(register_module("bn1", torch::nn::BatchNorm2d(64))),
      m_layer1(register_module("layer1", stage(64, 64, 1))), m_layer2(register_module("layer2", stage(64, 128, 2))),
      m_layer3(register_module("layer3", stage(128, 256, 2))), m_layer4(register_module("layer4", stage(256, 512, 2)))
{}

StageMaps ResNet18Impl::forward(const torch::Tensor &input)
{
    const torch::Tensor stem = torch::max_pool2d(torch::relu(m_bn1(m_conv1(input))), 3, 2, 1);
    StageMaps maps;
    maps.layer1 = m_layer1->forward(stem);
    maps.layer2 = m_layer2->forward(maps.layer1);
    maps.layer3 = m_layer3->forward(maps.layer2);
    maps.layer4 = m_layer4->forward(maps.layer3);
    return maps;
}

void ResNet18Impl::removeLightResponse()
{
    torch::NoGradGuard noGradients;
    m_conv1->weight.sub_(m_conv1->weight.mean({1, 2, 3}, true));
}

} // namespace spotcheck::pretrain
