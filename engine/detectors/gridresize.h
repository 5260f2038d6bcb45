#pragma once

#include <vector>

#include <spotcheck/backbone/featuremap.h>

namespace spotcheck {

/// The two source lines that a target line lies between, and the weight of the second.
struct BetweenLines {
    int first = 0;
    int second = 0;
    float weight = 0;
};

/// For each of `target` lines, where it lies among `source` lines: half-pixel centres, a repeated border (PyTorch's
/// `interpolate(mode="bilinear", align_corners=False)`), without antialiasing.
std::vector<BetweenLines> betweenLines(int source, int target);

/// The bilinear value of all channels at one target position: `target` `[channels]`.
void interpolate(const PatchGrid &grid, const BetweenLines &vertical, const BetweenLines &horizontal, float *target);
void interpolate(const FeatureMap &map, const BetweenLines &vertical, const BetweenLines &horizontal, float *target);

/// Bilinear resize of a grid of feature vectors, as `betweenLines` says.
PatchGrid resizeGrid(const PatchGrid &grid, int rows, int columns);
PatchGrid resizeGrid(const FeatureMap &map, int rows, int columns);

/// The transpose of the resize from rows x columns to `gradient`'s grid: what a gradient by the resized values is by
/// those that they were made from.
PatchGrid resizeGridBackward(const PatchGrid &gradient, int rows, int columns);

} // namespace spotcheck
