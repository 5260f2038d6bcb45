#include "data/sample/surface.h"

namespace spotcheck::sample {

Placement::Placement(int imageSize, cv::Point2f shift, float angle)
    : m_imageSize(imageSize), m_scale(static_cast<float>(imageSize) / designSize),
      m_centre((cv::Point2f(designSize, designSize) / 2 + shift) * m_scale), m_cosine(std::cos(angle)),
      m_sine(std::sin(angle))
{}

cv::Point2f Placement::toPart(float x, float y) const
{
    const float dx = (x - m_centre.x) / m_scale;
    const float dy = (y - m_centre.y) / m_scale;
    return {m_cosine * dx + m_sine * dy, m_cosine * dy - m_sine * dx};
}

cv::Point2f Placement::toPicture(cv::Point2f part) const
{
    return m_centre + cv::Point2f(m_cosine * part.x - m_sine * part.y, m_sine * part.x + m_cosine * part.y) * m_scale;
}

Surface::Surface(int size)
    : height(size, size, 0.0F), reflectance(size, size, cv::Vec3f::all(0)), metal(size, size, 0.0F),
      grain(size, size, 0.0F), grooves(size, size, cv::Vec2f::all(0)), openness(size, size, 1.0F)
{}

Surface Surface::clone() const
{
    Surface copy(0);
    copy.height = height.clone();
    copy.reflectance = reflectance.clone();
    copy.metal = metal.clone();
    copy.grain = grain.clone();
    copy.grooves = grooves.clone();
    copy.openness = openness.clone();
    return copy;
}

float distanceToRoundedBox(cv::Point2f point, cv::Point2f halfSize, float radius)
{
    const float dx = std::abs(point.x) - halfSize.x + radius;
    const float dy = std::abs(point.y) - halfSize.y + radius;
    const float outside = std::hypot(std::max(dx, 0.0F), std::max(dy, 0.0F));
    return outside + std::min(std::max(dx, dy), 0.0F) - radius;
}

float distanceToSegment(cv::Point2f point, cv::Point2f a, cv::Point2f b)
{
    const cv::Point2f along = b - a;
    const float length2 = along.dot(along);
    const float t = length2 > 0 ? std::clamp((point - a).dot(along) / length2, 0.0F, 1.0F) : 0.0F;
    const cv::Point2f offset = point - a - along * t;
    return std::hypot(offset.x, offset.y);
}

cv::Rect pixelsAround(const Placement &placement, cv::Point2f centre, float reach)
{
    return pixelsAround(placement, centre, centre, reach);
}

cv::Rect pixelsAround(const Placement &placement, cv::Point2f a, cv::Point2f b, float reach)
{
    const cv::Point2f first = placement.toPicture(a);
    const cv::Point2f second = placement.toPicture(b);
    // A square turned by the placement's small angle sticks out of the upright one by less than an eighth.
    const float margin = 1.125F * reach * placement.pixelsPerUnit() + 2;
    const int left = static_cast<int>(std::floor(std::min(first.x, second.x) - margin));
    const int top = static_cast<int>(std::floor(std::min(first.y, second.y) - margin));
    const int right = static_cast<int>(std::ceil(std::max(first.x, second.x) + margin));
    const int bottom = static_cast<int>(std::ceil(std::max(first.y, second.y) + margin));
    return cv::Rect(left, top, right - left, bottom - top) &
           cv::Rect(0, 0, placement.imageSize(), placement.imageSize());
}

} // namespace spotcheck::sample
