#pragma once

#include <torch/types.h>

#include "pretrain/places.h"
#include "pretrain/trainingheads.h"
#include "pretrain/views.h"

namespace spotcheck::pretrain {

/// Which place of the batch is this one, seen by the other camera (InfoNCE, van den Oord et al. 2018, over places).
/// With q an anchor's projected unit vector in the first capture and k those in the second:
///   -log(exp(q.k+ / t) / sum exp(q.k / t)), t = 0.1, mean over anchors whose place is in view and clean there.
/// Wrong answers are the anchors of other pictures, for on an even surface places of the same picture look the same,
/// and the defective places of all. To this comes, for each defective place d and the same place c before,
///   2 max(0, c.d - 0.3), mean over those in view.
/// `first`, `second` [P, C, g, g]; `defects` [P, 1, S, S] of the second. \return a scalar
torch::Tensor denseTerm(const torch::Tensor &first, const torch::Tensor &second, const ViewPair &views,
                        const torch::Tensor &defects, const Places &places, Projection &projection);

} // namespace spotcheck::pretrain
