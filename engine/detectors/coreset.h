#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

struct CoresetOptions {
    double ratio = 0.01;           ///< share of the vectors kept, (0, 1]; at least one is kept
    int projectedDimensions = 128; ///< length of the vectors that distances are taken on; 0: no projection
    int startingPoints = 10;       ///< random vectors whose mean distance the selection starts from
    std::uint64_t seed = 0;        ///< of the projection and of the starting points
    double coverageRadius = 0;     ///< no more are taken once all vectors lie within it, in the projected space

    /// \throws Error(InvalidParameter)
    void validate() const;
    /// Whether vectors of `dimensions` values are projected at all.
    bool projects(int dimensions) const { return projectedDimensions > 0 && projectedDimensions < dimensions; }
};

struct Coreset {
    std::vector<std::int64_t> indices; ///< in the order of selection
    double radius = 0;                 ///< largest distance of a vector to the coreset, in the projected space
};

/// Greedy k-centre selection (minimax facility location; Roth et al., Algorithm 1, with the authors' approximate
/// start): each step takes the vector farthest from those taken so far; ties go to the lowest index. The result is
/// exactly that of the plain loop in single precision, without its cost: most vectors wait until a whole group of new
/// centres can be compared with them as a matrix product, and no distance of theirs is taken that cannot be a nearer
/// one. A coverage radius only ends the same selection earlier. As `Coreset::radius`, it is compared with the
/// distance to the nearest centre, or with the start's mean distance where that is smaller.
///
/// `vectors`: `[N, dimensions]`, finite. Progress: `Stage::Coreset`, value = radius. Needs N x
/// (projectedDimensions + 3) x 4 bytes. The result does not depend on the number of threads.
/// \throws Error(InvalidParameter), Cancelled
Coreset selectCoreset(std::span<const float> vectors, int dimensions, const CoresetOptions &options,
                      JobMonitor &monitor);

/// Multiply-adds of a selection among `vectors`.
double coresetOperations(double vectors, double dimensions, const CoresetOptions &options);

} // namespace spotcheck
