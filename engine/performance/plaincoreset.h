#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace spotcheck {

/// The greedy choice as it is written first: one pass over all vectors for each centre, on all threads; the compiler
/// may vectorise as it likes. Only to compare `selectCoreset` with: starts from the first vector. `vectors`:
/// `[N, dimensions]`, `dimensions` a multiple of 16.
std::vector<std::int64_t> plainGreedyCoreset(std::span<const float> vectors, int dimensions, std::int64_t wanted);

} // namespace spotcheck
