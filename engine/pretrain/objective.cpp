#include "pretrain/objective.h"

#include <torch/torch.h>

namespace spotcheck::pretrain {

namespace {

namespace functional = torch::nn::functional;

/// 3x3 means around every place: what a memory bank keeps of a layer.
torch::Tensor neighbourhoodMeans(const torch::Tensor &map)
{
    return torch::avg_pool2d(map, 3, 1, 1);
}

/// PatchCore's simple patch features: layer2 and layer3 on layer2's grid, [N, 384, S/8, S/8].
torch::Tensor patchFeatures(const torch::Tensor &fine, const torch::Tensor &coarse)
{
    const torch::Tensor raised =
        functional::interpolate(coarse, functional::InterpolateFuncOptions()
                                            .size(std::vector<std::int64_t>{fine.size(2), fine.size(3)})
                                            .mode(torch::kBilinear)
                                            .align_corners(false));
    return torch::cat({fine, raised}, 1);
}

torch::Tensor rootMeanSquare(const torch::Tensor &difference)
{
    return (difference.square().mean(1, true) + 1e-6).sqrt();
}

torch::Tensor meanWhere(const torch::Tensor &values, const torch::Tensor &weights)
{
    return (values * weights).sum() / weights.sum().clamp_min(1);
}

struct DistanceTerm {
    torch::Tensor loss;
    double contrast;
};

DistanceTerm distanceTerm(const torch::Tensor &features, const torch::Tensor &defects)
{
    const std::int64_t pairs = features.size(0) / 2;
    const torch::Tensor first = features.narrow(0, 0, pairs);
    const torch::Tensor second = features.narrow(0, pairs, pairs);
    const std::int64_t cell = defects.size(2) / features.size(2);

    // A cell is defective from a thin scratch's share on; next to one it is neither, the fields of view overlap.
    const torch::Tensor share = torch::avg_pool2d(defects, cell);
    const torch::Tensor defective = (share > 0.06).to(torch::kFloat32);
    const torch::Tensor clean = (torch::max_pool2d(share, 5, 1, 2) <= 0).to(torch::kFloat32);

    // The unit is the distance between other surfaces and between other places of one: the loss can't be won by
    // shrinking all features.
    const std::int64_t half = features.size(2) / 2;
    const torch::Tensor unit = 0.5 * (rootMeanSquare(first - first.roll(1, 0)).mean() +
                                      rootMeanSquare(first - first.roll({half, half}, {2, 3})).mean());
    const torch::Tensor distance = rootMeanSquare(first - second) / unit;
    constexpr double margin = 1;
    const torch::Tensor near = meanWhere(distance, clean);
    const torch::Tensor far = meanWhere((margin - distance).clamp_min(0), defective);
    const double contrast = (meanWhere(distance, defective) / near.clamp_min(1e-6)).item<double>();
    return {near + far, contrast};
}

/// log(C / D), where D = (sum of eigenvalues)^2 / (sum of their squares) is the effective dimension of the
/// channels' correlation: 0 if no two of the C channels say the same, log C if all do. `samples`: [n, C], centred.
torch::Tensor missingDimensions(const torch::Tensor &samples)
{
    const auto count = static_cast<double>(samples.size(0));
    const torch::Tensor deviation = (samples.square().mean(0, true) + 1e-5).sqrt();
    const torch::Tensor standardised = samples / deviation;
    const torch::Tensor correlation = torch::mm(standardised.t(), standardised) / count;
    // Samples that are all alike (on a grid of 2 x 2 the neighbourhoods coincide) have no dimension to miss.
    return (correlation.square().sum() / static_cast<double>(samples.size(1))).clamp_min(0.01).log();
}

/// Redundancy among all patches and among those of one picture, and how far the channels' deviations are from
/// one (after Bardes, Ponce, LeCun 2022), of one layer's [N, C, H, W].
torch::Tensor spreadTerm(const torch::Tensor &features)
{
    const std::int64_t channels = features.size(1);
    const auto samples = [channels](const torch::Tensor &map) {
        return map.permute({0, 2, 3, 1}).reshape({-1, channels});
    };
    const torch::Tensor overall = samples(features - features.mean({0, 2, 3}, true));
    const torch::Tensor within = samples(features - features.mean({2, 3}, true));
    const torch::Tensor deviation = (overall.square().mean(0) + 1e-5).sqrt();
    return missingDimensions(overall) + missingDimensions(within) + (deviation - 1).square().mean();
}

torch::Tensor surfaceTerm(const torch::Tensor &logits, const torch::Tensor &surfaces)
{
    return functional::cross_entropy(logits, surfaces, functional::CrossEntropyFuncOptions().label_smoothing(0.1));
}

torch::Tensor defectTerm(const torch::Tensor &logits, const torch::Tensor &defects)
{
    const std::int64_t cell = defects.size(2) / logits.size(2);
    const torch::Tensor share = torch::avg_pool2d(defects, cell);
    const torch::Tensor second = (share * 6).clamp_max(1); // a thin scratch fills about a sixth of its cells
    const torch::Tensor target = torch::cat({torch::zeros_like(second), second});
    return functional::binary_cross_entropy_with_logits(
        logits, target, functional::BinaryCrossEntropyWithLogitsFuncOptions().pos_weight(torch::tensor({4.0F})));
}

} // namespace

ObjectiveTerms evaluateObjective(const StageMaps &maps, TrainingHeads &heads, const TrainingBatch &batch,
                                 const ObjectiveWeights &weights)
{
    ObjectiveTerms terms;
    const torch::Tensor logits = heads->surfaceLogits3(maps);
    terms.surface = surfaceTerm(logits, batch.surfaces);
    terms.accuracy = (logits.argmax(1) == batch.surfaces).to(torch::kFloat32).mean().item<double>();
    const torch::Tensor fine = neighbourhoodMeans(maps.layer2);
    const torch::Tensor coarse = neighbourhoodMeans(maps.layer3);
    const DistanceTerm distance = distanceTerm(patchFeatures(fine, coarse), batch.defects);
    terms.distance = distance.loss;
    terms.contrast = distance.contrast;
    terms.defect =
        defectTerm(heads->defectLogits2(maps), batch.defects) + defectTerm(heads->defectLogits3(maps), batch.defects);
    terms.spread = spreadTerm(fine) + spreadTerm(coarse);
    terms.total = weights.surface * terms.surface + weights.distance * terms.distance +
                  weights.spread * terms.spread + weights.defect * terms.defect;
    if (maps.layer4.defined())
        terms.total = terms.total + weights.surface * surfaceTerm(heads->surfaceLogits4(maps), batch.surfaces);
    return terms;
}

} // namespace spotcheck::pretrain
