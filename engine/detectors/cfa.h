#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// CFA: Lee, Lee and Song, "CFA: Coupled-hypersphere-based Feature Adaptation for Target-Oriented Anomaly
/// Localization", arXiv 2206.04325.
DetectorInfo cfaInfo();

} // namespace spotcheck
