#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>

#include "pretrain/surfaces/valuenoise.h"

namespace spotcheck::pretrain {

namespace {

struct Octaves {
    int count;
    float cell;    ///< surface units of the largest cell
    float gain;    ///< amplitude from one octave to the next: 0.5 is about 1/f
    float stretch; ///< cells are longer along x by this
    bool ridged;
    std::uint32_t seed;

    float at(float x, float y) const
    {
        float sum = 0;
        float weight = 0;
        float amplitude = 1;
        float frequency = 1 / cell;
        for (int octave = 0; octave < count; ++octave) {
            float value =
                valueNoise(x * frequency / stretch, y * frequency, seed + static_cast<std::uint32_t>(octave));
            if (ridged)
                value = 1 - std::abs(2 * value - 1);
            sum += amplitude * value;
            weight += amplitude;
            amplitude *= gain;
            frequency *= 2;
        }
        return sum / weight;
    }
};

Octaves randomOctaves(Random &program, Random &instance)
{
    Octaves octaves{};
    octaves.count = 2 + program.below(4);
    octaves.cell = program.logUniform(3, 40) * instance.uniform(0.92F, 1.08F);
    octaves.gain = program.uniform(0.4F, 0.95F);
    octaves.stretch = program.chance(0.5F) ? program.logUniform(1, 40) : 1.0F;
    octaves.ridged = program.chance(0.3F);
    octaves.seed = static_cast<std::uint32_t>(instance.bits());
    return octaves;
}

} // namespace

cv::Mat1f drawNoise(Random program, const View &view, Random &instance, int size)
{
    const Octaves octaves = randomOctaves(program, instance);
    const bool turned = program.chance(0.12F); // grooves around a centre, as a lathe leaves them
    const float centreX = view.offsetX + program.uniform(-150, 150);
    const float centreY = view.offsetY + program.uniform(-150, 150);
    const float warp = program.chance(0.35F) ? program.uniform(2, 14) : 0.0F;
    const float contrast = program.uniform(1.2F, 3.5F);
    const std::uint32_t warpSeed = octaves.seed ^ 0x5BD1E995U;

    return drawHeights(view, size, [&](float x, float y) {
        if (turned) {
            const float dx = x - centreX;
            const float dy = y - centreY;
            const float radius = std::sqrt(dx * dx + dy * dy);
            x = std::atan2(dy, dx) * 60;
            y = radius;
        }
        if (warp > 0) {
            const float wx = valueNoise(x * 0.04F, y * 0.04F, warpSeed) - 0.5F;
            const float wy = valueNoise(x * 0.04F, y * 0.04F, warpSeed + 1) - 0.5F;
            x += 2 * warp * wx;
            y += 2 * warp * wy;
        }
        return std::clamp(0.5F + contrast * (octaves.at(x, y) - 0.5F), 0.0F, 1.0F);
    });
}

} // namespace spotcheck::pretrain
