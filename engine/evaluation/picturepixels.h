#pragma once

#include <cstdint>
#include <span>

namespace spotcheck {

/// A defective pixel.
struct RegionPixel {
    float value;
    std::int32_t region; ///< over all pictures
};

/// What one picture adds to the pixel metrics.
struct PicturePixels {
    std::span<const float> good;
    std::span<const RegionPixel> defective;
    std::int64_t regions = 0;
    bool isNormal = true; ///< a picture without a mask: all of it is good
};

} // namespace spotcheck
