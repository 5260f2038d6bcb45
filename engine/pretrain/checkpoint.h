#pragma once

#include <cstdint>
#include <filesystem>

#include <torch/optim/optimizer.h>

#include "pretrain/network.h"
#include "pretrain/trainingheads.h"

namespace spotcheck::pretrain {

/// Everything that changes while training. Batches and the pool of pictures follow from seed and
/// step, so neither is kept.
struct TrainingState {
    ResNet18 network;
    ResNet18 mean; ///< of the weights, see updateWeightMean
    TrainingHeads heads;
    torch::optim::Optimizer &optimizer;
    std::int64_t step = 0;
    std::uint64_t seed = 0;
};

/// \throws Error(WriteFailed)
void saveCheckpoint(const std::filesystem::path &file, const TrainingState &state);

/// Onto `device`, whatever device it was saved from.
/// \throws Error(FileNotFound, WeightsInvalid): not a checkpoint, or of another network or seed
void loadCheckpoint(const std::filesystem::path &file, TrainingState &state, torch::Device device);

} // namespace spotcheck::pretrain
