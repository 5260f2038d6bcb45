#pragma once

#include <algorithm>
#include <cmath>

#include <opencv2/core/mat.hpp>

namespace spotcheck::sample {

/// The part is described in design units: 1 unit is 1 px of a 512 px picture, the origin is the plate's centre,
/// u points right and v down.
constexpr float designSize = 512;

/// Where the part lies in the picture: fixtures hold it to a few pixels and a degree or two.
class Placement {
public:
    Placement(int imageSize, cv::Point2f shift, float angle);

    cv::Point2f toPart(float x, float y) const;
    cv::Point2f toPicture(cv::Point2f part) const;
    float pixelsPerUnit() const { return m_scale; }
    int imageSize() const { return m_imageSize; }

private:
    int m_imageSize;
    float m_scale;
    cv::Point2f m_centre; ///< px
    float m_cosine;
    float m_sine;
};

/// What the camera looks at, a value a pixel. All planes have the picture's size.
struct Surface {
    explicit Surface(int size);
    Surface clone() const;

    cv::Mat1f height;      ///< design units, towards the camera
    cv::Mat3f reflectance; ///< RGB, of diffuse light, [0, 1]
    cv::Mat1f metal;       ///< share of bare metal, which glints, [0, 1]
    cv::Mat1f grain;       ///< relative brightness of the fine texture, about [-0.3, 0.3]
    cv::Mat2f grooves;     ///< cosine and sine of twice the angle of the tool's grooves, (0, 0) for none
    cv::Mat1f openness;    ///< share of the light that reaches the place, [0, 1]
};

/// Share of a pixel that lies inside an outline, from the signed distance in pixels (negative inside).
inline float coverage(float distance)
{
    return std::clamp(0.5F - distance, 0.0F, 1.0F);
}

/// 0 before `from`, 1 after `to`, smooth between. `from` may be greater than `to`: then it falls.
inline float smoothStep(float from, float to, float value)
{
    const float t = std::clamp((value - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

inline float bell(float value, float width)
{
    return std::exp(-0.5F * (value / width) * (value / width));
}

/// Signed distances, negative inside. All in design units.
float distanceToRoundedBox(cv::Point2f point, cv::Point2f halfSize, float radius);
float distanceToSegment(cv::Point2f point, cv::Point2f a, cv::Point2f b);

/// The pixels that the square of `reach` design units around `centre` covers, cut at the picture's border.
cv::Rect pixelsAround(const Placement &placement, cv::Point2f centre, float reach);
/// The same for the box around two points.
cv::Rect pixelsAround(const Placement &placement, cv::Point2f a, cv::Point2f b, float reach);

/// Calls `visit(row, column, part point)` for every pixel of `pixels`.
template <typename Visit>
void forEachPixel(const Placement &placement, cv::Rect pixels, Visit visit)
{
    for (int row = pixels.y; row < pixels.y + pixels.height; ++row) {
        for (int column = pixels.x; column < pixels.x + pixels.width; ++column) {
            visit(row, column, placement.toPart(static_cast<float>(column) + 0.5F, static_cast<float>(row) + 0.5F));
        }
    }
}

inline cv::Vec3f mix(const cv::Vec3f &from, const cv::Vec3f &to, float share)
{
    return from + (to - from) * share;
}

} // namespace spotcheck::sample
