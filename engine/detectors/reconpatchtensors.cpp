#include "detectors/reconpatchtensors.h"

#include <algorithm>

#include <ATen/ATen.h>

#include "backbone/card.h"
#include "backbone/inference.h"
#include "backbone/tensorvalues.h"

namespace spotcheck {

namespace {

/// Zero where `known` is false, whatever the finite numbers are there.
at::Tensor quotientWhere(const at::Tensor &known, const at::Tensor &numerators, const at::Tensor &denominators)
{
    const at::Tensor kept = known.to(numerators.scalar_type());
    return numerators * kept / (denominators * kept + (1 - kept));
}

/// As `allSquaredDistances`: `[N, N]`, zero on the diagonal.
at::Tensor squaredDistancesAmong(const at::Tensor &vectors)
{
    const at::Tensor products = at::matmul(vectors, vectors.t());
    const at::Tensor lengths = products.diagonal();
    const at::Tensor squared = (lengths.unsqueeze(0) + lengths.unsqueeze(1) - 2 * products).clamp_min(0);
    return squared * (1 - at::eye(squared.size(0), squared.options()));
}

/// 1 where the row's patch counts the column's among the first `k` of its `order` `[N, N]`.
at::Tensor membership(const at::Tensor &order, std::int64_t k, const at::TensorOptions &options)
{
    return at::zeros(order.sizes(), options).scatter_(1, order.narrow(1, 0, k), 1);
}

/// Eq. 2 to 5.
at::Tensor contextualSimilarity(const at::Tensor &squared, std::int64_t k)
{
    // A patch is its own first neighbour, whatever equals it.
    const at::Tensor own = at::eye(squared.size(0), squared.options());
    const at::Tensor order = std::get<1>(at::sort(squared - own, c10::optional<bool>(true) /* stable */, 1));
    const at::Tensor near = membership(order, k, squared.options());
    const at::Tensor overlaps = at::matmul(near, near.t()) / static_cast<double>(k) * near;
    const at::Tensor half = membership(order, std::max<std::int64_t>(1, k / 2), squared.options());
    const at::Tensor reciprocal = half * half.t();
    const at::Tensor expanded = at::matmul(reciprocal, overlaps) / reciprocal.sum(1, true);
    return (expanded + expanded.t()) / 2;
}

/// As `patchSimilarity`.
at::Tensor similarityOf(const at::Tensor &squared, const ReConPatchLossOptions &options)
{
    const at::Tensor mean = squared.mean();
    // Where all patches are equal, all are alike.
    const at::Tensor exponents = quotientWhere(mean.gt(0), squared, options.sigma * mean);
    const std::int64_t k = std::min<std::int64_t>(options.neighbours, squared.size(0));
    return options.alpha * at::exp(-exponents) + (1 - options.alpha) * contextualSimilarity(squared, k);
}

struct LossTensors {
    at::Tensor value;
    at::Tensor gradient; ///< by the vectors
};

/// As `relaxedContrastiveLoss`, which has the derivation.
LossTensors lossOf(const at::Tensor &vectors, const at::Tensor &similarity, double margin)
{
    const auto count = static_cast<double>(vectors.size(0));
    const at::Tensor squared = squaredDistancesAmong(vectors);
    const at::Tensor distances = squared.sqrt();
    const at::Tensor mean = distances.mean(1, true);
    const at::Tensor known = mean.gt(0); // a row of zeros has no part in anything
    const at::Tensor delta = quotientWhere(known, distances, mean);
    const at::Tensor missing = (margin - delta).clamp_min(0);
    const at::Tensor losses = (similarity * delta.square() + (1 - similarity) * missing.square()) * known;
    const at::Tensor byDelta = 2 * (similarity * delta - (1 - similarity) * missing);
    const at::Tensor byDistance = quotientWhere(known, byDelta - (byDelta * delta).mean(1, true), mean);

    const at::Tensor apart = squared.gt(roundingShare * squared.mean());
    const at::Tensor pulls = quotientWhere(apart, byDistance + byDistance.t(), count * distances);
    return {losses.sum() / count, pulls.sum(1, true) * vectors - at::matmul(pulls, vectors)};
}

} // namespace

HeadsGradientTensors headsGradientTensors(std::span<const float> features, const LinearHeads &heads,
                                          const LinearHeads &targets, const ReConPatchLossOptions &options,
                                          const at::Device &device)
{
    const auto weights = [&](const std::vector<float> &values, int inputs) {
        return tensorOf(values, {heads.outputs, inputs}, device);
    };
    const at::Tensor batch = tensorOf(features, {std::ssize(features) / heads.inputs, heads.inputs}, device);
    const at::Tensor wanted = at::matmul(at::matmul(batch, weights(targets.f, targets.inputs).t()),
                                         weights(targets.g, targets.outputs).t());
    const at::Tensor projection = weights(heads.g, heads.outputs);
    const at::Tensor represented = at::matmul(batch, weights(heads.f, heads.inputs).t());
    const LossTensors loss = lossOf(at::matmul(represented, projection.t()),
                                    similarityOf(squaredDistancesAmong(wanted), options), options.margin);
    return {loss.value, at::matmul(at::matmul(loss.gradient, projection).t(), batch),
            at::matmul(loss.gradient.t(), represented)};
}

HeadsGradient headsGradientOn(const at::Device &device, std::span<const float> features, const LinearHeads &heads,
                              const LinearHeads &targets, const ReConPatchLossOptions &options)
{
    return inference("for a training step", [&] {
        const HeadsGradientTensors found = headsGradientTensors(features, heads, targets, options, device);
        return HeadsGradient{found.loss.item<double>(), floatsOf(found.f), floatsOf(found.g)};
    });
}

} // namespace spotcheck
