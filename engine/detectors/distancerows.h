#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spotcheck {

/// Squared Euclidean distance of two vectors of any length, from their differences: nothing cancels.
float squaredDistance(std::span<const float> a, std::span<const float> b);

/// Mean of the rows `[N, length]`, N >= 1: summed in double precision, in order.
std::vector<float> meanRow(std::span<const float> rows, int length);

/// Where `centre` is nearer to a row than `nearest` says, puts its squared distance there: that of `DistanceRows`, to
/// the last bit. `rows`: as many as `nearest` holds, each of `stride` floats, a multiple of 16. A sum is left off as
/// soon as it exceeds the known distance.
void lowerDistances(const float *rows, int stride, const float *centre, std::span<float> nearest);

/// Vectors laid out for fast squared Euclidean distances to one of them. Refers to the given values where their
/// length is a multiple of the register width, else holds a padded copy (zeros add nothing to a distance).
class DistanceRows {
public:
    /// `values`: `[N, dimensions]`.
    DistanceRows(std::span<const float> values, int dimensions);

    std::int64_t count() const { return m_count; }
    float squared(std::int64_t a, std::int64_t b) const;
    /// From a vector padded as these are. Fastest for a few rows here and there; may differ from `squared` in the
    /// last bits.
    float squaredTo(const float *padded, std::int64_t index) const;

    int stride() const { return m_stride; }                  ///< floats of a row, the padding included
    std::span<const float> values() const { return m_rows; } ///< `[N, stride]`
    const float *row(std::int64_t index) const { return m_rows.data() + index * m_stride; }

private:
    int m_stride;
    std::int64_t m_count;
    std::vector<float> m_padded;
    std::span<const float> m_rows;
};

} // namespace spotcheck
