#pragma once

namespace spotcheck {

// The authors' values: sigma in pixels of the network's input, and SciPy's truncation at 4 sigma.
constexpr double mapBlurSigma = 4.0;
constexpr int mapBlurRadius = 16;

} // namespace spotcheck
