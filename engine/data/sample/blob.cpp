#include <cmath>
#include <numbers>

#include "data/sample/defects.h"
#include "data/sample/noise.h"

namespace spotcheck::sample {

namespace {

/// An outline between a circle and a crumb.
struct Outline {
    cv::Point2f centre;
    float radius = 0;
    float angle = 0;
    float stretch = 1;    ///< length to width
    float ragged = 0;     ///< relative to the radius
    float wobbles = 2.2F; ///< how often the outline goes in and out
    std::uint64_t seed = 0;

    /// Signed distance, negative inside, roughly to scale.
    float distance(cv::Point2f at) const
    {
        const cv::Point2f offset = at - centre;
        const float along = (std::cos(angle) * offset.x + std::sin(angle) * offset.y) / stretch;
        const float across = (std::cos(angle) * offset.y - std::sin(angle) * offset.x) * stretch;
        const float turn = std::atan2(across, along);
        const float wobble = smoothNoise(seed, wobbles * std::cos(turn) + 5, wobbles * std::sin(turn) + 5);
        return std::hypot(along, across) - radius * (1 + ragged * wobble);
    }
};

Outline drawOutline(Random &random, float radius, float ragged)
{
    Outline outline;
    outline.centre = pointOnSheet(random, radius + 6);
    outline.radius = radius;
    outline.angle = static_cast<float>(random.uniform() * std::numbers::pi);
    outline.stretch = static_cast<float>(1 + 0.35 * random.uniform());
    outline.ragged = ragged;
    outline.seed = static_cast<std::uint64_t>(random.uniform() * 0x1.0p53);
    return outline;
}

/// Calls `visit(row, column, distance)` for the pixels on and a little around the outline.
template <typename Visit>
void forEachPixelOf(const Outline &outline, const Placement &placement, Visit visit)
{
    const float reach = 2.2F * outline.radius + 8;
    forEachPixel(placement, pixelsAround(placement, outline.centre, reach),
                 [&](int row, int column, cv::Point2f at) { visit(row, column, outline.distance(at)); });
}

/// The dark line of contact around something that stands on the sheet.
void shade(Surface &surface, int row, int column, float distance, float width, float strength)
{
    if (distance > -1)
        surface.openness(row, column) *= 1 - strength * std::exp(-std::max(distance, 0.0F) / width);
}

/// Glue or lacquer: clear, yellowish, smooth and domed.
void drop(Surface &surface, const Placement &placement, float radius, Random &random)
{
    Outline outline = drawOutline(random, radius, 0.3F);
    outline.wobbles = 0.9F;
    const cv::Vec3f tint(0.86F, 0.80F, 0.64F);
    const auto strength = static_cast<float>(0.45 + 0.5 * random.uniform());
    forEachPixelOf(outline, placement, [&](int row, int column, float distance) {
        const float inside = coverage(distance * placement.pixelsPerUnit());
        const float rise = 1 - std::clamp(1 + distance / radius, 0.0F, 1.0F);
        surface.height(row, column) += 0.26F * radius * rise * (2 - rise);
        surface.metal(row, column) *= 1 - 0.55F * inside;
        cv::Vec3f &colour = surface.reflectance(row, column);
        colour = mix(colour, colour.mul(tint), inside * strength);
        surface.grain(row, column) *= 1 - 0.6F * inside;
        shade(surface, row, column, distance, 2.0F, 0.25F);
    });
}

/// A crumb of rubber, plastic or paint.
void chip(Surface &surface, const Placement &placement, float radius, Random &random)
{
    const Outline outline = drawOutline(random, radius, 0.45F);
    const cv::Vec3f dark(0.10F, 0.10F, 0.11F);
    const cv::Vec3f rust(0.30F, 0.20F, 0.13F);
    const cv::Vec3f pale(0.80F, 0.79F, 0.75F);
    const double choice = random.uniform();
    const cv::Vec3f colour = choice < 0.45 ? dark : choice < 0.75 ? rust : pale;
    forEachPixelOf(outline, placement, [&](int row, int column, float distance) {
        const float inside = coverage(distance * placement.pixelsPerUnit());
        const float facets = 1 + 0.2F * latticeNoise(outline.seed, column / 2, row / 2);
        cv::Vec3f &below = surface.reflectance(row, column);
        below = mix(below, colour * facets, inside);
        surface.metal(row, column) *= 1 - inside;
        surface.grain(row, column) *= 1 - inside;
        surface.height(row, column) += 0.5F * radius * smoothStep(0, -radius, distance);
        shade(surface, row, column, distance, 1.8F, 0.4F);
    });
}

/// Spatter from welding: a bead of metal with a burnt halo.
void bead(Surface &surface, const Placement &placement, float radius, Random &random)
{
    const Outline outline = drawOutline(random, radius, 0.12F);
    const cv::Vec3f burnt(0.72F, 0.66F, 0.60F);
    forEachPixelOf(outline, placement, [&](int row, int column, float distance) {
        const float inside = coverage(distance * placement.pixelsPerUnit());
        const float rise = std::clamp(-distance / radius, 0.0F, 1.0F);
        surface.height(row, column) += 0.9F * radius * std::sqrt(rise * (2 - rise));
        surface.grain(row, column) *= 1 - inside;
        cv::Vec3f &colour = surface.reflectance(row, column);
        const float halo = 0.6F * std::exp(-std::max(distance, 0.0F) / (0.6F * radius + 1));
        colour = mix(colour, colour.mul(burnt), halo);
        shade(surface, row, column, distance, 1.5F, 0.35F);
    });
}

} // namespace

void addBlob(Surface &surface, const Placement &placement, float severity, Random &random)
{
    const double choice = random.uniform();
    if (choice < 0.4)
        drop(surface, placement, 5.5F + 8 * severity, random);
    else if (choice < 0.75)
        chip(surface, placement, 3.5F + 4.5F * severity, random);
    else
        bead(surface, placement, 3.2F + 3.5F * severity, random);
}

} // namespace spotcheck::sample
