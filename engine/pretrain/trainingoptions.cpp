#include <cmath>

#include <torch/cuda.h>

#include <spotcheck/core/error.h>

#include "pretrain/trainer.h"

namespace spotcheck::pretrain {

void TrainingOptions::validate() const
{
    const auto require = [](bool holds, const char *what) {
        if (!holds)
            throw Error(ErrorCode::InvalidParameter, what);
    };
    require(!output.empty(), "a file for the weights is needed");
    require(!checkpoint.empty(), "a file for the checkpoint is needed");
    require(startFrom.empty() || !resume, "either start from weights or resume from a checkpoint");
    require(device == "cpu" || device == "cuda", "the device must be cpu or cuda");
    require(device == "cpu" || torch::cuda::is_available(), "this LibTorch finds no CUDA device");
    require(steps >= 1, "steps must be at least 1");
    require(pairs >= 16 && pairs <= 4096 && pairs % 8 == 0, "pairs must be a multiple of 8, from 16 to 4096");
    require(cropSize >= 32 && cropSize % 32 == 0, "the crop size must be a multiple of 32, in pixels");
    require(learningRate > 0 && std::isfinite(learningRate), "the learning rate must be above 0");
    require(weightDecay >= 0 && std::isfinite(weightDecay), "the weight decay must not be below 0");
    require(checkpointEvery >= 1, "the steps between checkpoints must be at least 1");
    require(wholeSize >= 32, "whole pictures must be at least 32 px");
    require(calibrationPictures >= 16, "at least 16 calibration pictures are needed");
    require(scalePictures >= 2, "at least 2 pictures are needed for the scale of the channels");
    require(pool.surfaces >= 2, "at least 2 surfaces are needed");
    require(pool.picturesPerSurface >= 1, "at least 1 picture a surface is needed");
    require(pool.kept >= pool.picturesPerSurface, "as many pictures a surface must be kept as are drawn at first");
    require(pool.size >= cropSize, "pictures must be at least as large as the crops");
    require(pool.chunkEvery >= 0, "the steps between new pictures must not be below 0");
    require(pool.chunk >= 1 && pool.chunk <= pool.surfaces,
            "of each surface at most one new picture can come in at a time");
    require(threads >= 1 && threads <= 1024, "threads must be from 1 to 1024");
}

} // namespace spotcheck::pretrain
