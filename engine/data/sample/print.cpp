#include "data/sample/print.h"

#include <cmath>

#include "data/sample/noise.h"

namespace spotcheck::sample {

namespace {

const cv::Vec3f blackInk(0.125F, 0.125F, 0.135F);
const cv::Vec3f redInk(0.56F, 0.115F, 0.085F);

float distanceToLine(cv::Point2f point, const PrintLine &line)
{
    if (line.round)
        return distanceToSegment(point, line.from, line.to) - line.halfWidth;
    const cv::Point2f along = line.to - line.from;
    const float length = std::hypot(along.x, along.y);
    const cv::Point2f direction = along / length;
    const cv::Point2f offset = point - (line.from + line.to) / 2;
    return distanceToRoundedBox({offset.dot(direction), direction.x * offset.y - direction.y * offset.x},
                                {length / 2, line.halfWidth}, 0);
}

float shareInVoids(const std::vector<InkVoid> &voids, std::uint64_t seed, cv::Point2f at)
{
    float share = 0;
    for (const InkVoid &hole : voids) {
        const cv::Point2f offset = at - hole.centre;
        const float across = std::hypot(offset.x / hole.halfSize.x, offset.y / hole.halfSize.y);
        const float distance = (across - 1) * std::min(hole.halfSize.x, hole.halfSize.y) +
                               hole.ragged * cloudNoise(seed, at.x / 4, at.y / 4, 3);
        share = std::max(share, smoothStep(0.7F, -0.7F, distance));
    }
    return share;
}

/// Coverage of each ink, [0, 1]: pieces that overlap do not add up.
cv::Mat1f coverageOf(Ink ink, const Placement &placement, const Part &part)
{
    cv::Mat1f covered(placement.imageSize(), placement.imageSize(), 0.0F);
    const float scale = placement.pixelsPerUnit();
    const std::uint64_t edgeSeed = childSeed(part.textureSeed, 11);
    const std::vector<PrintElement> layout = printLayout(part);
    for (int index = 0; index < static_cast<int>(layout.size()); ++index) {
        const PrintElement &element = layout[static_cast<std::size_t>(index)];
        if (element.ink != ink || part.omittedElements.contains(index))
            continue;
        for (PrintLine line : element.lines) {
            line.from += part.printOffset;
            line.to += part.printOffset;
            forEachPixel(placement, pixelsAround(placement, line.from, line.to, line.halfWidth + 1.5F),
                         [&](int row, int column, cv::Point2f at) {
                             float distance = distanceToLine(at, line);
                             if (distance > 1.5F)
                                 return;
                             // Ink bleeds a little along the brush marks.
                             distance += 0.22F * smoothNoise(edgeSeed, at.x * 0.7F, at.y * 1.1F);
                             float &pixel = covered(row, column);
                             pixel = std::max(pixel, coverage(distance * scale));
                         });
        }
    }
    return covered;
}

} // namespace

void drawPrint(Surface &surface, const Placement &placement, const Part &part)
{
    const std::uint64_t paleSeed = childSeed(part.textureSeed, 12);
    const std::uint64_t voidSeed = childSeed(part.textureSeed, 13);
    const cv::Rect whole(0, 0, placement.imageSize(), placement.imageSize());
    for (const Ink ink : {Ink::Black, Ink::Red}) {
        const cv::Mat1f covered = coverageOf(ink, placement, part);
        const cv::Vec3f colour = ink == Ink::Black ? blackInk : redInk;
        forEachPixel(placement, whole, [&](int row, int column, cv::Point2f at) {
            if (covered(row, column) <= 0)
                return;
            const float pale = 0.93F + 0.07F * smoothNoise(paleSeed, at.x / 22, at.y / 22);
            const float share =
                covered(row, column) * part.inkStrength * pale * (1 - shareInVoids(part.inkVoids, voidSeed, at));
            cv::Vec3f &below = surface.reflectance(row, column);
            below = mix(below, colour, share);
            surface.metal(row, column) *= 1 - 0.9F * share;
            surface.grain(row, column) *= 1 - 0.35F * share;
        });
    }
}

} // namespace spotcheck::sample
