#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <spotcheck/detectors/detector.h>

#include "detectors/coreset.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"

namespace spotcheck {

/// The patch features of all normal pictures, picture by picture, with where each was seen.
struct PatchCollection {
    int dimensions = 0;
    std::vector<float> features; ///< `[N, dimensions]`
    std::vector<NormalPatch> origins;

    std::int64_t count() const { return static_cast<std::int64_t>(origins.size()); }
};

/// \throws Error, Cancelled
PatchCollection collectPatches(const NormalFeatures &normals, const PatchEmbedding &embedding, JobMonitor &monitor);

/// A memory bank of those patches that the coreset took. \throws Error(OutOfMemory), Cancelled
MemoryBank bankOf(const PatchCollection &patches, const Coreset &coreset, SearchMethod search, JobMonitor &monitor);

/// What a collection will hold, for estimates before a training.
struct PatchExtent {
    double patches = 0;
    double dimensions = 0;

    double ofPicture(const DataFacts &data) const
    {
        return patches / std::max(1.0, static_cast<double>(data.normals));
    }
};

PatchExtent expectedPatches(const std::vector<std::string> &layers, const PatchEmbedding &embedding,
                            const BackboneInfo &backbone, const DataFacts &data);

} // namespace spotcheck
