#include <cmath>

#include "data/sample/noise.h"
#include "data/sample/part.h"

namespace spotcheck::sample {

namespace {

const cv::Vec3f metalColour(0.585F, 0.590F, 0.598F); ///< stainless steel, a little cool
const cv::Vec3f matColour(0.096F, 0.099F, 0.106F);   ///< the rubber mat below
const cv::Vec3f wallColour(0.52F, 0.52F, 0.53F);     ///< the side of a hole

constexpr float chamferWidth = 3.2F;
constexpr float chamferDepth = 1.9F;

/// Fine lines from the brush: many thin ones, some broad, and bands where the belt was worn.
float brushGrain(const Part &part, cv::Point2f at)
{
    const float v = at.y * part.brushFineness;
    const float fine = streakNoise(childSeed(part.textureSeed, 1), at.x, v * 1.05F, 75);
    const float middle = streakNoise(childSeed(part.textureSeed, 2), at.x, v * 0.45F, 140);
    const float broad = streakNoise(childSeed(part.textureSeed, 3), at.x, v * 0.06F, 420);
    const float grit = streakNoise(childSeed(part.textureSeed, 4), at.x, v * 1.3F, 9);
    return part.brushStrength * (0.075F * fine + 0.045F * middle + 0.022F * broad + 0.03F * grit);
}

/// Concentric marks of the facing tool, and a little chatter.
float turnedGrain(const Part &part, cv::Point2f fromCentre, float radius)
{
    const float turn = std::atan2(fromCentre.y, fromCentre.x);
    const float marks = streakNoise(childSeed(part.textureSeed, 5), turn, radius * 0.8F, 1.3F);
    const float chatter = smoothNoise(childSeed(part.textureSeed, 6), turn * 9.0F, radius * 0.3F);
    return part.brushStrength * (0.085F * marks + 0.02F * chatter);
}

/// Rubber: fine grains, and worn places.
cv::Vec3f matAt(const Part &part, int row, int column, cv::Point2f at)
{
    const float grains = latticeNoise(childSeed(part.textureSeed, 7), column, row);
    const float worn = smoothNoise(childSeed(part.textureSeed, 8), at.x / 40, at.y / 40);
    return matColour * (1 + 0.10F * grains + 0.08F * worn);
}

void drawSheet(Surface &surface, const Placement &placement, const Part &part)
{
    const float scale = placement.pixelsPerUnit();
    const cv::Rect whole(0, 0, placement.imageSize(), placement.imageSize());
    const cv::Vec3f metal = metalColour * part.lightness;
    forEachPixel(placement, whole, [&](int row, int column, cv::Point2f at) {
        const float distance = distanceToRoundedBox(at, {plateHalfSize, plateHalfSize}, plateCornerRadius);
        const float inside = coverage(distance * scale);
        surface.reflectance(row, column) = metal;
        if (inside < 1)
            surface.reflectance(row, column) = mix(matAt(part, row, column, at), metal, inside);
        surface.metal(row, column) = inside;
        if (inside > 0) {
            surface.grain(row, column) = inside * brushGrain(part, at);
            surface.grooves(row, column) = cv::Vec2f(inside, 0);
        }
        surface.height(row, column) = -chamferDepth * smoothStep(-chamferWidth, 0.8F, distance);
        // The plate keeps some light from the mat beside it.
        surface.openness(row, column) = 1 - 0.55F * (1 - inside) * std::exp(-std::max(distance, 0.0F) / 9);
    });
}

/// A passage with a countersink: what lies behind it is far away and dark, its wall catches some light.
void drawHole(Surface &surface, const Placement &placement, cv::Point2f centre, float radius, float outerRadius)
{
    const float scale = placement.pixelsPerUnit();
    const float wall = 3.5F;
    const float depth = 0.62F * (outerRadius - radius);
    forEachPixel(
        placement, pixelsAround(placement, centre, outerRadius + 3), [&](int row, int column, cv::Point2f at) {
            const cv::Point2f offset = at - centre;
            const float distance = std::hypot(offset.x, offset.y);
            if (distance > outerRadius + 2)
                return;
            const float cone = std::clamp((outerRadius - distance) / (outerRadius - radius), 0.0F, 1.0F);
            surface.height(row, column) -= depth * cone + 3.5F * smoothStep(radius + 0.5F, radius - wall, distance);
            const float sunk = coverage((distance - outerRadius) * scale);
            surface.grain(row, column) *= 1 - 0.65F * sunk;
            const float turn = 2 * std::atan2(offset.y, offset.x);
            surface.grooves(row, column) =
                surface.grooves(row, column) * (1 - sunk) - cv::Vec2f(std::cos(turn), std::sin(turn)) * sunk;
            const float through = coverage((distance - radius) * scale);
            cv::Vec3f &colour = surface.reflectance(row, column);
            colour = mix(colour, wallColour, through);
            surface.metal(row, column) *= 1 - 0.8F * through;
            const float beyond = smoothStep(radius - wall + 1, radius - wall - 1.5F, distance);
            colour = mix(colour, matColour, beyond);
            surface.metal(row, column) *= 1 - beyond;
            surface.openness(row, column) *= (1 - 0.3F * through) * (1 - 0.5F * beyond);
        });
}

/// The turned ring around the bore, a hair lower than the sheet.
void drawFacedRing(Surface &surface, const Placement &placement, const Part &part)
{
    const float scale = placement.pixelsPerUnit();
    forEachPixel(placement, pixelsAround(placement, dialCentre, facedRadius + 3),
                 [&](int row, int column, cv::Point2f at) {
                     const cv::Point2f offset = at - dialCentre;
                     const float radius = std::hypot(offset.x, offset.y);
                     if (radius > facedRadius + 2)
                         return;
                     surface.height(row, column) -= 0.9F * smoothStep(facedRadius + 0.6F, facedRadius - 1.6F, radius);
                     const float inside = coverage((radius - facedRadius) * scale);
                     float &grain = surface.grain(row, column);
                     grain = blend(grain, turnedGrain(part, offset, radius), inside);
                     // Grooves run across the radius: their angle is the radius' plus a quarter turn, doubled a half
                     // turn.
                     const float turn = 2 * std::atan2(offset.y, offset.x);
                     const cv::Vec2f across(-std::cos(turn), -std::sin(turn));
                     surface.grooves(row, column) = surface.grooves(row, column) * (1 - inside) + across * inside;
                 });
}

/// The engraved line between dial and label.
void drawGroove(Surface &surface, const Placement &placement)
{
    const cv::Point2f from(-186, 84);
    const cv::Point2f to(186, 84);
    constexpr float halfWidth = 3.0F;
    forEachPixel(placement, pixelsAround(placement, from, to, 6), [&](int row, int column, cv::Point2f at) {
        const float distance = distanceToSegment(at, from, to);
        const float floor = smoothStep(halfWidth + 0.4F, halfWidth - 1.8F, distance);
        surface.height(row, column) -= 1.5F * floor;
        surface.grain(row, column) *= 1 - 0.5F * floor;
        surface.openness(row, column) *= 1 - 0.38F * floor;
    });
}

void drawHairlineMark(Surface &surface, const Placement &placement, const Hairline &line)
{
    const float reach = line.halfWidth + 1.5F;
    forEachPixel(placement, pixelsAround(placement, line.from, line.to, reach),
                 [&](int row, int column, cv::Point2f at) {
                     const float distance = distanceToSegment(at, line.from, line.to);
                     const float along = (at.x - line.from.x) / (line.to.x - line.from.x);
                     const float fade = smoothStep(0, 0.25F, along) * smoothStep(1, 0.75F, along);
                     surface.grain(row, column) +=
                         line.strength * fade * bell(distance, line.halfWidth + 0.25F) * surface.metal(row, column);
                 });
}

} // namespace

void drawPlate(Surface &surface, const Placement &placement, const Part &part)
{
    drawSheet(surface, placement, part);
    drawGroove(surface, placement);
    for (const Hairline &line : part.hairlines)
        drawHairlineMark(surface, placement, line);
    drawFacedRing(surface, placement, part);
    drawHole(surface, placement, dialCentre, boreRadius, boreRadius + 5);
    for (int index = 0; index < static_cast<int>(plateHoles().size()); ++index) {
        const Hole &hole = plateHoles()[static_cast<std::size_t>(index)];
        if (!part.unpunchedHoles.contains(index))
            drawHole(surface, placement, hole.centre, hole.radius, hole.outerRadius);
    }
}

void drawDust(Surface &surface, const Placement &placement, const Part &part)
{
    const float scale = placement.pixelsPerUnit();
    for (const Speck &speck : part.specks) {
        const cv::Vec3f colour = cv::Vec3f::all(speck.brightness);
        forEachPixel(placement, pixelsAround(placement, speck.centre, speck.radius + 1),
                     [&](int row, int column, cv::Point2f at) {
                         const cv::Point2f offset = at - speck.centre;
                         const float covered =
                             0.8F * coverage((std::hypot(offset.x, offset.y) - speck.radius) * scale);
                         cv::Vec3f &below = surface.reflectance(row, column);
                         below = mix(below, colour, covered);
                         surface.metal(row, column) *= 1 - covered;
                     });
    }
}

} // namespace spotcheck::sample
