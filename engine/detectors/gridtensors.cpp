#include "detectors/gridtensors.h"

#include <vector>

#include <ATen/ATen.h>

#include "backbone/card.h"
#include "detectors/gridresize.h"

namespace spotcheck {

at::Tensor betweenMatrix(int source, int target, const at::Device &device)
{
    const auto width = static_cast<std::size_t>(source);
    std::vector<float> weights(static_cast<std::size_t>(target) * width);
    float *row = weights.data();
    for (const BetweenLines &line : betweenLines(source, target)) {
        row[line.first] += 1 - line.weight;
        row[line.second] += line.weight;
        row += width;
    }
    return tensorOf(weights, {target, source}, device);
}

at::Tensor resizedGrids(const at::Tensor &grids, const at::Tensor &rows, const at::Tensor &columns)
{
    const std::int64_t count = grids.size(0);
    const std::int64_t width = grids.size(2);
    const std::int64_t channels = grids.size(3);
    const at::Tensor high = at::matmul(rows, grids.reshape({count, grids.size(1), width * channels}));
    const at::Tensor wide = at::matmul(columns, high.reshape({count * rows.size(0), width, channels}));
    return wide.reshape({count, rows.size(0), columns.size(0), channels});
}

} // namespace spotcheck
