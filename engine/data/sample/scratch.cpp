#include <array>
#include <cmath>
#include <numbers>

#include "data/sample/defects.h"
#include "data/sample/noise.h"

namespace spotcheck::sample {

namespace {

const cv::Vec3f rawMetal(0.62F, 0.62F, 0.62F); ///< where the scratch has taken the print away

/// A gently bent path and how strongly it is scratched.
struct Path {
    static constexpr int pieces = 28;

    std::array<cv::Point2f, pieces + 1> points;
    float halfWidth = 0;
    float strength = 0; ///< relative brightness at full pressure, darker where negative
    float depth = 0;    ///< design units
    std::uint64_t pressureSeed = 0;

    /// Pressure sets in and out, and skips now and then; `along` from 0 to 1.
    float pressure(float along) const
    {
        const float ends = smoothStep(0, 0.12F, along) * smoothStep(1, 0.8F, along);
        return ends * std::clamp(0.8F + 0.55F * smoothNoise(pressureSeed, along * 9, 0), 0.1F, 1.0F);
    }
};

Path bentPath(cv::Point2f middle, float length, float angle, float bend)
{
    Path path;
    const cv::Point2f along(std::cos(angle), std::sin(angle));
    const cv::Point2f across(-along.y, along.x);
    for (int i = 0; i <= Path::pieces; ++i) {
        const float t = static_cast<float>(i) / Path::pieces - 0.5F;
        path.points[static_cast<std::size_t>(i)] = middle + along * (length * t) + across * (bend * (1 - 4 * t * t));
    }
    return path;
}

/// Strength of the scratch at each pixel. Pieces of the path overlap at their joints, so the strongest counts.
cv::Mat1f pressureMap(const Placement &placement, const Path &path)
{
    cv::Mat1f pressed(placement.imageSize(), placement.imageSize(), 0.0F);
    const float reach = 3 * path.halfWidth + 1;
    for (int i = 0; i < Path::pieces; ++i) {
        const cv::Point2f from = path.points[static_cast<std::size_t>(i)];
        const cv::Point2f to = path.points[static_cast<std::size_t>(i + 1)];
        const float pressure = path.pressure((static_cast<float>(i) + 0.5F) / Path::pieces);
        forEachPixel(placement, pixelsAround(placement, from, to, reach), [&](int row, int column, cv::Point2f at) {
            const float value = pressure * bell(distanceToSegment(at, from, to), path.halfWidth) * sheetShare(at);
            pressed(row, column) = std::max(pressed(row, column), value);
        });
    }
    return pressed;
}

void cut(Surface &surface, const Placement &placement, const Path &path)
{
    const cv::Mat1f pressed = pressureMap(placement, path);
    for (int row = 0; row < pressed.rows; ++row) {
        for (int column = 0; column < pressed.cols; ++column) {
            const float value = pressed(row, column);
            if (value < 1e-3F)
                continue;
            surface.height(row, column) -= path.depth * value;
            surface.grain(row, column) += path.strength * value;
            // On print, the tool takes the ink along.
            const float printed = 1 - surface.metal(row, column);
            const float bared = printed * std::min(1.0F, std::abs(path.strength) * 2.0F) * value;
            cv::Vec3f &colour = surface.reflectance(row, column);
            colour = mix(colour, rawMetal, bared);
            surface.metal(row, column) += bared;
        }
    }
}

} // namespace

void scratch(Surface &surface, const Placement &placement, float severity, Random &random)
{
    const cv::Point2f middle = pointOnSheet(random, 14);
    const float length = 45 + (70 + 150 * static_cast<float>(random.uniform())) * severity;
    // Within 15 degrees of the grain a scratch passes for a brush mark.
    const auto side = random.uniform() < 0.5 ? 1.0F : -1.0F;
    const auto angle = side * static_cast<float>((15 + 130 * random.uniform()) * std::numbers::pi / 180);
    const float bend = length * static_cast<float>(0.16 * random.uniform() - 0.08);
    Path path = bentPath(middle, length, angle, bend);
    path.halfWidth = 0.6F + 0.6F * severity * static_cast<float>(random.uniform());
    path.strength = (random.uniform() < 0.65 ? 1.0F : -0.8F) * (0.26F + 0.38F * severity);
    path.depth = 0.15F + 0.5F * severity * severity;
    path.pressureSeed = static_cast<std::uint64_t>(random.uniform() * 0x1.0p53);
    cut(surface, placement, path);
    const std::int64_t more = severity > 0.6F ? random.below(3) : 0;
    for (std::int64_t i = 0; i < more; ++i) {
        const auto offset = static_cast<float>(3 + 7 * random.uniform());
        const cv::Point2f away(-std::sin(angle) * offset, std::cos(angle) * offset);
        const float shorter = length * (0.4F + 0.5F * static_cast<float>(random.uniform()));
        const float turned = angle + static_cast<float>(0.08 * random.uniform() - 0.04);
        Path beside = bentPath(middle + away, shorter, turned, bend);
        beside.halfWidth = path.halfWidth * 0.8F;
        beside.strength = path.strength * 0.7F;
        beside.depth = path.depth * 0.7F;
        beside.pressureSeed = childSeed(path.pressureSeed, static_cast<std::uint64_t>(i));
        cut(surface, placement, beside);
    }
}

} // namespace spotcheck::sample
