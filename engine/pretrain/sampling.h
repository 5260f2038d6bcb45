#pragma once

#include <torch/types.h>

namespace spotcheck::pretrain {

enum class Interpolation { Bilinear, Nearest }; ///< in the order of at::grid_sampler's numbers
enum class Beyond { Zero, Border, Reflection }; ///< what lies beyond the border; the same

/// `maps` [P, C, H, W] at `grid` [P, h, w, 2], coordinates from -1 to 1 over the map (x first): [P, C, h, w].
inline torch::Tensor sample(const torch::Tensor &maps, const torch::Tensor &grid, Interpolation interpolation,
                            Beyond beyond)
{
    return torch::grid_sampler(maps, grid, static_cast<std::int64_t>(interpolation),
                               static_cast<std::int64_t>(beyond), false);
}

} // namespace spotcheck::pretrain
