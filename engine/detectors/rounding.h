#pragma once

namespace spotcheck {

/// Largest relative error of one rounding to single precision.
constexpr double unitRoundoff = 0x1p-24;

} // namespace spotcheck
