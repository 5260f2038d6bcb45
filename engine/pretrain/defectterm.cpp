#include "pretrain/defectterm.h"

namespace spotcheck::pretrain {

torch::Tensor defectTerm(const torch::Tensor &maps, const torch::Tensor &defects, torch::nn::Conv2d &detector)
{
    const torch::Tensor share = torch::adaptive_avg_pool2d(defects, {maps.size(2), maps.size(3)});
    const torch::Tensor truth = torch::cat({torch::zeros_like(share), (share * 6).clamp_max(1)});
    const torch::Tensor weight = torch::full({1}, 4.0, truth.options());
    return torch::binary_cross_entropy_with_logits(detector(maps), truth, {}, weight);
}

} // namespace spotcheck::pretrain
