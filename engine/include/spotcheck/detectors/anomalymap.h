#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

#include <spotcheck/detectors/detector.h>
#include <spotcheck/image/preprocessing.h>

namespace spotcheck {

/// Brings a detector's grid of patch scores to the picture: bilinear (half-pixel centres) to the network's
/// input size, Gaussian blur (sigma 4 px at input size, radius 16, reflected border), then bilinear to
/// `imageSize`. What the network did not see (beyond a centre crop, outside the region of interest, beyond the
/// aligned picture's border) is filled with the map's smallest value. `alignment`: of the picture, in any size.
/// Returns CV_32FC1 of `imageSize`, raw units; empty where the detector has no map.
/// Cheap enough (a few ms) to be done again whenever a picture is shown, so that results need keep only the grid.
cv::Mat expandAnomalyMap(const PatchScores &scores, const Preprocessing &preprocessing, cv::Size imageSize,
                         const std::optional<PictureAlignment> &alignment = {});

/// Largest value of that map at the network's input size, raw: the image score of detectors with a fine grid.
/// `scores` must have a grid.
float anomalyMapPeak(const PatchScores &scores, const Preprocessing &preprocessing);

} // namespace spotcheck
