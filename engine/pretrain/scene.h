#pragma once

#include "pretrain/drawnpictures.h"
#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// P scenes of one or two surfaces.
struct Scenes {
    torch::Tensor pictures; ///< [P, 3, S, S], float32 in [0, 1]
    torch::Tensor region;   ///< [P, 1, S, S] in [0, 1], share of the second surface
    torch::Tensor outer;    ///< [P], int64, surface outside the region
    torch::Tensor inner;    ///< [P], int64, surface in the region
};

/// Lays `inner` into `outer`, P pictures of chance each, turned by quarters and mirrored: in a quarter of the scenes
/// as a part on its ground. P: a multiple of 8.
Scenes composeScenes(const PictureSet &outer, const PictureSet &inner, Draws &draws);

} // namespace spotcheck::pretrain
