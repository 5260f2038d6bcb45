#pragma once

#include <cmath>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "backbone/networkplan.h"
#include "core/random.h"
#include "model/safetensors.h"
#include "model/safetensorsheader.h"

namespace spotcheck::test {

/// Random weights of the first `stages` of any architecture, so that every family can be tried without its files.
inline void writePlannedWeights(const std::filesystem::path &file, const std::string &architecture,
                                std::size_t stages)
{
    const NetworkPlan plan = networkPlan(architecture);
    Random random(1);
    std::vector<std::vector<float>> values;
    std::vector<ExpectedTensor> tensors;
    for (const ConvolutionPlan &convolution : plan.convolutions(stages)) {
        const double fanOut =
            static_cast<double>(convolution.outputs / convolution.groups * convolution.kernel * convolution.kernel);
        for (const ExpectedTensor &tensor : convolution.tensors()) {
            const bool kernel = tensor.shape.size() == 4;
            const bool one = tensor.name == convolution.norm + ".weight" || tensor.name.ends_with("running_var");
            std::vector<float> &own = values.emplace_back();
            for (std::int64_t i = 0; i < *elementCount(tensor.shape); ++i)
                own.push_back(static_cast<float>(kernel ? std::sqrt(2.0 / fanOut) * random.normal()
                                                 : one  ? 1.0
                                                        : 0.1));
            tensors.push_back(tensor);
        }
    }
    std::vector<TensorToWrite> written;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        written.push_back(
            {tensors[i].name, TensorType::Float32, tensors[i].shape, std::as_bytes(std::span(values[i]))});
    writeSafetensors(file, {}, written);
}

} // namespace spotcheck::test
