#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include <spotcheck/backbone/backbone.h>

#include "detectors/cfaloss.h"

/// CFA in its plain slow form, in double precision throughout.
namespace spotcheck::test::plain {

using Vector = std::vector<double>;

/// The mean over 3x3 at a position of the map's own grid, zero outside.
inline Vector pooledAt(const FeatureMap &map, int row, int column)
{
    Vector mean(static_cast<std::size_t>(map.channels), 0.0);
    for (int y = std::max(0, row - 1); y <= std::min(map.height - 1, row + 1); ++y) {
        for (int x = std::max(0, column - 1); x <= std::min(map.width - 1, column + 1); ++x) {
            for (std::size_t c = 0; c < mean.size(); ++c)
                mean[c] += map.at(y, x)[c] / 9.0;
        }
    }
    return mean;
}

/// All layers at a position of the first one's grid, laid end to end, then column and row in [-1, 1].
inline Vector inputAt(const FeatureMaps &maps, int row, int column)
{
    Vector input;
    const int rows = maps.front().height;
    const int columns = maps.front().width;
    for (const FeatureMap &map : maps) {
        const double y = std::clamp((row + 0.5) * map.height / rows - 0.5, 0.0, map.height - 1.0);
        const double x = std::clamp((column + 0.5) * map.width / columns - 0.5, 0.0, map.width - 1.0);
        const int top = static_cast<int>(y);
        const int left = static_cast<int>(x);
        const int bottom = std::min(top + 1, map.height - 1);
        const int right = std::min(left + 1, map.width - 1);
        const Vector a = pooledAt(map, top, left);
        const Vector b = pooledAt(map, top, right);
        const Vector c = pooledAt(map, bottom, left);
        const Vector d = pooledAt(map, bottom, right);
        for (std::size_t i = 0; i < a.size(); ++i) {
            input.push_back((1 - (y - top)) * ((1 - (x - left)) * a[i] + (x - left) * b[i]) +
                            (y - top) * ((1 - (x - left)) * c[i] + (x - left) * d[i]));
        }
    }
    input.push_back(2.0 * column / (columns - 1) - 1);
    input.push_back(2.0 * row / (rows - 1) - 1);
    return input;
}

/// One output vector a position. `weights`: laid out as `CfaDescriptor::weights` says.
inline std::vector<Vector> descriptors(const FeatureMaps &maps, const Vector &weights, std::size_t outputs)
{
    std::vector<std::size_t> channels;
    for (const FeatureMap &map : maps)
        channels.push_back(static_cast<std::size_t>(map.channels));
    channels.push_back(2);
    std::vector<Vector> all;
    for (int row = 0; row < maps.front().height; ++row) {
        for (int column = 0; column < maps.front().width; ++column) {
            const Vector input = inputAt(maps, row, column);
            Vector &result = all.emplace_back(weights.end() - static_cast<std::ptrdiff_t>(outputs), weights.end());
            std::size_t weight = 0;
            std::size_t first = 0;
            for (const std::size_t count : channels) {
                for (std::size_t output = 0; output < outputs; ++output) {
                    for (std::size_t c = 0; c < count; ++c)
                        result[output] += weights[weight++] * input[first + c];
                }
                first += count;
            }
        }
    }
    return all;
}

/// Squared distances to all centroids, ascending.
inline Vector squaredDistances(const Vector &descriptor, const std::vector<Vector> &centroids)
{
    Vector distances;
    for (const Vector &centroid : centroids) {
        double &sum = distances.emplace_back(0.0);
        for (std::size_t i = 0; i < descriptor.size(); ++i)
            sum += (descriptor[i] - centroid[i]) * (descriptor[i] - centroid[i]);
    }
    std::sort(distances.begin(), distances.end());
    return distances;
}

inline double loss(const std::vector<Vector> &descriptors, const std::vector<Vector> &centroids, double radius,
                   const CfaLossOptions &options)
{
    const auto attracted = static_cast<std::size_t>(options.attracted);
    const auto repelled = static_cast<std::size_t>(options.repelled);
    double attraction = 0;
    double repulsion = 0;
    for (const Vector &descriptor : descriptors) {
        const Vector squared = squaredDistances(descriptor, centroids);
        for (std::size_t k = 0; k < attracted; ++k)
            attraction += std::max(0.0, squared[k] - radius * radius);
        for (std::size_t k = attracted; k < attracted + repelled; ++k)
            repulsion += std::max(0.0, radius * radius - squared[k] - options.margin);
    }
    const auto count = static_cast<double>(descriptors.size());
    return (attraction / (count * options.attracted) + repulsion / (count * options.repelled)) / options.softness;
}

inline double score(const Vector &descriptor, const std::vector<Vector> &centroids, std::size_t neighbours)
{
    const Vector squared = squaredDistances(descriptor, centroids);
    double sum = 0;
    for (std::size_t k = 0; k < neighbours; ++k)
        sum += std::exp(-std::sqrt(squared[k]));
    return std::exp(-std::sqrt(squared[0])) / sum * std::sqrt(squared[0]);
}

inline Vector inDouble(std::span<const float> values)
{
    return {values.begin(), values.end()};
}

inline std::vector<Vector> rowsOf(std::span<const float> values, std::size_t dimensions)
{
    std::vector<Vector> rows;
    for (std::size_t first = 0; first < values.size(); first += dimensions)
        rows.push_back(inDouble(values.subspan(first, dimensions)));
    return rows;
}

} // namespace spotcheck::test::plain
