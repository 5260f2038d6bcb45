#include "pretrain/defectshapes.h"

#include "pretrain/pixelgrid.h"

namespace spotcheck::pretrain {

namespace {

torch::Tensor enlarged(const torch::Tensor &noise, std::int64_t size)
{
    return torch::upsample_bicubic2d(noise, {size, size}, false).select(1, 0);
}

torch::Tensor blots(const DefectPlaces &places, Draws &draws)
{
    const std::int64_t count = places.count();
    const PixelGrid grid = pixelGrid(places.size, draws.device());
    const torch::Tensor dx = grid.x - places.x;
    const torch::Tensor dy = grid.y - places.y;
    const torch::Tensor longWay = places.turn.cos() * dx + places.turn.sin() * dy;
    const torch::Tensor shortWay = places.turn.cos() * dy - places.turn.sin() * dx;
    const torch::Tensor ragged = draws.uniform(0, 0.7, {count, 1, 1});
    const torch::Tensor roughness = ragged * enlarged(draws.normal({count, 1, 24, 24}), places.size);
    const torch::Tensor distance =
        ((longWay / places.radius).square() + (shortWay * places.stretch / places.radius).square()).sqrt() +
        0.5 * roughness;
    const torch::Tensor softness = draws.logUniform(1, 6, {count, 1, 1}); // px
    const Block shade = blockOf(DefectKind::Shade, count);
    shade.of(softness).copy_(shade.of(places.radius));
    return ((1 - distance) * places.radius / softness + 0.5).clamp(0, 1);
}

torch::Tensor scratches(const DefectPlaces &places, Draws &draws)
{
    constexpr int pieces = 6;
    const std::vector<std::int64_t> each{places.count(), 1, 1};
    const PixelGrid grid = pixelGrid(places.size, draws.device());
    const torch::Tensor length =
        draws.logUniform(0.08, 0.8, each) * static_cast<double>(places.size) / pieces; // of one piece, px
    const torch::Tensor wandering = draws.logUniform(0.1, 0.9, each);                  // radians a piece
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
        heading = heading + wandering * draws.normal(each);
    }
    return (draws.logUniform(0.5, 2, each) - distance + 0.5).clamp(0, 1);
}

/// Dots some 3 px wide all over, [count, size, size]: pits, pores.
torch::Tensor dots(std::int64_t count, std::int64_t size, Draws &draws)
{
    const torch::Tensor height = enlarged(draws.normal({count, 1, size / 3, size / 3}), size);
    return ((height - draws.uniform(0.8, 1.8, {count, 1, 1})) * 4 + 0.5).clamp(0, 1);
}

} // namespace

DefectPlaces DefectPlaces::part(const Block &block) const
{
    return {block.of(x), block.of(y), block.of(radius), block.of(stretch), block.of(turn), size};
}

DefectPlaces drawDefectPlaces(std::int64_t pictures, std::int64_t size, Draws &draws)
{
    const auto side = static_cast<double>(size);
    const std::vector<std::int64_t> each{pictures, 1, 1};
    DefectPlaces places;
    places.x = draws.uniform(0.12 * side, 0.88 * side, each);
    places.y = draws.uniform(0.12 * side, 0.88 * side, each);
    places.radius = draws.logUniform(2.5, 26, each);
    places.stretch = draws.uniform(1, 2.5, each);
    places.turn = draws.angle(each);
    places.size = size;
    const Block shade = blockOf(DefectKind::Shade, pictures);
    shade.of(places.radius).copy_(draws.logUniform(10, 40, {shade.count, 1, 1}));
    return places;
}

torch::Tensor drawDefectShapes(const DefectPlaces &places, Draws &draws)
{
    const torch::Tensor shapes = blots(places, draws);
    const Block lines = blockOf(DefectKind::Scratches, places.count());
    lines.of(shapes).copy_(scratches(places.part(lines), draws));
    const torch::Tensor specks = blockOf(DefectKind::Specks, places.count()).of(shapes);
    specks.copy_(dots(specks.size(0), places.size, draws) * (specks > 0.5));
    return shapes;
}

} // namespace spotcheck::pretrain
