#include "detectors/distancerows.h"

#include <algorithm>
#include <cstring>

#include "core/foreachprocessor.h"

namespace spotcheck {

namespace {

// One AVX-512 register of floats; narrower processors take two or four steps. Sums are kept in this many lanes
// and added up in a fixed order.
constexpr int lanes = 16;
using Lanes = float __attribute__((vector_size(lanes * sizeof(float)), may_alias));

// Dimensions after which a sum is compared with the limit: adding up the lanes costs as much as 30 dimensions.
constexpr int checkEvery = 2 * lanes;

/// Squared distance over [start, end), a multiple of `lanes`, added to `sums`.
inline __attribute__((always_inline)) void accumulate(const float *a, const float *b, int start, int end, Lanes &sums)
{
    for (int i = start; i < end; i += lanes) {
        Lanes left;
        Lanes right;
        std::memcpy(&left, a + i, sizeof(Lanes));
        std::memcpy(&right, b + i, sizeof(Lanes));
        const Lanes difference = left - right;
        sums += difference * difference;
    }
}

inline __attribute__((always_inline)) float total(const Lanes &sums)
{
    float values[lanes];
    std::memcpy(values, &sums, sizeof(values));
    for (int half = lanes / 2; half > 0; half /= 2) {
        for (int lane = 0; lane < half; ++lane)
            values[lane] += values[lane + half];
    }
    return values[0];
}

SPOTCHECK_FOR_EACH_PROCESSOR
float squaredDistanceOfLanes(const float *a, const float *b, int dimensions)
{
    Lanes sums{};
    accumulate(a, b, 0, dimensions, sums);
    return total(sums);
}

/// With four sums side by side, so that an addition need not wait for the one before.
SPOTCHECK_FOR_EACH_PROCESSOR
float squaredDistanceOfLongRows(const float *a, const float *b, int dimensions)
{
    constexpr int step = 4 * lanes;
    Lanes sums[4]{};
    int start = 0;
    for (; start + step <= dimensions; start += step) {
        for (int sum = 0; sum < 4; ++sum)
            accumulate(a, b, start + sum * lanes, start + (sum + 1) * lanes, sums[sum]);
    }
    accumulate(a, b, start, dimensions, sums[0]);
    return total(sums[0] + sums[1] + sums[2] + sums[3]);
}

SPOTCHECK_FOR_EACH_PROCESSOR
void lowerDistancesOfLanes(const float *rows, int stride, const float *centre, float *nearest, std::size_t count)
{
    for (std::size_t index = 0; index < count; ++index) {
        const float *row = rows + index * static_cast<std::size_t>(stride);
        const float limit = nearest[index];
        Lanes sums{};
        float squared = 0;
        for (int start = 0; start < stride; start += checkEvery) {
            accumulate(row, centre, start, start + checkEvery < stride ? start + checkEvery : stride, sums);
            squared = total(sums);
            if (squared >= limit)
                break;
        }
        if (squared < limit)
            nearest[index] = squared;
    }
}

} // namespace

float squaredDistance(std::span<const float> a, std::span<const float> b)
{
    const std::size_t whole = a.size() / lanes * lanes;
    float sum = squaredDistanceOfLanes(a.data(), b.data(), static_cast<int>(whole));
    for (std::size_t i = whole; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

std::vector<float> meanRow(std::span<const float> rows, int length)
{
    std::vector<double> sums(static_cast<std::size_t>(length));
    for (std::size_t first = 0; first < rows.size(); first += sums.size()) {
        for (std::size_t place = 0; place < sums.size(); ++place)
            sums[place] += rows[first + place];
    }
    const auto count = static_cast<double>(rows.size() / sums.size());
    std::vector<float> mean(sums.size());
    std::transform(sums.begin(), sums.end(), mean.begin(),
                   [count](double sum) { return static_cast<float>(sum / count); });
    return mean;
}

DistanceRows::DistanceRows(std::span<const float> values, int dimensions)
    : m_stride((dimensions + lanes - 1) / lanes * lanes),
      m_count(static_cast<std::int64_t>(values.size()) / dimensions)
{
    if (m_stride == dimensions) {
        m_rows = values;
        return;
    }
    m_padded.resize(static_cast<std::size_t>(m_count * m_stride));
    for (std::int64_t index = 0; index < m_count; ++index)
        std::copy_n(values.data() + index * dimensions, dimensions, m_padded.data() + index * m_stride);
    m_rows = m_padded;
}

float DistanceRows::squared(std::int64_t a, std::int64_t b) const
{
    return squaredDistanceOfLanes(row(a), row(b), m_stride);
}

float DistanceRows::squaredTo(const float *padded, std::int64_t index) const
{
    return squaredDistanceOfLongRows(padded, row(index), m_stride);
}

void lowerDistances(const float *rows, int stride, const float *centre, std::span<float> nearest)
{
    lowerDistancesOfLanes(rows, stride, centre, nearest.data(), nearest.size());
}

} // namespace spotcheck
