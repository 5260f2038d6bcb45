#include "detectors/gaussiantensors.h"

#include <cstdint>

#include <ATen/ATen.h>

#include "backbone/card.h"
#include "backbone/inference.h"
#include "backbone/tensorvalues.h"
#include "detectors/symmetricmatrix.h"

namespace spotcheck {

namespace {

constexpr const char *gaussiansPurpose = "to compare places"; // that memory is needed for

/// Where each value of a packed lower triangle lies in the whole matrix.
std::vector<std::int64_t> trianglePlaces(std::int64_t dimensions)
{
    std::vector<std::int64_t> places;
    for (std::int64_t row = 0; row < dimensions; ++row) {
        for (std::int64_t column = 0; column <= row; ++column)
            places.push_back(row * dimensions + column);
    }
    return places;
}

} // namespace

std::shared_ptr<const GaussianTensors> GaussianTensors::onCard(const PositionGaussians &gaussians)
{
    return madeForCard("compares places", [&](const at::Device &card) {
        return std::make_shared<const GaussianTensors>(gaussians, card);
    });
}

GaussianTensors::GaussianTensors(const PositionGaussians &gaussians, const at::Device &device)
{
    inference(gaussiansPurpose, [&] {
        const std::int64_t dimensions = gaussians.dimensions();
        const std::int64_t positions = static_cast<std::int64_t>(gaussians.rows()) * gaussians.columns();
        const std::int64_t triangle = triangleSize(gaussians.dimensions());
        constexpr std::int64_t lanes = PositionGaussians::lanes;
        m_means = tensorOf(gaussians.means(), {positions, dimensions, 1}, device);
        const at::Tensor packed =
            tensorOf(gaussians.factors(), {(positions + lanes - 1) / lanes, triangle, lanes}, device)
                .transpose(1, 2)
                .reshape({-1, triangle})
                .narrow(0, 0, positions);
        std::vector<std::int64_t> places = trianglePlaces(dimensions);
        const at::Tensor index =
            at::from_blob(places.data(), {triangle}, at::kLong).to(device, at::kLong, false, true);
        m_factors = at::zeros({positions, dimensions * dimensions}, packed.options())
                        .index_copy_(1, index, packed)
                        .view({positions, dimensions, dimensions});
        m_factors.diagonal(0, 1, 2).reciprocal_();
    });
}

at::Tensor GaussianTensors::distanceTensor(const PatchGrid &grid) const
{
    const at::Tensor vectors = tensorOf(grid.values, m_means.sizes(), m_means.device());
    return at::linalg_solve_triangular(m_factors, vectors - m_means, /*upper=*/false).square().sum({1, 2}).sqrt();
}

std::vector<float> GaussianTensors::distances(const PatchGrid &grid) const
{
    return inference(gaussiansPurpose, [&] { return floatsOf(distanceTensor(grid)); });
}

} // namespace spotcheck
