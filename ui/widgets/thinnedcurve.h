#pragma once

#include <cstddef>
#include <vector>

#include <spotcheck/evaluation/curves.h>

namespace spotcheck::ui {

/// More than a plot is wide in pixels.
constexpr std::size_t pointsOnScreen = 2000;

/// At most `points` of a curve, its first and last among them.
std::vector<CurvePoint> thinned(std::vector<CurvePoint> curve, std::size_t points);

} // namespace spotcheck::ui
