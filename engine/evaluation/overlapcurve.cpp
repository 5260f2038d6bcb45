#include "evaluation/overlapcurve.h"

#include <algorithm>
#include <utility>

namespace spotcheck {

namespace {

// The curve climbs by 1 in both directions, so that steps of this size make at most 1,998 points and two ends.
constexpr double plottingStep = 1.0 / 999;

} // namespace

void OverlapCurve::add(double falsePositiveRate, double meanOverlap, double threshold)
{
    const CurvePoint point{falsePositiveRate, meanOverlap, threshold};
    if (m_points.empty()) {
        m_points.push_back(point);
        m_last = point;
        return;
    }
    if (m_last.x < m_limit && point.x > m_last.x) {
        const double end = std::min(point.x, m_limit);
        const double share = (end - m_last.x) / (point.x - m_last.x);
        const double overlapAtEnd = m_last.y + share * (point.y - m_last.y);
        m_area += (end - m_last.x) * (m_last.y + overlapAtEnd) / 2;
    }
    if (point.x - m_points.back().x >= plottingStep || point.y - m_points.back().y >= plottingStep)
        m_points.push_back(point);
    m_last = point;
}

double OverlapCurve::area() const
{
    const double share = m_area / m_limit;
    return share > 1 ? 1 : share; // what is not a number stays so, which std::min would make a 1
}

std::vector<CurvePoint> OverlapCurve::takePoints()
{
    if (!m_points.empty() && m_points.back().threshold != m_last.threshold)
        m_points.push_back(m_last);
    return std::exchange(m_points, {});
}

} // namespace spotcheck
