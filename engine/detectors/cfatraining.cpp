#include "detectors/cfatraining.h"

#include <algorithm>
#include <utility>

#include <spotcheck/core/runtime.h>

#include "detectors/cfatensors.h"

namespace spotcheck {

namespace {

/// Positions whose loss is taken at once, and the order of the sums: fixed, so that bits do not depend on threads.
constexpr std::size_t gradientBlock = 256;

} // namespace

CfaTraining::CfaTraining(CfaDescriptor &descriptor, const MemoryBank &bank, const std::vector<PooledLayers> &pictures,
                         const CfaLossOptions &loss, double learningRate, std::unique_ptr<const CfaTensors> card)
    : m_descriptor(descriptor), m_bank(bank), m_pictures(pictures), m_loss(loss), m_learningRate(learningRate),
      m_gradient(descriptor.weights().size()),
      m_optimizer({.weightDecay = 5e-4, .amsgrad = true},
                  {{"descriptor", descriptor.weights(), m_gradient}, {"radius", m_radius, m_radiusGradient}}),
      m_card(std::move(card))
{}

CfaTraining::~CfaTraining() = default;

double CfaTraining::step(const TrainingStep &, std::span<const std::int64_t> pictures, JobMonitor &monitor)
{
    std::vector<const PooledLayers *> taken;
    for (const std::int64_t picture : pictures)
        taken.push_back(&m_pictures[static_cast<std::size_t>(picture)]);
    const CfaLoss loss =
        m_card ? m_card->gradient(m_descriptor, radius(), taken, m_gradient) : gradient(taken, monitor);
    m_radiusGradient.front() = static_cast<float>(loss.radiusGradient);
    m_optimizer.step(m_learningRate);
    return loss.value;
}

CfaLoss CfaTraining::gradient(std::span<const PooledLayers *const> pictures, JobMonitor &monitor)
{
    const std::size_t count = pictures.size();
    const auto pictureAt = [&](std::int64_t index) -> const PooledLayers & {
        return *pictures[static_cast<std::size_t>(index)];
    };
    std::vector<PatchGrid> descriptors(count);
    parallelFor(static_cast<std::int64_t>(count), monitor, [&](std::int64_t index) {
        descriptors[static_cast<std::size_t>(index)] = m_descriptor(pictureAt(index), monitor);
    });

    const std::size_t patches = descriptors.front().patches(); // the same for all pictures
    const std::size_t blocks = (patches + gradientBlock - 1) / gradientBlock;
    const auto outputs = static_cast<std::size_t>(m_descriptor.outputs());
    std::vector<PatchGrid> gradients = descriptors;
    std::vector<CfaLoss> parts(count * blocks);
    parallelFor(static_cast<std::int64_t>(parts.size()), monitor, [&](std::int64_t index) {
        const auto part = static_cast<std::size_t>(index);
        const std::size_t picture = part / blocks;
        const std::size_t first = part % blocks * gradientBlock;
        const std::size_t length = std::min(gradientBlock, patches - first) * outputs;
        parts[part] = cfaLoss(std::span(descriptors[picture].values).subspan(first * outputs, length), m_bank,
                              radius(), static_cast<std::int64_t>(count * patches), m_loss,
                              std::span(gradients[picture].values).subspan(first * outputs, length));
    });

    std::vector<std::vector<float>> byPicture(count);
    parallelFor(static_cast<std::int64_t>(count), monitor, [&](std::int64_t index) {
        const auto picture = static_cast<std::size_t>(index);
        byPicture[picture].resize(m_gradient.size());
        m_descriptor.backward(pictureAt(index), gradients[picture], byPicture[picture], monitor);
    });

    std::fill(m_gradient.begin(), m_gradient.end(), 0.0F);
    for (const std::vector<float> &gradient : byPicture) {
        for (std::size_t i = 0; i < m_gradient.size(); ++i)
            m_gradient[i] += gradient[i];
    }
    CfaLoss loss;
    for (const CfaLoss &part : parts) {
        loss.value += part.value;
        loss.radiusGradient += part.radiusGradient;
    }
    return loss;
}

} // namespace spotcheck
