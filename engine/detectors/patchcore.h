#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// PatchCore: Roth et al., "Towards Total Recall in Industrial Anomaly Detection", arXiv 2106.08265.
DetectorInfo patchCoreInfo();

} // namespace spotcheck
