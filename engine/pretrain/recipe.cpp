#include "pretrain/recipe.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "pretrain/palette.h"
#include "pretrain/random.h"
#include "pretrain/surfaces/surfaces.h"
#include "pretrain/view.h"

namespace spotcheck::pretrain {

namespace {

/// How a second family lies over the first.
enum class Overlay {
    None,
    Ink,   ///< the second's heights are the opacity of another palette
    Relief ///< the second's heights bend the first's
};

struct Recipe {
    std::size_t family;
    Random program;
    Palette palette;
    Overlay overlay;
    std::size_t overlayFamily;
    Random overlayProgram;
    Palette overlayPalette;
    float overlayStrength;
    float relief;       ///< shading by slope, 0: flat print
    float freeTurn;     ///< radians the part may lie turned by
    float freeDistance; ///< factor the distance may vary by
    float haze;         ///< large stains of light that belong to the surface
};

Recipe readRecipe(std::uint64_t surfaceSeed)
{
    Random random(surfaceSeed);
    const auto anyFamily = [&] {
        return static_cast<std::size_t>(random.below(static_cast<int>(surfaceFamilies.size())));
    };
    const std::size_t family = anyFamily();
    const Random program = random.fork();
    const Palette palette = Palette::random(random);
    const float choice = random.uniform();
    const Overlay overlay = choice < 0.4F ? Overlay::None : choice < 0.75F ? Overlay::Ink : Overlay::Relief;
    const std::size_t overlayFamily = anyFamily();
    const Random overlayProgram = random.fork();
    const Palette overlayPalette = Palette::random(random);
    Recipe recipe{family, program, palette, overlay, overlayFamily, overlayProgram, overlayPalette, 0, 0, 0, 0, 0};
    recipe.overlayStrength = overlay == Overlay::Ink ? random.uniform(0.6F, 1) : random.uniform(0.2F, 0.7F);
    recipe.relief = random.chance(0.5F) ? random.uniform(0.3F, 2) : 0.0F;
    recipe.freeTurn = random.chance(0.6F) ? 0.12F : 3.1416F;
    recipe.freeDistance = random.chance(0.5F) ? 1.1F : 1.35F;
    recipe.haze = random.chance(0.3F) ? random.uniform(0.03F, 0.12F) : 0.0F;
    return recipe;
}

/// Brightness from the slope towards a lamp at `lampAngle`, as a factor around 1.
cv::Mat1f shadeBySlope(const cv::Mat1f &heights, float lampAngle, float strength)
{
    cv::Mat1f slopeX;
    cv::Mat1f slopeY;
    cv::Sobel(heights, slopeX, CV_32F, 1, 0, 3, 0.25);
    cv::Sobel(heights, slopeY, CV_32F, 0, 1, 3, 0.25);
    cv::Mat1f shade = std::cos(lampAngle) * slopeX + std::sin(lampAngle) * slopeY;
    for (float &value : shade)
        value = 1 + std::tanh(strength * value);
    return shade;
}

} // namespace

cv::Mat drawSurface(std::uint64_t surfaceSeed, std::uint64_t pictureSeed, int size)
{
    const Recipe recipe = readRecipe(surfaceSeed);
    Random instance(mixSeeds(surfaceSeed, pictureSeed));
    View view;
    view.angle = instance.uniform(-recipe.freeTurn, recipe.freeTurn);
    view.scale = instance.logUniform(1 / recipe.freeDistance, recipe.freeDistance);
    view.offsetX = instance.uniform(-400, 400);
    view.offsetY = instance.uniform(-400, 400);

    cv::Mat1f heights = surfaceFamilies[recipe.family].draw(recipe.program, view, instance, size);
    cv::Mat1f over;
    if (recipe.overlay != Overlay::None)
        over = surfaceFamilies[recipe.overlayFamily].draw(recipe.overlayProgram, view, instance, size);
    if (recipe.overlay == Overlay::Relief)
        heights = (1 - recipe.overlayStrength) * heights + recipe.overlayStrength * over;

    cv::Mat1f shade(size, size, 1.0F);
    if (recipe.relief > 0) {
        const float lampAngle = 0.8F + 0.5F * instance.normal(); // a lamp fixed to the machine, a part less so
        shade = shadeBySlope(heights, lampAngle, 2 * recipe.relief);
    }
    const Palette palette = recipe.palette.tinted(instance, 0.02F);
    const Palette overlayPalette = recipe.overlayPalette.tinted(instance, 0.02F);
    const float hazeAngle = instance.angle();
    const float hazePhase = instance.angle();
    const float hazeTurn = instance.uniform(3, 9) / static_cast<float>(size);

    cv::Mat3b picture(size, size);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            cv::Vec3f colour = palette.at(heights(row, column));
            if (recipe.overlay == Overlay::Ink) {
                const float opacity =
                    recipe.overlayStrength * std::clamp(1.6F * over(row, column) - 0.3F, 0.0F, 1.0F);
                colour = (1 - opacity) * colour + opacity * overlayPalette.at(over(row, column));
            }
            const float along =
                std::cos(hazeAngle) * static_cast<float>(column) + std::sin(hazeAngle) * static_cast<float>(row);
            colour *= shade(row, column) * (1 + recipe.haze * std::sin(hazeTurn * along + hazePhase));
            picture(row, column) =
                cv::Vec3b(cv::saturate_cast<uchar>(255 * colour[0]), cv::saturate_cast<uchar>(255 * colour[1]),
                          cv::saturate_cast<uchar>(255 * colour[2]));
        }
    }
    // A formula may be flat where the view happens to lie; faint grain keeps every picture a picture.
    for (cv::Vec3b &pixel : picture) {
        const int grain = instance.below(5) - 2;
        for (int channel = 0; channel < 3; ++channel)
            pixel[channel] = cv::saturate_cast<uchar>(pixel[channel] + grain);
    }
    return picture;
}

} // namespace spotcheck::pretrain
