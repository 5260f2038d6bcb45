#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "detectors/reconpatchloss.h"

/// ReConPatch in its plain slow form, in double precision throughout. Equations are those of the paper.
namespace spotcheck::test::plain {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

inline double distance(const Vector &a, const Vector &b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum);
}

inline Matrix distances(const Matrix &z)
{
    Matrix all(z.size(), Vector(z.size()));
    for (std::size_t i = 0; i < z.size(); ++i) {
        for (std::size_t j = 0; j < z.size(); ++j)
            all[i][j] = distance(z[i], z[j]);
    }
    return all;
}

/// Rows of `weights` times `x`.
inline Matrix linear(const Matrix &x, const Matrix &weights)
{
    Matrix y;
    for (const Vector &row : x) {
        Vector &outputs = y.emplace_back();
        for (const Vector &weight : weights)
            outputs.push_back(std::inner_product(row.begin(), row.end(), weight.begin(), 0.0));
    }
    return y;
}

inline std::vector<std::size_t> nearest(const Vector &distances, std::size_t k)
{
    std::vector<std::size_t> order(distances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return distances[a] < distances[b]; });
    order.resize(std::min(k, order.size()));
    return order;
}

inline bool contains(const std::vector<std::size_t> &values, std::size_t value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// Eq. 1 to 6.
inline Matrix similarity(const Matrix &z, const ReConPatchLossOptions &options)
{
    const std::size_t n = z.size();
    const Matrix d = distances(z);
    double mean = 0;
    for (const Vector &row : d) {
        for (const double value : row)
            mean += value * value / static_cast<double>(n * n);
    }
    std::vector<std::vector<std::size_t>> near;
    std::vector<std::vector<std::size_t>> half;
    for (const Vector &row : d) {
        near.push_back(nearest(row, static_cast<std::size_t>(options.neighbours)));
        half.push_back(nearest(row, static_cast<std::size_t>(std::max(1, options.neighbours / 2))));
    }
    Matrix overlap(n, Vector(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (const std::size_t j : near[i]) {
            for (const std::size_t other : near[i])
                overlap[i][j] += contains(near[j], other) ? 1.0 / static_cast<double>(near[i].size()) : 0.0;
        }
    }
    Matrix expanded(n, Vector(n));
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<std::size_t> reciprocal;
        for (const std::size_t l : half[i]) {
            if (contains(half[l], i))
                reciprocal.push_back(l);
        }
        for (const std::size_t l : reciprocal) {
            for (std::size_t j = 0; j < n; ++j)
                expanded[i][j] += overlap[l][j] / static_cast<double>(reciprocal.size());
        }
    }
    Matrix w(n, Vector(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            w[i][j] = options.alpha * std::exp(-d[i][j] * d[i][j] / (options.sigma * mean)) +
                      (1 - options.alpha) * 0.5 * (expanded[i][j] + expanded[j][i]);
        }
    }
    return w;
}

/// Eq. 7.
inline double loss(const Matrix &z, const Matrix &w, double margin)
{
    const Matrix d = distances(z);
    double sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double mean = std::accumulate(d[i].begin(), d[i].end(), 0.0) / static_cast<double>(z.size());
        for (std::size_t j = 0; j < z.size(); ++j) {
            const double delta = d[i][j] / mean;
            sum += w[i][j] * delta * delta + (1 - w[i][j]) * std::pow(std::max(margin - delta, 0.0), 2);
        }
    }
    return sum / static_cast<double>(z.size());
}

inline Matrix matrix(std::span<const float> values, int columns)
{
    Matrix rows;
    for (std::size_t first = 0; first < values.size(); first += static_cast<std::size_t>(columns)) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
        rows.emplace_back(begin, begin + columns);
    }
    return rows;
}

} // namespace spotcheck::test::plain
