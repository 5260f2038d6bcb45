#pragma once

#include <memory>
#include <span>
#include <vector>

#include "detectors/adamw.h"
#include "detectors/cfadescriptor.h"
#include "detectors/cfaloss.h"
#include "detectors/extratraining.h"
#include "detectors/memorybank.h"

namespace spotcheck {

class CfaTensors;

/// Trains CFA's descriptor and radius against a frozen memory bank, by AdamW with amsgrad and a weight decay of 5e-4
/// (the authors' code). The learning rate stays the same.
class CfaTraining : public TrainedPart {
public:
    /// All but the options must outlive the training; `descriptor` is changed by it.
    /// `card`: computes the steps, where there is one.
    CfaTraining(CfaDescriptor &descriptor, const MemoryBank &bank, const std::vector<PooledLayers> &pictures,
                const CfaLossOptions &loss, double learningRate, std::unique_ptr<const CfaTensors> card = nullptr);
    ~CfaTraining() override;

    double step(const TrainingStep &step, std::span<const std::int64_t> pictures, JobMonitor &monitor) override;
    void save(ModelWriter &writer) const override { m_optimizer.save(writer); }
    void load(const ModelReader &reader) override { m_optimizer.load(reader); }

    double radius() const { return m_radius.front(); }

private:
    /// Writes the gradient by the weights to `m_gradient`.
    CfaLoss gradient(std::span<const PooledLayers *const> pictures, JobMonitor &monitor);

    CfaDescriptor &m_descriptor;
    const MemoryBank &m_bank;
    const std::vector<PooledLayers> &m_pictures;
    CfaLossOptions m_loss;
    double m_learningRate;
    std::vector<float> m_radius{1e-5F};
    std::vector<float> m_radiusGradient{0.0F};
    std::vector<float> m_gradient; ///< by the descriptor's weights
    AdamW m_optimizer;
    std::unique_ptr<const CfaTensors> m_card;
};

} // namespace spotcheck
