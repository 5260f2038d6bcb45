#include "detectors/patchembedding.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "detectors/gridresize.h"

namespace spotcheck {

namespace {

/// PyTorch's adaptive average pooling of a row: output i is the mean of [i n / m] to [(i + 1) n / m), rounded down
/// and up. The windows are worked out once, for they are the same for every row.
class AdaptivePooling {
public:
    AdaptivePooling(int length, int pooled)
    {
        for (std::int64_t index = 0; index < pooled; ++index) {
            const std::int64_t begin = index * length / pooled;
            const std::int64_t end = ((index + 1) * length + pooled - 1) / pooled;
            m_windows.push_back(
                {static_cast<int>(begin), static_cast<int>(end - begin), 1.0F / static_cast<float>(end - begin)});
        }
    }

    void operator()(const float *source, float *target) const
    {
        for (const Window &window : m_windows) {
            const float *values = source + window.begin;
            float sum = values[0];
            for (int i = 1; i < window.length; ++i)
                sum += values[i];
            *target++ = sum * window.share;
        }
    }

private:
    struct Window {
        int begin;
        int length;
        float share; ///< 1 / length
    };
    std::vector<Window> m_windows;
};

/// Calls `visit(k, features)` for each of the `side`^2 neighbours of a position, row by row; `features` is null
/// outside the grid.
template <class Visit>
void forNeighbours(const FeatureMap &map, int row, int column, int side, const Visit &visit)
{
    const int reach = side / 2;
    int k = 0;
    for (int y = row - reach; y <= row + reach; ++y) {
        for (int x = column - reach; x <= column + reach; ++x, ++k) {
            const bool inside = y >= 0 && y < map.height && x >= 0 && x < map.width;
            visit(k, inside ? map.at(y, x) : nullptr);
        }
    }
}

PatchGrid pooledNeighbourhoods(const FeatureMap &map, int side, int dimensions)
{
    const int window = side * side;
    PatchGrid grid{map.height, map.width, dimensions, {}};
    grid.values.resize(grid.patches() * static_cast<std::size_t>(dimensions));
    std::vector<float> flattened(static_cast<std::size_t>(map.channels) * static_cast<std::size_t>(window));
    const AdaptivePooling pool(static_cast<int>(flattened.size()), dimensions);
    for (int row = 0; row < map.height; ++row) {
        for (int column = 0; column < map.width; ++column) {
            forNeighbours(map, row, column, side, [&](int k, const float *features) {
                float *target = flattened.data() + k;
                for (int c = 0; c < map.channels; ++c)
                    target[static_cast<std::ptrdiff_t>(c) * window] = features ? features[c] : 0.0F;
            });
            pool(flattened.data(), grid.at(row, column));
        }
    }
    return grid;
}

} // namespace

PatchGrid meanNeighbourhoods(const FeatureMap &map, int side)
{
    PatchGrid grid{map.height, map.width, map.channels, {}};
    grid.values.assign(map.size(), 0.0F);
    const float share = 1.0F / static_cast<float>(side * side);
    for (int row = 0; row < map.height; ++row) {
        for (int column = 0; column < map.width; ++column) {
            float *target = grid.at(row, column);
            forNeighbours(map, row, column, side, [&](int, const float *features) {
                for (int c = 0; features && c < map.channels; ++c)
                    target[c] += features[c];
            });
            for (int c = 0; c < map.channels; ++c)
                target[c] *= share;
        }
    }
    return grid;
}

int PatchEmbedding::outputDimensions(const std::vector<int> &channels) const
{
    return form == Form::Pooled ? dimensions : std::accumulate(channels.begin(), channels.end(), 0);
}

PatchGrid PatchEmbedding::operator()(const FeatureMaps &maps) const
{
    std::vector<PatchGrid> grids;
    int total = 0;
    for (const FeatureMap &map : maps) {
        // Pooling and resizing are linear and act on different axes: pooling first resizes fewer values.
        const PatchGrid own = form == Form::Pooled ? pooledNeighbourhoods(map, neighbourhood, dimensions)
                                                   : meanNeighbourhoods(map, neighbourhood);
        grids.push_back(resizeGrid(own, maps.front().height, maps.front().width));
        total += own.dimensions;
    }

    const int outputs = form == Form::Pooled ? dimensions : total;
    PatchGrid joined{maps.front().height, maps.front().width, outputs, {}};
    joined.values.resize(joined.patches() * static_cast<std::size_t>(outputs));
    std::vector<float> together(static_cast<std::size_t>(total));
    const AdaptivePooling pool(total, outputs);
    for (int row = 0; row < joined.rows; ++row) {
        for (int column = 0; column < joined.columns; ++column) {
            float *end = together.data();
            for (const PatchGrid &grid : grids)
                end = std::copy_n(grid.at(row, column), grid.dimensions, end);
            if (form == Form::Pooled)
                pool(together.data(), joined.at(row, column));
            else
                std::copy(together.begin(), together.end(), joined.at(row, column));
        }
    }
    return joined;
}

} // namespace spotcheck
