#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// Where a scene's second surface lies: patches of chance of four sizes, straight bands in a third of the scenes, and
/// nothing in half of them. \return [scenes, 1, size, size] in [0, 1], edges from hard to soft
torch::Tensor drawRegionMask(std::int64_t scenes, std::int64_t size, Draws &draws);

} // namespace spotcheck::pretrain
