#pragma once

#include <array>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "pretrain/random.h"
#include "pretrain/view.h"

namespace spotcheck::pretrain {

/// Each family draws heights, CV_32FC1 [size, size], about [0, 1]. `program` (by value: the same for every
/// picture of a surface) says which surface; `instance` varies what is chance on a real one.

/// Fractal noise: cloudy, ridged, warped, or stretched to brushed, ground and turned metal.
cv::Mat1f drawNoise(Random program, const View &view, Random &instance, int size);
/// Cellular noise (Worley 1996): cast grain, leather, pebbles, cracks.
cv::Mat1f drawCells(Random program, const View &view, Random &instance, int size);
/// Overlapping opaque shapes with a power law of sizes (dead leaves; Matheron 1968, Lee, Mumford, Huang 2001).
cv::Mat1f drawLeaves(Random program, const View &view, Random &instance, int size);
/// Density of an iterated function system's attractor (chaos game; Barnsley 1988).
cv::Mat1f drawAttractor(Random program, const View &view, Random &instance, int size);
/// A small random program of sines, folds, products and warps of the coordinates.
cv::Mat1f drawFormula(Random program, const View &view, Random &instance, int size);
/// Threads over and under: plain, twill, satin and irregular weaves.
cv::Mat1f drawWeave(Random program, const View &view, Random &instance, int size);
/// Holes, studs, tiles and bricks on a lattice.
cv::Mat1f drawLattice(Random program, const View &view, Random &instance, int size);
/// Printed strokes: glyph-like marks in lines, bars, grids and rings.
cv::Mat1f drawPrint(Random program, const View &view, Random &instance, int size);

struct SurfaceFamily {
    std::string_view name;
    cv::Mat1f (*draw)(Random program, const View &view, Random &instance, int size);
};

inline constexpr std::array<SurfaceFamily, 8> surfaceFamilies{{
    {"noise", drawNoise},
    {"cells", drawCells},
    {"leaves", drawLeaves},
    {"attractor", drawAttractor},
    {"formula", drawFormula},
    {"weave", drawWeave},
    {"lattice", drawLattice},
    {"print", drawPrint},
}};

} // namespace spotcheck::pretrain
