#pragma once

#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// The `wanted` directions along which `vectors` `[N, dimensions]` vary most, largest first: `[wanted, dimensions]`,
/// orthonormal; `wanted` <= `dimensions`. More than 16,384 vectors are represented by evenly spaced ones.
/// \throws Cancelled, Error(Internal)
std::vector<float> principalDirections(std::span<const float> vectors, int dimensions, int wanted,
                                       JobMonitor &monitor);

} // namespace spotcheck
