#include "pretrain/views.h"

#include "pretrain/sampling.h"

namespace spotcheck::pretrain {

namespace {

/// A square of `side` (of the scene's), turned by `turn`, around (x, y); all [P].
torch::Tensor affineMap(const torch::Tensor &side, const torch::Tensor &turn, const torch::Tensor &x,
                        const torch::Tensor &y)
{
    const torch::Tensor cosine = side * turn.cos();
    const torch::Tensor sine = side * turn.sin();
    return torch::stack({torch::stack({cosine, -sine, x}, -1), torch::stack({sine, cosine, y}, -1)}, 1);
}

} // namespace

ViewPair drawViews(std::int64_t scenes, Draws &draws)
{
    const torch::Tensor side = draws.uniform(0.52, 0.96, {scenes});
    const torch::Tensor room = 1 - side;
    const torch::Tensor turn = draws.uniform(-0.25, 0.25, {scenes});
    const torch::Tensor x = draws.uniform(-1, 1, {scenes}) * room;
    const torch::Tensor y = draws.uniform(-1, 1, {scenes}) * room;
    const torch::Tensor otherSide = (side * draws.logUniform(0.88, 1.13, {scenes})).clamp(0.48, 1);
    const torch::Tensor otherTurn = turn + draws.uniform(-0.2, 0.2, {scenes});
    const torch::Tensor otherX = x + draws.uniform(-0.3, 0.3, {scenes}) * side;
    const torch::Tensor otherY = y + draws.uniform(-0.3, 0.3, {scenes}) * side;
    return {affineMap(side, turn, x, y), affineMap(otherSide, otherTurn, otherX, otherY)};
}

torch::Tensor look(const torch::Tensor &maps, const torch::Tensor &view, std::int64_t size)
{
    const torch::Tensor grid = torch::affine_grid_generator(view, {maps.size(0), 1, size, size}, false);
    return sample(maps, grid, Interpolation::Bilinear, Beyond::Reflection);
}

torch::Tensor carry(const torch::Tensor &points, const torch::Tensor &from, const torch::Tensor &to)
{
    const auto turn = [](const torch::Tensor &view) { return view.narrow(2, 0, 2); };
    const auto shift = [](const torch::Tensor &view) { return view.narrow(2, 2, 1).transpose(1, 2); };
    const torch::Tensor inScene = points.matmul(turn(from).transpose(1, 2)) + shift(from);
    return (inScene - shift(to)).matmul(torch::linalg_inv(turn(to)).transpose(1, 2));
}

torch::Tensor inView(const torch::Tensor &points)
{
    return points.abs().amax(-1) < 0.95;
}

} // namespace spotcheck::pretrain
