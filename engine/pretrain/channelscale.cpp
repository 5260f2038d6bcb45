#include "pretrain/channelscale.h"

#include <string>

namespace spotcheck::pretrain {

ChannelDeviations::ChannelDeviations(torch::Device device)
{
    constexpr std::array<std::int64_t, 3> channels{64, 128, 256};
    const auto zeros = [&](std::size_t layer) {
        return torch::zeros({channels[layer]}, torch::TensorOptions().dtype(torch::kFloat64).device(device));
    };
    for (std::size_t layer = 0; layer < channels.size(); ++layer) {
        m_values[layer] = {zeros(layer), zeros(layer)};
        m_differences[layer] = {zeros(layer), zeros(layer)};
    }
}

void ChannelDeviations::Moments::add(const torch::Tensor &maps)
{
    const torch::Tensor values = maps.to(torch::kFloat64);
    sum += values.sum({0, 2, 3});
    squares += values.square().sum({0, 2, 3});
    count += maps.numel() / maps.size(1);
}

torch::Tensor ChannelDeviations::Moments::deviation() const
{
    const auto n = static_cast<double>(count);
    return ((squares - sum.square() / n) / (n - 1)).clamp_min(0).sqrt();
}

void ChannelDeviations::add(ResNet18 &network, const torch::Tensor &first, const torch::Tensor &second)
{
    torch::NoGradGuard noGradients;
    const auto layers = [&](const torch::Tensor &pictures) {
        const StageMaps maps = network->forward(pictures);
        return std::array{torch::avg_pool2d(maps.layer1, 3, 1, 1), torch::avg_pool2d(maps.layer2, 3, 1, 1),
                          torch::avg_pool2d(maps.layer3, 3, 1, 1)};
    };
    const auto before = layers(first);
    const auto after = layers(second);
    for (std::size_t layer = 0; layer < before.size(); ++layer) {
        m_values[layer].add(before[layer]);
        m_differences[layer].add(before[layer] - after[layer]);
    }
}

ChannelFactors ChannelDeviations::factors() const
{
    constexpr double leastShare = 0.15; // a channel that nothing moves is not to drown the others
    ChannelFactors factors;
    for (std::size_t layer = 0; layer < factors.size(); ++layer) {
        const torch::Tensor between = m_differences[layer].deviation();
        const torch::Tensor inverse = 1 / torch::maximum(between, leastShare * between.mean());
        const torch::Tensor size = (inverse * m_values[layer].deviation()).square().mean().sqrt();
        factors[layer] = (inverse / size).to(torch::kFloat32);
    }
    return factors;
}

void scaleChannels(ResNet18 &network, const ChannelFactors &factors)
{
    torch::NoGradGuard noGradients;
    const auto parameters = network->named_parameters();
    for (std::size_t layer = 0; layer < factors.size(); ++layer) {
        const torch::Tensor &factor = factors[layer];
        const auto scaleOutput = [&](const std::string &norm) {
            torch::Tensor weight = parameters[norm + ".weight"];
            torch::Tensor bias = parameters[norm + ".bias"];
            weight.mul_(factor);
            bias.mul_(factor);
        };
        const auto scaleInput = [&](const std::string &convolution) {
            torch::Tensor weight = parameters[convolution + ".weight"];
            weight.div_(factor.view({1, -1, 1, 1}));
        };
        // A positive factor passes through ReLU, pooling and the shortcuts, so all that is added to a layer's output
        // takes the same one.
        const std::string name = "layer" + std::to_string(layer + 1) + '.';
        if (layer == 0) {
            scaleOutput("bn1");
            scaleInput(name + "0.conv1");
        } else {
            scaleOutput(name + "0.downsample.1");
        }
        scaleOutput(name + "0.bn2");
        scaleInput(name + "1.conv1");
        scaleOutput(name + "1.bn2");
        const std::string next = "layer" + std::to_string(layer + 2) + ".0.";
        scaleInput(next + "conv1");
        scaleInput(next + "downsample.0");
    }
}

} // namespace spotcheck::pretrain
