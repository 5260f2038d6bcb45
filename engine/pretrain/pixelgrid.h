#pragma once

#include <torch/types.h>

namespace spotcheck::pretrain {

/// Centres of the pixels, in pixels: x [1, 1, size] and y [1, size, 1], which spread over each other.
struct PixelGrid {
    torch::Tensor x;
    torch::Tensor y;
};

inline PixelGrid pixelGrid(std::int64_t size, torch::Device device)
{
    const torch::Tensor centres =
        torch::arange(size, torch::TensorOptions().dtype(torch::kFloat32).device(device)) + 0.5;
    return {centres.view({1, 1, size}), centres.view({1, size, 1})};
}

} // namespace spotcheck::pretrain
