#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spotcheck {

/// What a feature takes while it waits in memory.
enum class FeaturePrecision {
    Single,
    Half, ///< IEEE 754 binary16, rounded to nearest: 11 bits, up to 65,504
};

/// Vectors of one length, collected first and used later.
class FeatureStore {
public:
    explicit FeatureStore(FeaturePrecision precision = FeaturePrecision::Single) : m_precision(precision) {}
    /// Of `values` `[N, dimensions]` as they are.
    FeatureStore(std::vector<float> values, int dimensions);

    /// Room for `count` vectors, so that none is moved later.
    void reserve(std::int64_t count, int dimensions);
    /// `values`: `[N, dimensions]`, the length as it was reserved.
    /// \throws Error(InvalidParameter) where half precision cannot hold a value
    void append(std::span<const float> values);

    int dimensions() const { return m_dimensions; }
    std::int64_t count() const;

    /// `[count, dimensions]` in single precision: the own values where they are so, else written to `buffer`, which
    /// must live as long as the result.
    std::span<const float> rows(std::int64_t first, std::int64_t count, std::vector<float> &buffer) const;

    /// Puts others in the place of vectors in single precision, from `first` on. `values`: `[N, dimensions]`. Several
    /// threads may replace different ones at once.
    void replace(std::int64_t first, std::span<const float> values);

private:
    FeaturePrecision m_precision;
    int m_dimensions = 0;
    std::vector<float> m_single;
    std::vector<std::uint16_t> m_half;
};

/// The bytes of one stored value.
std::size_t bytesOf(FeaturePrecision precision);

} // namespace spotcheck
