#include "detectors/positiongaussians.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <spotcheck/core/error.h>

#include "core/foreachprocessor.h"
#include "detectors/gaussiantensors.h"
#include "detectors/symmetricmatrix.h"

namespace spotcheck {

namespace {

// One step of the forward substitution goes over one AVX-512 register of floats; narrower processors take two or
// four.
constexpr int positionLanes = PositionGaussians::lanes;
using Lanes = float __attribute__((vector_size(positionLanes * sizeof(float)), may_alias));

inline __attribute__((always_inline)) void read(const float *values, Lanes &target)
{
    std::memcpy(&target, values, sizeof(Lanes));
}

/// |L^-1 v|^2 of a block by forward substitution. `factors`: `[triangle, positionLanes]`; `vectors`: `[dimensions,
/// positionLanes]`, overwritten; `squares`: `[positionLanes]`. Four sums a row, added up in a fixed order, hide the
/// latency of additions.
SPOTCHECK_FOR_EACH_PROCESSOR
void squaredDistances(const float *factors, float *vectors, int dimensions, float *squares)
{
    Lanes total{};
    for (int i = 0; i < dimensions; ++i) {
        Lanes sums[4] = {};
        Lanes factor;
        Lanes solved;
        int j = 0;
        for (; j + 4 <= i; j += 4) {
            for (int k = 0; k < 4; ++k) {
                read(factors + (j + k) * positionLanes, factor);
                read(vectors + (j + k) * positionLanes, solved);
                sums[k] += factor * solved;
            }
        }
        for (; j < i; ++j) {
            read(factors + j * positionLanes, factor);
            read(vectors + j * positionLanes, solved);
            sums[0] += factor * solved;
        }
        Lanes value;
        Lanes reciprocal;
        read(vectors + i * positionLanes, value);
        read(factors + i * positionLanes, reciprocal);
        value = (value - ((sums[0] + sums[1]) + (sums[2] + sums[3]))) * reciprocal;
        std::memcpy(vectors + i * positionLanes, &value, sizeof(Lanes));
        total += value * value;
        factors += (i + 1) * positionLanes;
    }
    std::memcpy(squares, &total, sizeof(Lanes));
}

std::int64_t blockCount(std::int64_t positions)
{
    return (positions + positionLanes - 1) / positionLanes;
}

} // namespace

PositionGaussians PositionGaussians::fit(PositionMoments &moments, double epsilon, JobMonitor &monitor)
{
    PositionGaussians gaussians(moments.rows(), moments.columns(), moments.dimensions());
    const auto d = static_cast<std::size_t>(gaussians.m_dimensions);
    const auto positions = static_cast<std::size_t>(gaussians.positions());
    const auto triangle = static_cast<std::size_t>(triangleSize(gaussians.m_dimensions));
    const auto blocks = static_cast<std::size_t>(blockCount(gaussians.positions()));
    // Untouched memory takes no room until it is written, when the moments have made way.
    const std::size_t factorValues = blocks * triangle * positionLanes;
    gaussians.m_ownMeans = std::make_unique_for_overwrite<float[]>(positions * d);
    gaussians.m_ownFactors = std::make_unique_for_overwrite<float[]>(factorValues);
    float *means = gaussians.m_ownMeans.get();
    float *factors = gaussians.m_ownFactors.get();
    gaussians.m_means = {means, positions * d};
    gaussians.m_factors = {factors, factorValues};

    if (positions % positionLanes != 0)
        std::fill_n(factors + (blocks - 1) * triangle * positionLanes, triangle * positionLanes, 0.0F);
    moments.consume(monitor, [&](std::int64_t index, const double *mean, double *covariance) {
        const auto position = static_cast<std::size_t>(index);
        std::transform(mean, mean + d, means + position * d, [](double value) { return static_cast<float>(value); });
        for (std::size_t i = 0; i < d; ++i)
            covariance[i * d + i] += epsilon;
        if (!choleskyFactor(covariance, gaussians.m_dimensions))
            throw Error(ErrorCode::Internal,
                        "a covariance is not positive definite: the features are not all finite");
        float *target = factors + position / positionLanes * triangle * positionLanes + position % positionLanes;
        for (std::size_t i = 0; i < d; ++i) {
            for (std::size_t j = 0; j <= i; ++j, target += positionLanes) {
                const double value = covariance[i * d + j];
                *target = static_cast<float>(i == j ? 1 / value : value);
            }
        }
    });
    gaussians.m_card = GaussianTensors::onCard(gaussians);
    return gaussians;
}

std::uint64_t PositionGaussians::bytesFor(std::int64_t positions, int dimensions)
{
    const auto values = static_cast<std::uint64_t>(positions) * static_cast<std::uint64_t>(dimensions) +
                        static_cast<std::uint64_t>(blockCount(positions) * triangleSize(dimensions)) * positionLanes;
    return values * sizeof(float);
}

std::vector<float> PositionGaussians::distances(const PatchGrid &grid) const
{
    if (m_card)
        return m_card->distances(grid);
    const auto d = static_cast<std::size_t>(m_dimensions);
    const auto positions = static_cast<std::size_t>(this->positions());
    const auto triangle = static_cast<std::size_t>(triangleSize(m_dimensions));
    std::vector<float> result(positions);
    std::vector<float> vectors(d * positionLanes, 0.0F);
    float squares[positionLanes];
    for (std::size_t first = 0; first < positions; first += positionLanes) {
        const std::size_t count = std::min<std::size_t>(positionLanes, positions - first);
        for (std::size_t lane = 0; lane < count; ++lane) {
            const float *values = grid.values.data() + (first + lane) * d;
            const float *mean = m_means.data() + (first + lane) * d;
            for (std::size_t i = 0; i < d; ++i)
                vectors[i * positionLanes + lane] = values[i] - mean[i];
        }
        squaredDistances(m_factors.data() + first * triangle, vectors.data(), m_dimensions, squares);
        for (std::size_t lane = 0; lane < count; ++lane)
            result[first + lane] = std::sqrt(squares[lane]);
    }
    return result;
}

std::vector<float> PositionGaussians::factorsByElement() const
{
    const auto positions = static_cast<std::size_t>(this->positions());
    const auto triangle = static_cast<std::size_t>(triangleSize(m_dimensions));
    std::vector<float> elements(triangle * positions);
    for (std::size_t element = 0; element < triangle; ++element) {
        for (std::size_t position = 0; position < positions; ++position)
            elements[element * positions + position] =
                m_factors[(position / positionLanes * triangle + element) * positionLanes + position % positionLanes];
    }
    return elements;
}

void PositionGaussians::save(ModelWriter &writer) const
{
    writer.integers("gaussians.grid", {2}, {m_rows, m_columns});
    writer.floats("gaussians.means", {positions(), m_dimensions}, m_means);
    writer.floats("gaussians.factors", {blockCount(positions()), triangleSize(m_dimensions), positionLanes},
                  m_factors);
}

PositionGaussians PositionGaussians::load(const ModelReader &reader)
{
    const std::vector<std::int32_t> grid = reader.integers("gaussians.grid", {2});
    const std::vector<std::int64_t> shape = reader.shape("gaussians.means");
    constexpr std::int64_t largestSide = std::numeric_limits<std::int16_t>::max();
    if (grid[0] < 1 || grid[1] < 1 || grid[0] > largestSide || grid[1] > largestSide || shape.size() != 2 ||
        shape[1] < 1 || shape[1] > largestSide)
        reader.fail("the Gaussians have no usable shape");
    PositionGaussians gaussians(grid[0], grid[1], static_cast<int>(shape[1]));
    gaussians.m_means = reader.floatView("gaussians.means", {gaussians.positions(), shape[1]});
    gaussians.m_factors =
        reader.floatView("gaussians.factors",
                         {blockCount(gaussians.positions()), triangleSize(gaussians.m_dimensions), positionLanes});
    gaussians.m_reader = reader;
    gaussians.m_card = GaussianTensors::onCard(gaussians);
    return gaussians;
}

} // namespace spotcheck
