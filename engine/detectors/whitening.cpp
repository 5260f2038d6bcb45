#include "detectors/whitening.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include <Eigen/Core>
#include <Eigen/LU>

#include <spotcheck/core/error.h>

#include "detectors/blockedproduct.h"
#include "detectors/centring.h"
#include "detectors/symmetricmatrix.h"

namespace spotcheck {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::int64_t mostFeatures = 32768;
/// Of a feature's mean square: what varies less is rounding.
constexpr double leastVariance = 1e-10;

/// Shrunk, as a whole matrix.
Matrix covarianceOf(std::span<const float> centred, int dimensions, double meanSquare, JobMonitor &monitor)
{
    const double count = static_cast<double>(centred.size()) / dimensions;
    std::vector<float> products(static_cast<std::size_t>(dimensions) * static_cast<std::size_t>(dimensions));
    transposedProduct(centred, centred, dimensions, dimensions, products, monitor);
    Matrix covariance = Eigen::Map<const Rows>(products.data(), dimensions, dimensions).cast<double>() / count;
    const double variance = std::max(covariance.trace() / dimensions, leastVariance * meanSquare);
    covariance *= 1 - whiteningShrinkage;
    covariance.diagonal().array() += whiteningShrinkage * variance;
    return covariance;
}

} // namespace

void FeatureSample::expect(std::int64_t count, int dimensions)
{
    m_dimensions = dimensions;
    m_count = count;
    m_wanted = dimensions > m_longest ? 0 : std::min(count, mostFeatures);
    m_values.reserve(static_cast<std::size_t>(m_wanted * dimensions));
}

void FeatureSample::append(std::span<const float> features)
{
    const auto length = static_cast<std::size_t>(m_dimensions);
    const std::int64_t first = m_seen;
    m_seen += static_cast<std::int64_t>(features.size() / length);
    for (; m_taken < m_wanted && nextWanted() < m_seen; ++m_taken) {
        const std::span<const float> feature =
            features.subspan(static_cast<std::size_t>(nextWanted() - first) * length, length);
        m_values.insert(m_values.end(), feature.begin(), feature.end());
    }
}

LinearRepresentation whiteningOf(FeatureSample sample, JobMonitor &monitor)
{
    const int dimensions = sample.dimensions();
    std::vector<float> values = sample.take();
    const Eigen::Map<const Rows> rows(values.data(), std::ssize(values) / dimensions, dimensions);
    const double meanSquare = rows.cast<double>().squaredNorm() / static_cast<double>(rows.size());
    takeMeanAway(values, dimensions);
    Matrix whitening = Matrix::Identity(dimensions, dimensions);
    if (meanSquare > 0) {
        // S = L L': the inverse of L whitens.
        Matrix factor = covarianceOf(values, dimensions, meanSquare, monitor);
        if (!choleskyFactor(factor.data(), dimensions))
            throw Error(ErrorCode::Internal, "the features' covariance has no Cholesky factor");
        factor.triangularView<Eigen::Lower>().solveInPlace(whitening);
    }
    LinearRepresentation representation{dimensions, dimensions, {}};
    representation.matrix.assign(whitening.data(), whitening.data() + whitening.size());
    return representation;
}

double whiteningBytes(double features, double dimensions)
{
    const double taken = std::min(features, static_cast<double>(mostFeatures));
    return sizeof(float) * (taken + dimensions) * dimensions + 2 * sizeof(double) * dimensions * dimensions;
}

double whiteningOperations(double features, double dimensions)
{
    const double taken = std::min(features, static_cast<double>(mostFeatures));
    return (features + taken + dimensions / 3) * dimensions * dimensions;
}

} // namespace spotcheck
