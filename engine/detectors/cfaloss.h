#pragma once

#include <cstdint>
#include <span>

#include "detectors/memorybank.h"

namespace spotcheck {

struct CfaLossOptions {
    int attracted = 3;      ///< K: nearest centroids that a descriptor is drawn to
    int repelled = 3;       ///< J: those after them, which it is kept away from
    double softness = 1e-3; ///< nu: the losses are divided by it
    double margin = 0.1;    ///< alpha: how far beyond the sphere the repelled ones are wanted, squared distance
};

/// A block's part of the loss over many positions.
struct CfaLoss {
    double value = 0;
    double radiusGradient = 0;
};

/// CFA's losses (Lee et al., arXiv 2206.04325, Eq. 1 and 2) of `descriptors` `[N, D]`, with D_k the squared distance
/// to the k-th nearest centroid of `bank` and r the radius of the spheres around the centroids:
///   attraction = 1 / nu  mean over positions and k <= K       of max(0, D_k - r^2)
///   repulsion  = 1 / nu  mean over positions and K < k <= K+J of max(0, r^2 - D_k - alpha)
/// `positions`: what the mean is taken over, of which the block may be a part. `gradient` `[N, D]`, by the
/// descriptors, is overwritten. On the calling thread. \throws Error(Internal)
CfaLoss cfaLoss(std::span<const float> descriptors, const MemoryBank &bank, double radius, std::int64_t positions,
                const CfaLossOptions &options, std::span<float> gradient);

} // namespace spotcheck
