#include <spotcheck/image/resize.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

#include <spotcheck/core/error.h>

#include "image/resizeregion.h"

namespace spotcheck {

namespace {

/// The source pixels [first, first + count) that make one target pixel, and where their weights begin.
struct Taps {
    int first = 0;
    int count = 0;
    std::size_t weights = 0;
};

struct Filter {
    std::vector<Taps> taps;
    std::vector<float> weights;
};

/// PIL's Resample.c, precompute_coeffs, with the triangle (BILINEAR) filter.
Filter triangleFilter(int sourceSize, std::int64_t fullTargetSize, std::int64_t start, int count)
{
    const double scale = static_cast<double>(sourceSize) / static_cast<double>(fullTargetSize);
    const double support = std::max(scale, 1.0);
    Filter filter;
    filter.taps.reserve(static_cast<std::size_t>(count));
    std::vector<double> triangle;
    for (int i = 0; i < count; ++i) {
        const double centre = (static_cast<double>(start + i) + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(centre - support + 0.5));
        const int end = std::min(sourceSize, static_cast<int>(centre + support + 0.5));
        triangle.clear();
        double sum = 0;
        for (int source = first; source < end; ++source) {
            const double distance = std::abs((source - centre + 0.5) / support);
            triangle.push_back(std::max(0.0, 1.0 - distance));
            sum += triangle.back();
        }
        filter.taps.push_back({first, end - first, filter.weights.size()});
        for (const double weight : triangle) {
            filter.weights.push_back(static_cast<float>(weight / sum));
        }
    }
    return filter;
}

/// Restricts a filter to the source pixels from `origin` on.
void moveOrigin(Filter &filter, int origin)
{
    for (Taps &taps : filter.taps) {
        taps.first -= origin;
    }
}

/// `sums[i]` = weighted sum over the rows of one column. Four rows at a time spare three of four trips of `sums`
/// to the cache.
template <typename Sample>
void sumRows(const cv::Mat &image, const Taps &taps, const float *weights, std::size_t offset, std::size_t length,
             float *sums)
{
    const auto row = [&](int k) { return image.ptr<Sample>(taps.first + k) + offset; };
    std::fill_n(sums, length, 0.0F);
    int k = 0;
    for (; k + 4 <= taps.count; k += 4) {
        const Sample *a = row(k);
        const Sample *b = row(k + 1);
        const Sample *c = row(k + 2);
        const Sample *d = row(k + 3);
        const float wa = weights[k];
        const float wb = weights[k + 1];
        const float wc = weights[k + 2];
        const float wd = weights[k + 3];
        for (std::size_t i = 0; i < length; ++i) {
            sums[i] += wa * static_cast<float>(a[i]) + wb * static_cast<float>(b[i]) + wc * static_cast<float>(c[i]) +
                       wd * static_cast<float>(d[i]);
        }
    }
    for (; k < taps.count; ++k) {
        const Sample *a = row(k);
        const float wa = weights[k];
        for (std::size_t i = 0; i < length; ++i) {
            sums[i] += wa * static_cast<float>(a[i]);
        }
    }
}

template <typename Sample>
Sample rounded(float value)
{
    if constexpr (std::is_floating_point_v<Sample>) {
        return value;
    } else {
        // Weights are never negative and sum to 1, so only rounding errors leave the range.
        constexpr auto maximum = static_cast<float>(std::numeric_limits<Sample>::max());
        return static_cast<Sample>(static_cast<int>(std::min(value + 0.5F, maximum)));
    }
}

/// `channels` is a constant for the usual counts, so that the sums stay in registers.
template <typename Sample, int channels>
void filterRow(const float *row, const Filter &filter, Sample *target)
{
    for (const Taps &taps : filter.taps) {
        const float *source = row + static_cast<std::ptrdiff_t>(taps.first) * channels;
        const float *weights = filter.weights.data() + taps.weights;
        float sums[channels] = {};
        for (int k = 0; k < taps.count; ++k, source += channels) {
            for (int channel = 0; channel < channels; ++channel) {
                sums[channel] += weights[k] * source[channel];
            }
        }
        for (int channel = 0; channel < channels; ++channel) {
            *target++ = rounded<Sample>(sums[channel]);
        }
    }
}

template <typename Sample>
void filterRow(const float *row, const Filter &filter, int channels, Sample *target)
{
    for (const Taps &taps : filter.taps) {
        const float *source = row + static_cast<std::ptrdiff_t>(taps.first) * channels;
        const float *weights = filter.weights.data() + taps.weights;
        for (int channel = 0; channel < channels; ++channel) {
            float sum = 0;
            for (int k = 0; k < taps.count; ++k) {
                sum += weights[k] * source[static_cast<std::ptrdiff_t>(k) * channels + channel];
            }
            *target++ = rounded<Sample>(sum);
        }
    }
}

/// The vertical pass goes first and only one row of its result exists at a time: it reads rows in one piece, so it
/// vectorises, and leaves little to the scattered reads of the horizontal pass.
template <typename Sample>
cv::Mat resample(const cv::Mat &image, const ResizedRegion &region)
{
    const int channels = image.channels();
    const Filter vertical = triangleFilter(image.rows, region.fullHeight, region.y, region.height);
    Filter horizontal = triangleFilter(image.cols, region.fullWidth, region.x, region.width);
    const int left = horizontal.taps.front().first;
    const int right = horizontal.taps.back().first + horizontal.taps.back().count;
    moveOrigin(horizontal, left);

    cv::Mat result(region.height, region.width, image.type());
    const std::size_t offset = static_cast<std::size_t>(left) * static_cast<std::size_t>(channels);
    std::vector<float> sums(static_cast<std::size_t>(right - left) * static_cast<std::size_t>(channels));
    for (int y = 0; y < region.height; ++y) {
        const Taps &taps = vertical.taps[static_cast<std::size_t>(y)];
        sumRows<Sample>(image, taps, vertical.weights.data() + taps.weights, offset, sums.size(), sums.data());
        Sample *target = result.ptr<Sample>(y);
        switch (channels) {
        case 1:
            filterRow<Sample, 1>(sums.data(), horizontal, target);
            break;
        case 3:
            filterRow<Sample, 3>(sums.data(), horizontal, target);
            break;
        default:
            filterRow<Sample>(sums.data(), horizontal, channels, target);
            break;
        }
    }
    return result;
}

} // namespace

cv::Mat resizeAntialiasedRegion(const cv::Mat &image, const ResizedRegion &region)
{
    const bool inside = region.width > 0 && region.height > 0 && region.x >= 0 && region.y >= 0 &&
                        region.x + region.width <= region.fullWidth && region.y + region.height <= region.fullHeight;
    if (image.empty() || image.dims != 2 || !inside) {
        throw Error(ErrorCode::InvalidParameter, "A resize needs a picture and a size of at least 1 x 1 pixel.");
    }
    switch (image.depth()) {
    case CV_8U:
        return resample<std::uint8_t>(image, region);
    case CV_16U:
        return resample<std::uint16_t>(image, region);
    case CV_32F:
        return resample<float>(image, region);
    default:
        throw Error(ErrorCode::InvalidParameter, "A resize takes values of 8 bits, 16 bits or float.");
    }
}

cv::Mat resizeAntialiased(const cv::Mat &image, cv::Size size)
{
    return resizeAntialiasedRegion(image, {.fullWidth = size.width,
                                           .fullHeight = size.height,
                                           .x = 0,
                                           .y = 0,
                                           .width = size.width,
                                           .height = size.height});
}

} // namespace spotcheck
