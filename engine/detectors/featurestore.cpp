#include "detectors/featurestore.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr float largestHalf = 65504;

/// `[count / columns, columns]` for OpenCV, which converts values with the processor's own instructions.
template <typename Value>
cv::Mat matrixOf(Value *values, std::size_t count, int columns, int type)
{
    return {static_cast<int>(count / static_cast<std::size_t>(columns)), columns, type,
            const_cast<void *>(static_cast<const void *>(values))}; // NOLINT: cv::Mat knows no read-only values
}

} // namespace

FeatureStore::FeatureStore(std::vector<float> values, int dimensions)
    : m_precision(FeaturePrecision::Single), m_dimensions(dimensions), m_single(std::move(values))
{}

void FeatureStore::reserve(std::int64_t count, int dimensions)
{
    m_dimensions = dimensions;
    const std::size_t values = static_cast<std::size_t>(count) * static_cast<std::size_t>(dimensions);
    if (m_precision == FeaturePrecision::Half)
        m_half.reserve(values);
    else
        m_single.reserve(values);
}

void FeatureStore::append(std::span<const float> values)
{
    if (m_precision == FeaturePrecision::Single) {
        m_single.insert(m_single.end(), values.begin(), values.end());
        return;
    }
    float largest = 0;
    for (const float value : values)
        largest = std::max(largest, std::abs(value));
    if (largest > largestHalf)
        throw Error(ErrorCode::InvalidParameter,
                    "a feature of these pictures is too large for half precision; keep the features in single "
                    "precision (feature_store)");
    const std::size_t before = m_half.size();
    m_half.resize(before + values.size());
    cv::Mat half = matrixOf(m_half.data() + before, values.size(), m_dimensions, CV_16FC1);
    matrixOf(values.data(), values.size(), m_dimensions, CV_32FC1).convertTo(half, CV_16F);
}

std::int64_t FeatureStore::count() const
{
    const std::size_t values = m_precision == FeaturePrecision::Half ? m_half.size() : m_single.size();
    return m_dimensions > 0 ? static_cast<std::int64_t>(values) / m_dimensions : 0;
}

std::span<const float> FeatureStore::rows(std::int64_t first, std::int64_t count, std::vector<float> &buffer) const
{
    const std::size_t begin = static_cast<std::size_t>(first) * static_cast<std::size_t>(m_dimensions);
    const std::size_t values = static_cast<std::size_t>(count) * static_cast<std::size_t>(m_dimensions);
    if (m_precision == FeaturePrecision::Single)
        return std::span(m_single).subspan(begin, values);
    buffer.resize(values);
    cv::Mat single = matrixOf(buffer.data(), values, m_dimensions, CV_32FC1);
    matrixOf(m_half.data() + begin, values, m_dimensions, CV_16FC1).convertTo(single, CV_32F);
    return buffer;
}

void FeatureStore::replace(std::int64_t first, std::span<const float> values)
{
    std::ranges::copy(values, m_single.begin() + static_cast<std::ptrdiff_t>(first) * m_dimensions);
}

std::size_t bytesOf(FeaturePrecision precision)
{
    return precision == FeaturePrecision::Half ? sizeof(std::uint16_t) : sizeof(float);
}

} // namespace spotcheck
