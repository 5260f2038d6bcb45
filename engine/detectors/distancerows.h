#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spotcheck {

/// Squared Euclidean distance of two vectors of any length, from their differences: nothing cancels.
float squaredDistance(std::span<const float> a, std::span<const float> b);

/// Vectors laid out for fast squared Euclidean distances to one of them. Refers to the given values where their
/// length is a multiple of the register width, else holds a padded copy (zeros add nothing to a distance).
class DistanceRows {
public:
    /// `values`: `[N, dimensions]`.
    DistanceRows(std::span<const float> values, int dimensions);

    std::int64_t count() const { return m_count; }
    float squared(std::int64_t a, std::int64_t b) const;

    /// For each row of `candidates`: where `centre` is nearer than `nearest` says, stores its squared distance
    /// there and `label` in `labels`. A sum is left off as soon as it exceeds the known distance.
    void lowerTo(std::int64_t centre, std::span<const std::int64_t> candidates, std::int32_t label,
                 std::span<float> nearest, std::span<std::int32_t> labels) const;

private:
    const float *row(std::int64_t index) const { return m_rows.data() + index * m_stride; }

    int m_stride;
    std::int64_t m_count;
    std::vector<float> m_padded;
    std::span<const float> m_rows;
};

} // namespace spotcheck
