#pragma once

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// SPADE: Cohen and Hoshen, "Sub-Image Anomaly Detection with Deep Pyramid Correspondences", arXiv 2005.02357.
DetectorInfo spadeInfo();

} // namespace spotcheck
