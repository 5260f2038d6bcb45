#pragma once

#include <cstddef>
#include <vector>

#include <spotcheck/evaluation/curves.h>

namespace spotcheck::ui {

/// At most `points` of a curve, its first and last among them.
std::vector<CurvePoint> thinned(std::vector<CurvePoint> curve, std::size_t points);

} // namespace spotcheck::ui
