#pragma once

#include <bit>
#include <cstdint>

namespace spotcheck {

/// IEEE 754 binary16 to single precision. Exact: single precision holds every half, subnormals included. A NaN
/// keeps its payload.
constexpr float floatFromHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000U) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0x1FU)
        return std::bit_cast<float>(sign | 0x7F800000U | fraction << 13);
    if (exponent != 0)
        return std::bit_cast<float>(sign | (exponent + 112U) << 23 | fraction << 13); // 112 = 127 - 15, the biases
    // Zero or subnormal: fraction * 2^-24, a product without rounding.
    const float magnitude = static_cast<float>(fraction) * 0x1p-24F;
    return sign != 0 ? -magnitude : magnitude;
}

/// bfloat16 is the upper half of single precision.
constexpr float floatFromBFloat16(std::uint16_t value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16);
}

} // namespace spotcheck
