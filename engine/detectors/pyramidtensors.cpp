#include "detectors/pyramidtensors.h"

#include <algorithm>
#include <limits>

#include <ATen/ATen.h>

#include "backbone/card.h"
#include "backbone/inference.h"
#include "detectors/gridtensors.h"

namespace spotcheck {

namespace {

constexpr const char *galleryPurpose = "to compare pyramids"; // that memory is needed for

/// A query picture's pyramids, `[positions, length]`.
at::Tensor queryPyramids(std::span<const FeatureMap> maps, const at::Device &device)
{
    const FeatureMap &first = maps.front();
    std::vector<at::Tensor> layers;
    for (const FeatureMap &map : maps) {
        const at::Tensor values =
            tensorOf({map.values.get(), map.size()}, {1, map.height, map.width, map.channels}, device);
        layers.push_back(resizedGrids(values, betweenMatrix(map.height, first.height, device),
                                      betweenMatrix(map.width, first.width, device))
                             .reshape({-1, map.channels}));
    }
    return at::cat(layers, 1);
}

} // namespace

std::unique_ptr<const PyramidTensors> PyramidTensors::onCard(const FeatureGallery &gallery)
{
    return madeForCard("compares pyramids",
                       [&](const at::Device &card) { return std::make_unique<const PyramidTensors>(gallery, card); });
}

PyramidTensors::PyramidTensors(const FeatureGallery &gallery, const at::Device &device)
{
    inference(galleryPurpose, [&] {
        const std::int64_t pictures = gallery.pictures();
        for (std::size_t layer = 0; layer < gallery.layers(); ++layer) {
            const FeatureMap first = gallery.map(0, layer); // those of the other pictures lie behind it
            m_layers.push_back({tensorOf({first.values.get(), first.size() * static_cast<std::size_t>(pictures)},
                                         {pictures, first.height, first.width, first.channels}, device),
                                betweenMatrix(first.height, gallery.rows(), device),
                                betweenMatrix(first.width, gallery.columns(), device)});
        }
        const std::span<const float> lengths = gallery.squaredLengths(0);
        m_squaredLengths = tensorOf({lengths.data(), lengths.size() * static_cast<std::size_t>(pictures)},
                                    {pictures, std::ssize(lengths)}, device);
    });
}

at::Tensor PyramidTensors::pyramids(std::int64_t picture) const
{
    std::vector<at::Tensor> layers;
    for (const Layer &layer : m_layers)
        layers.push_back(resizedGrids(layer.values.narrow(0, picture, 1), layer.rows, layer.columns)
                             .reshape({-1, layer.values.size(3)}));
    return at::cat(layers, 1);
}

at::Tensor PyramidTensors::nearestTensor(std::span<const std::int64_t> pictures,
                                         std::span<const FeatureMap> maps) const
{
    const at::Tensor queries = queryPyramids(maps, m_squaredLengths.device());
    const std::int64_t positions = m_squaredLengths.size(1);
    at::Tensor smallest = at::full({queries.size(0)}, std::numeric_limits<float>::infinity(), queries.options());
    at::Tensor labels = at::zeros({queries.size(0)}, queries.options().dtype(at::kLong));
    std::int64_t firstLabel = 0;
    for (const std::int64_t picture : pictures) {
        const at::Tensor columns = pyramids(picture).t();
        const at::Tensor lengths = m_squaredLengths.narrow(0, picture, 1);
        std::vector<at::Tensor> least;
        std::vector<at::Tensor> places;
        for (const at::Tensor &block : queries.split(std::max<std::int64_t>(1, estimatesAtOnce / positions))) {
            // |q - g|^2 less the |q|^2 that is the same for all g.
            const auto [values, indices] = at::addmm(lengths, block, columns, 1, -2).min(1);
            least.push_back(values);
            places.push_back(indices);
        }
        const at::Tensor values = at::cat(least);
        const at::Tensor nearer = values.lt(smallest); // earlier ones win ties
        smallest = at::minimum(values, smallest);
        labels = labels + (at::cat(places) + firstLabel - labels) * nearer;
        firstLabel += positions;
    }
    return labels;
}

std::vector<std::int32_t> PyramidTensors::nearest(std::span<const std::int64_t> pictures,
                                                  std::span<const FeatureMap> maps) const
{
    return inference(galleryPurpose, [&] {
        const at::Tensor labels = nearestTensor(pictures, maps).to(at::kInt).cpu().contiguous();
        return std::vector<std::int32_t>(labels.data_ptr<std::int32_t>(),
                                         labels.data_ptr<std::int32_t>() + labels.numel());
    });
}

} // namespace spotcheck
