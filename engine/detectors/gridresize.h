#pragma once

#include <spotcheck/backbone/featuremap.h>

namespace spotcheck {

/// Bilinear resize of a grid of feature vectors with half-pixel centres and a repeated border
/// (PyTorch's `interpolate(mode="bilinear", align_corners=False)`), without antialiasing.
PatchGrid resizeGrid(const PatchGrid &grid, int rows, int columns);

} // namespace spotcheck
