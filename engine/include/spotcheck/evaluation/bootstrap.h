#pragma once

#include <cstdint>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/evaluation/curves.h>
#include <spotcheck/evaluation/interval.h>

namespace spotcheck {

/// How intervals are made of figures that have no formula for one: the pictures are drawn again with replacement,
/// good and defective ones apart, and the figure is taken anew each time (Efron and Tibshirani 1993, percentile
/// interval).
struct BootstrapOptions {
    int replicates = 2000;               ///< at least 2; 0: no intervals
    double confidence = shownConfidence; ///< (0, 1)
    std::uint64_t seed = 0;              ///< the same seed gives the same bits, whatever the number of threads

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// Intervals of a run's image figures.
struct ScoreIntervals {
    Interval averagePrecision;
    /// Of the best F1 over all thresholds, chosen anew in each replicate.
    Interval bestF1;
};

/// Not known without two pictures of each class. Where the classes do not overlap, or all scores are equal, every
/// replicate is alike: the average precision has no interval then, and the best F1 has the exact one at its threshold
/// (`f1WithInterval`).
/// Takes about 10 ns a picture and replicate and thread. \throws Error(InvalidParameter), Cancelled
ScoreIntervals bootstrapScores(const ScoreTable &scores, const BootstrapOptions &options, JobMonitor &monitor);

} // namespace spotcheck
