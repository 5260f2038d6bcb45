#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// Two cameras over P scenes: affine maps [P, 2, 3] from a view's coordinates to the scene's, both from -1 to 1 over
/// the picture (x first).
struct ViewPair {
    torch::Tensor first;
    torch::Tensor second; ///< near the first: turn, distance and shift differ a little
};

ViewPair drawViews(std::int64_t scenes, Draws &draws);

/// What `view` sees of `maps` [P, C, S, S], bilinear, mirrored beyond the border: [P, C, size, size].
torch::Tensor look(const torch::Tensor &maps, const torch::Tensor &view, std::int64_t size);

/// Points [P, K, 2] of view `from` where view `to` sees them: to^-1(from(p)).
torch::Tensor carry(const torch::Tensor &points, const torch::Tensor &from, const torch::Tensor &to);

/// Which of the points [P, K, 2] lie clear of the view's border: bool [P, K].
torch::Tensor inView(const torch::Tensor &points);

} // namespace spotcheck::pretrain
