#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spotcheck {

/// Gaussian random projection, entries N(0, 1 / targetDimensions), so that squared distances are kept on average
/// (Johnson and Lindenstrauss). `vectors`: `[N, dimensions]`; returns `[N, targetDimensions]`. Uses all threads.
std::vector<float> projectRandomly(std::span<const float> vectors, int dimensions, int targetDimensions,
                                   std::uint64_t seed);

} // namespace spotcheck
