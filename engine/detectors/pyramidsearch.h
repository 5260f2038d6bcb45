#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/detectors/detector.h>

#include "detectors/featuregallery.h"

namespace spotcheck {

class PyramidTensors;

/// The nearest gallery pyramid of each position of a picture.
struct NearestPyramids {
    std::vector<float> squaredDistances; ///< `[rows, columns]` of the picture's first layer
    std::vector<NormalPatch> positions;  ///< where that pyramid was seen
};

/// For every position of `maps` (one picture, the gallery's layers; its first layer's grid), the nearest of all
/// pyramids, at any position, of the gallery's `pictures`; earlier ones win ties.
///
/// Exact, without ever holding a pyramid of the gallery. With u, v bilinear weights, the inner product of two
/// interpolated features is sum over i, j of u_i v_j <a_i, b_j>: products are taken between features of a layer's own
/// grid, then interpolated twice. So a layer at half the resolution costs a sixteenth of the arithmetic.
/// The nearest is found from |q|^2 + |g|^2 - 2 <q, g> in single precision; its distance is then taken directly, since
/// that difference cancels where two features are alike.
/// `card`: finds the nearest instead, where there is one; distances are taken here all the same.
/// \throws Error(ModelInvalid) where `maps` do not have the gallery's layers and channels
NearestPyramids nearestPyramids(const FeatureGallery &gallery, std::span<const std::int64_t> pictures,
                                std::span<const FeatureMap> maps, const PyramidTensors *card = nullptr);

} // namespace spotcheck
