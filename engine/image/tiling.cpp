#include <spotcheck/image/tiling.h>

#include <algorithm>
#include <cmath>
#include <string>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

constexpr int mostTiles = 16;        // a side
constexpr int coarsestGridStep = 32; // px, of a ResNet's or an EfficientNet's last layer

int stepAlong(int side, double overlap)
{
    const int wanted = static_cast<int>(std::ceil((1 - overlap) * side / coarsestGridStep)) * coarsestGridStep;
    // A tile that is no multiple of the grid step has a partial step at its end, which overlaps in any case.
    return std::clamp(wanted, coarsestGridStep,
                      std::max(coarsestGridStep, side / coarsestGridStep * coarsestGridStep));
}

} // namespace

void Tiling::validate() const
{
    for (const int tiles : {columns, rows}) {
        if (tiles < 1 || tiles > mostTiles)
            throw Error(ErrorCode::InvalidParameter, std::to_string(columns) + " x " + std::to_string(rows) +
                                                         " tiles; 1 to " + std::to_string(mostTiles) +
                                                         " a side are possible.");
    }
    if (!(overlap >= 0 && overlap <= 0.5))
        throw Error(ErrorCode::InvalidParameter, std::string("The overlap of the tiles must be between 0 and 0.5."));
}

cv::Size Tiling::step(cv::Size tile) const
{
    return {stepAlong(tile.width, overlap), stepAlong(tile.height, overlap)};
}

cv::Size Tiling::wholeInput(cv::Size tile) const
{
    const cv::Size distance = step(tile);
    return {tile.width + (columns - 1) * distance.width, tile.height + (rows - 1) * distance.height};
}

cv::Point Tiling::origin(int index, cv::Size tile) const
{
    const cv::Size distance = step(tile);
    return {index % columns * distance.width, index / columns * distance.height};
}

} // namespace spotcheck
