#include "pretrain/plantdefects.h"

#include "pretrain/defectshapes.h"
#include "pretrain/pixelgrid.h"
#include "pretrain/sampling.h"

namespace spotcheck::pretrain {

namespace {

/// Pictures [n, 3, S, S] as they would be with the defect all over, and how much of it shows where.
struct Change {
    torch::Tensor pictures; ///< [n, 3, S, S]
    torch::Tensor shape;    ///< [n, S, S] in [0, 1]
};

/// Lighter or darker by `least` to `most`, in four of ten also of another colour.
torch::Tensor tinted(const torch::Tensor &pictures, double least, double most, Draws &draws)
{
    const std::int64_t count = pictures.size(0);
    const torch::Tensor sign = draws.sign({count, 1, 1, 1});
    const torch::Tensor tint = 0.4 * draws.normal({count, 3, 1, 1});
    const torch::Tensor colour = 1 + tint * draws.chance(0.4, {count, 1, 1, 1});
    return pictures + sign * draws.logUniform(least, most, {count, 1, 1, 1}) * colour;
}

/// Without what stands on a surface.
torch::Tensor smoothed(const torch::Tensor &pictures)
{
    constexpr std::int64_t smoothing = 9; // px: leaves no mark of a surface standing
    constexpr std::int64_t border = smoothing / 2;
    return torch::avg_pool2d(torch::reflection_pad2d(pictures, {border, border, border, border}), smoothing, 1);
}

/// Light that rises across the defect, as on a slope.
torch::Tensor dented(const torch::Tensor &pictures, const DefectPlaces &places, Draws &draws)
{
    const PixelGrid grid = pixelGrid(places.size, draws.device());
    const torch::Tensor slope = ((grid.x - places.x) * places.turn.cos() + (grid.y - places.y) * places.turn.sin()) /
                                places.radius * draws.uniform(0.15, 0.6, {places.count(), 1, 1});
    return pictures + slope.unsqueeze(1);
}

/// Matter pushed aside by 2 to 7 px.
Change bent(const torch::Tensor &pictures, const DefectPlaces &places, Draws &draws)
{
    const PixelGrid grid = pixelGrid(places.size, draws.device());
    const torch::Tensor reach = 1.2 * places.radius.clamp_min(7);
    const torch::Tensor strength =
        (-((grid.x - places.x).square() + (grid.y - places.y).square()) / reach.square()).exp();
    const torch::Tensor push = draws.uniform(2, 7, {places.count(), 1, 1}) * strength; // px
    const double perPixel = 2.0 / static_cast<double>(places.size);
    const torch::Tensor flow = torch::stack(
        {(grid.x + push * places.turn.cos()) * perPixel - 1, (grid.y + push * places.turn.sin()) * perPixel - 1}, -1);
    return {sample(pictures, flow, Interpolation::Bilinear, Beyond::Reflection),
            (strength > 0.2).to(torch::kFloat32)};
}

} // namespace

MarredScenes plantDefects(const torch::Tensor &pictures, Draws &draws)
{
    const std::int64_t count = pictures.size(0);
    const DefectPlaces places = drawDefectPlaces(count, pictures.size(3), draws);
    const torch::Tensor shapes = drawDefectShapes(places, draws);
    const torch::Tensor changed = pictures.clone();
    const auto clean = [&](DefectKind kind) { return blockOf(kind, count).of(pictures); };
    const auto put = [&](DefectKind kind, const torch::Tensor &as) { blockOf(kind, count).of(changed).copy_(as); };

    using enum DefectKind;
    put(Scratches, tinted(clean(Scratches), 0.08, 0.6, draws));
    put(Stain, tinted(clean(Stain), 0.05, 0.35, draws));
    put(Shade, tinted(clean(Shade), 0.06, 0.3, draws));
    put(Specks, tinted(clean(Specks), 0.1, 0.5, draws));
    const Block foreign = blockOf(Foreign, count);
    const torch::Tensor opacity = draws.uniform(0.35, 1, {foreign.count, 1, 1, 1});
    put(Foreign, torch::lerp(clean(Foreign), foreign.of(pictures.roll(1, 0)), opacity));
    put(Own, torch::rot90(clean(Own), 1, {2, 3}).flip({3}));
    put(Missing, smoothed(clean(Missing)));
    put(Dent, dented(clean(Dent), places.part(blockOf(Dent, count)), draws));
    const Change bend = bent(clean(Bend), places.part(blockOf(Bend, count)), draws);
    put(Bend, bend.pictures);
    blockOf(Bend, count).of(shapes).copy_(bend.shape);

    const torch::Tensor shape = shapes.unsqueeze(1);
    const torch::Tensor marred = torch::lerp(pictures, changed, shape).clamp(0, 1);
    constexpr double visible = 0.05; // of full scale, in one channel
    const torch::Tensor change = torch::max_pool2d((marred - pictures).abs().amax(1, true), {5, 5}, {1, 1}, {2, 2});
    const torch::Tensor mask = torch::logical_and(change > visible, shape > 0.1).to(torch::kFloat32);
    const torch::Tensor planted = draws.chance(0.75, {count, 1, 1, 1});
    return {torch::lerp(pictures, marred, planted), mask * planted};
}

} // namespace spotcheck::pretrain
