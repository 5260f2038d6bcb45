#pragma once

#include <opencv2/core/types.hpp>

namespace spotcheck {

/// A picture cut into overlapping tiles, each of which goes through the network by itself. Their feature maps are
/// laid together to one (see backbone/tiledfeatures.h), so that small defects in large pictures keep their pixels.
struct Tiling {
    int columns = 1;      ///< 1 to 16
    int rows = 1;         ///< 1 to 16
    double overlap = 0.1; ///< least share of a tile's side that it has in common with its neighbour, [0, 0.5]

    /// \throws Error(InvalidParameter)
    void validate() const;

    int count() const { return columns * rows; }
    /// Distance of neighbouring tiles of `tile` px. A multiple of 32, the coarsest layers' grid step, so that the
    /// grids of neighbouring tiles fall together.
    cv::Size step(cv::Size tile) const;
    /// px of the input that all tiles make together.
    cv::Size wholeInput(cv::Size tile) const;
    /// Upper left corner of tile `index` (row by row) in the whole input, px.
    cv::Point origin(int index, cv::Size tile) const;

    bool operator==(const Tiling &) const = default;
};

} // namespace spotcheck
