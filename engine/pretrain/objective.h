#pragma once

#include <torch/types.h>

#include "pretrain/network.h"
#include "pretrain/trainingbatch.h"

namespace spotcheck::pretrain {

/// Weights of the terms.
struct ObjectiveWeights {
    double surface = 1;
    double distance = 2;
    double spread = 0.5;
    double defect = 0.5;
};

/// Each term is a scalar; `total` is their weighted sum.
struct ObjectiveTerms {
    /// Cross-entropy (smoothed by 0.1) of which surface a picture shows: rich features, the same whatever the
    /// place, turn, light and noise. From layer3; `total` has the same for layer4
    /// where that was asked for.
    torch::Tensor surface;
    /// At every place of the patch grid, how far the two captures of a pair are apart: near where both are
    /// clean, far where one has a defect. The features and the distance are those of a memory bank.
    torch::Tensor distance;
    /// Keeps the channels of layer2 and of layer3 from saying the same: without it a few directions, brightness
    /// first, hold nearly all of the distance, and a defect that moves others is lost.
    torch::Tensor spread;
    /// Cross-entropy of "a defect is here" from layer2 and from layer3 through one linear map each.
    torch::Tensor defect;
    torch::Tensor total;
    /// Mean distance at defects over mean distance at clean places, for watching.
    double contrast = 0;
    /// Share of pictures whose surface is named rightly from layer3.
    double accuracy = 0;
};

ObjectiveTerms evaluateObjective(const StageMaps &maps, TrainingHeads &heads, const TrainingBatch &batch,
                                 const ObjectiveWeights &weights);

} // namespace spotcheck::pretrain
