#include "pretrain/defects.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "pretrain/surfaces/valuenoise.h"

namespace spotcheck::pretrain {

namespace {

/// Where the defect is and how much of it: [0, 1], soft edges.
using Footprint = cv::Mat1f;

struct Place {
    float x;
    float y;
    float radius;
};

Place randomPlace(int size, float smallest, float largest, Random &random)
{
    const auto extent = static_cast<float>(size);
    const float radius = random.logUniform(smallest, largest);
    const float margin = std::min(radius, 0.3F * extent);
    return {random.uniform(margin, extent - margin), random.uniform(margin, extent - margin), radius};
}

/// A disc with a ragged outline.
Footprint blobFootprint(int size, const Place &place, float softness, Random &random)
{
    const auto seed = static_cast<std::uint32_t>(random.bits());
    const float raggedness = random.uniform(0, 0.7F);
    const float elongation = random.uniform(1, 2.5F);
    const float angle = random.angle();
    Footprint footprint(size, size);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            const float dx = static_cast<float>(column) - place.x;
            const float dy = static_cast<float>(row) - place.y;
            const float along = std::cos(angle) * dx + std::sin(angle) * dy;
            const float across = elongation * (-std::sin(angle) * dx + std::cos(angle) * dy);
            const float noise = valueNoise(static_cast<float>(column) / place.radius * 1.5F,
                                           static_cast<float>(row) / place.radius * 1.5F, seed);
            const float distance =
                std::sqrt(along * along + across * across) / place.radius + raggedness * (noise - 0.5F);
            footprint(row, column) = std::clamp((1 - distance) / softness + 0.5F, 0.0F, 1.0F);
        }
    }
    return footprint;
}

Footprint scratchFootprint(int size, Random &random)
{
    const Place start = randomPlace(size, 3, 4, random);
    const float length = random.uniform(0.15F, 0.8F) * static_cast<float>(size);
    float heading = random.angle();
    const float bend = 0.12F * random.normal();
    cv::Point2f position(start.x, start.y);
    constexpr int pieces = 8;
    const int width = random.chance(0.7F) ? 1 : 2 + random.below(2);
    Footprint footprint(size, size, 0.0F);
    for (int piece = 0; piece < pieces; ++piece) {
        const cv::Point2f next = position + length / pieces * cv::Point2f(std::cos(heading), std::sin(heading));
        cv::line(footprint, cv::Point(cvRound(16 * position.x), cvRound(16 * position.y)),
                 cv::Point(cvRound(16 * next.x), cvRound(16 * next.y)), cv::Scalar(1), width, cv::LINE_8, 4);
        heading += bend + 0.1F * random.normal();
        position = next;
    }
    cv::GaussianBlur(footprint, footprint, {3, 3}, random.uniform(0.4F, 0.9F));
    return footprint;
}

void blend(cv::Mat3f &picture, const cv::Mat3f &changed, const Footprint &footprint)
{
    for (int row = 0; row < picture.rows; ++row) {
        for (int column = 0; column < picture.cols; ++column) {
            const float weight = footprint(row, column);
            picture(row, column) = (1 - weight) * picture(row, column) + weight * changed(row, column);
        }
    }
}

/// A shift of brightness or colour that is at least visible.
cv::Vec3f randomShift(float faintest, float plainest, Random &random)
{
    const float amount = random.sign() * random.logUniform(faintest, plainest);
    const float tint = random.chance(0.6F) ? 0.0F : 0.5F;
    return {amount * (1 + tint * random.normal()), amount * (1 + tint * random.normal()),
            amount * (1 + tint * random.normal())};
}

