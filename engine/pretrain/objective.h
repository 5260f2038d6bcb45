#pragma once

#include <torch/types.h>

#include "pretrain/network.h"
#include "pretrain/trainingbatch.h"
#include "pretrain/trainingheads.h"

namespace spotcheck::pretrain {

/// Weights of the terms.
struct ObjectiveWeights {
    double surface4 = 1;
    double surface3 = 0.4;
    double dense = 0.75;
    double defect = 0.3;
};

/// Each term is a scalar; `total` is their weighted sum.
struct ObjectiveTerms {
    torch::Tensor surface4;
    torch::Tensor surface3;
    torch::Tensor dense2;
    torch::Tensor dense3;
    torch::Tensor defect; ///< from layer2 and from layer3
    torch::Tensor total;
    torch::Tensor accuracy; ///< of naming surfaces from layer4
};

/// `maps` of the batch's pictures. `draws` chooses the places at which the dense terms look.
ObjectiveTerms evaluateObjective(const StageMaps &maps, TrainingHeads &heads, const TrainingBatch &batch,
                                 const ObjectiveWeights &weights, Draws &draws);

} // namespace spotcheck::pretrain
