#include <algorithm>
#include <cmath>

#include "data/sample/defects.h"

namespace spotcheck::sample {

namespace {

/// Distance to the nearest edge or hole, positive on the sheet.
float clearanceAt(cv::Point2f at)
{
    float clearance = -distanceToRoundedBox(at, {plateHalfSize, plateHalfSize}, plateCornerRadius);
    const auto keepOff = [&](cv::Point2f centre, float radius) {
        clearance = std::min(clearance, std::hypot(at.x - centre.x, at.y - centre.y) - radius);
    };
    keepOff(dialCentre, boreRadius + 5);
    for (const Hole &hole : plateHoles())
        keepOff(hole.centre, hole.outerRadius);
    return clearance;
}

} // namespace

float sheetShare(cv::Point2f at)
{
    return smoothStep(1.0F, 4.0F, clearanceAt(at));
}

cv::Point2f pointOnSheet(Random &random, float clearance)
{
    for (;;) {
        const auto u = static_cast<float>((2 * random.uniform() - 1) * plateHalfSize);
        const auto v = static_cast<float>((2 * random.uniform() - 1) * plateHalfSize);
        if (clearanceAt({u, v}) >= clearance)
            return {u, v};
    }
}

} // namespace spotcheck::sample
