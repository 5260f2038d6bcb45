#pragma once

#include <spotcheck/core/parameterspec.h>
#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// `values` of a model file as they were meant: a file from before a parameter existed gets what its detector did
/// then, which may differ from today's default.
ParameterValues withFormerBehaviour(const DetectorInfo &info, ParameterValues values);

} // namespace spotcheck
