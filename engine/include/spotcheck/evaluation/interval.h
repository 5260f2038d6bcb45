#pragma once

#include <cmath>
#include <limits>

namespace spotcheck {

/// A confidence interval; NaN where none can be given.
struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    bool isKnown() const { return std::isfinite(low) && std::isfinite(high); }
    bool operator==(const Interval &) const = default;
};

/// Confidence of every interval that is shown.
constexpr double shownConfidence = 0.95;

} // namespace spotcheck
