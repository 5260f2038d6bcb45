#include "pretrain/partmask.h"

#include "pretrain/pixelgrid.h"

namespace spotcheck::pretrain {

torch::Tensor drawPartMask(std::int64_t scenes, std::int64_t size, Draws &draws)
{
    const std::vector<std::int64_t> each{scenes, 1, 1};
    const auto side = static_cast<double>(size);
    const PixelGrid grid = pixelGrid(size, draws.device());
    const torch::Tensor turn = draws.angle(each);
    const torch::Tensor power = draws.logUniform(2, 10, each); // 2: an ellipse
    const torch::Tensor dx = grid.x - side / 2 - 0.06 * side * draws.normal(each);
    const torch::Tensor dy = grid.y - side / 2 - 0.06 * side * draws.normal(each);
    const torch::Tensor along = turn.cos() * dx + turn.sin() * dy;
    const torch::Tensor across = turn.cos() * dy - turn.sin() * dx;
    const torch::Tensor length = draws.uniform(0.2, 0.45, each) * side; // from the middle, px
    const torch::Tensor width = draws.uniform(0.12, 0.45, each) * side;
    const torch::Tensor distance =
        ((along / length).abs().pow(power) + (across / width).abs().pow(power)).pow(1 / power);
    const torch::Tensor softness = draws.logUniform(1, 4, each); // px
    return ((1 - distance) * torch::minimum(length, width) / softness + 0.5).clamp(0, 1).unsqueeze(1);
}

} // namespace spotcheck::pretrain
