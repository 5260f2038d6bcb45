#include <spotcheck/decision/picturescale.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <spotcheck/core/error.h>

namespace spotcheck {

PictureScale::PictureScale(double millimetresPerPixel) : m_millimetresPerPixel(millimetresPerPixel)
{
    if (!(millimetresPerPixel >= smallest && millimetresPerPixel <= largest))
        throw Error(ErrorCode::InvalidParameter, "a scale of " + std::to_string(millimetresPerPixel) +
                                                     " mm a pixel, not between 0.000001 and 1000000");
}

PictureScale PictureScale::fromDistance(cv::Point2d one, cv::Point2d other, double millimetres)
{
    const double pixels = std::hypot(other.x - one.x, other.y - one.y);
    if (!(pixels >= 1))
        throw Error(ErrorCode::InvalidParameter,
                    std::string("the two points of the scale are less than a pixel apart"));
    return PictureScale(millimetres / pixels);
}

std::int64_t PictureScale::pixelsCovering(double squareMillimetres) const
{
    constexpr double slack = 1e-9; // areas are typed as decimals: 0.09 mm² at 0.3 mm a pixel is one pixel
    constexpr double most = 1e15;
    const double pixels = squareMillimetres / m_millimetresPerPixel / m_millimetresPerPixel;
    if (!(pixels < most))
        return std::numeric_limits<std::int64_t>::max();
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(pixels * (1 - slack))));
}

} // namespace spotcheck
