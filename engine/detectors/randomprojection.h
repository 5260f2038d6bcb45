#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <faiss/VectorTransform.h>

namespace spotcheck {

/// Gaussian random projection, entries N(0, 1 / targetDimensions), so that squared distances are kept on average
/// (Johnson and Lindenstrauss). `vectors`: `[N, dimensions]`; returns `[N, targetDimensions]`. Uses all threads.
std::vector<float> projectRandomly(std::span<const float> vectors, int dimensions, int targetDimensions,
                                   std::uint64_t seed);

/// The same of vectors that come one after the other and need not be kept: to the last bit.
class GrowingProjection {
public:
    GrowingProjection(int dimensions, int targetDimensions, std::uint64_t seed);

    /// Room for the projection of `count` vectors.
    void reserve(std::int64_t count);
    /// `vectors`: `[N, dimensions]`.
    void append(std::span<const float> vectors);
    /// `[N, targetDimensions]` of all that were appended. Nothing can be appended after it.
    std::vector<float> take();

private:
    void projectWaiting();

    faiss::LinearTransform m_transform;
    std::size_t m_room;           ///< values of a block
    std::vector<float> m_waiting; ///< less than a block
    std::vector<float> m_projected;
};

} // namespace spotcheck
