#pragma once

#include <cstdint>
#include <filesystem>

#include <spotcheck/core/jobmonitor.h>

#include "pretrain/picturepool.h"

namespace spotcheck::pretrain {

struct TrainingOptions {
    std::filesystem::path output;     ///< weights, safetensors, half precision
    std::filesystem::path checkpoint; ///< state of the training; written on the way and when stopped
    std::filesystem::path startFrom;  ///< weights of an earlier training to go on from; empty: random weights
    std::filesystem::path lossCurve;  ///< CSV, appended to; empty: none
    std::int64_t steps = 20000;
    int pairs = 16;             ///< a batch has twice as many pictures
    int cropSize = 64;          ///< px, a multiple of 32
    double learningRate = 0.05; ///< at its highest, after the warm-up
    double weightDecay = 1e-4;
    double surfaceWeight = 1;
    double distanceWeight = 2;
    double spreadWeight = 0.5;
    double defectWeight = 0.5;
    std::int64_t checkpointEvery = 500; ///< steps
    int calibrationPictures = 192;      ///< full-size pictures for the batch norm's final statistics
    PoolOptions pool;
    std::uint64_t seed = 0;
    int threads = 1;
    bool resume = false;

    /// \throws Error(InvalidParameter)
    void validate() const;
};

struct TrainingSummary {
    std::int64_t firstStep = 0; ///< steps that the checkpoint had behind it
    std::int64_t steps = 0;     ///< steps done in all
    std::int64_t picturesSeen = 0;
    double firstLoss = 0; ///< of this run's first and last step
    double lastLoss = 0;
    double probeAccuracy = 0; ///< on unseen pictures of the surfaces
    double probeContrast = 0; ///< distance at planted defects over distance at clean places
    double seconds = 0;
};

/// Trains from random weights, from `startFrom`, or from the checkpoint if `resume`, and writes the weights. Stopping
/// it saves a checkpoint and then throws Cancelled. \throws Error(InvalidParameter, FileNotFound, WeightsInvalid,
/// WriteFailed, OutOfMemory), Cancelled
TrainingSummary train(const TrainingOptions &options, JobMonitor &monitor);

} // namespace spotcheck::pretrain
