#pragma once

namespace spotcheck {

/// The z below which a standard normal variable lies with `probability`, in (0, 1); to about 1e-13.
double normalQuantile(double probability);

/// How likely a standard normal variable is at least as far from 0 as `z`.
double twoSidedNormal(double z);

} // namespace spotcheck
