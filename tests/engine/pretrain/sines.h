#pragma once

#include <torch/nn/module.h>
#include <torch/types.h>

namespace spotcheck::test {

/// sin(step (i + 1)) scale + shift at index i: inputs that a reference in another language repeats.
inline torch::Tensor sines(double step, torch::IntArrayRef shape, double scale = 1, double shift = 0)
{
    std::int64_t count = 1;
    for (const std::int64_t side : shape)
        count *= side;
    const torch::Tensor index = torch::arange(1, count + 1, torch::kFloat64);
    return (torch::sin(step * index) * scale + shift).to(torch::kFloat32).view(shape);
}

inline void fillWithSines(torch::nn::Module &module, double step)
{
    torch::NoGradGuard noGradients;
    for (torch::Tensor parameter : module.parameters())
        parameter.copy_(sines(step, parameter.sizes(), 0.7));
}

} // namespace spotcheck::test
