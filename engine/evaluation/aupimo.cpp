#include "evaluation/aupimo.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>

#include <spotcheck/core/runtime.h>

namespace spotcheck {

namespace {

struct WeightedPixel {
    float value;
    double weight; ///< 1 / (normal pictures x pixels of this one)
};

struct TailPoint {
    float threshold;
    double falsePositiveRate; ///< of pixels at or above the threshold
};

constexpr std::size_t mostPoints = 20'000; // between the two rates; a monotone curve is then known to 1 / 20,000

/// A value that a little more than `share` of the normal pixels reach, judged by a regular sample.
float valueReachedBy(std::span<const PicturePixels> pictures, double share)
{
    constexpr std::size_t wanted = 1'000'000;
    std::size_t all = 0;
    for (const PicturePixels &picture : pictures)
        all += picture.isNormal ? picture.good.size() : 0;
    const std::size_t stride = std::max<std::size_t>(1, all / wanted);
    std::vector<float> sample;
    for (const PicturePixels &picture : pictures) {
        for (std::size_t index = 0; picture.isNormal && index < picture.good.size(); index += stride)
            sample.push_back(picture.good[index]);
    }
    const auto place =
        std::min(sample.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sample.size())));
    std::nth_element(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(place), sample.end(),
                     std::greater<>());
    return sample[place];
}

std::vector<WeightedPixel> pixelsFrom(std::span<const PicturePixels> pictures, float lowest, double normals)
{
    std::vector<WeightedPixel> tail;
    for (const PicturePixels &picture : pictures) {
        if (!picture.isNormal)
            continue;
        const double weight = 1 / (normals * static_cast<double>(picture.good.size()));
        for (const float value : picture.good) {
            if (value >= lowest)
                tail.push_back({value, weight});
        }
    }
    return tail;
}

/// The upper end of the shared false positive rate, up to the first point at or above `aupimoHigh`.
std::vector<TailPoint> tailOf(std::span<const PicturePixels> pictures, double normals, JobMonitor &monitor)
{
    std::vector<WeightedPixel> pixels;
    for (double share = 5 * aupimoHigh;; share *= 10) {
        monitor.throwIfCancelled();
        const float lowest = share < 1 ? valueReachedBy(pictures, share) : std::numeric_limits<float>::lowest();
        pixels = pixelsFrom(pictures, lowest, normals);
        const double reached =
            std::accumulate(pixels.begin(), pixels.end(), 0.0,
                            [](double sum, const WeightedPixel &pixel) { return sum + pixel.weight; });
        if (reached >= aupimoHigh || share >= 1)
            break;
    }
    // By weight too: sums must not depend on the order in which the pictures came.
    std::sort(pixels.begin(), pixels.end(), [](const WeightedPixel &a, const WeightedPixel &b) {
        return a.value != b.value ? a.value > b.value : a.weight > b.weight;
    });
    std::vector<TailPoint> points;
    const double leastStep = std::log(aupimoHigh / aupimoLow) / static_cast<double>(mostPoints);
    double rate = 0;
    for (std::size_t index = 0; index < pixels.size() && rate < aupimoHigh;) {
        const float value = pixels[index].value;
        for (; index < pixels.size() && pixels[index].value == value; ++index)
            rate += pixels[index].weight;
        if (points.empty() || rate >= aupimoHigh || rate > points.back().falsePositiveRate * std::exp(leastStep))
            points.push_back({value, rate});
    }
    return points;
}

double recallOf(const PicturePixels &picture, const std::vector<TailPoint> &tail)
{
    std::vector<float> values; // those that any of the thresholds may reach
    for (const RegionPixel &pixel : picture.defective) {
        if (pixel.value >= tail.back().threshold)
            values.push_back(pixel.value);
    }
    std::sort(values.begin(), values.end(), std::greater<>());
    const auto all = static_cast<double>(picture.defective.size());
    std::size_t found = 0;
    while (found < values.size() && values[found] > tail.front().threshold)
        ++found;
    LogAverage average;
    average.add(0, static_cast<double>(found) / all); // above every normal pixel
    for (const TailPoint &point : tail) {
        while (found < values.size() && values[found] >= point.threshold)
            ++found;
        average.add(point.falsePositiveRate, static_cast<double>(found) / all);
    }
    return average.value();
}

} // namespace

double Aupimo::mean() const
{
    return pictures.empty()
               ? std::numeric_limits<double>::quiet_NaN()
               : std::accumulate(pictures.begin(), pictures.end(), 0.0) / static_cast<double>(pictures.size());
}

void LogAverage::add(double falsePositiveRate, double recall)
{
    if (falsePositiveRate > m_reached && m_reached < aupimoHigh) {
        const double end = std::min(falsePositiveRate, aupimoHigh);
        const double width = std::log(end / m_reached);
        if (m_lastRate <= 0) { // no logarithm to draw a line from
            m_area += width * m_lastRecall;
        } else {
            const double slope = (recall - m_lastRecall) / std::log(falsePositiveRate / m_lastRate);
            const double atReached = m_lastRecall + slope * std::log(m_reached / m_lastRate);
            m_area += width * (atReached + slope * width / 2);
        }
        m_reached = end;
    }
    m_lastRate = falsePositiveRate;
    m_lastRecall = recall;
}

double LogAverage::value() const
{
    const double rest = m_reached < aupimoHigh ? std::log(aupimoHigh / m_reached) * m_lastRecall : 0;
    return std::clamp((m_area + rest) / std::log(aupimoHigh / aupimoLow), 0.0, 1.0);
}

Aupimo computeAupimo(std::span<const PicturePixels> pictures, JobMonitor &monitor)
{
    Aupimo result;
    std::vector<const PicturePixels *> defectives;
    std::size_t pixels = 0;
    double normals = 0;
    for (const PicturePixels &picture : pictures) {
        if (!picture.isNormal && !picture.defective.empty())
            defectives.push_back(&picture);
        if (picture.isNormal && !picture.good.empty()) {
            pixels += picture.good.size();
            ++normals;
        }
    }
    if (defectives.empty() || static_cast<double>(pixels) * aupimoLow < 1)
        return result;
    const std::vector<TailPoint> tail = tailOf(pictures, normals, monitor);
    std::transform(tail.begin(), tail.end(), std::back_inserter(result.thresholds),
                   [](const TailPoint &point) { return point.threshold; });
    result.pictures.resize(defectives.size());
    parallelFor(static_cast<std::int64_t>(defectives.size()), monitor, [&](std::int64_t index) {
        result.pictures[static_cast<std::size_t>(index)] =
            recallOf(*defectives[static_cast<std::size_t>(index)], tail);
    });
    return result;
}

} // namespace spotcheck
