#pragma once

#include <functional>
#include <string>

namespace spotcheck {

/// "AMD EPYC 7763", as the system names it; "unknown processor" where it does not.
std::string processorName();

/// Multiply-adds a second of a matrix product of 512 x 512 x 512 by the BLAS, on the calling thread. The best of
/// some.
double matrixProductSpeed();
/// The same on all threads side by side, added up.
double matrixProductSpeedOfAllThreads();

/// Seconds that `body` takes: the least of `rounds`, after one that is not counted.
double leastSeconds(int rounds, const std::function<void()> &body);

} // namespace spotcheck
