#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "detectors/distanceestimates.h"
#include "detectors/distancerows.h"
#include "detectors/searchbounds.h"

namespace spotcheck {

/// The nearest of many vectors, found exactly and with a fraction of the arithmetic of a full comparison. Constant
/// once made; may be used by several threads at once.
///
/// Bounds (`SearchBounds`) say what each distance is at least: along the few directions in which patch features
/// mostly vary, nearly the distance itself at a sixth of its arithmetic (64 of 384 numbers) or less. The vector with
/// the smallest bound is measured, and then every other one whose bound is not above that distance: typically 1 to 30
/// of 1,600.
///
/// Distances are measured from differences (`DistanceRows`), and the rounding of bounds is allowed for. So the result
/// is that of measuring all vectors, to the last bit, and depends neither on the bounds nor on the queries beside it.
/// Where a card names the vectors that may be the nearest (`DistanceEstimates`), they are measured here all the same.
class ExactSearch {
public:
    /// `vectors`: `[M, dimensions]`, M >= 1; must outlive this.
    /// `bounded`: with bounds, which are worth making where many queries will come. `card`: in place of them, of the
    /// same vectors, or null.
    ExactSearch(std::span<const float> vectors, int dimensions, bool bounded,
                std::unique_ptr<const DistanceEstimates> card = nullptr);

    /// The `k` nearest vectors of each of `queries` `[N, dimensions]`, 1 <= k <= M: `squaredDistances` and `indices`,
    /// both `[N, k]`, nearest first; of equally near ones that with the lower index. On the calling thread.
    /// A distance that exceeds single precision is infinite. \throws Error(OutOfMemory, Internal) of a card
    void search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                std::span<std::int64_t> indices) const;

private:
    struct Found;

    void searchOnProcessor(std::span<const float> queries, int k, std::span<float> squaredDistances,
                           std::span<std::int64_t> indices) const;
    void searchOnCard(std::span<const float> queries, int k, std::span<float> squaredDistances,
                      std::span<std::int64_t> indices) const;

    /// That a measured distance may stand for.
    double largestDistance(float squared) const;
    /// Of the vectors from `first` on. `query`: padded.
    void searchMeasuring(const float *query, std::int64_t first, std::int64_t count, Found &found) const;
    /// `bounds`, `length`, `error`: as `SearchBounds` gives them, of the vectors from `first` on.
    void searchBounded(const float *query, std::span<const float> bounds, std::int64_t first, float length,
                       float error, Found &found) const;

    DistanceRows m_rows;
    int m_dimensions;
    std::unique_ptr<const DistanceEstimates> m_card;
    std::unique_ptr<const SearchBounds> m_bounds;
};

} // namespace spotcheck
