#include "detectors/extratraining.h"

#include <algorithm>
#include <cmath>

#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>

#include "core/random.h"

namespace spotcheck {

namespace {

constexpr const char *lossesName = "extra_training.losses";

/// SplitMix64 (Steele et al., OOPSLA 2014): neighbouring steps get unrelated streams.
std::uint64_t mixed(std::uint64_t seed, std::uint64_t counter)
{
    std::uint64_t z = seed + (counter + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// Of the order of an epoch's pictures: another stream than that of the steps.
std::uint64_t orderSeed(std::uint64_t seed, std::int64_t epoch)
{
    return mixed(~seed, static_cast<std::uint64_t>(epoch));
}

std::vector<float> savedLosses(const ModelReader &reader, std::int64_t epochs)
{
    const std::vector<std::int64_t> shape = reader.shape(lossesName);
    if (shape.size() != 1 || shape[0] < 1 || shape[0] > epochs)
        reader.fail("the checkpoint has no usable number of epochs");
    const std::span<const float> losses = reader.floatView(lossesName, shape);
    return {losses.begin(), losses.end()};
}

} // namespace

void ExtraTrainingOptions::validate() const
{
    if (pictures < 1 || batch < 1 || epochs < 1)
        throw Error(ErrorCode::InvalidParameter, "a training needs at least one picture, one a step, and one epoch");
}

ExtraTrainingSummary runExtraTraining(TrainedPart &part, const ExtraTrainingOptions &options, JobMonitor &monitor,
                                      FitCheckpoint &checkpoint)
{
    options.validate();
    ExtraTrainingSummary summary;
    if (const ModelReader *saved = checkpoint.saved()) {
        summary.losses = savedLosses(*saved, options.epochs);
        part.load(*saved);
        summary.resumedEpochs = static_cast<std::int64_t>(summary.losses.size());
        logInfo("going on after epoch " + std::to_string(summary.resumedEpochs) + " of " +
                std::to_string(options.epochs));
    }

    const std::int64_t perEpoch = options.stepsPerEpoch();
    TrainingStep step{summary.resumedEpochs, summary.resumedEpochs * perEpoch, options.epochs * perEpoch, 0};
    monitor.report({Stage::Fitting, step.step, step.steps, {}});
    for (; step.epoch < options.epochs; ++step.epoch) {
        const std::vector<std::int64_t> order =
            Random(orderSeed(options.seed, step.epoch)).permutation(options.pictures);
        double sum = 0;
        for (std::int64_t first = 0; first < options.pictures; first += options.batch) {
            monitor.throwIfCancelled();
            step.seed = mixed(options.seed, static_cast<std::uint64_t>(step.step));
            const std::int64_t count = std::min(options.batch, options.pictures - first);
            const double loss = part.step(
                step, std::span(order).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)),
                monitor);
            if (!std::isfinite(loss))
                throw Error(ErrorCode::Internal, "the training's loss is no longer a number; a lower learning rate "
                                                 "or another seed may help");
            sum += loss;
            ++step.step;
            monitor.report({Stage::Fitting, step.step, step.steps, loss});
        }
        summary.losses.push_back(static_cast<float>(sum / static_cast<double>(perEpoch)));

        ModelWriter state;
        state.floats(lossesName, {static_cast<std::int64_t>(summary.losses.size())}, summary.losses);
        part.save(state);
        checkpoint.keep(state);
    }
    return summary;
}

} // namespace spotcheck
