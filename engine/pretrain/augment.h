#pragma once

#include <opencv2/core/mat.hpp>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

/// A random square of `picture` (CV_8UC3), half to whole side, mirrored and turned by quarters, brought to
/// `size`. \return CV_32FC3, RGB in [0, 1]
cv::Mat3f randomCrop(const cv::Mat &picture, int size, Random &random);

/// What differs between two pictures of the same good part: exposure, gamma, white balance, a light gradient,
/// focus, noise of the camera. `strength` 1 is the range of training. Values stay in [0, 1].
void varyCapture(cv::Mat3f &picture, float strength, Random &random);

} // namespace spotcheck::pretrain
