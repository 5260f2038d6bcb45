#pragma once

#include "pretrain/network.h"

namespace spotcheck::pretrain {

/// Takes the weights after `steps` steps (the one just done not counted) into their exponential mean:
///   mean <- d mean + (1 - d) weights, d = min(0.998, (1 + steps) / (10 + steps)).
/// Parameters only; the running statistics of `mean` mean nothing until they are taken anew.
void updateWeightMean(ResNet18 &mean, const ResNet18 &network, std::int64_t steps);

/// Parameters and buffers.
void copyWeights(const ResNet18 &from, ResNet18 &to);

} // namespace spotcheck::pretrain
