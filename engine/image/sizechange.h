#pragma once

#include <array>

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

namespace spotcheck {

int longerSide(cv::Size size);

/// `size` with its proportions and the longer side `side`.
cv::Size withLongerSide(cv::Size size, int side);

/// From pixel centres of a picture of size `from` to those of the same picture of size `to`.
cv::Matx33d sizeChange(cv::Size from, cv::Size to);

/// The centres of the corner pixels, in the order of their outline.
std::array<cv::Point2d, 4> cornersOf(cv::Size size);

} // namespace spotcheck
