#pragma once

#include <optional>
#include <string>

#include "backbone/networkplan.h"

namespace spotcheck {

/// Stem ("stem": the first convolution before its pooling) and four stages ("layer1" ... "layer4").
/// He et al., Deep Residual Learning (2016), with torchvision's stride on the 3x3 convolution of a bottleneck;
/// Zagoruyko and Komodakis, Wide Residual Networks (2016). Nothing for another architecture.
std::optional<NetworkPlan> resNetPlan(const std::string &architecture);

} // namespace spotcheck
