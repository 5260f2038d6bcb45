#pragma once

#include <cstdint>

#include <opencv2/core/mat.hpp>

namespace spotcheck::pretrain {

/// One picture of one surface. The surface ("class") is wholly given by `surfaceSeed`: family, parameters,
/// palette, overlay, relief. `pictureSeed` chooses the view (place, turn, distance), what is chance on a real
/// surface, and the direction of the light. Equal arguments give equal pixels.
/// \return CV_8UC3, RGB, [size, size]; never constant
cv::Mat drawSurface(std::uint64_t surfaceSeed, std::uint64_t pictureSeed, int size);

} // namespace spotcheck::pretrain
