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
    const torch::Tensor colour = 1 + 0.4 * draws.normal({count, 3, 1, 1}) * draws.chance(0.4, {count, 1, 1, 1});
    return pictures + draws.sign({count, 1, 1, 1}) * draws.logUniform(least, most, {count, 1, 1, 1}) * colour;
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
    const std::int64_t eighth = count / 8;
    const DefectPlaces all = drawDefectPlaces(count, pictures.size(3), draws);
    const auto places = [&](std::int64_t first, std::int64_t eighths = 1) {
        return all.part(first * eighth, eighths * eighth);
    };
    const auto block = [&](const torch::Tensor &tensor, std::int64_t first, std::int64_t eighths = 1) {
        return tensor.narrow(0, first * eighth, eighths * eighth);
    };

    const torch::Tensor scratched = tinted(block(pictures, 0, 2), 0.1, 0.6, draws);
    const torch::Tensor stained = tinted(block(pictures, 2), 0.05, 0.35, draws);
    const torch::Tensor foreign =
        torch::lerp(block(pictures, 3), block(pictures.roll(1, 0), 3), draws.uniform(0.5, 1, {eighth, 1, 1, 1}));
    const torch::Tensor turned = torch::rot90(block(pictures, 4), 1, {2, 3}).flip({3});
    constexpr std::int64_t smoothing = 9; // px: leaves no mark of a surface standing
    constexpr std::int64_t border = smoothing / 2;
    const torch::Tensor missing = torch::avg_pool2d(
        torch::reflection_pad2d(block(pictures, 5), {border, border, border, border}), smoothing, 1);
    const torch::Tensor dent = dented(block(pictures, 6), places(6), draws);
    const Change bend = bent(block(pictures, 7), places(7), draws);

    const torch::Tensor changed = torch::cat({scratched, stained, foreign, turned, missing, dent, bend.pictures});
    const torch::Tensor shape =
        torch::cat({scratches(places(0, 2), draws), blots(places(2, 5), draws), bend.shape}).unsqueeze(1);

    const torch::Tensor marred = torch::lerp(pictures, changed, shape).clamp(0, 1);
    constexpr double visible = 0.05; // of full scale, in one channel
    const torch::Tensor change = torch::max_pool2d((marred - pictures).abs().amax(1, true), {5, 5}, {1, 1}, {2, 2});
    const torch::Tensor mask = torch::logical_and(change > visible, shape > 0.1).to(torch::kFloat32);
    const torch::Tensor planted = draws.chance(0.75, {count, 1, 1, 1});
    return {torch::lerp(pictures, marred, planted), mask * planted};
}

} // namespace spotcheck::pretrain
