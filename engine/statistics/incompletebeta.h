#pragma once

namespace spotcheck {

/// Regularised incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1].
double incompleteBeta(double a, double b, double x);

/// The x with I_x(a, b) = probability, to 1e-12; `probability` in [0, 1].
double incompleteBetaInverse(double a, double b, double probability);

} // namespace spotcheck
