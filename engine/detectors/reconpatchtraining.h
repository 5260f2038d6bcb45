#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "detectors/adamw.h"
#include "detectors/extratraining.h"
#include "detectors/patchcollection.h"
#include "detectors/reconpatchloss.h"

namespace spotcheck {

/// The two linear layers of ReConPatch, without offsets: only distances between their outputs are used.
struct LinearHeads {
    int inputs = 0;
    int outputs = 0;      ///< of both f and g
    std::vector<float> f; ///< representation, `[outputs, inputs]`
    std::vector<float> g; ///< projection, `[outputs, outputs]`

    /// f of `features` `[N, inputs]`: `[N, outputs]`. \throws Cancelled
    std::vector<float> represent(std::span<const float> features, JobMonitor &monitor) const;
    /// g of `representations` `[N, outputs]`. \throws Cancelled
    std::vector<float> project(std::span<const float> representations, JobMonitor &monitor) const;
};

struct ReConPatchTrainingOptions {
    enum class Start {
        Principal, ///< f as the principal directions of the features
        Random,    ///< f as a random projection, as an untrained layer
    };

    ReConPatchLossOptions loss;
    Start start = Start::Principal;
    int outputs = 512;          ///< fewer where the features are shorter
    int patches = 512;          ///< taken at random from a batch's pictures; the loss is made of all their pairs
    double learningRate = 1e-5; ///< of the first step; falls to zero along a cosine
    double weightDecay = 1e-2;
    double targetRate = 0.97; ///< share of the targets' weights that a step keeps (Eq. 8), [0, 1]
    std::uint64_t seed = 0;   ///< of a random start

    /// \throws Error(InvalidParameter)
    void validate() const;
};

/// The heads as training begins: f as `options.start` says, g as identity. \throws Cancelled
LinearHeads startingHeads(const PatchCollection &patches, const ReConPatchTrainingOptions &options,
                          JobMonitor &monitor);

/// The training of both heads (Hyun et al., Sec. 3.2). `patches` must outlive it.
class ReConPatchTraining : public TrainedPart {
public:
    ReConPatchTraining(const PatchCollection &patches, LinearHeads start, const ReConPatchTrainingOptions &options);

    double step(const TrainingStep &step, std::span<const std::int64_t> pictures, JobMonitor &monitor) override;
    void save(ModelWriter &writer) const override;
    void load(const ModelReader &reader) override;

    const LinearHeads &heads() const { return m_heads; }
    const LinearHeads &targets() const { return m_targets; }

private:
    std::vector<float> batch(const TrainingStep &step, std::span<const std::int64_t> pictures) const;

    const PatchCollection &m_patches;
    ReConPatchTrainingOptions m_options;
    std::vector<std::int64_t> m_firstPatch; ///< of each picture, and the end
    LinearHeads m_heads;
    LinearHeads m_targets; ///< moving averages of the heads
    std::vector<float> m_gradientF;
    std::vector<float> m_gradientG;
    AdamW m_optimizer;
};

/// What one batch does to the heads.
struct HeadsGradient {
    double loss = 0;
    std::vector<float> f; ///< of the loss with respect to the heads' weights, laid out as these
    std::vector<float> g;
};

/// Eq. 1 to 7 for the features of a batch `[N, inputs]`: similarities from `targets`, the loss of `heads`, and its
/// gradient. \throws Cancelled
HeadsGradient headsGradient(std::span<const float> features, const LinearHeads &heads, const LinearHeads &targets,
                            const ReConPatchLossOptions &options, JobMonitor &monitor);

} // namespace spotcheck
