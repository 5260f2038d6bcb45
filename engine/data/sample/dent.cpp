#include <cmath>
#include <numbers>

#include "data/sample/defects.h"

namespace spotcheck::sample {

void dent(Surface &surface, const Placement &placement, float severity, Random &random)
{
    const float radius = 7 + 13 * severity * static_cast<float>(0.6 + 0.4 * random.uniform());
    // Blows with an edge leave long marks, those with a ball round ones.
    const float stretch = random.uniform() < 0.4 ? static_cast<float>(1.2 + 0.4 * random.uniform()) : 1.0F;
    const auto angle = static_cast<float>(random.uniform() * std::numbers::pi);
    const cv::Point2f along(std::cos(angle), std::sin(angle));
    const cv::Point2f centre = pointOnSheet(random, radius + 4);
    const float depth = radius * (0.11F + 0.14F * severity);
    forEachPixel(placement, pixelsAround(placement, centre, 2.5F * radius * stretch),
                 [&](int row, int column, cv::Point2f at) {
                     const cv::Point2f offset = at - centre;
                     const float lengthwise = offset.dot(along) / stretch;
                     const float crosswise = (along.x * offset.y - along.y * offset.x) * stretch;
                     const float distance = std::hypot(lengthwise, crosswise) / radius;
                     // A bowl, and the bulge that the metal was driven into around it.
                     const float bowl = bell(distance, 0.45F);
                     const float bulge = 0.22F * bell(distance - 1.15F, 0.2F);
                     surface.height(row, column) += depth * (bulge - bowl) * sheetShare(at);
                 });
}

} // namespace spotcheck::sample
