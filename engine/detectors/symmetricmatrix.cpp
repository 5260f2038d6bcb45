#include "detectors/symmetricmatrix.h"

// The Fortran symbols: every distribution's BLAS and LAPACK have them, the C interfaces are packages of their own.
extern "C" void dsyrk_(const char *triangle, const char *transpose, const int *n, const int *k, const double *alpha,
                       const double *a, const int *strideA, const double *beta, double *c, const int *strideC);
extern "C" void dpotrf_(const char *triangle, const int *n, double *a, const int *stride, int *info);

namespace spotcheck {

// Fortran reads rows as columns: the lower triangle here is the upper one there.

void innerSquare(const double *rows, int count, int size, double *matrix)
{
    const double one = 1;
    const double zero = 0;
    dsyrk_("U", "N", &size, &count, &one, rows, &size, &zero, matrix, &size);
}

bool choleskyFactor(double *matrix, int size)
{
    int info = 0;
    dpotrf_("U", &size, matrix, &size, &info);
    return info == 0;
}

} // namespace spotcheck
