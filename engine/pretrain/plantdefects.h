#pragma once

#include "pretrain/draws.h"

namespace spotcheck::pretrain {

struct MarredScenes {
    torch::Tensor pictures; ///< [P, 3, S, S] in [0, 1]
    torch::Tensor defects;  ///< [P, 1, S, S], 1 within 2 px of where the picture changed visibly, else 0
};

/// Plants one local defect in three of four `pictures` [P, 3, S, S], P at least 10. The kinds go by tenths of the
/// batch (`DefectKind`): scratches, a stain, a soft shade, foreign matter (of the picture before), the picture's own
/// matter turned, a mark that is missing, specks, a dent, a bend. Strength runs from faint to plain.
MarredScenes plantDefects(const torch::Tensor &pictures, Draws &draws);

} // namespace spotcheck::pretrain
