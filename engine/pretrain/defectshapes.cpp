#include "pretrain/defectshapes.h"

#include "pretrain/pixelgrid.h"

namespace spotcheck::pretrain {

DefectPlaces DefectPlaces::part(std::int64_t first, std::int64_t count) const
{
    const auto cut = [&](const torch::Tensor &all) { return all.narrow(0, first, count); };
    return {cut(x), cut(y), cut(radius), cut(turn), size};
}

DefectPlaces drawDefectPlaces(std::int64_t pictures, std::int64_t size, Draws &draws)
{
    const auto side = static_cast<double>(size);
    const std::vector<std::int64_t> each{pictures, 1, 1};
    DefectPlaces places;
    places.x = draws.uniform(0.15 * side, 0.85 * side, each);
    places.y = draws.uniform(0.15 * side, 0.85 * side, each);
    places.radius = draws.logUniform(2.5, 22, each);
    places.turn = draws.angle(each);
    places.size = size;
    return places;
}

torch::Tensor blots(const DefectPlaces &places, Draws &draws)
{
    const std::int64_t count = places.count();
    const PixelGrid grid = pixelGrid(places.size, draws.device());
    const torch::Tensor dx = grid.x - places.x;
    const torch::Tensor dy = grid.y - places.y;
    const torch::Tensor longWay = places.turn.cos() * dx + places.turn.sin() * dy;
    const torch::Tensor shortWay = places.turn.cos() * dy - places.turn.sin() * dx;
    const torch::Tensor stretch = draws.uniform(1, 2.5, {count, 1, 1});
    const torch::Tensor roughness =
        draws.uniform(0, 0.7, {count, 1, 1}) *
        torch::upsample_bicubic2d(draws.normal({count, 1, 24, 24}), {places.size, places.size}, false).select(1, 0);
    const torch::Tensor distance =
        ((longWay / places.radius).square() + (shortWay * stretch / places.radius).square()).sqrt();
    const torch::Tensor softness = draws.logUniform(1, 6, {count, 1, 1}); // px
    return ((1 - distance - 0.5 * roughness) * places.radius / softness + 0.5).clamp(0, 1);
}

torch::Tensor scratches(const DefectPlaces &places, Draws &draws)
{
    constexpr int pieces = 5;
    const std::vector<std::int64_t> each{places.count(), 1, 1};
    const PixelGrid grid = pixelGrid(places.size, draws.device());
    const torch::Tensor length =
        draws.uniform(0.15, 0.8, each) * static_cast<double>(places.size) / pieces; // of one piece, px
    const torch::Tensor bend = 0.2 * draws.normal(each);                            // radians a piece
    torch::Tensor x = places.x;
    torch::Tensor y = places.y;
    torch::Tensor heading = places.turn;
    torch::Tensor distance;
    for (int piece = 0; piece < pieces; ++piece) {
        const torch::Tensor stepX = length * heading.cos();
        const torch::Tensor stepY = length * heading.sin();
        const torch::Tensor along = (((grid.x - x) * stepX + (grid.y - y) * stepY) / length.square()).clamp(0, 1);
        const torch::Tensor toPiece =
            ((grid.x - x - along * stepX).square() + (grid.y - y - along * stepY).square()).sqrt();
        distance = piece == 0 ? toPiece : torch::minimum(distance, toPiece);
        x = x + stepX;
        y = y + stepY;
        heading = heading + bend + 0.2 * draws.normal(each);
    }
    return (draws.logUniform(0.5, 2, each) - distance + 0.5).clamp(0, 1);
}

} // namespace spotcheck::pretrain
