#include "pretrain/surfaceterm.h"

namespace spotcheck::pretrain {

SurfaceTerm surfaceTerm(const torch::Tensor &maps, const TrainingBatch &batch, torch::nn::Linear &classifier)
{
    const torch::Tensor inside = torch::adaptive_avg_pool2d(batch.region, {maps.size(2), maps.size(3)});
    const torch::Tensor outside = 1 - inside;
    // Half a cell at least, so that a part that hardly shows has no wild mean.
    const auto meanOver = [&](const torch::Tensor &part) {
        return (maps * part).sum({2, 3}) / part.sum({2, 3}).clamp_min(0.5);
    };
    constexpr double leastShare = 0.12;
    const torch::Tensor share = torch::cat({outside.mean({1, 2, 3}), inside.mean({1, 2, 3})});
    const torch::Tensor used = (share > leastShare).to(torch::kFloat32);
    const torch::Tensor logits = classifier(torch::cat({meanOver(outside), meanOver(inside)}));
    const torch::Tensor surfaces = torch::cat({batch.outer, batch.inner});
    constexpr std::int64_t noneIgnored = -100;
    constexpr double smoothing = 0.1;
    const torch::Tensor wrongness =
        torch::cross_entropy_loss(logits, surfaces, {}, at::Reduction::None, noneIgnored, smoothing);
    const torch::Tensor right = (logits.argmax(1) == surfaces).to(torch::kFloat32);
    return {(wrongness * used).sum() / used.sum(), ((right * used).sum() / used.sum()).detach()};
}

} // namespace spotcheck::pretrain
