#pragma once

#include <spotcheck/detectors/detector.h>

#include "detectors/coreset.h"
#include "detectors/memorybank.h"

namespace spotcheck {

/// `bank` and those patches of another normal picture that it lacks: the greedy k-centre selection that made the bank
/// goes on (Roth et al., Algorithm 1) with the bank as its centres, farthest patch first, until every patch of `grid`
/// lies within `radius` of the larger bank. Distances are those of `selectCoreset` with the same options, so that
/// `radius` can be the one that it left. Nothing is added where all patches lie within it.
/// An approximate index is made anew. `image`: number of the picture for the origins. \throws Error(OutOfMemory)
MemoryBank extendedBank(const MemoryBank &bank, const PatchGrid &grid, std::int32_t image,
                        const CoresetOptions &options, double radius);

} // namespace spotcheck
