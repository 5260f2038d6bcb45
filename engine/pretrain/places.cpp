#include "pretrain/places.h"

namespace spotcheck::pretrain {

Places drawPlaces(const torch::Tensor &defects, std::int64_t cells, std::int64_t anchors, Draws &draws)
{
    torch::NoGradGuard noGradients;
    constexpr std::int64_t onDefect = 2;
    constexpr double leastShare = 0.06; // of a cell, that makes it defective
    const torch::Tensor share = torch::adaptive_avg_pool2d(defects, {cells, cells}).flatten(1);
    const torch::Tensor odds = torch::where(share > leastShare, share, torch::zeros_like(share)) + 1e-9;
    const torch::Tensor cell = draws.columns(odds, onDefect);
    const torch::Tensor column = cell.remainder(cells);
    const torch::Tensor row = cell.div(cells, "floor");
    const torch::Tensor centres =
        (torch::stack({column, row}, -1).to(torch::kFloat32) + 0.5) * 2 / static_cast<double>(cells) - 1;
    // Not quite to the border, where the network sees its own padding.
    return {draws.uniform(-0.92, 0.92, {defects.size(0), anchors, 2}), centres, share.amax(1) > leastShare};
}

} // namespace spotcheck::pretrain
