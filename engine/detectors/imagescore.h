#pragma once

#include <spotcheck/core/parameterspec.h>

namespace spotcheck {

/// The parameter "image_score" of detectors whose grid is so fine that a single position is mostly noise.
ParameterSpec imageScoreParameter();

/// Whether a picture is judged by the peak of its smoothed map and not by the detector's own score. False for
/// detectors without that parameter.
bool scoresByMapPeak(const ParameterValues &values);

} // namespace spotcheck
