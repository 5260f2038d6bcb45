#pragma once

#include <opencv2/core/mat.hpp>

namespace spotcheck::sample {

/// Grey levels by which a defect must change the picture to be seen against the sensor's noise and the grain.
constexpr float justVisible = 4.0F;

/// The ground truth: CV_8UC1, 255 where two noise-free shots of the same part differ by at least `justVisible` in
/// some channel. Gaps up to 6 design units wide are closed, because nobody marks a scratch dot by dot.
cv::Mat visibleDifference(const cv::Mat3f &clean, const cv::Mat3f &defective, float pixelsPerUnit);

} // namespace spotcheck::sample
