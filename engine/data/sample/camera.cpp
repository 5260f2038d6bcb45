#include "data/sample/camera.h"

#include <array>
#include <cmath>

#include "data/sample/noise.h"

namespace spotcheck::sample {

namespace {

float between(Random &random, double low, double high)
{
    return static_cast<float>(low + (high - low) * random.uniform());
}

/// Brightness of the light at a place of the picture; x and y run from -1 to 1.
float illumination(const Shot &shot, float x, float y)
{
    const float fall = 1 - shot.vignetting * (x * x + y * y) / 2;
    return shot.exposure * (1 + shot.gradient.x * x + shot.gradient.y * y) * fall;
}

/// The ring light as slopes see it: flat metal mirrors the dark camera, slopes near 20 degrees mirror the lamps,
/// steep ones the dark room.
float ringGlint(float slope)
{
    return bell(slope - 0.42F, 0.13F);
}

/// Symmetric blur of the lens, separable. Written out, because OpenCV's filters round differently from one
/// processor to another.
cv::Mat3f blurred(const cv::Mat3f &image, float sigma)
{
    std::array<float, 4> weights{};
    float sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        weights[i] = bell(static_cast<float>(i), sigma);
        sum += (i == 0 ? 1 : 2) * weights[i];
    }
    for (float &weight : weights)
        weight /= sum;
    const int last = image.rows - 1; // pictures are square
    const auto pass = [&](const cv::Mat3f &from, cv::Mat3f &to, int stepRow, int stepColumn) {
        for (int row = 0; row <= last; ++row) {
            for (int column = 0; column <= last; ++column) {
                cv::Vec3f value = from(row, column) * weights[0];
                for (int i = 1; i < static_cast<int>(weights.size()); ++i) {
                    const cv::Vec3f &before =
                        from(std::max(row - i * stepRow, 0), std::max(column - i * stepColumn, 0));
                    const cv::Vec3f &after =
                        from(std::min(row + i * stepRow, last), std::min(column + i * stepColumn, last));
                    value += (before + after) * weights[static_cast<std::size_t>(i)];
                }
                to(row, column) = value;
            }
        }
    };
    cv::Mat3f rows(image.size());
    cv::Mat3f both(image.size());
    pass(image, rows, 0, 1);
    pass(rows, both, 1, 0);
    return both;
}

/// The camera's shoulder: lights above 85 % are compressed instead of cut off.
float shoulder(float value)
{
    constexpr float knee = 0.85F;
    if (value <= knee)
        return std::max(value, 0.0F);
    return knee + (1 - knee) * (1 - std::exp(-(value - knee) / (1 - knee)));
}

/// Twelve bits of four sums make nearly a normal distribution (Irwin-Hall), with integer arithmetic alone.
float sensorNoise(std::uint64_t seed, int index)
{
    const std::uint64_t bits = scramble(seed + static_cast<std::uint64_t>(index) * 0x9E3779B97F4A7C15ULL);
    const auto sum =
        static_cast<float>((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48));
    return (sum / 65536.0F - 2.0F) * 1.7320508F; // the variance of four uniform numbers is 1/3
}

} // namespace

Shot drawShot(Random &random)
{
    Shot shot;
    shot.azimuth = between(random, -2.4, -0.75); // from above, a little to the left or right
    shot.imbalance = between(random, 0.2, 0.5);
    shot.gradient = {between(random, -0.07, 0.07), between(random, -0.07, 0.07)};
    shot.exposure = between(random, 0.97, 1.03);
    shot.bandPosition = between(random, -110, 110);
    shot.bandStrength = between(random, 0.10, 0.18);
    shot.warmth = between(random, -0.025, 0.03);
    shot.vignetting = between(random, 0.10, 0.20);
    shot.noise = between(random, 0.8, 1.2);
    shot.noiseSeed = static_cast<std::uint64_t>(random.uniform() * 0x1.0p53);
    return shot;
}

