#pragma once

#include "detectors/patchembedding.h"
#include "export/modulescript.h"

namespace spotcheck {

// What detectors do with the backbone's layers, as TorchScript. Layers are [N, C, H, W], grids [N, rows, columns, D].

/// `pooled(layer, side)`: neighbourhood means, as `meanNeighbourhoods`. `brought(layer, grid)`: bilinearly to the
/// rows and columns of another layer, as `resizeGrid`.
void addLayerSteps(ModuleScript &script);

/// `embedded(layers)`: what `embedding` makes of the layers, a grid. Adds `addLayerSteps` itself.
void addEmbedding(ModuleScript &script, const PatchEmbedding &embedding);

} // namespace spotcheck
