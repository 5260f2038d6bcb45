#pragma once

#include <span>
#include <vector>

namespace spotcheck {

/// Takes each column's mean, made in double precision, from `rows` `[N, dimensions]`, N >= 1, and returns the means.
std::vector<float> takeMeanAway(std::span<float> rows, int dimensions);

} // namespace spotcheck
