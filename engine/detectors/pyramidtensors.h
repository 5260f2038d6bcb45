#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "detectors/featuregallery.h"

namespace spotcheck {

/// SPADE's gallery on a card: which of its pyramids is the nearest, as `nearestPyramids` finds it on the processor
/// but for those that are equally near to rounding. Whole pyramids are multiplied: of one gallery picture at a time
/// they take little room, and a card has arithmetic to spare. Constant once made; may be used by several threads at
/// once.
class PyramidTensors {
public:
    /// Null without a card in use, or room on it. \throws Error(Internal)
    static std::unique_ptr<const PyramidTensors> onCard(const FeatureGallery &gallery);

    /// \throws Error(OutOfMemory, Internal)
    PyramidTensors(const FeatureGallery &gallery, const at::Device &device);

    /// For every position of `maps`: index in `pictures` times the gallery's positions, plus the position. On the
    /// device, to which `maps` are copied. \throws c10::Error
    at::Tensor nearestTensor(std::span<const std::int64_t> pictures, std::span<const FeatureMap> maps) const;
    /// The same, copied back. \throws Error(OutOfMemory, Internal)
    std::vector<std::int32_t> nearest(std::span<const std::int64_t> pictures, std::span<const FeatureMap> maps) const;

private:
    struct Layer {
        at::Tensor values; ///< `[pictures, h, w, channels]`
        at::Tensor rows;   ///< `[H, h]`, to the first layer's grid
        at::Tensor columns;
    };
    /// `[positions, length]`
    at::Tensor pyramids(std::int64_t picture) const;

    std::vector<Layer> m_layers;
    at::Tensor m_squaredLengths; ///< `[pictures, positions]`
};

} // namespace spotcheck
