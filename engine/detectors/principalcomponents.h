#pragma once

#include <vector>

namespace spotcheck {

/// The fewest leading principal components that hold more than `share` of the samples' variance, at most `most`.
/// `centred`: `[count, size]`, less their mean. Returns unit vectors `[components, size]`, the strongest first.
std::vector<double> leadingComponents(const std::vector<double> &centred, int count, int size, double share,
                                      int most);

} // namespace spotcheck
