#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// Mahalanobis AD: Rippel, Mertens, Merhof, "Modeling the Distribution of Normal Data in Pre-Trained Deep Features
/// for Anomaly Detection", arXiv 2005.14140.
DetectorInfo mahalanobisInfo();

} // namespace spotcheck
