#pragma once

#include <cstdint>
#include <filesystem>

#include <torch/optim/optimizer.h>

#include "pretrain/network.h"

namespace spotcheck::pretrain {

/// Everything that changes while training. Batches depend on seed and step alone, so no generator is kept.
struct TrainingState {
    ResNet18 network;
    TrainingHeads heads;
    torch::optim::Optimizer &optimizer;
    std::int64_t step = 0;
    std::uint64_t seed = 0;
};

/// \throws Error(WriteFailed)
void saveCheckpoint(const std::filesystem::path &file, const TrainingState &state);

/// \throws Error(FileNotFound, WeightsInvalid): not a checkpoint, or of another network or seed
void loadCheckpoint(const std::filesystem::path &file, TrainingState &state);

} // namespace spotcheck::pretrain
