#pragma once

#include <vector>

#include <spotcheck/backbone/featuremap.h>

namespace spotcheck {

/// The mean feature over all positions of a map, summed in double precision: `[channels]`.
std::vector<double> globalAverage(const FeatureMap &map);

} // namespace spotcheck
