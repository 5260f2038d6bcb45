#include "detectors/matrixproduct.h"

// The BLAS of every distribution has the Fortran symbol; the C interface is a package of its own.
extern "C" void sgemm_(const char *transposeA, const char *transposeB, const int *m, const int *n, const int *k,
                       const float *alpha, const float *a, const int *strideA, const float *b, const int *strideB,
                       const float *beta, float *c, const int *strideC);

namespace spotcheck {

void innerProducts(const float *a, int rowsA, const float *b, int rowsB, int length, float *products)
{
    // Fortran reads rows as columns: what it sees are a' and b', and the product it writes is that of b and a.
    const float one = 1;
    const float zero = 0;
    sgemm_("T", "N", &rowsB, &rowsA, &length, &one, b, &length, a, &length, &zero, products, &rowsB);
}

void matrixProduct(const float *a, int rows, const float *b, int columns, int length, float *product)
{
    const float one = 1;
    const float zero = 0;
    sgemm_("N", "N", &columns, &rows, &length, &one, b, &columns, a, &length, &zero, product, &columns);
}

void transposedProduct(const float *a, int rows, int strideA, const float *b, int columns, int length, float *product)
{
    const float one = 1;
    const float zero = 0;
    sgemm_("N", "T", &columns, &rows, &length, &one, b, &columns, a, &strideA, &zero, product, &columns);
}

} // namespace spotcheck
