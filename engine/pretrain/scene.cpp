#include "pretrain/scene.h"

#include "pretrain/partmask.h"
#include "pretrain/regionmask.h"

namespace spotcheck::pretrain {

namespace {

/// Turns and flips go by blocks of the batch: which picture is in which block is chance already.
torch::Tensor turned(const torch::Tensor &pictures)
{
    std::vector<torch::Tensor> blocks = pictures.chunk(8);
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        const torch::Tensor byQuarters = torch::rot90(blocks[block], static_cast<std::int64_t>(block / 2), {2, 3});
        blocks[block] = block % 2 == 0 ? byQuarters : byQuarters.flip({3});
    }
    return torch::cat(blocks);
}

} // namespace

Scenes composeScenes(const PictureSet &outer, const PictureSet &inner, Draws &draws)
{
    const torch::Tensor ground = turned(asFloats(outer.pixels));
    const torch::Tensor inlay = turned(asFloats(inner.pixels));
    const std::int64_t count = ground.size(0);
    const std::int64_t size = ground.size(3);
    const torch::Tensor isPart = draws.chance(0.25, {count, 1, 1, 1});
    const torch::Tensor part = drawPartMask(count, size, draws);
    const torch::Tensor region = torch::where(isPart > 0, part, drawRegionMask(count, size, draws));
    return {torch::lerp(ground, inlay, region), region, outer.surfaces, inner.surfaces};
}

} // namespace spotcheck::pretrain
