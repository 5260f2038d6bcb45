#pragma once

#include <cmath>
#include <cstdint>

namespace spotcheck::sample {

/// Scrambles all 64 bits (the finaliser of SplitMix64, Steele, Lea and Flood 2014). Integer arithmetic only, so
/// that textures are the same on every machine.
constexpr std::uint64_t scramble(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

/// A seed of its own for each use of `seed`.
constexpr std::uint64_t childSeed(std::uint64_t seed, std::uint64_t use)
{
    return scramble(seed ^ scramble(use));
}

/// White noise on the integer lattice, [-1, 1).
inline float latticeNoise(std::uint64_t seed, int x, int y)
{
    const auto key =
        (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32) | static_cast<std::uint32_t>(y);
    return static_cast<float>(scramble(seed ^ (key * 0xD6E8FEB86659FD93ULL)) >> 40) * 0x1.0p-23F - 1.0F;
}

/// Plainer and several times faster than std::lerp, whose care at the ends is not needed here.
constexpr float blend(float from, float to, float share)
{
    return from + (to - from) * share;
}

inline float smoothFraction(float t)
{
    return t * t * (3.0F - 2.0F * t);
}

/// Smooth noise with features of about one unit, (-1, 1).
inline float smoothNoise(std::uint64_t seed, float x, float y)
{
    const float left = std::floor(x);
    const float top = std::floor(y);
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    const float tx = smoothFraction(x - left);
    const float ty = smoothFraction(y - top);
    const float upper = blend(latticeNoise(seed, column, row), latticeNoise(seed, column + 1, row), tx);
    const float lower = blend(latticeNoise(seed, column, row + 1), latticeNoise(seed, column + 1, row + 1), tx);
    return blend(upper, lower, ty);
}

/// Several octaves of smooth noise, each half as strong and twice as fine; about (-1, 1).
inline float cloudNoise(std::uint64_t seed, float x, float y, int octaves)
{
    float sum = 0;
    float weight = 0.5F;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += weight * smoothNoise(childSeed(seed, static_cast<std::uint64_t>(octave)), x, y);
        weight *= 0.5F;
        x *= 2.0F;
        y *= 2.0F;
    }
    return sum;
}

/// Noise drawn out along x: one lattice unit high, `length` units long. Each row of the lattice is shifted by a
/// random amount, because streaks that all begin in one column would show as a grid.
inline float streakNoise(std::uint64_t seed, float x, float y, float length)
{
    const float top = std::floor(y);
    const int row = static_cast<int>(top);
    const auto along = [&](int line) {
        const float shifted = x / length + 64.0F * latticeNoise(seed, line, 1 << 30);
        const float left = std::floor(shifted);
        const int column = static_cast<int>(left);
        return blend(latticeNoise(seed, column, line), latticeNoise(seed, column + 1, line),
                     smoothFraction(shifted - left));
    };
    return blend(along(row), along(row + 1), smoothFraction(y - top));
}

} // namespace spotcheck::sample
