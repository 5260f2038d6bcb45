#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// The distance of each patch to the mean of all normal patches: the smallest detector there is, to show how one is
/// added (engine/detectors/README.md).
DetectorInfo meanDistanceInfo();

} // namespace spotcheck
