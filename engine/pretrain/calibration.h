#pragma once

#include <spotcheck/core/jobmonitor.h>

#include "pretrain/drawnpictures.h"
#include "pretrain/network.h"

namespace spotcheck::pretrain {

/// Small crops see more of the border's zero padding than whole pictures do, and a mean of weights has statistics of
/// its own: takes the batch norm's running statistics anew, as a plain mean over batches of 32 captures of whole
/// `pictures`, and leaves the network in evaluation. \throws Cancelled
void calibrateBatchNorm(ResNet18 &network, const PictureSet &pictures, std::uint64_t seed, torch::Device device,
                        JobMonitor &monitor);

/// Divides every channel of layer1 to layer3 by how much it changes between two captures of the same of `pictures`.
/// \throws Cancelled
void scaleChannelsByCapture(ResNet18 &network, const PictureSet &pictures, std::uint64_t seed, torch::Device device,
                            JobMonitor &monitor);

} // namespace spotcheck::pretrain
