#pragma once

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// A frame as OpenCV gives it (blue first, or grey as of some industrial cameras) in the form of `readImage`.
/// \throws Error(NotAnImage, OutOfMemory)
cv::Mat rgbOfFrame(const cv::Mat &frame);

} // namespace spotcheck
