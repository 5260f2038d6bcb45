#pragma once

#include <opencv2/core/mat.hpp>

#include "image/imageheader.h"

namespace spotcheck {

/// Turns and mirrors a picture as its EXIF orientation (1 to 8) asks for.
cv::Mat applyOrientation(const cv::Mat &image, int orientation);

/// The decoder's grey, BGR or BGRA, 8 or 16 bit, as RGB on white. \throws Error(NotAnImage) for other layouts
cv::Mat toRgbOnWhite(const cv::Mat &decoded, const ImageHeader &header);

/// 255 where any colour channel (alpha is none) is above 0. \throws Error(NotAnImage) for other layouts
cv::Mat toBinaryMask(const cv::Mat &decoded);

} // namespace spotcheck
