#pragma once

#include <spotcheck/detectors/detector.h>

#include "detectors/memorybank.h"

namespace spotcheck {

/// How a picture's patches are scored with a memory bank of normal ones (Roth et al., arXiv 2106.08265, Sec. 3.3).
struct BankScoring {
    int neighbours = 1;         ///< k: a patch's score is the mean squared distance to its k nearest
    bool reweight = false;      ///< Eq. 7
    int reweightNeighbours = 9; ///< b of Eq. 7

    /// Patch scores are squared distances. The image score is the largest of them; with `reweight` it is Eq. 7's,
    /// made of that patch's distance itself. With an approximate index single patches may score too high, but the
    /// image score is that of an exact search, up to rounding (before Eq. 7's factor). \throws Error(ModelInvalid)
    /// where the vectors differ in length from the bank's.
    PatchScores operator()(const MemoryBank &bank, const PatchGrid &grid) const;
};

} // namespace spotcheck
