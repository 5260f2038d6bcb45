#include "detectors/gridresize.h"

#include <algorithm>
#include <cmath>

namespace spotcheck {

namespace {

/// The two source lines that a target line lies between, and the weight of the second.
struct Between {
    int first = 0;
    int second = 0;
    float weight = 0;
};

std::vector<Between> betweenLines(int source, int target)
{
    std::vector<Between> lines(static_cast<std::size_t>(target));
    const double step = static_cast<double>(source) / target;
    for (int index = 0; index < target; ++index) {
        const double position = std::max(0.0, (index + 0.5) * step - 0.5);
        const int first = std::min(static_cast<int>(position), source - 1);
        lines[static_cast<std::size_t>(index)] = {first, std::min(first + 1, source - 1),
                                                  static_cast<float>(position - first)};
    }
    return lines;
}

} // namespace

PatchGrid resizeGrid(const PatchGrid &grid, int rows, int columns)
{
    if (rows == grid.rows && columns == grid.columns)
        return grid;
    PatchGrid resized{rows, columns, grid.dimensions, {}};
    resized.values.resize(resized.patches() * static_cast<std::size_t>(grid.dimensions));
    const std::vector<Between> vertical = betweenLines(grid.rows, rows);
    const std::vector<Between> horizontal = betweenLines(grid.columns, columns);
    for (int row = 0; row < rows; ++row) {
        const Between &v = vertical[static_cast<std::size_t>(row)];
        for (int column = 0; column < columns; ++column) {
            const Between &h = horizontal[static_cast<std::size_t>(column)];
            const float *topLeft = grid.at(v.first, h.first);
            const float *topRight = grid.at(v.first, h.second);
            const float *bottomLeft = grid.at(v.second, h.first);
            const float *bottomRight = grid.at(v.second, h.second);
            const float a = (1 - v.weight) * (1 - h.weight);
            const float b = (1 - v.weight) * h.weight;
            const float c = v.weight * (1 - h.weight);
            const float d = v.weight * h.weight;
            float *target = resized.at(row, column);
            for (int i = 0; i < grid.dimensions; ++i)
                target[i] = a * topLeft[i] + b * topRight[i] + c * bottomLeft[i] + d * bottomRight[i];
        }
    }
    return resized;
}

} // namespace spotcheck
