#pragma once

#include <span>

#include <ATen/core/Tensor.h>

#include "detectors/reconpatchtraining.h"

namespace spotcheck {

/// `headsGradient` in LibTorch's tensors, for a card; on the device.
struct HeadsGradientTensors {
    at::Tensor loss; ///< one number
    at::Tensor f;
    at::Tensor g;
};

/// Eq. 1 to 7 as `headsGradient` computes them, to rounding; among equal distances the first count as nearer.
/// Features and weights are copied to `device`; nothing is copied back. \throws c10::Error
HeadsGradientTensors headsGradientTensors(std::span<const float> features, const LinearHeads &heads,
                                          const LinearHeads &targets, const ReConPatchLossOptions &options,
                                          const at::Device &device);

/// The same, copied back. \throws Error(OutOfMemory, Internal)
HeadsGradient headsGradientOn(const at::Device &device, std::span<const float> features, const LinearHeads &heads,
                              const LinearHeads &targets, const ReConPatchLossOptions &options);

} // namespace spotcheck
