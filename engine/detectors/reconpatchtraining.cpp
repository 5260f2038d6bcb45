#include "detectors/reconpatchtraining.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include <spotcheck/core/error.h>

#include "backbone/card.h"
#include "core/random.h"
#include "detectors/blockedproduct.h"
#include "detectors/centring.h"
#include "detectors/principaldirections.h"
#include "detectors/reconpatchtensors.h"

namespace spotcheck {

namespace {

constexpr const char *targetFName = "reconpatch.target_f";
constexpr const char *targetGName = "reconpatch.target_g";

std::vector<float> randomDirections(int inputs, int outputs, std::uint64_t seed)
{
    Random random(seed);
    const double deviation = 1.0 / std::sqrt(outputs); // keeps squared distances on average
    std::vector<float> directions(static_cast<std::size_t>(inputs) * static_cast<std::size_t>(outputs));
    for (float &value : directions)
        value = static_cast<float>(deviation * random.normal());
    return directions;
}

/// Eq. 8.
void moveTowards(std::vector<float> &target, const std::vector<float> &values, double kept)
{
    const auto share = static_cast<float>(1.0 - kept);
    for (std::size_t i = 0; i < target.size(); ++i)
        target[i] += share * (values[i] - target[i]);
}

std::vector<float> stored(const ModelReader &reader, const char *name, const std::vector<std::int64_t> &shape)
{
    const std::span<const float> values = reader.floatView(name, shape);
    return {values.begin(), values.end()};
}

} // namespace

std::vector<float> LinearHeads::represent(std::span<const float> features, JobMonitor &monitor) const
{
    return innerProducts(features, f, inputs, monitor);
}

std::vector<float> LinearHeads::project(std::span<const float> representations, JobMonitor &monitor) const
{
    return innerProducts(representations, g, outputs, monitor);
}

void ReConPatchTrainingOptions::validate() const
{
    loss.validate();
    if (outputs < 1 || patches < 2)
        throw Error(ErrorCode::InvalidParameter, "ReConPatch needs at least one output and two patches a step");
    if (!(learningRate > 0 && weightDecay >= 0 && targetRate >= 0 && targetRate <= 1))
        throw Error(ErrorCode::InvalidParameter, "the learning rate must be above 0, the weight decay not below 0, "
                                                 "and the targets' rate from 0 to 1");
}

LinearHeads startingHeads(const PatchCollection &patches, const ReConPatchTrainingOptions &options,
                          JobMonitor &monitor)
{
    LinearHeads heads;
    heads.inputs = patches.features.dimensions();
    heads.outputs = std::min(options.outputs, heads.inputs);
    std::vector<float> buffer;
    heads.f = options.start == ReConPatchTrainingOptions::Start::Principal
                  ? principalDirections(patches.features.rows(0, patches.count(), buffer), heads.inputs,
                                        heads.outputs, monitor)
                  : randomDirections(heads.inputs, heads.outputs, options.seed);
    const auto side = static_cast<std::size_t>(heads.outputs);
    heads.g.assign(side * side, 0.0F);
    for (std::size_t i = 0; i < side; ++i)
        heads.g[i * side + i] = 1.0F;
    return heads;
}

HeadsGradient headsGradient(std::span<const float> features, const LinearHeads &heads, const LinearHeads &targets,
                            const ReConPatchLossOptions &options, JobMonitor &monitor)
{
    const auto count = static_cast<int>(static_cast<std::int64_t>(features.size()) / heads.inputs);
    const std::vector<float> targetProjections = targets.project(targets.represent(features, monitor), monitor);
    std::vector<float> similarity =
        patchSimilarity(allSquaredDistances(targetProjections, targets.outputs, monitor), count, options, monitor);

    const std::vector<float> representations = heads.represent(features, monitor);
    const std::vector<float> projections = heads.project(representations, monitor);
    const RelaxedContrastiveLoss loss =
        relaxedContrastiveLoss(projections, heads.outputs, std::move(similarity), options, monitor);

    HeadsGradient gradient{loss.value, std::vector<float>(heads.f.size()), std::vector<float>(heads.g.size())};
    transposedProduct(loss.gradient, representations, heads.outputs, heads.outputs, gradient.g, monitor);
    const std::vector<float> ofRepresentations =
        matrixProduct(loss.gradient, heads.g, heads.outputs, heads.outputs, monitor);
    transposedProduct(ofRepresentations, features, heads.outputs, heads.inputs, gradient.f, monitor);
    return gradient;
}

ReConPatchTraining::ReConPatchTraining(const PatchCollection &patches, LinearHeads start,
                                       const ReConPatchTrainingOptions &options)
    : m_patches(patches), m_options(options), m_heads(std::move(start)), m_targets(m_heads),
      m_gradientF(m_heads.f.size()), m_gradientG(m_heads.g.size()),
      m_optimizer({.weightDecay = options.weightDecay},
                  {{"f", m_heads.f, m_gradientF}, {"g", m_heads.g, m_gradientG}})
{
    m_options.validate();
    for (std::int64_t patch = 0; patch < patches.count(); ++patch) {
        const std::int32_t picture = patches.origins[static_cast<std::size_t>(patch)].image;
        while (static_cast<std::int64_t>(m_firstPatch.size()) <= picture)
            m_firstPatch.push_back(patch);
    }
    m_firstPatch.push_back(patches.count());
}

std::vector<float> ReConPatchTraining::batch(const TrainingStep &step, std::span<const std::int64_t> pictures) const
{
    std::vector<std::int64_t> candidates;
    for (const std::int64_t picture : pictures) {
        const auto index = static_cast<std::size_t>(picture);
        for (std::int64_t patch = m_firstPatch[index]; patch < m_firstPatch[index + 1]; ++patch)
            candidates.push_back(patch);
    }
    const std::vector<std::int64_t> order =
        Random(step.seed).permutation(static_cast<std::int64_t>(candidates.size()));
    const std::size_t taken = std::min(candidates.size(), static_cast<std::size_t>(m_options.patches));
    const int dimensions = m_patches.features.dimensions();
    std::vector<float> features;
    std::vector<float> buffer;
    features.reserve(taken * static_cast<std::size_t>(dimensions));
    for (std::size_t i = 0; i < taken; ++i) {
        const std::span<const float> row =
            m_patches.features.rows(candidates[static_cast<std::size_t>(order[i])], 1, buffer);
        features.insert(features.end(), row.begin(), row.end());
    }
    takeMeanAway(features, dimensions); // distances do not depend on it, and are more accurate without
    return features;
}

double ReConPatchTraining::step(const TrainingStep &step, std::span<const std::int64_t> pictures, JobMonitor &monitor)
{
    const std::vector<float> features = batch(step, pictures);
    const std::optional<at::Device> card = cardInUse();
    const HeadsGradient gradient = card ? headsGradientOn(*card, features, m_heads, m_targets, m_options.loss)
                                        : headsGradient(features, m_heads, m_targets, m_options.loss, monitor);
    std::copy(gradient.f.begin(), gradient.f.end(), m_gradientF.begin()); // the optimizer looks there
    std::copy(gradient.g.begin(), gradient.g.end(), m_gradientG.begin());
    const double progress = static_cast<double>(step.step) / static_cast<double>(step.steps);
    m_optimizer.step(m_options.learningRate * 0.5 * (1 + std::cos(std::numbers::pi * progress)));
    moveTowards(m_targets.f, m_heads.f, m_options.targetRate);
    moveTowards(m_targets.g, m_heads.g, m_options.targetRate);
    return gradient.loss;
}

void ReConPatchTraining::save(ModelWriter &writer) const
{
    m_optimizer.save(writer);
    writer.floats(targetFName, {m_targets.outputs, m_targets.inputs}, m_targets.f);
    writer.floats(targetGName, {m_targets.outputs, m_targets.outputs}, m_targets.g);
}

void ReConPatchTraining::load(const ModelReader &reader)
{
    m_optimizer.load(reader);
    m_targets.f = stored(reader, targetFName, {m_targets.outputs, m_targets.inputs});
    m_targets.g = stored(reader, targetGName, {m_targets.outputs, m_targets.outputs});
}

} // namespace spotcheck
