#pragma once

#include "detectors/cfadescriptor.h"
#include "export/modulescript.h"

namespace spotcheck {

/// `described(layers)`: what CFA's descriptor makes of layers [N, C, H, W] after neighbourhood pooling over
/// `neighbourhood` grid positions, a grid [N, rows, columns, D]. Adds `addLayerSteps` itself.
void addDescriptor(ModuleScript &script, const CfaDescriptor &descriptor, int neighbourhood);

} // namespace spotcheck
