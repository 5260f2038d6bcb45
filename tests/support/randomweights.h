#pragma once

#include <cmath>
#include <filesystem>
#include <vector>

#include "core/random.h"
#include "model/safetensors.h"

namespace spotcheck::test {

/// Writes a ResNet-18 of random weights (Kaiming normal, identity batch norm) up to layer3, in torchvision's names:
/// a network that every test can have without a file in the repository.
inline void writeRandomResNet18(const std::filesystem::path &file, std::uint64_t seed = 1)
{
    struct Tensor {
        std::string name;
        std::vector<std::int64_t> shape;
        std::vector<float> values;
    };
    std::vector<Tensor> tensors;
    Random random(seed);
    const auto convolution = [&](const std::string &name, std::int64_t outputs, std::int64_t inputs,
                                 std::int64_t side) {
        Tensor tensor{name + ".weight", {outputs, inputs, side, side}, {}};
        const double deviation = std::sqrt(2.0 / static_cast<double>(outputs * side * side));
        for (std::int64_t i = 0; i < outputs * inputs * side * side; ++i)
            tensor.values.push_back(static_cast<float>(deviation * random.normal()));
        tensors.push_back(std::move(tensor));
    };
    const auto batchNorm = [&](const std::string &name, std::int64_t channels) {
        const auto constant = [&](const char *part, float value) {
            tensors.push_back(
                {name + part, {channels}, std::vector<float>(static_cast<std::size_t>(channels), value)});
        };
        constant(".weight", 1);
        constant(".running_var", 1);
        constant(".bias", 0);
        constant(".running_mean", 0);
    };
    convolution("conv1", 64, 3, 7);
    batchNorm("bn1", 64);
    std::int64_t inputs = 64;
    for (int layer = 1; layer <= 3; ++layer) {
        const std::int64_t outputs = 32 << layer;
        for (int block = 0; block < 2; ++block) {
            const std::string name = "layer" + std::to_string(layer) + '.' + std::to_string(block);
            convolution(name + ".conv1", outputs, inputs, 3);
            batchNorm(name + ".bn1", outputs);
            convolution(name + ".conv2", outputs, outputs, 3);
            batchNorm(name + ".bn2", outputs);
            if (inputs != outputs) {
                convolution(name + ".downsample.0", outputs, inputs, 1);
                batchNorm(name + ".downsample.1", outputs);
            }
            inputs = outputs;
        }
    }
    std::vector<TensorToWrite> written;
    for (const Tensor &tensor : tensors)
        written.push_back({tensor.name, TensorType::Float32, tensor.shape, std::as_bytes(std::span(tensor.values))});
    writeSafetensors(file, {{"format", "pt"}}, written);
}

} // namespace spotcheck::test
