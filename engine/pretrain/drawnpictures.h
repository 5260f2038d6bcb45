#pragma once

#include <cstdint>
#include <vector>

#include <torch/types.h>

#include <spotcheck/core/jobmonitor.h>

#include "pretrain/pooloptions.h"

namespace spotcheck::pretrain {

/// Pictures and what they show.
struct PictureSet {
    torch::Tensor pixels;   ///< [N, S, S, 3], uint8, RGB
    torch::Tensor surfaces; ///< [N], int64
};

/// Which picture of which surface.
struct PictureName {
    int surface = 0;
    std::uint64_t number = 0;
};

/// Draws the named pictures with `options.threads` threads, in main memory. \throws Cancelled, std::bad_alloc
PictureSet drawPictures(const PoolOptions &options, const std::vector<PictureName> &names, int size,
                        JobMonitor &monitor);

/// `count` pictures of random surfaces with numbers from `firstNumber` on.
std::vector<PictureName> randomPictures(const PoolOptions &options, std::int64_t count, std::uint64_t firstNumber,
                                        std::uint64_t seed);

/// [N, 3, S, S], float32 in [0, 1]
torch::Tensor asFloats(const torch::Tensor &pixels);

} // namespace spotcheck::pretrain
