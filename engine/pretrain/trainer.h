#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <spotcheck/core/jobmonitor.h>

#include "pretrain/pooloptions.h"

namespace spotcheck::pretrain {

struct TrainingOptions {
    std::filesystem::path output;     ///< weights, safetensors, half precision
    std::filesystem::path checkpoint; ///< state of the training; written on the way and when stopped
    std::filesystem::path startFrom;  ///< weights of an earlier training to go on from; empty: random weights
    std::filesystem::path lossCurve;  ///< CSV, appended to; empty: none
    std::string device = "cpu";       ///< or "cuda"
    std::int64_t steps = 11148;
    int pairs = 256;           ///< a multiple of 8, from 16; a batch has twice as many pictures
    int cropSize = 128;        ///< px, a multiple of 32
    double learningRate = 0.2; ///< at its highest, after the warm-up
    double weightDecay = 1e-4;
    std::int64_t checkpointEvery = 500; ///< steps
    int wholeSize = 224;                ///< px, at which the product looks at pictures
    int calibrationPictures = 512;      ///< of this size, for the batch norm's final statistics
    int scalePictures = 160;            ///< of this size, captured twice, for the final scale of the channels
    PoolOptions pool;                   ///< its seed and threads are the training's
    std::uint64_t seed = 0;
    int threads = 1;
    bool resume = false;

    /// \throws Error(InvalidParameter)
    void validate() const;
};

struct TrainingSummary {
    std::int64_t firstStep = 0; ///< steps that the checkpoint had behind it
    std::int64_t steps = 0;     ///< steps done in all
    std::int64_t viewsSeen = 0;
    double firstLoss = 0; ///< of this run's first and last step
    double lastLoss = 0;
    double probeLoss = 0;     ///< of the mean weights on unseen pictures of the surfaces
    double probeAccuracy = 0; ///< share of those pictures' parts whose surface is named rightly
    double seconds = 0;
};

/// Trains from random weights, from `startFrom` with new heads, or from the checkpoint if `resume`, and writes the
/// weights. Stopping it saves a checkpoint and then throws Cancelled. \throws Error(InvalidParameter, FileNotFound,
/// WeightsInvalid, WriteFailed, OutOfMemory), Cancelled
TrainingSummary train(const TrainingOptions &options, JobMonitor &monitor);

} // namespace spotcheck::pretrain
