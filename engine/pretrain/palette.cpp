#include "pretrain/palette.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace spotcheck::pretrain {

namespace {

cv::Vec3f randomColour(Random &random)
{
    const float lightness = random.uniform(0.05F, 0.95F);
    const float saturation = random.chance(0.5F) ? random.uniform(0, 0.25F) : random.uniform(0.2F, 0.9F);
    const float hue = random.angle();
    cv::Vec3f colour;
    for (int channel = 0; channel < 3; ++channel) {
        const float wave = std::cos(hue - 2.0943951F * static_cast<float>(channel)); // thirds of a turn
        colour[channel] = std::clamp(lightness * (1 + saturation * wave), 0.0F, 1.0F);
    }
    return colour;
}

} // namespace

Palette Palette::random(Random &random)
{
    std::vector<cv::Vec3f> stops(static_cast<std::size_t>(2 + random.below(4)));
    if (random.chance(0.45F)) {
        for (cv::Vec3f &stop : stops) {
            const float grey = random.uniform(0.03F, 0.97F);
            stop = {grey, grey, grey};
        }
        if (random.chance(0.6F))
            std::sort(stops.begin(), stops.end(), [](const auto &a, const auto &b) { return a[0] < b[0]; });
    } else {
        const bool related = random.chance(0.5F);
        const cv::Vec3f base = randomColour(random);
        for (cv::Vec3f &stop : stops) {
            stop = randomColour(random);
            if (related)
                stop = 0.65F * base + 0.35F * stop;
        }
    }
    // Two equal ends would draw nothing at all.
    const cv::Vec3f span = stops.back() - stops.front();
    if (stops.size() == 2 && std::abs(span[0]) + std::abs(span[1]) + std::abs(span[2]) < 0.35F) {
        const float away = stops.front()[0] > 0.5F ? -0.35F : 0.35F;
        for (int channel = 0; channel < 3; ++channel)
            stops.back()[channel] = std::clamp(stops.front()[channel] + away, 0.0F, 1.0F);
    }

    Palette palette;
    const auto last = static_cast<float>(stops.size() - 1);
    for (int entry = 0; entry < entries; ++entry) {
        const float place = last * static_cast<float>(entry) / static_cast<float>(entries - 1);
        const auto stop = std::min(static_cast<std::size_t>(place), stops.size() - 2);
        const float blend = place - static_cast<float>(stop);
        palette.m_colours[static_cast<std::size_t>(entry)] = (1 - blend) * stops[stop] + blend * stops[stop + 1];
    }
    return palette;
}

cv::Vec3f Palette::at(float height) const
{
    const float place = std::clamp(height, 0.0F, 1.0F) * static_cast<float>(entries - 1);
    const auto entry = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(entries - 2));
    const float blend = place - static_cast<float>(entry);
    return (1 - blend) * m_colours[entry] + blend * m_colours[entry + 1];
}

Palette Palette::tinted(Random &random, float amount) const
{
    const cv::Vec3f gain(1 + amount * random.normal(), 1 + amount * random.normal(), 1 + amount * random.normal());
    Palette tinted;
    for (std::size_t entry = 0; entry < m_colours.size(); ++entry)
        tinted.m_colours[entry] = m_colours[entry].mul(gain);
    return tinted;
}

} // namespace spotcheck::pretrain
