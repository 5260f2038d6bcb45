#include <array>
#include <cmath>
#include <numbers>

#include "data/sample/defects.h"
#include "data/sample/noise.h"

namespace spotcheck::sample {

namespace {

struct Tint {
    cv::Vec3f colour;    ///< what the light is multiplied with at full strength
    float edge = 0;      ///< how much stronger the rim of a dried puddle is
    float smoothing = 0; ///< how far the texture is filled
};

const std::array tints{
    Tint{{0.62F, 0.60F, 0.55F}, 0.0F, 0.7F}, // oil
    Tint{{0.80F, 0.62F, 0.42F}, 0.2F, 0.1F}, // oxide, from heat
    Tint{{0.70F, 0.74F, 0.84F}, 0.1F, 0.2F}, // oxide, bluish
    Tint{{1.26F, 1.26F, 1.24F}, 0.9F, 0.3F}, // a puddle that dried with lime
};

/// Ink-like ridges in a whorl, as a finger leaves them; [0, 1].
float ridges(cv::Point2f offset, std::uint64_t seed)
{
    const float bent = offset.y + 0.020F * offset.x * offset.x;
    const float warped =
        std::hypot(0.8F * offset.x, bent + 14) + 2.5F * smoothNoise(seed, offset.x / 14, offset.y / 14);
    const float wave = 0.5F + 0.5F * std::sin(warped * 2 * std::numbers::pi_v<float> / 4.6F);
    const float pores = 0.75F + 0.25F * smoothNoise(childSeed(seed, 1), offset.x / 2.5F, offset.y / 2.5F);
    return wave * pores;
}

void fingerprint(Surface &surface, const Placement &placement, float strength, Random &random)
{
    const cv::Point2f centre = pointOnSheet(random, 30);
    const auto angle = static_cast<float>((random.uniform() - 0.5) * 2);
    const auto seed = static_cast<std::uint64_t>(random.uniform() * 0x1.0p53);
    const cv::Point2f along(std::cos(angle), std::sin(angle));
    const cv::Vec3f grease(0.66F, 0.64F, 0.60F);
    forEachPixel(placement, pixelsAround(placement, centre, 48), [&](int row, int column, cv::Point2f at) {
        const cv::Point2f offset = at - centre;
        const cv::Point2f turned(offset.dot(along), along.x * offset.y - along.y * offset.x);
        const float reach =
            std::hypot(turned.x / 24, turned.y / 33) + 0.25F * cloudNoise(seed, at.x / 12, at.y / 12, 3);
        const float share =
            smoothStep(1.05F, 0.7F, reach) * sheetShare(at) * strength * (0.25F + 0.75F * ridges(turned, seed));
        cv::Vec3f &colour = surface.reflectance(row, column);
        colour = mix(colour, colour.mul(grease), share);
    });
}

void puddle(Surface &surface, const Placement &placement, float radius, float strength, Random &random)
{
    const Tint &tint = tints[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(tints.size())))];
    const cv::Point2f centre = pointOnSheet(random, 24);
    const auto stretch = static_cast<float>(0.75 + 0.6 * random.uniform());
    const auto seed = static_cast<std::uint64_t>(random.uniform() * 0x1.0p53);
    forEachPixel(placement, pixelsAround(placement, centre, 2.2F * radius), [&](int row, int column, cv::Point2f at) {
        const cv::Point2f offset = at - centre;
        const float wander = cloudNoise(seed, at.x / (0.8F * radius), at.y / (0.8F * radius), 4);
        const float reach = std::hypot(offset.x * stretch, offset.y / stretch) / radius + 0.7F * wander;
        const float body = smoothStep(1.05F, 0.55F, reach);
        const float rim = tint.edge * bell(reach - 0.85F, 0.07F);
        const float mottle = 0.85F + 0.3F * cloudNoise(childSeed(seed, 1), at.x / 7, at.y / 7, 3);
        const float share = std::min(1.0F, (body + rim) * mottle * strength * sheetShare(at));
        if (share <= 0)
            return;
        cv::Vec3f &colour = surface.reflectance(row, column);
        colour = mix(colour, colour.mul(tint.colour), share);
        surface.grain(row, column) *= 1 - tint.smoothing * share;
    });
}

} // namespace

void stain(Surface &surface, const Placement &placement, float severity, Random &random)
{
    if (random.uniform() < 0.2) {
        fingerprint(surface, placement, 0.5F + 0.5F * severity, random);
        return;
    }
    const float radius = 24 + 38 * static_cast<float>(random.uniform());
    puddle(surface, placement, radius, 0.3F + 0.5F * severity, random);
}

} // namespace spotcheck::sample
