#pragma once

#include "pretrain/defectkinds.h"
#include "pretrain/draws.h"

namespace spotcheck::pretrain {

/// Where the defects of P pictures of `size` px lie, how large and how turned: each [P, 1, 1], in px and radians.
struct DefectPlaces {
    torch::Tensor x;
    torch::Tensor y;
    torch::Tensor radius;  ///< along `turn`
    torch::Tensor stretch; ///< how much narrower across
    torch::Tensor turn;
    std::int64_t size;

    std::int64_t count() const { return x.size(0); }
    DefectPlaces part(const Block &block) const;
};

DefectPlaces drawDefectPlaces(std::int64_t pictures, std::int64_t size, Draws &draws);

/// How much of a defect shows where, [P, size, size] in [0, 1]. Scratches are chains of six straight pieces, 0.5 to
/// 2 px to each side; shades rough ellipses that fade over their own radius; specks dots within a rough ellipse; all
/// others rough ellipses with an edge of 1 to 6 px.
torch::Tensor drawDefectShapes(const DefectPlaces &places, Draws &draws);

} // namespace spotcheck::pretrain
