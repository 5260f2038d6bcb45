#pragma once

#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

namespace spotcheck {

/// A connected area (8-neighbourhood) of an anomaly map above the pixel threshold.
struct Region {
    cv::Rect box;                   ///< px, in the picture
    std::int64_t area = 0;          ///< px
    double perimeter = 0;           ///< px, of the whole border, by the formula of Crofton in four directions
    float peak = 0;                 ///< largest raw map value
    float mean = 0;                 ///< mean raw map value
    cv::Point peakAt;               ///< px
    std::vector<cv::Point> contour; ///< outer contour, px
};

struct RegionOptions {
    float pixelThreshold = 0;     ///< raw map units; a pixel belongs to a region when its value is above
    std::int64_t minimumArea = 1; ///< px
};

/// Regions of `anomalyMap` (CV_32FC1), the largest peak first (ties: by position, top-left first).
/// \throws Error(InvalidParameter)
std::vector<Region> findRegions(const cv::Mat &anomalyMap, const RegionOptions &options);

} // namespace spotcheck
