#include "detectors/bankextension.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "detectors/distancerows.h"
#include "detectors/randomprojection.h"

namespace spotcheck {

MemoryBank extendedBank(const MemoryBank &bank, const PatchGrid &grid, std::int32_t image,
                        const CoresetOptions &options, double radius)
{
    const auto known = bank.size();
    const auto count = static_cast<std::int64_t>(grid.patches());
    const int dimensions = bank.dimensions();
    std::vector<float> vectors(bank.vectors().begin(), bank.vectors().end());
    vectors.insert(vectors.end(), grid.values.begin(), grid.values.end());
    const bool project = options.projects(dimensions);
    std::vector<float> projected;
    if (project)
        projected = projectRandomly(vectors, dimensions, options.projectedDimensions, options.seed);
    const DistanceRows rows(project ? projected : vectors, project ? options.projectedDimensions : dimensions);

    std::vector<float> nearest(static_cast<std::size_t>(count), std::numeric_limits<float>::max());
    const auto lowerTo = [&](std::int64_t centre) {
        for (std::int64_t patch = 0; patch < count; ++patch) {
            float &least = nearest[static_cast<std::size_t>(patch)];
            least = std::min(least, rows.squared(known + patch, centre));
        }
    };
    for (std::int64_t centre = 0; centre < known; ++centre)
        lowerTo(centre);

    std::vector<NormalPatch> origins = bank.origins();
    std::vector<float> kept(bank.vectors().begin(), bank.vectors().end());
    while (origins.size() < static_cast<std::size_t>(known + count)) {
        const auto farthest = std::max_element(nearest.begin(), nearest.end());
        if (std::sqrt(static_cast<double>(*farthest)) <= radius)
            break;
        const std::int64_t patch = farthest - nearest.begin();
        const auto first = grid.values.begin() + patch * dimensions;
        kept.insert(kept.end(), first, first + dimensions);
        origins.push_back({image, static_cast<std::int16_t>(patch / grid.columns),
                           static_cast<std::int16_t>(patch % grid.columns)});
        lowerTo(known + patch);
    }
    JobMonitor unwatched;
    return {std::move(kept), dimensions, std::move(origins), bank.method(), unwatched};
}

} // namespace spotcheck
