#pragma once

#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

// Matrix products on all threads, row by row in memory, single precision. The rows of the result are made in blocks
// of fixed size, so that its bits do not depend on the number of threads. All ask `monitor` before each block.
// \throws Cancelled

/// `a` `[N, length]` times the transpose of `b` `[M, length]`: `[N, M]`.
std::vector<float> innerProducts(std::span<const float> a, std::span<const float> b, int length, JobMonitor &monitor);

/// `a` `[N, length]` times `b` `[length, columns]`: `[N, columns]`.
std::vector<float> matrixProduct(std::span<const float> a, std::span<const float> b, int length, int columns,
                                 JobMonitor &monitor);

/// The transpose of `a` `[length, rows]` times `b` `[length, columns]`, to `product` `[rows, columns]`.
void transposedProduct(std::span<const float> a, std::span<const float> b, int rows, int columns,
                       std::span<float> product, JobMonitor &monitor);

} // namespace spotcheck
