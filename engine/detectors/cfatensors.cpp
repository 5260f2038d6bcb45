#include "detectors/cfatensors.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "backbone/card.h"
#include "backbone/inference.h"
#include "backbone/tensorvalues.h"
#include "detectors/gridtensors.h"

namespace spotcheck {

namespace {

constexpr const char *trainingPurpose = "for a training step"; // that memory is needed for

/// One layer of several pictures, with the matrices that bring it to the first one's grid.
struct TensorLayer {
    at::Tensor values; ///< `[N, h, w, channels]`
    at::Tensor rows;   ///< `[H, h]`
    at::Tensor columns;

    TensorLayer(std::span<const PooledLayers *const> pictures, std::size_t layer, const at::Device &device)
    {
        const PatchGrid &first = pictures.front()->front();
        std::vector<at::Tensor> all;
        for (const PooledLayers *picture : pictures) {
            const PatchGrid &grid = (*picture)[layer];
            all.push_back(tensorOf(grid.values, {grid.rows, grid.columns, grid.dimensions}, device));
        }
        values = at::stack(all);
        rows = betweenMatrix(static_cast<int>(values.size(1)), first.rows, device);
        columns = betweenMatrix(static_cast<int>(values.size(2)), first.columns, device);
    }
};

/// -1 for the first of `count` lines, 1 for the last.
at::Tensor lineCoordinates(std::int64_t count, const at::Device &device)
{
    const at::TensorOptions options = at::TensorOptions().dtype(at::kFloat).device(device);
    return count > 1 ? at::linspace(-1, 1, count, options) : at::zeros({count}, options);
}

/// Column and row of every position of `pictures` grids: `[pictures * rows * columns, 2]`.
at::Tensor coordinatesOf(std::int64_t pictures, std::int64_t rows, std::int64_t columns, const at::Device &device)
{
    const at::Tensor x = lineCoordinates(columns, device).reshape({1, 1, columns}).expand({pictures, rows, columns});
    const at::Tensor y = lineCoordinates(rows, device).reshape({1, rows, 1}).expand({pictures, rows, columns});
    return at::stack({x, y}, 3).reshape({-1, 2});
}

} // namespace

std::unique_ptr<const CfaTensors> CfaTensors::onCard(const MemoryBank &bank, const CfaLossOptions &options)
{
    return madeForCard(
        "trains", [&](const at::Device &card) { return std::make_unique<const CfaTensors>(bank, options, card); });
}

CfaTensors::CfaTensors(const MemoryBank &bank, const CfaLossOptions &options, const at::Device &device)
    : m_options(options)
{
    inference(trainingPurpose, [&] {
        m_centroids = tensorOf(bank.vectors(), {bank.size(), bank.dimensions()}, device);
        m_squaredLengths = m_centroids.square().sum(1).unsqueeze(0);
    });
}

CfaTensors::DescriptorLoss CfaTensors::loss(const at::Tensor &descriptors, double radius) const
{
    const std::int64_t perQuery =
        std::min<std::int64_t>(m_options.attracted + m_options.repelled, m_centroids.size(0));
    const std::int64_t attracted = std::min<std::int64_t>(perQuery, m_options.attracted);
    const double count = static_cast<double>(descriptors.size(0)) * m_options.softness;
    const at::TensorOptions figure = descriptors.options().dtype(at::kDouble);
    at::Tensor value = at::zeros({}, figure);
    at::Tensor byRadius = at::zeros({}, figure);
    std::vector<at::Tensor> gradients;
    for (const at::Tensor &block :
         descriptors.split(std::max<std::int64_t>(1, estimatesAtOnce / m_centroids.size(0)))) {
        // |x - c|^2 less the |x|^2 that is the same for all c; what is found is measured below.
        const at::Tensor estimates = at::addmm(m_squaredLengths, block, m_centroids.t(), 1, -2);
        const at::Tensor nearest = std::get<1>(at::topk(estimates, perQuery, 1, /*largest=*/false));
        at::Tensor gradient = at::zeros_like(block);
        for (std::int64_t k = 0; k < perQuery; ++k) {
            const bool attracts = k < attracted;
            const double share = 1.0 / (count * static_cast<double>(attracts ? attracted : perQuery - attracted));
            const at::Tensor difference = block - m_centroids.gather(0, nearest.narrow(1, k, 1).expand_as(block));
            const at::Tensor squared = difference.square().sum(1);
            const at::Tensor excess =
                attracts ? squared - radius * radius : radius * radius - m_options.margin - squared;
            const at::Tensor active = excess.gt(0).to(at::kFloat);
            value = value + excess.clamp_min(0).sum(at::kDouble) * share;
            byRadius = byRadius + active.sum(at::kDouble) * ((attracts ? -2 : 2) * radius * share);
            gradient.add_(difference * active.unsqueeze(1), (attracts ? 2 : -2) * share);
        }
        gradients.push_back(gradient);
    }
    return {at::cat(gradients), at::stack({value, byRadius})};
}

CfaTensors::Gradient CfaTensors::gradient(const CfaDescriptor &descriptor, double radius,
                                          std::span<const PooledLayers *const> pictures) const
{
    const at::Device device = m_centroids.device();
    const std::int64_t outputs = descriptor.outputs();
    const at::Tensor weights = tensorOf(descriptor.weights(), {std::ssize(descriptor.weights())}, device);
    std::vector<TensorLayer> layers;
    at::Tensor described;
    std::int64_t offset = 0;
    for (const int channels : descriptor.channels()) {
        const TensorLayer &layer = layers.emplace_back(pictures, layers.size(), device);
        const at::Tensor matrix = weights.narrow(0, offset, outputs * channels).view({outputs, channels});
        const at::Tensor brought = resizedGrids(at::matmul(layer.values, matrix.t()), layer.rows, layer.columns);
        described = described.defined() ? described + brought : brought;
        offset += outputs * channels;
    }
    const at::Tensor coordinates = coordinatesOf(described.size(0), described.size(1), described.size(2), device);
    const at::Tensor byPlace = weights.narrow(0, offset, 2 * outputs).view({outputs, 2});
    const at::Tensor bias = weights.narrow(0, offset + 2 * outputs, outputs);
    const DescriptorLoss found =
        loss(described.reshape({-1, outputs}) + at::addmm(bias, coordinates, byPlace.t()), radius);

    std::vector<at::Tensor> parts;
    const at::Tensor grids = found.gradient.view(described.sizes());
    for (const TensorLayer &layer : layers) {
        const at::Tensor own = resizedGrids(grids, layer.rows.t(), layer.columns.t()).reshape({-1, outputs});
        parts.push_back(at::matmul(own.t(), layer.values.reshape({-1, layer.values.size(3)})).flatten());
    }
    parts.push_back(at::matmul(found.gradient.t(), coordinates).flatten());
    parts.push_back(found.gradient.sum(0));
    return {at::cat(parts), found.figures};
}

CfaLoss CfaTensors::gradient(const CfaDescriptor &descriptor, double radius,
                             std::span<const PooledLayers *const> pictures, std::span<float> target) const
{
    return inference(trainingPurpose, [&] {
        const Gradient found = gradient(descriptor, radius, pictures);
        std::ranges::copy(floatsOf(found.weights), target.begin());
        const at::Tensor figures = found.figures.cpu();
        return CfaLoss{figures[0].item<double>(), figures[1].item<double>()};
    });
}

} // namespace spotcheck
