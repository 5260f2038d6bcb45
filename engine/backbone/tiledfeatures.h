#pragma once

#include <functional>
#include <vector>

#include <spotcheck/backbone/featuremap.h>
#include <spotcheck/image/tiling.h>

namespace spotcheck {

/// Lays the feature maps of all tiles together to maps of the whole input, `[H, W, C]` each. Where tiles overlap,
/// their values are blended linearly, so that no seam shows although every tile was seen with its own border.
/// `mapsOf(tile)` is asked for one tile after the other and its answer is not kept: memory is bounded by the result
/// and one tile. `strides`: input pixels a grid step, of each layer. A single tile's maps are returned as they are.
/// \throws Error(InvalidParameter) for maps that do not have the size that tile and stride make
FeatureMaps joinTiles(const Tiling &tiling, cv::Size tile, const std::vector<int> &strides,
                      const std::function<FeatureMaps(int tile)> &mapsOf);

} // namespace spotcheck
