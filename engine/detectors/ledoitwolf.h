#pragma once

#include <vector>

namespace spotcheck {

/// (1 - shrinkage) S + shrinkage mu I, with S the covariance divided by N and mu its mean variance.
struct ShrunkCovariance {
    std::vector<double> matrix; ///< `[size, size]`, the lower triangle
    double shrinkage = 0;       ///< 0 to 1
    double meanVariance = 0;    ///< mu
};

/// Ledoit and Wolf, "A well-conditioned estimator for large-dimensional covariance matrices", J. Multivariate
/// Analysis 88 (2004), Sec. 3.3, with the shrinkage as scikit-learn computes it. `centred`: `[count, size]`, less
/// their mean. `freeDimensions`: of the space that the samples may fill, `size` unless they were projected into a
/// smaller one; the result is that of coordinates in it.
ShrunkCovariance ledoitWolf(const std::vector<double> &centred, int count, int size, int freeDimensions);

} // namespace spotcheck
