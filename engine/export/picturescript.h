#pragma once

#include <opencv2/core/types.hpp>

#include <spotcheck/image/preprocessing.h>

#include "export/modulescript.h"

namespace spotcheck {

// The engine's work on pictures as TorchScript: what `Preprocessing::apply` and `expandAnomalyMap` do, for whole
// pictures without tiles and alignment.

/// `smoothed(scores)`: scores [N, rows, columns] to maps [N, H, W] at the input size.
void addMapSmoothing(ModuleScript &script, const Preprocessing &preprocessing);

/// `looked(heat)`: maps with their smallest value outside the region of interest, which is painted for `size`.
void addMapRegion(ModuleScript &script, const Preprocessing &preprocessing, cv::Size size);

/// `prepared(pictures)`: [N, H, W, 3], whole numbers of 8 bits or numbers in [0, 1], to the network's input
/// [N, 3, h, w]. `fitted(heat, pictures)`: maps at the input size to [N, H, W], with the smallest value where the
/// network did not look. Pictures must have `regionSize` where there is a region of interest.
void addPictureSteps(ModuleScript &script, const Preprocessing &preprocessing, cv::Size regionSize);

} // namespace spotcheck
