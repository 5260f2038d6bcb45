#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include <spotcheck/backbone/featuremap.h>

#include "detectors/positiongaussians.h"

namespace spotcheck {

/// PaDiM's Gaussians on a card: the distances that `PositionGaussians` computes, to rounding. Takes twice the memory,
/// as LibTorch knows no packed triangles. Constant once made; may be used by several threads at once.
class GaussianTensors {
public:
    /// Null without a card in use, or room on it. \throws Error(Internal)
    static std::shared_ptr<const GaussianTensors> onCard(const PositionGaussians &gaussians);

    /// \throws Error(OutOfMemory, Internal)
    GaussianTensors(const PositionGaussians &gaussians, const at::Device &device);

    /// `[positions]` on the device, to which `grid` is copied. \throws c10::Error
    at::Tensor distanceTensor(const PatchGrid &grid) const;
    /// The same, copied back. \throws Error(OutOfMemory, Internal)
    std::vector<float> distances(const PatchGrid &grid) const;

private:
    at::Tensor m_means;   ///< `[positions, dimensions, 1]`
    at::Tensor m_factors; ///< `[positions, dimensions, dimensions]`, lower triangles
};

} // namespace spotcheck
