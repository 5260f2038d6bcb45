#include "pretrain/augment.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace spotcheck::pretrain {

cv::Mat3f randomCrop(const cv::Mat &picture, int size, Random &random)
{
    const int shortest = std::min(picture.rows, picture.cols);
    const int side =
        std::min(shortest, static_cast<int>(std::lround(random.uniform(0.5F, 1) * static_cast<float>(shortest))));
    const cv::Rect box(random.below(picture.cols - side + 1), random.below(picture.rows - side + 1), side, side);
    cv::Mat crop;
    cv::resize(picture(box), crop, {size, size}, 0, 0, side > size ? cv::INTER_AREA : cv::INTER_LINEAR);
    if (random.chance(0.5F))
        cv::flip(crop, crop, 1);
    const int quarters = random.below(4);
    if (quarters > 0) {
        constexpr std::array turns{cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
        cv::rotate(crop, crop, turns[static_cast<std::size_t>(quarters - 1)]);
    }
    cv::Mat3f result;
    crop.convertTo(result, CV_32F, 1.0 / 255);
    return result;
}

void varyCapture(cv::Mat3f &picture, float strength, Random &random)
{
    if (random.chance(0.25F * strength))
        cv::GaussianBlur(picture, picture, {0, 0}, random.uniform(0.3F, 1.0F));

    constexpr int entries = 256;
    std::array<float, entries> tone{};
    const float gamma = std::exp(strength * random.uniform(-0.3F, 0.3F));
    const float contrast = std::exp(strength * random.uniform(-0.4F, 0.4F));
    const float brightness = strength * random.uniform(-0.18F, 0.18F);
    for (int entry = 0; entry < entries; ++entry) {
        const float value = std::pow(static_cast<float>(entry) / (entries - 1), gamma);
        tone[static_cast<std::size_t>(entry)] = 0.5F + contrast * (value - 0.5F) + brightness;
    }
    const float balance = 0.05F * strength;
    const cv::Vec3f gain(1 + balance * random.normal(), 1 + balance * random.normal(), 1 + balance * random.normal());
    const bool grey = random.chance(0.1F * strength);
    const float slope = strength * random.uniform(0, 0.3F) / static_cast<float>(picture.rows);
    const float direction = random.angle();
    const float noise = random.chance(0.6F) ? strength * random.uniform(0, 0.04F) : 0.0F;
    const float centre = 0.5F * static_cast<float>(picture.rows);
    Random grain = random.fork();
    for (int row = 0; row < picture.rows; ++row) {
        for (int column = 0; column < picture.cols; ++column) {
            const float light = 1 + slope * (std::cos(direction) * (static_cast<float>(column) - centre) +
                                             std::sin(direction) * (static_cast<float>(row) - centre));
            cv::Vec3f &pixel = picture(row, column);
            for (int channel = 0; channel < 3; ++channel) {
                const auto entry =
                    static_cast<std::size_t>(std::clamp(pixel[channel], 0.0F, 1.0F) * (entries - 1) + 0.5F);
                // The sum of two even draws is close enough to a normal one and much cheaper.
                const float speckle = noise > 0 ? 2.4F * noise * (grain.uniform() + grain.uniform() - 1) : 0.0F;
                pixel[channel] = std::clamp(tone[entry] * gain[channel] * light + speckle, 0.0F, 1.0F);
            }
            if (grey) {
                const float mean = (pixel[0] + pixel[1] + pixel[2]) / 3;
                pixel = {mean, mean, mean};
            }
        }
    }
}

} // namespace spotcheck::pretrain
