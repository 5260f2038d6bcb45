#pragma once

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// Bilinear resize with antialiasing: a triangle filter whose support grows with the reduction, as PIL's
/// `Image.resize(size, BILINEAR)`. `image`: 8-bit, 16-bit or float, any number of channels; the result has the
/// same type (integers rounded half up).
/// 8-bit results equal PIL's to within one grey level (PIL rounds between its two passes).
cv::Mat resizeAntialiased(const cv::Mat &image, cv::Size size);

} // namespace spotcheck
