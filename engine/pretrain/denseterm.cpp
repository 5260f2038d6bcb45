#include "pretrain/denseterm.h"

#include <torch/nn/functional.h>

#include "pretrain/sampling.h"

namespace spotcheck::pretrain {

namespace {

constexpr double temperature = 0.1;
constexpr double excluded = -1e4; ///< a logit that counts for nothing

/// Means over 3x3 cells, fewer at the border.
torch::Tensor neighbourhoodMeans(const torch::Tensor &maps)
{
    return torch::avg_pool2d(maps, 3, 1, 1, false, false);
}

/// Projected unit vectors of `maps` [P, C, g, g] at `points` [P, K, 2]: [P K, D].
torch::Tensor vectorsAt(const torch::Tensor &maps, const torch::Tensor &points, Projection &projection)
{
    const torch::Tensor values = sample(maps, points.unsqueeze(1), Interpolation::Bilinear, Beyond::Border);
    const torch::Tensor projected = projection(values.select(2, 0).transpose(1, 2).flatten(0, 1));
    return torch::nn::functional::normalize(projected, torch::nn::functional::NormalizeFuncOptions().dim(-1));
}

/// Which of the points [P, K, 2] have no defect in their cell or one beside it: bool [P, K].
torch::Tensor isClean(const torch::Tensor &defects, const torch::Tensor &points, std::int64_t cells)
{
    const torch::Tensor inCell = std::get<0>(torch::adaptive_max_pool2d(defects, {cells, cells}));
    const torch::Tensor nearCell = torch::max_pool2d(inCell, {3, 3}, {1, 1}, {1, 1});
    return sample(nearCell, points.unsqueeze(1), Interpolation::Nearest, Beyond::Border).select(1, 0).select(1, 0) <
           0.5;
}

torch::Tensor meanWhere(const torch::Tensor &values, const torch::Tensor &which)
{
    const torch::Tensor weights = which.to(torch::kFloat32);
    return (values * weights).sum() / weights.sum().clamp_min(1);
}

} // namespace

torch::Tensor denseTerm(const torch::Tensor &first, const torch::Tensor &second, const ViewPair &views,
                        const torch::Tensor &defects, const Places &places, Projection &projection)
{
    const torch::Tensor before = neighbourhoodMeans(first);
    const torch::Tensor after = neighbourhoodMeans(second);
    const std::int64_t pairs = places.anchors.size(0);
    const std::int64_t anchors = places.anchors.size(1);
    const std::int64_t onDefect = places.defective.size(1);

    const torch::Tensor seen = carry(places.anchors, views.first, views.second);
    const torch::Tensor usable =
        torch::logical_and(inView(seen), isClean(defects, seen, first.size(3))).flatten(); // [P K]
    const torch::Tensor marred = places.marred.unsqueeze(1).expand({pairs, onDefect});

    const torch::Tensor queries = vectorsAt(before, places.anchors, projection);
    const torch::Tensor keys = vectorsAt(after, seen, projection);
    const torch::Tensor defectKeys = vectorsAt(after, places.defective, projection);

    const auto indices = usable.options().dtype(torch::kInt64);
    const torch::Tensor answer = torch::arange(pairs * anchors, indices);
    const torch::Tensor picture = torch::arange(pairs, indices).repeat_interleave(anchors);
    const torch::Tensor samePicture =
        torch::logical_and(picture.unsqueeze(1) == picture.unsqueeze(0), answer.unsqueeze(1) != answer.unsqueeze(0));
    const torch::Tensor logits =
        (queries.matmul(keys.t()) / temperature)
            .masked_fill(samePicture.logical_or(usable.logical_not().unsqueeze(0)), excluded);
    const torch::Tensor defectLogits = (queries.matmul(defectKeys.t()) / temperature)
                                           .masked_fill(marred.flatten().logical_not().unsqueeze(0), excluded);
    const torch::Tensor wrongness =
        torch::cross_entropy_loss(torch::cat({logits, defectLogits}, 1), answer, {}, at::Reduction::None);

    const torch::Tensor origin = carry(places.defective, views.second, views.first);
    const torch::Tensor likeness = (vectorsAt(before, origin, projection) * defectKeys).sum(-1);
    constexpr double allowed = 0.3;
    return meanWhere(wrongness, usable) +
           2 * meanWhere(torch::relu(likeness - allowed), torch::logical_and(marred, inView(origin)).flatten());
}

} // namespace spotcheck::pretrain
