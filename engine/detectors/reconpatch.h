#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// ReConPatch (Hyun et al., WACV 2024, arXiv 2305.16713).
DetectorInfo reConPatchInfo();

} // namespace spotcheck
