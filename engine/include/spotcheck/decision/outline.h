#pragma once

#include <vector>

#include <opencv2/core/types.hpp>

namespace spotcheck {

/// The outline of what a region's outer contour encloses, along the edges of its pixels: corners (x, y) to
/// (x + 1, y + 1) for pixel (x, y), clockwise as seen, from the topmost pixel's left one; holes are filled. Its area
/// is the number of the enclosed pixels, where a polygon through the pixels' centres, as `contour` is, lacks half a
/// pixel on every side. `contour`: border pixels of an 8-connected area in the order of `cv::findContours`, at least
/// one.
std::vector<cv::Point> pixelOutline(const std::vector<cv::Point> &contour);

} // namespace spotcheck
