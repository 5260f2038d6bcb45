#pragma once

#include <optional>
#include <string>

#include "backbone/networkplan.h"

namespace spotcheck {

/// Stem ("stem"), seven stages of inverted residual blocks ("stage1" ... "stage7") and the last 1x1 convolution
/// ("head"). Tan and Le, EfficientNet (2019), in torchvision's layout; stochastic depth is for training alone.
/// Nothing for another architecture.
std::optional<NetworkPlan> efficientNetPlan(const std::string &architecture);

} // namespace spotcheck
