#pragma once

#include <torch/nn/modules/conv.h>

namespace spotcheck::pretrain {

/// Cross-entropy of "a defect is here" for each cell of `maps` [2P, C, g, g], the second half with `defects`
/// [P, 1, S, S], through one linear map; cells with one weigh four times. A sixth of a cell counts as all of it.
/// \return a scalar
torch::Tensor defectTerm(const torch::Tensor &maps, const torch::Tensor &defects, torch::nn::Conv2d &detector);

} // namespace spotcheck::pretrain
