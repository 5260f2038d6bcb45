#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/image/preprocessing.h>

#include "image/aligner.h"

namespace spotcheck {

/// What the network says of one picture, and how the picture was aligned for it.
struct PictureFeatures {
    FeatureMaps maps; ///< of the whole input
    std::optional<PictureAlignment> alignment;
};

/// The one way from a picture (as `readImage` gives it) to features, in training and in inspection: alignment, region
/// of interest, framing, tiles, network. `aligner`: null where pictures are not aligned.
/// \throws Error(InvalidParameter, OutOfMemory, Internal)
PictureFeatures pictureFeatures(const cv::Mat &image, const Preprocessing &preprocessing, const Aligner *aligner,
                                const Backbone &backbone);

} // namespace spotcheck
