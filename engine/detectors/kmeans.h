#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// Centroids `[clusters, dimensions]` of `vectors` `[N, dimensions]` by Faiss's k-means (25 rounds from a random
/// choice of vectors); the vectors themselves where there are no more than `clusters`. Uses all threads, reports
/// nothing. \throws Cancelled, Error(InvalidParameter, Internal)
std::vector<float> clusterCentroids(std::span<const float> vectors, int dimensions, std::int64_t clusters,
                                    std::uint64_t seed, JobMonitor &monitor);

} // namespace spotcheck
