#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// Evenly spaced vectors, less their mean.
struct CentredSample {
    std::vector<float> rows; ///< `[count, dimensions]`
    std::vector<float> mean; ///< `[dimensions]`
};
/// All of `vectors` `[N, dimensions]`, or `most` of them.
CentredSample centredSample(std::span<const float> vectors, int dimensions, std::int64_t most);

/// The `wanted` directions along which `vectors` `[N, dimensions]` vary most, largest first: `[wanted, dimensions]`,
/// orthonormal; `wanted` <= `dimensions`. More than 16,384 vectors are represented by evenly spaced ones.
/// \throws Cancelled, Error(Internal)
std::vector<float> principalDirections(std::span<const float> vectors, int dimensions, int wanted,
                                       JobMonitor &monitor);

} // namespace spotcheck
