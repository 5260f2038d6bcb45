#include "pretrain/surfaces/surfaces.h"

#include <algorithm>
#include <cmath>

#include "pretrain/surfaces/valuenoise.h"

namespace spotcheck::pretrain {

cv::Mat1f drawCells(Random program, const View &view, Random &instance, int size)
{
    const float cell = program.logUniform(4, 26) * instance.uniform(0.93F, 1.07F);
    const float disorder = program.uniform(0.3F, 1);
    const float stretch = program.chance(0.3F) ? program.uniform(1, 4) : 1.0F;
    const int kind = program.below(4);
    const float sharpness = program.uniform(1, 4);
    const float blockDistance = program.chance(0.25F) ? 1.0F : 0.0F;
    const float grain = program.chance(0.5F) ? program.uniform(0, 0.35F) : 0.0F;
    const auto seed = static_cast<std::uint32_t>(instance.bits());

    return drawHeights(view, size, [&](float x, float y) {
        const float px = x / (cell * stretch);
        const float py = y / cell;
        const auto ix = static_cast<std::int32_t>(std::floor(px));
        const auto iy = static_cast<std::int32_t>(std::floor(py));
        float nearest = 9;
        float second = 9;
        float nearestValue = 0;
        for (std::int32_t cy = iy - 1; cy <= iy + 1; ++cy) {
            for (std::int32_t cx = ix - 1; cx <= ix + 1; ++cx) {
                const float dx = static_cast<float>(cx) + 0.5F + disorder * (latticeValue(cx, cy, seed) - 0.5F) - px;
                const float dy =
                    static_cast<float>(cy) + 0.5F + disorder * (latticeValue(cx, cy, seed + 7) - 0.5F) - py;
                const float distance = blockDistance > 0 ? std::abs(dx) + std::abs(dy) : std::sqrt(dx * dx + dy * dy);
                if (distance < nearest) {
                    second = nearest;
                    nearest = distance;
                    nearestValue = latticeValue(cx, cy, seed + 13);
                } else if (distance < second) {
                    second = distance;
                }
            }
        }
        float height = 0;
        switch (kind) {
        case 0:
            height = 1 - nearest; // bumps
            break;
        case 1:
            height = std::min(1.0F, sharpness * (second - nearest)); // plates with joints
            break;
        case 2:
            height = nearestValue; // flakes of even colour
            break;
        default:
            height = std::min(1.0F, std::pow(nearest, sharpness)); // pits
            break;
        }
        return std::clamp(height + grain * (valueNoise(x * 0.7F, y * 0.7F, seed + 29) - 0.5F), 0.0F, 1.0F);
    });
}

} // namespace spotcheck::pretrain
