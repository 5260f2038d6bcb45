#pragma once

#include <ATen/core/Tensor.h>

namespace spotcheck {

/// `betweenLines` as a matrix `[target, source]`: products with it have the same bits in every run, which a card's
/// own interpolation does not have when it goes backward.
at::Tensor betweenMatrix(int source, int target, const at::Device &device);

/// `grids` `[N, h, w, C]` brought to `[N, H, W, C]` by `rows` `[H, h]` and `columns` `[W, w]`. With both transposed:
/// from the gradient by the resized values that by the values before.
at::Tensor resizedGrids(const at::Tensor &grids, const at::Tensor &rows, const at::Tensor &columns);

} // namespace spotcheck
