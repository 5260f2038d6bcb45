#include "detectors/gridresize.h"

#include <algorithm>
#include <cmath>

namespace spotcheck {

namespace {

template <class Grid>
void interpolateAt(const Grid &grid, int dimensions, const BetweenLines &v, const BetweenLines &h, float *target)
{
    const float *topLeft = grid.at(v.first, h.first);
    const float *topRight = grid.at(v.first, h.second);
    const float *bottomLeft = grid.at(v.second, h.first);
    const float *bottomRight = grid.at(v.second, h.second);
    const float a = (1 - v.weight) * (1 - h.weight);
    const float b = (1 - v.weight) * h.weight;
    const float c = v.weight * (1 - h.weight);
    const float d = v.weight * h.weight;
    for (int i = 0; i < dimensions; ++i)
        target[i] = a * topLeft[i] + b * topRight[i] + c * bottomLeft[i] + d * bottomRight[i];
}

template <class Grid>
PatchGrid resized(const Grid &grid, int sourceRows, int sourceColumns, int dimensions, int rows, int columns)
{
    PatchGrid target{rows, columns, dimensions, {}};
    target.values.resize(target.patches() * static_cast<std::size_t>(dimensions));
    const std::vector<BetweenLines> vertical = betweenLines(sourceRows, rows);
    const std::vector<BetweenLines> horizontal = betweenLines(sourceColumns, columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            interpolateAt(grid, dimensions, vertical[static_cast<std::size_t>(row)],
                          horizontal[static_cast<std::size_t>(column)], target.at(row, column));
        }
    }
    return target;
}

} // namespace

std::vector<BetweenLines> betweenLines(int source, int target)
{
    std::vector<BetweenLines> lines(static_cast<std::size_t>(target));
    const double step = static_cast<double>(source) / target;
    for (int index = 0; index < target; ++index) {
        const double position = std::max(0.0, (index + 0.5) * step - 0.5);
        const int first = std::min(static_cast<int>(position), source - 1);
        lines[static_cast<std::size_t>(index)] = {first, std::min(first + 1, source - 1),
                                                  static_cast<float>(position - first)};
    }
    return lines;
}

void interpolate(const PatchGrid &grid, const BetweenLines &vertical, const BetweenLines &horizontal, float *target)
{
    interpolateAt(grid, grid.dimensions, vertical, horizontal, target);
}

void interpolate(const FeatureMap &map, const BetweenLines &vertical, const BetweenLines &horizontal, float *target)
{
    interpolateAt(map, map.channels, vertical, horizontal, target);
}

PatchGrid resizeGrid(const PatchGrid &grid, int rows, int columns)
{
    if (rows == grid.rows && columns == grid.columns)
        return grid;
    return resized(grid, grid.rows, grid.columns, grid.dimensions, rows, columns);
}

PatchGrid resizeGrid(const FeatureMap &map, int rows, int columns)
{
    if (rows == map.height && columns == map.width)
        return {rows, columns, map.channels, {map.values.get(), map.values.get() + map.size()}};
    return resized(map, map.height, map.width, map.channels, rows, columns);
}

PatchGrid resizeGridBackward(const PatchGrid &gradient, int rows, int columns)
{
    if (rows == gradient.rows && columns == gradient.columns)
        return gradient;
    PatchGrid source{rows, columns, gradient.dimensions, {}};
    source.values.resize(source.patches() * static_cast<std::size_t>(source.dimensions));
    const std::vector<BetweenLines> vertical = betweenLines(rows, gradient.rows);
    const std::vector<BetweenLines> horizontal = betweenLines(columns, gradient.columns);
    const auto add = [&](int row, int column, float weight, const float *values) {
        float *target = source.at(row, column);
        for (int i = 0; i < source.dimensions; ++i)
            target[i] += weight * values[i];
    };
    for (int row = 0; row < gradient.rows; ++row) {
        const BetweenLines &v = vertical[static_cast<std::size_t>(row)];
        for (int column = 0; column < gradient.columns; ++column) {
            const BetweenLines &h = horizontal[static_cast<std::size_t>(column)];
            const float *values = gradient.at(row, column);
            add(v.first, h.first, (1 - v.weight) * (1 - h.weight), values);
            add(v.first, h.second, (1 - v.weight) * h.weight, values);
            add(v.second, h.first, v.weight * (1 - h.weight), values);
            add(v.second, h.second, v.weight * h.weight, values);
        }
    }
    return source;
}

} // namespace spotcheck
