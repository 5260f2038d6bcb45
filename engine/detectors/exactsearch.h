#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "detectors/distanceestimates.h"
#include "detectors/distancerows.h"

namespace spotcheck {

/// The nearest of many vectors, found exactly and with a fraction of the arithmetic of a full comparison. Constant
/// once made; may be used by several threads at once.
///
/// Along orthonormal directions V, x' = [V^T x, length of what is left of x] obeys |x' - y'| <= |x - y| (Cauchy and
/// Schwarz). Patch features vary mostly along a few directions, so with these as V the bound is nearly the distance
/// itself, at a sixth of its arithmetic (64 of 384 numbers) or less. The vector with the smallest bound is measured,
/// and then every other one whose bound is not above that distance: typically 1 to 30 of 1,600.
///
/// Distances are measured from differences (`DistanceRows`), bounds by matrix products, whose rounding is bounded
/// (Higham, Accuracy and Stability of Numerical Algorithms, 2002, (3.5)) and allowed for. So the result is that of
/// measuring all vectors, to the last bit, and depends neither on the directions nor on the queries beside it. Where
/// a card names the vectors that may be the nearest (`DistanceEstimates`), they are measured here all the same.
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

    /// Multiply-adds of a query among `vectors`, for estimates.
    static double multiplyAdds(double vectors, double dimensions);

private:
    struct Shadows;
    struct Found;

    void searchOnProcessor(std::span<const float> queries, int k, std::span<float> squaredDistances,
                           std::span<std::int64_t> indices) const;
    void searchOnCard(std::span<const float> queries, int k, std::span<float> squaredDistances,
                      std::span<std::int64_t> indices) const;

    /// As many as `m_length` allows; returns the share of what varies that they hold. `m_length` is 0 afterwards
    /// where numbers are too large.
    double findDirections();
    /// That a measured distance may stand for.
    double largestDistance(float squared) const;
    /// Of `rows` `[count, dimensions]`.
    Shadows shadowsOf(const float *rows, int count) const;
    /// Of the vectors from `first` on. `query`: padded.
    void searchMeasuring(const float *query, std::int64_t first, std::int64_t count, Found &found) const;
    /// `bounds`: of the vectors from `first` on, squared, less the squared `length` of the query's shadow, which is
    /// off by `error`.
    void searchBounded(const float *query, std::span<const float> bounds, std::int64_t first, double length,
                       double error, Found &found) const;

    DistanceRows m_rows;
    std::span<const float> m_vectors;
    int m_dimensions;
    std::unique_ptr<const DistanceEstimates> m_card;
    /// Of a shadow: directions, the length of the rest, and a 1 (of queries) or the squared length (of vectors); 0:
    /// there are none.
    int m_length = 0;
    std::vector<float> m_mean;       ///< `[dimensions]`
    std::vector<float> m_directions; ///< `[dimensions, m_length - 2]`
    std::vector<float> m_shadows;    ///< `[M, m_length]`, times -2 but for the squared length, which comes last
    float m_largestLength = 0;       ///< squared, of a shadow
    float m_largestError = 0;        ///< of a shadow against that in exact arithmetic
};

} // namespace spotcheck
