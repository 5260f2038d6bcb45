#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>

#include "pretrain/surfaces/valuenoise.h"

namespace spotcheck::pretrain {

cv::Mat1f drawLattice(Random program, const View &view, Random &instance, int size)
{
    const float pitch = program.logUniform(7, 36) * instance.uniform(0.96F, 1.04F);
    const float aspect = program.chance(0.5F) ? 1.0F : program.uniform(1, 3);
    const float rowShift = program.chance(0.5F) ? 0.5F : 0.0F;
    const float radius = program.uniform(0.15F, 0.48F) * instance.uniform(0.95F, 1.05F);
    const float exponent = program.chance(0.5F) ? 2.0F : program.logUniform(1, 8); // round to square
    const float edge = program.uniform(0.02F, 0.25F);
    const float ring = program.chance(0.3F) ? program.uniform(0.1F, 0.4F) : 0.0F;
    const float placement = program.chance(0.4F) ? program.uniform(0, 0.15F) : 0.0F;
    const float missing = program.chance(0.25F) ? program.uniform(0.05F, 0.5F) : 0.0F;
    const float shadeSpread = program.chance(0.4F) ? program.uniform(0.1F, 0.6F) : 0.0F;
    const float grain = program.uniform(0, 0.2F);
    const auto patternSeed = static_cast<std::uint32_t>(program.bits());
    const auto seed = static_cast<std::uint32_t>(instance.bits());

    return drawHeights(view, size, [&](float x, float y) {
        const float v = y / pitch;
        const float row = std::floor(v);
        const auto iy = static_cast<std::int32_t>(row);
        const float u = x / (pitch * aspect) + ((iy & 1) != 0 ? rowShift : 0.0F);
        const float column = std::floor(u);
        const auto ix = static_cast<std::int32_t>(column);
        const float background = grain * valueNoise(x * 0.6F, y * 0.6F, seed);
        if (missing > 0 && latticeValue(ix & 3, iy & 3, patternSeed) < missing)
            return background;
        const float dx = (u - column - 0.5F + placement * (latticeValue(ix, iy, seed + 1) - 0.5F)) * aspect;
        const float dy = v - row - 0.5F + placement * (latticeValue(ix, iy, seed + 2) - 0.5F);
        const float distance = std::pow(std::pow(std::abs(dx) / std::max(1.0F, 0.7F * aspect), exponent) +
                                            std::pow(std::abs(dy), exponent),
                                        1 / exponent);
        float inside = std::clamp((radius - distance) / edge + 0.5F, 0.0F, 1.0F);
        if (ring > 0)
            inside *= std::clamp((distance - radius * (1 - ring)) / edge + 0.5F, 0.0F, 1.0F);
        const float shade = 1 - shadeSpread * latticeValue(ix, iy, seed + 3);
        return std::clamp(background + inside * shade * (1 - grain), 0.0F, 1.0F);
    });
}

} // namespace spotcheck::pretrain
