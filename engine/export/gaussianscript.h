#pragma once

#include "detectors/channelsubset.h"
#include "detectors/positiongaussians.h"
#include "export/modulescript.h"

namespace spotcheck {

/// `chosen(layers)`: the subset's channels of layers [N, C, H, W] on the first one's grid, [N, rows, columns, D].
void addChannelSubset(ModuleScript &script, const ChannelSubset &subset);

/// `judged(patches)`: Mahalanobis distances [L] of one picture's patches [L, D], and the largest of them.
void addPositionGaussians(ModuleScript &script, const PositionGaussians &gaussians);

} // namespace spotcheck
