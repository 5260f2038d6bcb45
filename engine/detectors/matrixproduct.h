#pragma once

namespace spotcheck {

/// Inner products of all rows of two matrices: `products` `[rowsA, rowsB]` = `a` `[rowsA, length]` times the
/// transpose of `b` `[rowsB, length]`. Contiguous, single precision, by the BLAS on the calling thread. The last bits
/// may depend on the shapes, so a caller whose result must not depend on the number of threads keeps to fixed blocks.
void innerProducts(const float *a, int rowsA, const float *b, int rowsB, int length, float *products);

/// `product` `[rows, columns]` = `a` `[rows, length]` times `b` `[length, columns]`. Otherwise as above.
void matrixProduct(const float *a, int rows, const float *b, int columns, int length, float *product);

/// `product` `[rows, columns]` = the transpose of `a` times `b` `[length, columns]`. `a` is `[length, strideA]`, of
/// which the first `rows` columns are taken. Otherwise as above.
void transposedProduct(const float *a, int rows, int strideA, const float *b, int columns, int length,
                       float *product);

} // namespace spotcheck
