#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// Places of P pairs of captures at which the dense term looks, coordinates from -1 to 1 (x first).
struct Places {
    torch::Tensor anchors;   ///< [P, K, 2], in the first capture
    torch::Tensor defective; ///< [P, D, 2], in the second one, on its defect
    torch::Tensor marred;    ///< [P], bool: has a defect; `defective` means something only there
};

/// `defects` [P, 1, S, S]; `cells` of the feature map across.
Places drawPlaces(const torch::Tensor &defects, std::int64_t cells, std::int64_t anchors, Draws &draws);

} // namespace spotcheck::pretrain
