#include "pretrain/regionmask.h"

#include <array>

#include "pretrain/pixelgrid.h"

namespace spotcheck::pretrain {

namespace {

/// Waves of 50 to 300 px across a random direction, [count, size, size].
torch::Tensor bands(std::int64_t count, std::int64_t size, Draws &draws)
{
    const PixelGrid grid = pixelGrid(size, draws.device());
    const torch::Tensor direction = draws.angle({count, 1, 1});
    const torch::Tensor frequency = draws.logUniform(0.02, 0.12, {count, 1, 1}); // radians a pixel
    const torch::Tensor along = direction.cos() * grid.x + direction.sin() * grid.y;
    return torch::sin(frequency * along + draws.angle({count, 1, 1})) + draws.uniform(-0.5, 0.5, {count, 1, 1});
}

} // namespace

torch::Tensor drawRegionMask(std::int64_t scenes, std::int64_t size, Draws &draws)
{
    constexpr std::array<std::int64_t, 4> knots{3, 4, 6, 9}; // of the patches, across the picture
    const std::int64_t knot = knots[static_cast<std::size_t>(draws.below(4, {1}).item<std::int64_t>())];
    torch::Tensor height = torch::upsample_bicubic2d(draws.normal({scenes, 1, knot, knot}), {size, size}, false);

    const std::int64_t straight = scenes / 3;
    const torch::Tensor single = bands(straight, size, draws);
    const torch::Tensor crossed = torch::minimum(bands(straight, size, draws), bands(straight, size, draws));
    const torch::Tensor isSingle = draws.chance(0.5, {straight, 1, 1});
    height.narrow(0, scenes - straight, straight).select(1, 0).copy_(torch::where(isSingle > 0, single, crossed));

    const torch::Tensor steepness = draws.logUniform(4, 40, {scenes, 1, 1, 1});
    const torch::Tensor mask = ((height - 0.3 * draws.normal({scenes, 1, 1, 1})) * steepness + 0.5).clamp(0, 1);
    return mask * draws.chance(0.5, {scenes, 1, 1, 1});
}

} // namespace spotcheck::pretrain
