#pragma once

#include <cstdint>

namespace spotcheck {

// Symmetric matrices `[size, size]` row by row, of which only the lower triangle is written or read. By the BLAS and
// LAPACK on the calling thread.

/// `matrix` = transpose of `rows` times `rows`; `rows`: `[count, size]`.
void innerSquare(const double *rows, int count, int size, double *matrix);

/// Replaces `matrix` by its Cholesky factor L, lower triangle, `matrix` = L times its transpose. False where it is
/// not positive definite.
[[nodiscard]] bool choleskyFactor(double *matrix, int size);

/// Number of values in a triangle with its diagonal, row by row.
constexpr std::int64_t triangleSize(int size)
{
    return static_cast<std::int64_t>(size) * (size + 1) / 2;
}

} // namespace spotcheck
