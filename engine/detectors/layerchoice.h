#pragma once

#include <string>
#include <vector>

#include <spotcheck/core/parameterspec.h>

namespace spotcheck {

/// The parameter "layers" of detectors that combine several: `choices` like "layer2+layer3", the first is the
/// default.
ParameterSpec layerParameter(std::vector<std::string> choices);

/// The layer names in a complete set of values, in order.
std::vector<std::string> chosenLayers(const ParameterValues &values);

} // namespace spotcheck
