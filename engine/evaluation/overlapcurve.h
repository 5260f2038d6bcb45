#pragma once

#include <vector>

#include <spotcheck/evaluation/curves.h>

namespace spotcheck {

/// The per-region-overlap curve, point by point: integrates exactly, keeps a thinned copy for plotting.
class OverlapCurve {
public:
    explicit OverlapCurve(double falsePositiveLimit) : m_limit(falsePositiveLimit) {}

    /// Points in order of rising false positive rate, the first at (0, 0), the last at (1, 1).
    void add(double falsePositiveRate, double meanOverlap, double threshold);

    /// Area from 0 to the limit over the limit, with a straight line between neighbouring points; in [0, 1], or not a
    /// number where a point was none.
    double area() const;

    /// At most 2,000 points, the first and the last among them. Every point left out lies closer than 0.0011 to
    /// one that is kept, in both directions.
    std::vector<CurvePoint> takePoints();

private:
    double m_limit;
    double m_area = 0;
    CurvePoint m_last;
    std::vector<CurvePoint> m_points;
};

} // namespace spotcheck
