#include "pretrain/objective.h"

#include <torch/torch.h>

namespace spotcheck::pretrain {

namespace {

namespace functional = torch::nn::functional;

/// PatchCore's simple patch features: 3x3 means of layer2 and layer3 on layer2's grid, [N, 384, S/8, S/8].
torch::Tensor patchFeatures(const StageMaps &maps)
{
    const torch::Tensor fine = torch::avg_pool2d(maps.layer2, 3, 1, 1);
    const torch::Tensor coarse = torch::avg_pool2d(maps.layer3, 3, 1, 1);
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

DistanceTerm distanceTerm(const StageMaps &maps, const torch::Tensor &defects)
{
    const torch::Tensor features = patchFeatures(maps);
    const std::int64_t pairs = features.size(0) / 2;
    const torch::Tensor first = features.narrow(0, 0, pairs);
    const torch::Tensor second = features.narrow(0, pairs, pairs);
    const std::int64_t cell = defects.size(2) / features.size(2);

    // A cell is defective from a thin scratch's share on; next to one it is neither, the fields of view overlap.
    const torch::Tensor share = torch::avg_pool2d(defects, cell);
    const torch::Tensor defective = (share > 0.06).to(torch::kFloat32);
    const torch::Tensor clean = (torch::max_pool2d(share, 5, 1, 2) <= 0).to(torch::kFloat32);

    // The unit is the distance between different surfaces: the loss can't be won by shrinking all features.
    const torch::Tensor unit = rootMeanSquare(first - first.roll(1, 0)).mean();
    const torch::Tensor distance = rootMeanSquare(first - second) / unit;
    constexpr double margin = 0.8;
    const torch::Tensor near = meanWhere(distance, clean);
    const torch::Tensor far = meanWhere((margin - distance).clamp_min(0), defective);
    const double contrast = (meanWhere(distance, defective) / near.clamp_min(1e-6)).item<double>();
    return {near + far, contrast};
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
    const DistanceTerm distance = distanceTerm(maps, batch.defects);
    terms.distance = distance.loss;
    terms.contrast = distance.contrast;
    terms.defect =
        defectTerm(heads->defectLogits2(maps), batch.defects) + defectTerm(heads->defectLogits3(maps), batch.defects);
    terms.total = weights.surface * terms.surface + weights.distance * terms.distance + weights.defect * terms.defect;
    if (maps.layer4.defined())
        terms.total = terms.total + weights.surface * surfaceTerm(heads->surfaceLogits4(maps), batch.surfaces);
    return terms;
}

} // namespace spotcheck::pretrain
