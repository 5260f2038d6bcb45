#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

#include "detectors/distanceestimates.h"
#include "detectors/distancerows.h"

namespace spotcheck {

/// Brings the distances of all vectors to their nearest centre up to date with many new centres at once.
///
/// |x - c|^2 = |x|^2 + |c|^2 - 2 <x, c>, the products by the BLAS on blocks that stay in the cache. That sum is
/// rounded otherwise than a distance from differences, so it only rules out: with x and c taken relative to the
/// vectors' mean, its error is below 2 (n + 8) u (|x|^2 + |c|^2) for n dimensions and the unit roundoff u (Higham,
/// Accuracy and Stability of Numerical Algorithms, 2002, (3.5)). What may be nearer is measured by `DistanceRows`. So
/// the result is that of comparing each vector with each centre, to the last bit.
///
/// Vectors that are near a centre already are passed over: with a centre a of x, and all new centres at least r from
/// a, |x - c| >= |a - c| - |x - a| >= r - |x - a|, which is no nearer than |x - a| where |x - a| <= r / 2. A card,
/// where there is one, finds most of the others that no new centre is nearer to.
class NearestCentres {
public:
    /// `rows` must outlive this. `card`: of the same rows, as they are padded; or null.
    explicit NearestCentres(const DistanceRows &rows, std::unique_ptr<const DistanceEstimates> card = nullptr);

    /// `centres`: indices of rows, each at least `squaredGap` (squared distance) from all centres of earlier calls.
    /// `nearest`: `[N]` squared distances, lowered where a centre is nearer. On all threads.
    /// \throws Cancelled, Error(OutOfMemory, Internal) of a card
    void lower(std::span<const std::int64_t> centres, float squaredGap, std::span<float> nearest,
               JobMonitor &monitor);

private:
    void centre(std::int64_t index, float *to) const;
    std::vector<float> rowsOf(std::span<const std::int64_t> indices) const;
    void lowerRows(std::span<const std::int64_t> rows, std::span<const std::int64_t> centres,
                   const std::vector<float> &centred, const std::vector<float> &squares, std::span<float> nearest);

    const DistanceRows &m_rows;
    std::unique_ptr<const DistanceEstimates> m_card;
    std::vector<float> m_mean;
    std::vector<float> m_squares; ///< squared lengths, relative to the mean
    std::vector<char> m_reached;  ///< by a centre: what `nearest` says of the others is no distance to one
};

} // namespace spotcheck
