#pragma once

namespace spotcheck {

/// The x below which a chi-square variable of `degrees` > 0 degrees of freedom lies with `probability`, in [0, 1); to
/// about 1e-12 of x.
double chiSquareInverse(double probability, double degrees);

} // namespace spotcheck
