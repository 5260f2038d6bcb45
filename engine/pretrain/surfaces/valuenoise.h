#pragma once

#include <cmath>
#include <cstdint>

namespace spotcheck::pretrain {

/// A number in [0, 1) for a lattice point, the same whenever it is asked for.
inline float latticeValue(std::int32_t x, std::int32_t y, std::uint32_t seed)
{
    std::uint32_t h =
        seed ^ (static_cast<std::uint32_t>(x) * 0x85EBCA6BU) ^ (static_cast<std::uint32_t>(y) * 0xC2B2AE35U);
    h = (h ^ (h >> 16)) * 0x7FEB352DU;
    h = (h ^ (h >> 15)) * 0x846CA68BU;
    return static_cast<float>((h ^ (h >> 16)) >> 8) * 0x1p-24F;
}

/// Lattice values blended smoothly: one octave of noise in [0, 1), one cell a unit.
inline float valueNoise(float x, float y, std::uint32_t seed)
{
    const float fx = std::floor(x);
    const float fy = std::floor(y);
    const auto ix = static_cast<std::int32_t>(fx);
    const auto iy = static_cast<std::int32_t>(fy);
    const float tx = x - fx;
    const float ty = y - fy;
    const float sx = tx * tx * (3 - 2 * tx);
    const float sy = ty * ty * (3 - 2 * ty);
    const float top = std::lerp(latticeValue(ix, iy, seed), latticeValue(ix + 1, iy, seed), sx);
    const float bottom = std::lerp(latticeValue(ix, iy + 1, seed), latticeValue(ix + 1, iy + 1, seed), sx);
    return std::lerp(top, bottom, sy);
}

} // namespace spotcheck::pretrain
