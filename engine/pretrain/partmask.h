#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// Where a part lies on its ground: a superellipse near the middle, from disc to rounded rectangle, turned by chance.
/// \return [scenes, 1, size, size] in [0, 1], edges of 1 to 4 px
torch::Tensor drawPartMask(std::int64_t scenes, std::int64_t size, Draws &draws);

} // namespace spotcheck::pretrain
