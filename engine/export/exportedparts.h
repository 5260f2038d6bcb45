#pragma once

#include <spotcheck/export/torchscript.h>
#include <spotcheck/model/model.h>

#include "export/modulescript.h"

namespace spotcheck {

/// The parts of an exported module. `whole` calls `backbone` and `detector`, its submodules of these names.
struct ExportedParts {
    ModuleScript backbone; ///< `forward(pictures)`: [N, 3, H, W] to the list of layers
    ModuleScript detector; ///< `forward(layers)`: to scores [N, rows, columns] and image scores [N]
    ModuleScript whole;    ///< `forward(pictures)`: as TorchScriptOptions says
    std::string metadata;  ///< JSON
};

} // namespace spotcheck
