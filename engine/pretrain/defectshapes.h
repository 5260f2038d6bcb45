#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// Where the defects of P pictures of `size` px lie, how large and how turned: each [P, 1, 1], in px and radians.
struct DefectPlaces {
    torch::Tensor x;
    torch::Tensor y;
    torch::Tensor radius;
    torch::Tensor turn;
    std::int64_t size;

    std::int64_t count() const { return x.size(0); }
    DefectPlaces part(std::int64_t first, std::int64_t count) const;
};

DefectPlaces drawDefectPlaces(std::int64_t pictures, std::int64_t size, Draws &draws);

/// Rough ellipses with a soft edge: [P, size, size] in [0, 1].
torch::Tensor blots(const DefectPlaces &places, Draws &draws);

/// Chains of five straight pieces, 0.5 to 2 px to each side: [P, size, size] in [0, 1].
torch::Tensor scratches(const DefectPlaces &places, Draws &draws);

} // namespace spotcheck::pretrain