cv::Mat3f warped(const cv::Mat3f &picture, const Place &place, Random &random)
{
    const float angle = random.angle();
    const float push = random.uniform(0.3F, 0.8F) * std::min(place.radius, 8.0F);
    const float twist = random.uniform(-0.8F, 0.8F);
    cv::Mat1f mapX(picture.size());
    cv::Mat1f mapY(picture.size());
    for (int row = 0; row < picture.rows; ++row) {
        for (int column = 0; column < picture.cols; ++column) {
            const float dx = static_cast<float>(column) - place.x;
            const float dy = static_cast<float>(row) - place.y;
            const float reach = std::exp(-(dx * dx + dy * dy) / (place.radius * place.radius));
            const float turn = twist * reach;
            mapX(row, column) = place.x + std::cos(turn) * dx - std::sin(turn) * dy + push * reach * std::cos(angle);
            mapY(row, column) = place.y + std::sin(turn) * dx + std::cos(turn) * dy + push * reach * std::sin(angle);
        }
    }
    cv::Mat3f result;
    cv::remap(picture, result, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return result;
}

/// The picture with `kind` everywhere, and the footprint to which it is to be confined.
cv::Mat3f alteredPicture(const cv::Mat3f &picture, const cv::Mat3f &other, DefectKind kind, Footprint &footprint,
                         Random &random)
{
    const int size = picture.rows;
    cv::Mat3f changed = picture.clone();
    switch (kind) {
    case DefectKind::Scratch: {
        footprint = scratchFootprint(size, random);
        const cv::Vec3f shift = randomShift(0.12F, 0.7F, random);
        for (cv::Vec3f &pixel : changed)
            pixel += shift;
        break;
    }
    case DefectKind::Blob: {
        footprint = blobFootprint(size, randomPlace(size, 1.5F, 9, random), 0.3F, random);
        const cv::Vec3f colour(random.uniform(), random.uniform(), random.uniform());
        const float grey = random.uniform();
        const cv::Vec3f fill = random.chance(0.6F) ? cv::Vec3f(grey, grey, grey) : colour;
        const float opacity = random.uniform(0.35F, 1);
        for (cv::Vec3f &pixel : changed)
            pixel = (1 - opacity) * pixel + opacity * fill;
        break;
    }
    case DefectKind::Missing: {
        const Place place = randomPlace(size, 4, 12, random);
        footprint = blobFootprint(size, place, 0.4F, random);
        const int reach = 2 * cvCeil(0.8F * place.radius) + 1;
        cv::blur(picture, changed, {reach, reach}, {-1, -1}, cv::BORDER_REFLECT_101);
        break;
    }
    case DefectKind::Extra: {
        footprint = blobFootprint(size, randomPlace(size, 3, 11, random), random.uniform(0.15F, 0.5F), random);
        const float opacity = random.uniform(0.5F, 1);
        changed = (1 - opacity) * picture + opacity * other;
        break;
    }
    case DefectKind::Stain: {
        footprint = blobFootprint(size, randomPlace(size, 5, 16, random), random.uniform(0.4F, 1.2F), random);
        const cv::Vec3f shift = randomShift(0.06F, 0.35F, random);
        for (cv::Vec3f &pixel : changed)
            pixel += shift;
        break;
    }
    case DefectKind::Dent: {
        const Place place = randomPlace(size, 3, 10, random);
        footprint = blobFootprint(size, place, 1, random);
        const float lamp = random.angle();
        const float depth = random.uniform(0.15F, 0.6F);
        for (int row = 0; row < size; ++row) {
            for (int column = 0; column < size; ++column) {
                const float side = (std::cos(lamp) * (static_cast<float>(column) - place.x) +
                                    std::sin(lamp) * (static_cast<float>(row) - place.y)) /
                                   place.radius;
                const float light = depth * side;
                changed(row, column) += cv::Vec3f(light, light, light);
            }
        }
        break;
    }
    case DefectKind::Warp: {
        const Place place = randomPlace(size, 6, 14, random);
        footprint = blobFootprint(size, {place.x, place.y, 1.6F * place.radius}, 0.6F, random);
        changed = warped(picture, place, random);
        break;
    }
    }
    return changed;
}

/// Changes below this share of the range are lost in noise and light, and are no defect to learn from.
constexpr float visibleChange = 0.04F;

cv::Mat1b changeMask(const cv::Mat3f &before, const cv::Mat3f &after, const Footprint &footprint)
{
    cv::Mat1f change(before.size());
    for (int row = 0; row < before.rows; ++row) {
        for (int column = 0; column < before.cols; ++column) {
            const cv::Vec3f difference = after(row, column) - before(row, column);
            change(row, column) =
                std::max({std::abs(difference[0]), std::abs(difference[1]), std::abs(difference[2])});
        }
    }
    // A missing or extra mark changes only some pixels of its footprint; the whole neighbourhood is the defect.
    cv::dilate(change, change, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
    cv::Mat1b mask(before.size(), uchar{0});
    for (int row = 0; row < before.rows; ++row) {
        for (int column = 0; column < before.cols; ++column)
            mask(row, column) = change(row, column) > visibleChange && footprint(row, column) > 0.1F ? 255 : 0;
    }
    return mask;
}

} // namespace

cv::Mat1b plantDefect(cv::Mat3f &picture, const cv::Mat3f &other, DefectKind kind, Random &random)
{
    constexpr int attempts = 4;
    for (int attempt = 0; attempt <= attempts; ++attempt) {
        // Nothing to miss or to warp on an even patch: after some attempts a plain scratch always shows.
        const DefectKind tried = attempt < attempts ? kind : DefectKind::Scratch;
        Footprint footprint;
        const cv::Mat3f changed = alteredPicture(picture, other, tried, footprint, random);
        cv::Mat3f result = picture.clone();
        blend(result, changed, footprint);
        for (cv::Vec3f &pixel : result) {
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] = std::clamp(pixel[channel], 0.0F, 1.0F);
        }
        cv::Mat1b mask = changeMask(picture, result, footprint);
        if (cv::countNonZero(mask) > 3) {
            picture = result;
            return mask;
        }
    }
    // A scratch in the colour the picture is saturated at: draw one in the opposite brightness.
    Footprint footprint = scratchFootprint(picture.rows, random);
    footprint(cv::Rect(picture.cols / 4, picture.rows / 2, picture.cols / 2, 2)).setTo(1);
    cv::Mat3f inverse = cv::Mat3f(picture.size(), cv::Vec3f(1, 1, 1)) - picture;
    for (cv::Vec3f &pixel : inverse) {
        for (int channel = 0; channel < 3; ++channel)
            pixel[channel] = pixel[channel] > 0.5F ? 1.0F : 0.0F;
    }
    const cv::Mat3f before = picture.clone();
    blend(picture, inverse, footprint);
    return changeMask(before, picture, footprint);
}

} // namespace spotcheck::pretrain
