#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <spotcheck/core/runtime.h>

namespace spotcheck {

/// How far others may be from many vectors, by matrix products in LibTorch, on a card or on the processor. Numbers
/// come with their error and are never scores: `ExactSearch` and `NearestCentres` measure what the estimates leave
/// open. So a card gives the bits of a processor. Constant once made; may be used by several threads at once.
class DistanceEstimates {
public:
    /// On the card that computes networks, where that is asked for and the vectors are enough to gain by it; else,
    /// and where the card has no room for them, null.
    static std::unique_ptr<const DistanceEstimates> onCard(std::span<const float> vectors, int dimensions);

    /// `vectors`: `[M, dimensions]`, M >= 1; are copied. \throws Error(OutOfMemory, Internal)
    DistanceEstimates(std::span<const float> vectors, int dimensions, Device device);
    ~DistanceEstimates();
    DistanceEstimates(const DistanceEstimates &) = delete;
    DistanceEstimates &operator=(const DistanceEstimates &) = delete;

    struct Candidates {
        std::size_t perQuery = 0;
        std::vector<std::int64_t> indices;    ///< `[N, perQuery]`
        std::vector<double> othersAreAtLeast; ///< `[N]`, distance of every vector that is not named; may be infinite
        std::span<const std::int64_t> of(std::size_t query) const
        {
            return std::span(indices).subspan(query * perQuery, perQuery);
        }
    };
    /// At least `k` for each of `queries` `[N, dimensions]`, k <= M. N at most `blockSize()`, so that a block of
    /// estimates stays small. \throws Error(OutOfMemory, Internal)
    Candidates nearest(std::span<const float> queries, int k) const;
    std::size_t blockSize() const;

    /// Of each of the M vectors, what its distance to the nearest of `others` `[N, dimensions]`, N >= 1, is at least:
    /// `[M]`. \throws Error(OutOfMemory, Internal)
    std::vector<double> leastDistances(std::span<const float> others) const;

private:
    struct Tensors;

    /// Less the mean: numbers round in proportion to their size. Returns the squared lengths.
    std::vector<double> centre(std::span<const float> rows, std::vector<float> &centred) const;

    /// Of a pair whose squared distance is estimated; `lengths`: theirs, squared, together.
    double atLeast(double squaredDistance, double lengths) const;

    int m_dimensions;
    std::int64_t m_count;
    std::vector<float> m_mean;     ///< `[dimensions]`
    std::vector<double> m_lengths; ///< squared, of the centred vectors
    double m_largestLength = 0;    ///< of those
    std::unique_ptr<const Tensors> m_tensors;
};

} // namespace spotcheck
