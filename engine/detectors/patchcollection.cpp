#include "detectors/patchcollection.h"

#include <optional>
#include <utility>

#include <spotcheck/core/runtime.h>

#include "detectors/randomprojection.h"

namespace spotcheck {

PatchCollection collectPatches(const NormalFeatures &normals,
                               const std::function<PatchGrid(const FeatureMaps &)> &embed, FeaturePrecision precision,
                               const CoresetOptions &options, JobMonitor &monitor, FeatureSample *sample)
{
    PatchCollection patches;
    std::optional<GrowingProjection> projection;
    bool hasBegun = false;
    bool samplesOnly = false;
    normals.forEach(monitor, embed, [&](std::int64_t image, const PatchGrid &grid) {
        if (!std::exchange(hasBegun, true)) {
            const auto expected = static_cast<std::int64_t>(grid.patches()) * normals.size();
            const bool rounds = precision == FeaturePrecision::Half && options.projects(grid.dimensions);
            if (sample)
                sample->expect(expected, grid.dimensions);
            // They are taken once more when the whitening is known: rounding comes after it.
            samplesOnly = rounds && sample && sample->wantsAny();
            if (rounds && !samplesOnly) {
                patches.features = FeatureStore(FeaturePrecision::Half);
                projection.emplace(grid.dimensions, options.projectedDimensions, options.seed);
                projection->reserve(expected);
            }
            if (!samplesOnly) {
                patches.features.reserve(expected, grid.dimensions);
                patches.origins.reserve(static_cast<std::size_t>(expected));
            }
        }
        if (sample)
            sample->append(grid.values);
        if (samplesOnly)
            return;
        patches.features.append(grid.values);
        if (projection)
            projection->append(grid.values);
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                patches.origins.push_back({static_cast<std::int32_t>(image), static_cast<std::int16_t>(row),
                                           static_cast<std::int16_t>(column)});
            }
        }
    });
    if (projection)
        patches.projected = projection->take();
    return patches;
}

void represent(PatchCollection &patches, const LinearRepresentation &representation, JobMonitor &monitor)
{
    // A product's last bits depend on its shape: this one's is that of a picture that is scored.
    const std::int64_t pictures = patches.origins.back().image + 1;
    const std::int64_t perPicture = patches.count() / pictures;
    parallelFor(pictures, monitor, [&](std::int64_t picture) {
        std::vector<float> unused;
        const std::span<const float> features = patches.features.rows(picture * perPicture, perPicture, unused);
        patches.features.replace(picture * perPicture, representation.of(features));
    });
}

Coreset coresetOf(const PatchCollection &patches, const CoresetOptions &options, JobMonitor &monitor)
{
    std::vector<float> buffer;
    if (patches.projected.empty())
        return selectCoreset(patches.features.rows(0, patches.count(), buffer), patches.features.dimensions(),
                             options, monitor);
    CoresetOptions projected = options;
    projected.projectedDimensions = 0;
    return selectCoreset(patches.projected, options.projectedDimensions, projected, monitor);
}

MemoryBank bankOf(const PatchCollection &patches, const Coreset &coreset, SearchMethod search, JobMonitor &monitor)
{
    std::vector<float> kept;
    std::vector<float> buffer;
    std::vector<NormalPatch> origins;
    const int dimensions = patches.features.dimensions();
    kept.reserve(coreset.indices.size() * static_cast<std::size_t>(dimensions));
    for (const std::int64_t index : coreset.indices) {
        const std::span<const float> row = patches.features.rows(index, 1, buffer);
        kept.insert(kept.end(), row.begin(), row.end());
        origins.push_back(patches.origins[static_cast<std::size_t>(index)]);
    }
    return {std::move(kept), dimensions, std::move(origins), search, monitor};
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
