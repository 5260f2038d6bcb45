#pragma once

#include <vector>

#include <spotcheck/core/parameterspec.h>

#include "detectors/patchembedding.h"

namespace spotcheck {

/// The parameters of a patch embedding, all of them advanced: "embedding", "target_dimension", "neighbourhood".
std::vector<ParameterSpec> embeddingParameters();

/// The embedding that `values`, complete and checked, ask for.
PatchEmbedding embeddingFrom(const ParameterValues &values);

} // namespace spotcheck
