#pragma once

#include "pretrain/drawnpictures.h"
#include "pretrain/draws.h"
#include "pretrain/views.h"

namespace spotcheck::pretrain {

/// Two captures of each of P scenes: first half clean, second half from nearby, under other light, most with one
/// planted defect.
struct TrainingBatch {
    torch::Tensor pictures; ///< [2P, 3, S, S], normalised, channels last
    torch::Tensor region;   ///< [2P, 1, S, S] in [0, 1], share of the scene's second surface
    torch::Tensor outer;    ///< [2P], int64, surface outside the region
    torch::Tensor inner;    ///< [2P], int64, surface in the region
    torch::Tensor defects;  ///< [P, 1, S, S], 0 or 1: the defects of the second half
    ViewPair views;
};

/// Of P pictures of surfaces and P more to lay into them, P a multiple of 8 and at least 16. A function of its
/// arguments alone, so a resumed training sees what it would have seen.
TrainingBatch makeBatch(const PictureSet &outer, const PictureSet &inner, std::int64_t cropSize, Draws &draws);

} // namespace spotcheck::pretrain
