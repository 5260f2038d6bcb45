#pragma once

#include <string>
#include <vector>

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// All detectors: a visible table in registry.cpp. A new detector is its own two files, a line there, and a
/// line in CMake.
const std::vector<DetectorInfo> &detectorRegistry();

/// \throws Error(UnknownDetector), which names the known ones
const DetectorInfo &detectorInfo(const std::string &id);

} // namespace spotcheck
