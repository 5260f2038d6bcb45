#pragma once

namespace spotcheck {

/// Inner products of all rows of two matrices: `products` `[rowsA, rowsB]` = `a` `[rowsA, length]` times the
/// transpose of `b` `[rowsB, length]`. Contiguous, single precision, by the BLAS on the calling thread. The last bits
/// may depend on the shapes, so a caller whose result must not depend on the number of threads keeps to fixed blocks.
void innerProducts(const float *a, int rowsA, const float *b, int rowsB, int length, float *products);

} // namespace spotcheck
