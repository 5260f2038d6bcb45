#pragma once

#include <vector>

#include <spotcheck/core/parameterspec.h>

#include "detectors/patchembedding.h"

namespace spotcheck {

/// The parameters of a patch embedding, all of them advanced: "embedding", "target_dimension", "neighbourhood".
std::vector<ParameterSpec> embeddingParameters();

/// Of the memory bank, advanced: "coverage_radius" and "index" (see SearchMethod).
std::vector<ParameterSpec> bankParameters();

/// The embedding that `values`, complete and checked, ask for.
PatchEmbedding embeddingFrom(const ParameterValues &values);

} // namespace spotcheck
