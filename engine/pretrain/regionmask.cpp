#include "pretrain/regionmask.h"

#include <vector>

#include "pretrain/pixelgrid.h"

namespace spotcheck::pretrain {

namespace {

/// Noise of four cell sizes, a quarter of the scenes each, [scenes, 1, size, size].
torch::Tensor patches(std::int64_t scenes, std::int64_t size, Draws &draws)
{
    std::vector<torch::Tensor> quarters;
    std::int64_t first = 0;
    for (const std::int64_t cells : {3, 4, 6, 9}) { // across the picture
        const std::int64_t end = static_cast<std::int64_t>(quarters.size() + 1) * scenes / 4;
        quarters.push_back(
            torch::upsample_bicubic2d(draws.normal({end - first, 1, cells, cells}), {size, size}, false));
        first = end;
    }
    return torch::cat(quarters);
}

/// Waves of 50 to 300 px across a random direction, [count, size, size].
torch::Tensor bands(std::int64_t count, std::int64_t size, Draws &draws)
{
    const PixelGrid grid = pixelGrid(size, draws.device());
    const torch::Tensor direction = draws.angle({count, 1, 1});
    const torch::Tensor frequency = draws.logUniform(0.02, 0.12, {count, 1, 1}); // radians a pixel
    const torch::Tensor along = direction.cos() * grid.x + direction.sin() * grid.y;
    const torch::Tensor wave = torch::sin(frequency * along + draws.angle({count, 1, 1}));
    return wave + draws.uniform(-0.5, 0.5, {count, 1, 1});
}

} // namespace

torch::Tensor drawRegionMask(std::int64_t scenes, std::int64_t size, Draws &draws)
{
    torch::Tensor height = patches(scenes, size, draws);
    const torch::Tensor straight = height.slice(0, 0, scenes, 3).select(1, 0);
    const torch::Tensor isSingle = draws.chance(0.5, {straight.size(0), 1, 1});
    const torch::Tensor single = bands(straight.size(0), size, draws);
    const torch::Tensor first = bands(straight.size(0), size, draws);
    const torch::Tensor second = bands(straight.size(0), size, draws);
    straight.copy_(torch::where(isSingle > 0, single, torch::minimum(first, second)));
    // What follows a scene (turns, defects) has its kinds in blocks, too.
    height = height.index_select(0, draws.uniform(0, 1, {scenes}).argsort());

    const torch::Tensor level = 0.3 * draws.normal({scenes, 1, 1, 1});
    const torch::Tensor steepness = draws.logUniform(4, 40, {scenes, 1, 1, 1});
    const torch::Tensor mask = ((height - level) * steepness + 0.5).clamp(0, 1);
    return mask * draws.chance(0.5, {scenes, 1, 1, 1});
}

} // namespace spotcheck::pretrain
