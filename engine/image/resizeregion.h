#pragma once

#include <cstdint>

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// A part of a resized picture that is never made as a whole. Positions are 64-bit because the whole may be far
/// larger than the part: 1 x 100,000 pixels with the shorter side enlarged to 256.
struct ResizedRegion {
    std::int64_t fullWidth = 0; ///< px, of the whole resized picture
    std::int64_t fullHeight = 0;
    std::int64_t x = 0; ///< the part's upper left corner in it
    std::int64_t y = 0;
    int width = 0;
    int height = 0;
};

/// As `resizeAntialiased`, but computes only `region`, and only from the pixels that matter to it.
/// \throws Error(InvalidParameter)
cv::Mat resizeAntialiasedRegion(const cv::Mat &image, const ResizedRegion &region);

} // namespace spotcheck
