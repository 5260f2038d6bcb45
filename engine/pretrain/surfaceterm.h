#pragma once

#include <torch/nn/modules/linear.h>

#include "pretrain/trainingbatch.h"

namespace spotcheck::pretrain {

struct SurfaceTerm {
    torch::Tensor loss;     ///< scalar
    torch::Tensor accuracy; ///< scalar, share of the parts whose surface is named rightly
};

/// Which surface each part of a picture shows, the same whatever the place, turn, light and noise: cross-entropy
/// (smoothed by 0.1) of one linear map of the mean of `maps` [2P, C, g, g] over the part, mean over all parts of more
/// than 12 % of their picture.
SurfaceTerm surfaceTerm(const torch::Tensor &maps, const TrainingBatch &batch, torch::nn::Linear &classifier);

} // namespace spotcheck::pretrain
