#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace spotcheck {

/// One layer's features of one picture: `[H, W, C]`, contiguous, so that the features of a grid position lie
/// together. The values are shared and never change; whatever owns them (a LibTorch tensor, a vector) lives as
/// long as `values`.
struct FeatureMap {
    std::string layer;
    int height = 0;
    int width = 0;
    int channels = 0;
    std::shared_ptr<const float> values;

    const float *at(int row, int column) const
    {
        return values.get() + (static_cast<std::size_t>(row) * width + column) * channels;
    }
    std::size_t size() const { return static_cast<std::size_t>(height) * width * channels; }
};

/// The maps of one picture, in the order in which the layers were asked for.
using FeatureMaps = std::vector<FeatureMap>;

/// Features made from the maps of one picture, one vector for each grid position: `[rows, columns, dimensions]`,
/// contiguous. What detectors learn from and score.
struct PatchGrid {
    int rows = 0;
    int columns = 0;
    int dimensions = 0;
    std::vector<float> values;

    std::size_t patches() const { return static_cast<std::size_t>(rows) * columns; }
    const float *at(int row, int column) const
    {
        return values.data() + (static_cast<std::size_t>(row) * columns + column) * dimensions;
    }
    float *at(int row, int column)
    {
        return values.data() + (static_cast<std::size_t>(row) * columns + column) * dimensions;
    }
};

} // namespace spotcheck
