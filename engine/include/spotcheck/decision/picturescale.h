#pragma once

#include <cstdint>

#include <opencv2/core/types.hpp>

namespace spotcheck {

/// How large a pixel of the original picture is on the part. One number for the whole picture: pixels are square, and
/// the camera looks at right angles on a flat part; where it does not, lengths are off by the perspective.
class PictureScale {
public:
    static constexpr double smallest = 1e-6; ///< mm a pixel: far below what light resolves
    static constexpr double largest = 1e6;   ///< mm a pixel

    /// \throws Error(InvalidParameter) outside [smallest, largest]
    explicit PictureScale(double millimetresPerPixel);
    /// From two points of the picture, px, that are `millimetres` apart on the part.
    /// \throws Error(InvalidParameter) for points closer than a pixel, and as above
    static PictureScale fromDistance(cv::Point2d one, cv::Point2d other, double millimetres);

    double millimetresPerPixel() const { return m_millimetresPerPixel; }
    double millimetres(double pixels) const { return pixels * m_millimetresPerPixel; }
    double squareMillimetres(double pixels) const { return pixels * m_millimetresPerPixel * m_millimetresPerPixel; }
    /// The least whole number of pixels, 1 at least, that cover `squareMillimetres`.
    std::int64_t pixelsCovering(double squareMillimetres) const;

    bool operator==(const PictureScale &) const = default;

private:
    double m_millimetresPerPixel;
};

} // namespace spotcheck
