#pragma once

#include <limits>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

#include "evaluation/picturepixels.h"

namespace spotcheck {

/// False positive rates between which AUPIMO looks, the paper's default.
constexpr double aupimoLow = 1e-5;
constexpr double aupimoHigh = 1e-4;

/// Recall within pictures where hardly any false alarm is allowed: AUPIMO of Bertoldo et al., arXiv 2401.01984.
struct Aupimo {
    std::vector<double> pictures; ///< of each defective picture, in order; in [0, 1]
    /// Thresholds, falling, at which the shared false positive rate passes from below `aupimoLow` to above
    /// `aupimoHigh`.
    std::vector<float> thresholds;

    double mean() const; ///< NaN without pictures
};

/// The false positive rate of a threshold is the mean of the shares of pixels at or above it in the *normal*
/// pictures, each counting alike whatever its size; the recall of a defective picture is the share of its defective
/// pixels there. Averaged over the logarithm of the rate, with a straight line between the rates that occur (of which
/// 20,000 are kept). Where the rate jumps over a part of the range, from 0, the recall of the threshold before it
/// counts. Empty without defective pixels, and where the normal pictures have fewer than 1 / `aupimoLow` pixels.
/// \throws Cancelled
Aupimo computeAupimo(std::span<const PicturePixels> pictures, JobMonitor &monitor);

/// Average of a recall over the logarithm of the false positive rate from `aupimoLow` to `aupimoHigh`. Points are
/// added in order of rising rate; the last one added holds for what lies beyond.
class LogAverage {
public:
    void add(double falsePositiveRate, double recall);
    double value() const;

private:
    double m_lastRate = 0;
    double m_lastRecall = 0;
    double m_area = 0;
    double m_reached = aupimoLow; ///< the rate up to which the area is complete
};

} // namespace spotcheck
