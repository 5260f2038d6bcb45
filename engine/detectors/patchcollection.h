#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <spotcheck/detectors/detector.h>

#include "detectors/coreset.h"
#include "detectors/featurestore.h"
#include "detectors/linearrepresentation.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"
#include "detectors/whitening.h"

namespace spotcheck {

/// The patch features of all normal pictures, picture by picture, with where each was seen.
struct PatchCollection {
    FeatureStore features;
    std::vector<float> projected;     ///< of features before they were rounded; empty where they were not
    std::vector<NormalPatch> origins; ///< of each feature

    std::int64_t count() const { return static_cast<std::int64_t>(origins.size()); }
};

/// `embed`: the patches of a picture, on any of several threads. In half precision where that is wanted and the
/// coreset is chosen by a projection, which is then taken while features come, before they are rounded: the coreset
/// is the same. Greedy choices turn any rounding into another one. `sample`, where given, takes from the features as
/// they come; where it wants any that would be rounded, it alone does, and no patches are collected.
/// \throws Error, Cancelled
PatchCollection collectPatches(const NormalFeatures &normals,
                               const std::function<PatchGrid(const FeatureMaps &)> &embed, FeaturePrecision precision,
                               const CoresetOptions &options, JobMonitor &monitor, FeatureSample *sample = nullptr);

/// Puts in the place of all features, in single precision, what stands for them and is as long; picture by picture,
/// as `LinearRepresentation` does. \throws Cancelled
void represent(PatchCollection &patches, const LinearRepresentation &representation, JobMonitor &monitor);

/// The coreset of a collection made with the same `options`. \throws Cancelled
Coreset coresetOf(const PatchCollection &patches, const CoresetOptions &options, JobMonitor &monitor);

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
