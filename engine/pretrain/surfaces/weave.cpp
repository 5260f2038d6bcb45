#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "pretrain/surfaces/valuenoise.h"

namespace spotcheck::pretrain {

cv::Mat1f drawWeave(Random program, const View &view, Random &instance, int size)
{
    const float pitchX = program.logUniform(4, 20) * instance.uniform(0.95F, 1.05F);
    const float pitchY = program.chance(0.5F) ? pitchX : pitchX * program.uniform(0.5F, 2);
    const int repeat = 2 + program.below(6);
    const int shift = 1 + program.below(repeat - 1);
    const bool irregular = program.chance(0.15F);
    const float coverage = program.uniform(0.6F, 1);
    const float warpShade = program.uniform(0.5F, 1);
    const float weftShade = program.uniform(0.3F, 1);
    const float wobble = program.uniform(0, 0.25F);
    const float fibre = program.uniform(0, 0.4F);
    const auto patternSeed = static_cast<std::uint32_t>(program.bits());
    const auto seed = static_cast<std::uint32_t>(instance.bits());
    constexpr float pi = std::numbers::pi_v<float>;

    return drawHeights(view, size, [&](float x, float y) {
        const float u = x / pitchX + wobble * (valueNoise(x * 0.05F, y * 0.05F, seed) - 0.5F);
        const float v = y / pitchY + wobble * (valueNoise(x * 0.05F, y * 0.05F, seed + 1) - 0.5F);
        const float column = std::floor(u);
        const float row = std::floor(v);
        const auto ix = static_cast<std::int32_t>(column);
        const auto iy = static_cast<std::int32_t>(row);
        const std::int32_t step = ((ix + shift * iy) % repeat + repeat) % repeat;
        const bool warpOver = irregular ? latticeValue(ix % 8, iy % 8, patternSeed) > 0.5F : step * 2 < repeat;
        const float acrossWarp = (u - column - 0.5F) / coverage;
        const float acrossWeft = (v - row - 0.5F) / coverage;
        const auto thread = [&](float across, float along, float shade) {
            if (std::abs(across) > 0.5F)
                return 0.0F;
            return shade * std::cos(pi * across) * (0.55F + 0.45F * std::cos(pi * along));
        };
        const float warp = thread(acrossWarp, v - row - 0.5F, warpShade);
        const float weft = thread(acrossWeft, u - column - 0.5F, weftShade);
        float height = warpOver ? (warp > 0 ? warp : 0.6F * weft) : (weft > 0 ? weft : 0.6F * warp);
        const float fibreNoise =
            warpOver ? valueNoise(x * 1.2F, y * 0.25F, seed + 2) : valueNoise(x * 0.25F, y * 1.2F, seed + 2);
        height *= 1 + fibre * (fibreNoise - 0.5F) * 2;
        return std::clamp(height, 0.0F, 1.0F);
    });
}

} // namespace spotcheck::pretrain