cv::Mat3f expose(const Surface &surface, const Placement &placement, const Shot &shot)
{
    const int size = placement.imageSize();
    const float scale = placement.pixelsPerUnit();
    const cv::Point2f towards(std::cos(shot.azimuth), std::sin(shot.azimuth));
    const cv::Vec2f doubled(std::cos(2 * shot.azimuth), std::sin(2 * shot.azimuth));
    const cv::Vec3f lamp(1 + shot.warmth, 1, 1 - shot.warmth);
    cv::Mat3f light(size, size);
    forEachPixel(placement, {0, 0, size, size}, [&](int row, int column, cv::Point2f at) {
        const int above = std::max(row - 1, 0);
        const int below = std::min(row + 1, size - 1);
        const int left = std::max(column - 1, 0);
        const int right = std::min(column + 1, size - 1);
        const float slopeX = (surface.height(row, right) - surface.height(row, left)) * scale / 2;
        const float slopeY = (surface.height(below, column) - surface.height(above, column)) * scale / 2;
        const float slope = std::hypot(slopeX, slopeY);
        const float facing = -(towards.x * slopeX + towards.y * slopeY); // > 0 where tilted to the light

        const float metal = surface.metal(row, column);
        const float tilt = slope > 1e-4F ? facing / slope : 0.0F;
        const float diffuse = 1 / (1 + 1.4F * slope * slope) + (0.35F + 0.8F * shot.imbalance) * facing;
        const float glint = 0.55F * ringGlint(slope) * (1 + 1.3F * shot.imbalance * tilt);
        const cv::Vec2f &grooves = surface.grooves(row, column);
        // Grooves scatter across themselves: brightest where they lie square to the light.
        const float across = 0.5F - 0.5F * (grooves[0] * doubled[0] + grooves[1] * doubled[1]);
        const float isGrooved = std::min(1.0F, grooves[0] * grooves[0] + grooves[1] * grooves[1]);
        const float streak = isGrooved * 0.46F * (across * across - 0.45F);
        const float band = shot.bandStrength * bell(at.x - shot.bandPosition, 95);

        const float x = (static_cast<float>(column) + 0.5F) * 2 / static_cast<float>(size) - 1;
        const float y = (static_cast<float>(row) + 0.5F) * 2 / static_cast<float>(size) - 1;
        const float here = illumination(shot, x, y) * surface.openness(row, column);
        const float texture = 1 + surface.grain(row, column);
        const cv::Vec3f scattered =
            surface.reflectance(row, column) * (std::max(diffuse, 0.05F) * texture * (1 + metal * (streak + band)));
        const float mirrored = metal * glint * texture;
        const cv::Vec3f seen = (scattered + cv::Vec3f::all(mirrored)) * here;
        light(row, column) = {seen[0] * lamp[0], seen[1] * lamp[1], seen[2] * lamp[2]};
    });
    cv::Mat3f image = blurred(light, 0.62F * std::max(scale, 0.5F));
    for (cv::Vec3f &pixel : image) {
        for (int channel = 0; channel < 3; ++channel)
            pixel[channel] = 255 * shoulder(pixel[channel]);
    }
    return image;
}

cv::Mat readOut(const cv::Mat3f &exposed, const Shot &shot)
{
    cv::Mat3b image(exposed.size());
    for (int row = 0; row < exposed.rows; ++row) {
        for (int column = 0; column < exposed.cols; ++column) {
            const int index = 4 * (row * exposed.cols + column);
            const float shared = sensorNoise(shot.noiseSeed, index);
            for (int channel = 0; channel < 3; ++channel) {
                const float value = exposed(row, column)[channel];
                const float own = sensorNoise(shot.noiseSeed, index + 1 + channel);
                const float deviation = shot.noise * std::sqrt(0.45F + 0.011F * value); // read-out and shot noise
                const float noisy = value + deviation * (0.75F * shared + 0.66F * own);
                image(row, column)[channel] = static_cast<unsigned char>(std::clamp(noisy + 0.5F, 0.0F, 255.0F));
            }
        }
    }
    return image;
}

} // namespace spotcheck::sample
