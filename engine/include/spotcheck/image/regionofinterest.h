#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace spotcheck {

/// Corners in shares of the picture's width and height, [0, 1], x to the right, y down.
using RelativePolygon = std::vector<cv::Point2d>;

/// Which part of a picture is looked at: inside any of `include` (the whole picture where there is none) and inside
/// none of `ignore`.
struct RegionOfInterest {
    std::vector<RelativePolygon> include;
    std::vector<RelativePolygon> ignore;

    /// True where every pixel is looked at.
    bool isWholePicture() const { return include.empty() && ignore.empty(); }

    /// \throws Error(InvalidParameter) for a polygon of fewer than 3 corners, a corner outside the picture, or
    /// polygons that leave nothing to look at
    void validate() const;

    /// CV_8UC1, 255 where the pixel is looked at, 0 elsewhere; empty for the whole picture. A polygon's edge belongs
    /// to it.
    cv::Mat mask(cv::Size imageSize) const;

    /// `image` (RGB, 8 or 16 bit) with every other pixel set to `colour` (RGB in [0, 1]), so that what lies there
    /// cannot matter. The whole picture is returned without a copy.
    cv::Mat fillOutside(const cv::Mat &image, const std::array<float, 3> &colour) const;

    /// {"include": [[[x, y], ...], ...], "ignore": [...]}
    std::string toJson() const;
    /// Either list may be absent. \throws Error(InvalidParameter)
    static RegionOfInterest fromJson(std::string_view json);

    bool operator==(const RegionOfInterest &) const = default;
};

} // namespace spotcheck
