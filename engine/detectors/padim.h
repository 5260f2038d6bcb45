#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// PaDiM: Defard et al., "PaDiM: a Patch Distribution Modeling Framework for Anomaly Detection and Localization",
/// arXiv 2011.08785.
DetectorInfo padimInfo();

} // namespace spotcheck
