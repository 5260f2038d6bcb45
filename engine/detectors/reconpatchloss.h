#pragma once

#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// Of Hyun et al., "ReConPatch", arXiv 2305.16713, Eq. 1 to 7.
struct ReConPatchLossOptions {
    double alpha = 0.5; ///< share of the pairwise similarity, [0, 1] (Eq. 6)
    /// Width of the pairwise similarity (Eq. 1), above 0, in units of the batch's mean squared distance.
    double sigma = 0.1;
    int neighbours = 5;  ///< k of the contextual similarity; a patch is its own first neighbour
    double margin = 1.0; ///< m of Eq. 7, in units of a patch's mean distance

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// Single precision leaves this share of the mean squared distance uncertain in each of them.
constexpr float roundingShare = 1e-6F;

/// Squared Euclidean distances between all of `vectors` `[N, dimensions]`: `[N, N]`, symmetric, zero on the diagonal.
/// Accurate where the vectors' mean is near zero. \throws Cancelled
std::vector<float> allSquaredDistances(std::span<const float> vectors, int dimensions, JobMonitor &monitor);

/// The similarity w of Eq. 6, `[N, N]`, from the squared distances `[N, N]` of the targets' projections. Its memory
/// is used again for the result. \throws Cancelled
std::vector<float> patchSimilarity(std::vector<float> squaredDistances, int count,
                                   const ReConPatchLossOptions &options, JobMonitor &monitor);

struct RelaxedContrastiveLoss {
    double value = 0;
    std::vector<float> gradient; ///< of the value with respect to the vectors, `[N, dimensions]`
};

/// L_RC of Eq. 7 for the projections `vectors` `[N, dimensions]`, N at least 1, and their similarity `[N, N]`. A pair
/// whose distance is lost in rounding has no direction and takes no part in the gradient. \throws Cancelled
RelaxedContrastiveLoss relaxedContrastiveLoss(std::span<const float> vectors, int dimensions,
                                              std::vector<float> similarity, const ReConPatchLossOptions &options,
                                              JobMonitor &monitor);

} // namespace spotcheck
