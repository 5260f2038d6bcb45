#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/detectors/detector.h>

#include "model/modelfile.h"

namespace spotcheck {

struct ExtraTrainingOptions {
    std::int64_t pictures = 0; ///< at least 1
    std::int64_t batch = 1;    ///< pictures a step; an epoch's last step may have fewer
    std::int64_t epochs = 1;
    std::uint64_t seed = 0; ///< of the order of the pictures

    /// \throws Error(InvalidParameter)
    void validate() const;
    std::int64_t stepsPerEpoch() const { return (pictures + batch - 1) / batch; }
};

/// Where a training stands.
struct TrainingStep {
    std::int64_t epoch = 0; ///< from 0
    std::int64_t step = 0;  ///< from 0, counted over the whole training
    std::int64_t steps = 0; ///< of the whole training
    std::uint64_t seed = 0; ///< for random choices within the step: depends on the training's seed and `step` only
};

/// What a detector trains beyond reading features.
class TrainedPart {
public:
    TrainedPart() = default;
    TrainedPart(const TrainedPart &) = delete;
    TrainedPart &operator=(const TrainedPart &) = delete;
    virtual ~TrainedPart() = default;

    /// One step on `pictures` (indices). Returns the loss before the step. May ask `monitor` for cancellation, but
    /// reports nothing. Its result must depend on nothing but the arguments and what `save` writes. \throws Cancelled
    virtual double step(const TrainingStep &step, std::span<const std::int64_t> pictures, JobMonitor &monitor) = 0;
    /// All that later steps depend on; valid until the next step.
    virtual void save(ModelWriter &writer) const = 0;
    /// \throws Error(ModelInvalid)
    virtual void load(const ModelReader &reader) = 0;
};

struct ExtraTrainingSummary {
    std::vector<float> losses;      ///< mean loss of every epoch, those of an interrupted run included
    std::int64_t resumedEpochs = 0; ///< epochs that an earlier run had done
};

/// Runs `part` for all epochs, or goes on where `checkpoint` stopped, with the same bits as without the interruption.
/// Each epoch takes the pictures in a random order of its own. Reports `Stage::Fitting`, steps counted over the whole
/// training, the loss as value; the first report says where it begins. Keeps a checkpoint after every epoch.
/// \throws Cancelled, Error(InvalidParameter, WriteFailed), Error(Internal) where the loss is no longer a number
ExtraTrainingSummary runExtraTraining(TrainedPart &part, const ExtraTrainingOptions &options, JobMonitor &monitor,
                                      FitCheckpoint &checkpoint);

} // namespace spotcheck
