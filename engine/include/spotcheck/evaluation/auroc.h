#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include <spotcheck/evaluation/curves.h>
#include <spotcheck/evaluation/interval.h>

namespace spotcheck {

/// An area under the ROC curve and how well it is known.
struct AurocEstimate {
    double value = std::numeric_limits<double>::quiet_NaN();
    double standardError = std::numeric_limits<double>::quiet_NaN(); ///< NaN with fewer than two pictures of a class
    Interval interval;
};

/// Variance by DeLong, DeLong and Clarke-Pearson (Biometrics 1988), in the sorted form of Sun and Xu (IEEE SPL 2014).
/// The interval is symmetric in log(A / (1 - A)), so that it stays inside [0, 1]. Where the variance is 0 because the
/// classes do not overlap (A = 1, or 0), it is the exact one of min(good, defective) successes in as many trials: so
/// many pairs share no picture, and each of them is in order with probability A. With one picture of a class it is
/// [0, 1]. Without both classes all is NaN. \throws Error(InvalidParameter) for a confidence outside (0, 1)
AurocEstimate estimateAuroc(const ScoreTable &scores, double confidence = shownConfidence);

/// One picture as two detectors score it, each in its own units.
struct PairedScore {
    double first = 0;
    double second = 0;
    bool defective = false;
};

struct AurocComparison {
    double difference = std::numeric_limits<double>::quiet_NaN(); ///< AUROC of the first less that of the second
    double standardError = std::numeric_limits<double>::quiet_NaN();
    double pValue = std::numeric_limits<double>::quiet_NaN(); ///< two-sided; 1 where nothing differs
    Interval interval;                                        ///< of the difference
};

/// DeLong's test for two curves on the same pictures: what one picture does to both is taken into account. NaN
/// without both classes, with one picture of a class, and where two different areas have no variance at all. \throws
/// Error(Internal) for a score that is not finite
AurocComparison compareAurocs(const std::vector<PairedScore> &scores, double confidence = shownConfidence);

} // namespace spotcheck
