#pragma once

#include <torch/types.h>

namespace spotcheck::pretrain {

/// In the order in which they lie in a batch. Two tenths of it are scratches, the others have a tenth each.
enum class DefectKind { Scratches, Stain, Shade, Foreign, Own, Missing, Specks, Dent, Bend };

/// Part of a batch.
struct Block {
    std::int64_t first;
    std::int64_t count;

    /// A view of that part of `all` [P, ...].
    torch::Tensor of(const torch::Tensor &all) const { return all.narrow(0, first, count); }
};

/// Which of `pictures` get this kind; the last kind takes what ten does not divide.
inline Block blockOf(DefectKind kind, std::int64_t pictures)
{
    const std::int64_t tenth = pictures / 10;
    if (kind == DefectKind::Scratches)
        return {0, 2 * tenth};
    const std::int64_t first = (static_cast<std::int64_t>(kind) + 1) * tenth;
    return {first, kind == DefectKind::Bend ? pictures - first : tenth};
}

} // namespace spotcheck::pretrain
