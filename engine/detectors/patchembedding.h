#pragma once

#include <spotcheck/backbone/featuremap.h>

namespace spotcheck {

/// How the feature maps of several layers become one vector a grid position.
struct PatchEmbedding {
    enum class Form {
        /// Roth et al., Eq. 1 to 3, as the authors' code: a neighbourhood is flattened channel by channel
        /// (C x size^2 values), adaptively average-pooled to `dimensions`; the layers are then laid end to end
        /// and pooled to `dimensions` again.
        Pooled,
        /// The simpler form of other libraries: the mean over the neighbourhood, layers laid end to end.
        Concatenated,
    };

    Form form = Form::Pooled;
    int neighbourhood = 3; ///< side of the square of grid positions that a patch looks at; odd
    int dimensions = 1024; ///< Pooled only

    /// On the grid of the first map; the others are brought to it bilinearly. Outside the grid counts as zero
    /// (as PyTorch's `Unfold` and `avg_pool2d`). `maps` must not be empty.
    PatchGrid operator()(const FeatureMaps &maps) const;

    /// Length of a vector made from layers of these channel counts.
    int outputDimensions(const std::vector<int> &channels) const;
};

/// The mean over a `side` x `side` neighbourhood (odd) at each position, zeros outside counted in (PyTorch's
/// `avg_pool2d` with stride 1): `[H, W, C]` at the map's own resolution.
PatchGrid meanNeighbourhoods(const FeatureMap &map, int side);

} // namespace spotcheck
