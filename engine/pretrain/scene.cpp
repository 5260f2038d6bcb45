#include "pretrain/scene.h"

#include "pretrain/regionmask.h"

namespace spotcheck::pretrain {

namespace {

struct Sources {
    torch::Tensor pictures; ///< [P, 3, S, S]
    torch::Tensor surfaces; ///< [P]
};

/// Turns and flips go by blocks of the batch: which picture is in which block is chance already.
Sources randomSources(const PictureSet &set, std::int64_t count, Draws &draws)
{
    const torch::Tensor chosen = draws.below(set.surfaces.size(0), {count});
    std::vector<torch::Tensor> turned = asFloats(set.pixels.index_select(0, chosen)).chunk(4);
    for (std::size_t quarters = 0; quarters < turned.size(); ++quarters)
        turned[quarters] = torch::rot90(turned[quarters], static_cast<std::int64_t>(quarters), {2, 3});
    std::vector<torch::Tensor> flipped = torch::cat(turned).chunk(8);
    for (std::size_t block = 1; block < flipped.size(); block += 2)
        flipped[block] = flipped[block].flip({3});
    return {torch::cat(flipped), set.surfaces.index_select(0, chosen)};
}

} // namespace

Scenes composeScenes(const PictureSet &pictures, std::int64_t count, Draws &draws)
{
    const Sources outer = randomSources(pictures, count, draws);
    const Sources inner = randomSources(pictures, count, draws);
    const torch::Tensor region = drawRegionMask(count, outer.pictures.size(3), draws);
    return {torch::lerp(outer.pictures, inner.pictures, region), region, outer.surfaces, inner.surfaces};
}

} // namespace spotcheck::pretrain
