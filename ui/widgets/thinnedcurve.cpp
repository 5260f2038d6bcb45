#include "ui/widgets/thinnedcurve.h"

#include <cmath>

namespace spotcheck::ui {

std::vector<CurvePoint> thinned(std::vector<CurvePoint> curve, std::size_t points)
{
    if (curve.size() <= points)
        return curve;
    std::vector<CurvePoint> kept;
    kept.reserve(points);
    const double step = static_cast<double>(curve.size() - 1) / static_cast<double>(points - 1);
    for (std::size_t index = 0; index < points; ++index)
        kept.push_back(curve[static_cast<std::size_t>(std::llround(step * static_cast<double>(index)))]);
    return kept;
}

} // namespace spotcheck::ui
