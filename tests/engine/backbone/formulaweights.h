#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <opencv2/core/cvdef.h>
#include <opencv2/core/mat.hpp>

#include "backbone/networkplan.h"
#include "model/safetensors.h"

namespace spotcheck::test {

inline std::uint64_t fnv1a(const std::string &text)
{
    std::uint64_t value = 0xCBF29CE484222325U;
    for (const char character : text)
        value = (value ^ static_cast<unsigned char>(character)) * 0x100000001B3U;
    return value;
}

/// 24-bit numbers in [0, 1) by splitmix64, seeded by a tensor's name. Repeats data/make_reference.py bit by bit.
inline std::vector<double> uniform(const std::string &name, std::size_t count)
{
    const std::uint64_t seed = fnv1a(name);
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t x = seed + (i + 1) * 0x9E3779B97F4A7C15U;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
        x = x ^ (x >> 31);
        values[i] = static_cast<double>(x >> 40) * 0x1p-24;
    }
    return values;
}

inline std::vector<float> tensorValues(const std::string &name, const std::vector<std::int64_t> &shape)
{
    std::int64_t count = 1;
    for (const std::int64_t dimension : shape)
        count *= dimension;
    double factor = 0.4;
    double offset = -0.2;
    if (name.ends_with("running_var")) {
        factor = 1.5;
        offset = 0.5;
    } else if (name.ends_with("running_mean")) {
        factor = 0.6;
        offset = -0.3;
    } else if (name.ends_with(".weight")) {
        factor = 1;
        offset = 0.25;
    }
    const std::vector<double> numbers = uniform(name, static_cast<std::size_t>(count));
    std::vector<float> values;
    values.reserve(numbers.size());
    if (shape.size() == 4) {
        const double bound = std::sqrt(6.0 / static_cast<double>(shape[1] * shape[2] * shape[3]));
        for (const double number : numbers)
            values.push_back(static_cast<float>((2 * number - 1) * bound));
    } else {
        for (const double number : numbers)
            values.push_back(static_cast<float>(factor * number + offset));
    }
    return values;
}

/// The formula's picture, [side, side, 3].
inline cv::Mat formulaPicture(int side)
{
    const std::vector<double> numbers = uniform("picture", static_cast<std::size_t>(side) * side * 3);
    cv::Mat picture(side, side, CV_32FC3);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        picture.ptr<float>()[i] = static_cast<float>(0.4 * numbers[i] - 0.2) * 8;
    return picture;
}

/// A state dict whose values are made by the formula; tests change it before they write it.
class FormulaWeights {
public:
    struct Tensor {
        std::vector<std::int64_t> shape;
        std::vector<float> values;
    };
    std::map<std::string, Tensor> tensors;

    /// `stages`: behind the stem.
    FormulaWeights(const std::string &architecture, std::size_t stages)
    {
        for (const ConvolutionPlan &plan : networkPlan(architecture).convolutions(stages + 1))
            for (const ExpectedTensor &tensor : plan.tensors())
                add(tensor.name, tensor.shape);
    }

    void add(const std::string &name, const std::vector<std::int64_t> &shape)
    {
        tensors[name] = {shape, tensorValues(name, shape)};
    }

    /// Rounds every value to what `type` can hold.
    void round(TensorType type)
    {
        for (auto &[name, tensor] : tensors) {
            for (float &value : tensor.values) {
                if (type == TensorType::Float16)
                    value = static_cast<float>(cv::float16_t(value));
                else
                    value = std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) & 0xFFFF0000U);
            }
        }
    }

    void write(const std::filesystem::path &file, TensorType type = TensorType::Float32) const
    {
        std::vector<std::vector<std::uint16_t>> shortened;
        std::vector<TensorToWrite> list;
        for (const auto &[name, tensor] : tensors) {
            if (type == TensorType::Float32) {
                list.push_back({name, type, tensor.shape, std::as_bytes(std::span(tensor.values))});
                continue;
            }
            std::vector<std::uint16_t> &values = shortened.emplace_back();
            for (const float value : tensor.values)
                values.push_back(type == TensorType::Float16
                                     ? std::bit_cast<std::uint16_t>(cv::float16_t(value))
                                     : static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16));
            list.push_back({name, type, tensor.shape, std::as_bytes(std::span(values))});
        }
        writeSafetensors(file, {}, list);
    }
};

} // namespace spotcheck::test
