#pragma once

#include <string>
#include <vector>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/parameterspec.h>

namespace spotcheck {

/// The parameter "layers" of detectors that combine several: `choices` like "layer2+layer3", the first is the
/// default.
ParameterSpec layerParameter(std::vector<std::string> choices);

/// "layer2+layer3" as its parts.
std::vector<std::string> splitLayers(const std::string &choice);

/// The chosen layers under the backbone's own names, in order. \throws Error(LayerMissing)
std::vector<std::string> chosenLayers(const ParameterValues &values, const BackboneInfo &backbone);

} // namespace spotcheck
