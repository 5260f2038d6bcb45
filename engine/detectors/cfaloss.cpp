#include "detectors/cfaloss.h"

#include <algorithm>

#include "detectors/distancerows.h"

namespace spotcheck {

CfaLoss cfaLoss(std::span<const float> descriptors, const MemoryBank &bank, double radius, std::int64_t positions,
                const CfaLossOptions &options, std::span<float> gradient)
{
    const auto dimensions = static_cast<std::size_t>(bank.dimensions());
    const MemoryBank::Neighbours found = bank.search(descriptors, options.attracted + options.repelled);
    const auto perQuery = static_cast<std::size_t>(found.perQuery);
    const std::size_t attracted = std::min(perQuery, static_cast<std::size_t>(options.attracted));
    const std::size_t repelled = perQuery - attracted;
    const double count = static_cast<double>(positions) * options.softness;
    const double attraction = 1.0 / (count * static_cast<double>(attracted));
    const double repulsion = repelled > 0 ? 1.0 / (count * static_cast<double>(repelled)) : 0;

    CfaLoss loss;
    std::fill(gradient.begin(), gradient.end(), 0.0F);
    for (std::size_t row = 0; row * dimensions < descriptors.size(); ++row) {
        const std::span<const float> descriptor = descriptors.subspan(row * dimensions, dimensions);
        float *target = gradient.data() + row * dimensions;
        for (std::size_t k = 0; k < perQuery; ++k) {
            const auto index = static_cast<std::size_t>(found.indices[row * perQuery + k]);
            const std::span<const float> centroid = bank.vectors().subspan(index * dimensions, dimensions);
            // The search's own distances come from a matrix product, in which near ones cancel.
            const double squared = squaredDistance(descriptor, centroid);
            const bool attracts = k < attracted;
            const double excess = attracts ? squared - radius * radius : radius * radius - squared - options.margin;
            if (excess <= 0)
                continue;
            const double share = attracts ? attraction : repulsion;
            loss.value += share * excess;
            loss.radiusGradient += (attracts ? -2 : 2) * radius * share;
            const auto pull = static_cast<float>((attracts ? 2 : -2) * share);
            for (std::size_t i = 0; i < dimensions; ++i)
                target[i] += pull * (descriptor[i] - centroid[i]);
        }
    }
    return loss;
}

} // namespace spotcheck
