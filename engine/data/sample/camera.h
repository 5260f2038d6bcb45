#pragma once

#include <cstdint>

#include <opencv2/core/mat.hpp>

#include "core/random.h"
#include "data/sample/surface.h"

namespace spotcheck::sample {

/// Light and camera of one shot. They drift from shot to shot and are no defect.
struct Shot {
    float azimuth = 0;    ///< rad, where the ring light is strongest, in the picture
    float imbalance = 0;  ///< how much stronger than opposite, relative
    cv::Point2f gradient; ///< relative change of brightness from the centre to the border
    float exposure = 1;
    float bandPosition = 0; ///< of the brushed sheet's broad reflection, design units
    float bandStrength = 0;
    float warmth = 0;     ///< relative gain of red against blue
    float vignetting = 0; ///< relative loss in the corners
    float noise = 1;      ///< of the sensor, relative to the usual
    std::uint64_t noiseSeed = 0;
};

Shot drawShot(Random &random);

/// What the lens gives: RGB in grey levels [0, 255], before the sensor's noise.
cv::Mat3f expose(const Surface &surface, const Placement &placement, const Shot &shot);

/// The picture that the sensor makes of it: noise added, rounded to 8 bits.
cv::Mat readOut(const cv::Mat3f &exposed, const Shot &shot);

} // namespace spotcheck::sample
