#pragma once

#include <cstdint>
#include <vector>

#include <torch/types.h>

#include "pretrain/picturepool.h"

namespace spotcheck::pretrain {

/// Pairs of captures of the same crop: first half clean, second half the same places again under other light,
/// most of them with one planted defect.
struct TrainingBatch {
    torch::Tensor pictures; ///< [2P, 3, S, S], normalised, channels last
    torch::Tensor surfaces; ///< [2P], int64
    torch::Tensor defects;  ///< [P, 1, S, S], 0 or 1: the defects of the second half
};

/// [N, 3, S, S] with ImageNet's mean and deviation, as BackboneInfo's defaults: what the product feeds the network.
torch::Tensor normalisedPictures(const std::vector<cv::Mat3f> &pictures);

/// The batch is a function of (pool, sequence) alone, so a resumed training sees what it would have seen.
TrainingBatch makeBatch(const PicturePool &pool, int pairs, int cropSize, std::uint64_t sequence);

/// The same from pictures of the pool's surfaces that no training batch contains.
TrainingBatch makeProbeBatch(const PoolOptions &options, int pairs, int cropSize, std::uint64_t sequence);

} // namespace spotcheck::pretrain
