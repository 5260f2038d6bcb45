#include "detectors/patchcollection.h"

#include <utility>

namespace spotcheck {

PatchCollection collectPatches(const NormalFeatures &normals, const PatchEmbedding &embedding, JobMonitor &monitor)
{
    PatchCollection patches;
    normals.forEach(monitor, embedding, [&](std::int64_t image, const PatchGrid &grid) {
        if (patches.features.empty()) {
            patches.dimensions = grid.dimensions;
            patches.features.reserve(grid.values.size() * static_cast<std::size_t>(normals.size()));
            patches.origins.reserve(grid.patches() * static_cast<std::size_t>(normals.size()));
        }
        patches.features.insert(patches.features.end(), grid.values.begin(), grid.values.end());
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                patches.origins.push_back({static_cast<std::int32_t>(image), static_cast<std::int16_t>(row),
                                           static_cast<std::int16_t>(column)});
            }
        }
    });
    return patches;
}

MemoryBank bankOf(const PatchCollection &patches, const Coreset &coreset, SearchMethod search, JobMonitor &monitor)
{
    std::vector<float> kept;
    std::vector<NormalPatch> origins;
    kept.reserve(coreset.indices.size() * static_cast<std::size_t>(patches.dimensions));
    for (const std::int64_t index : coreset.indices) {
        const auto first = patches.features.begin() + index * patches.dimensions;
        kept.insert(kept.end(), first, first + patches.dimensions);
        origins.push_back(patches.origins[static_cast<std::size_t>(index)]);
    }
    return {std::move(kept), patches.dimensions, std::move(origins), search, monitor};
}

PatchExtent expectedPatches(const std::vector<std::string> &layers, const PatchEmbedding &embedding,
                            const BackboneInfo &backbone, const DataFacts &data)
{
    std::vector<int> channels;
    channels.reserve(layers.size());
    for (const std::string &name : layers)
        channels.push_back(backbone.layer(name).channels);
    const double places = data.grid(backbone.layer(layers.front())).area();
    return {places * static_cast<double>(data.normals), static_cast<double>(embedding.outputDimensions(channels))};
}

} // namespace spotcheck
