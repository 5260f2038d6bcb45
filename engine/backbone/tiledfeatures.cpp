#include "backbone/tiledfeatures.h"

#include <string>
#include <utility>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

int cellsOf(int pixels, int stride)
{
    return (pixels + stride - 1) / stride;
}

/// Weights of a tile's grid lines: 1 where it lies alone, a ramp where it overlaps. The ramps of two neighbours sum
/// to 1.
std::vector<float> lineWeights(int cells, int step, int position, int tiles)
{
    std::vector<float> weights(static_cast<std::size_t>(cells), 1.0F);
    const int common = cells - step;
    for (int line = 0; line < common; ++line) {
        const float later = static_cast<float>(line + 1) / static_cast<float>(common + 1);
        if (position > 0)
            weights[static_cast<std::size_t>(line)] = later;
        if (position + 1 < tiles)
            weights[static_cast<std::size_t>(step + line)] = 1 - later;
    }
    return weights;
}

/// One layer of the whole input, filled tile by tile.
class JoinedMap {
public:
    JoinedMap(const Tiling &tiling, cv::Size tile, int stride, std::string layer, int channels)
        : m_tiling(tiling), m_cells(cellsOf(tile.width, stride), cellsOf(tile.height, stride)),
          m_step(tiling.step(tile).width / stride, tiling.step(tile).height / stride)
    {
        m_map.layer = std::move(layer);
        m_map.width = m_cells.width + (tiling.columns - 1) * m_step.width;
        m_map.height = m_cells.height + (tiling.rows - 1) * m_step.height;
        m_map.channels = channels;
        m_values = std::make_shared<std::vector<float>>(m_map.size(), 0.0F);
    }

    void add(int tile, const FeatureMap &map)
    {
        if (map.width != m_cells.width || map.height != m_cells.height || map.channels != m_map.channels)
            throw Error(ErrorCode::InvalidParameter, "the features of tile " + std::to_string(tile) + " in " +
                                                         map.layer + " have an unexpected size");
        const int column = tile % m_tiling.columns;
        const int row = tile / m_tiling.columns;
        const std::vector<float> horizontal = lineWeights(m_cells.width, m_step.width, column, m_tiling.columns);
        const std::vector<float> vertical = lineWeights(m_cells.height, m_step.height, row, m_tiling.rows);
        for (int y = 0; y < map.height; ++y) {
            for (int x = 0; x < map.width; ++x) {
                const float weight = vertical[static_cast<std::size_t>(y)] * horizontal[static_cast<std::size_t>(x)];
                const float *source = map.at(y, x);
                float *target = at(row * m_step.height + y, column * m_step.width + x);
                for (int channel = 0; channel < map.channels; ++channel)
                    target[channel] += weight * source[channel];
            }
        }
    }

    FeatureMap take()
    {
        m_map.values = std::shared_ptr<const float>(m_values, m_values->data());
        return std::move(m_map);
    }

private:
    float *at(int row, int column)
    {
        return m_values->data() +
               (static_cast<std::size_t>(row) * m_map.width + column) * static_cast<std::size_t>(m_map.channels);
    }

    Tiling m_tiling;
    cv::Size m_cells; ///< of one tile
    cv::Size m_step;  ///< from tile to tile, in grid cells
    FeatureMap m_map;
    std::shared_ptr<std::vector<float>> m_values;
};

} // namespace

FeatureMaps joinTiles(const Tiling &tiling, cv::Size tile, const std::vector<int> &strides,
                      const std::function<FeatureMaps(int tile)> &mapsOf)
{
    if (tiling.count() == 1)
        return mapsOf(0);
    std::vector<JoinedMap> joined;
    for (int index = 0; index < tiling.count(); ++index) {
        const FeatureMaps maps = mapsOf(index);
        for (std::size_t layer = 0; layer < maps.size(); ++layer) {
            if (index == 0)
                joined.emplace_back(tiling, tile, strides.at(layer), maps[layer].layer, maps[layer].channels);
            joined.at(layer).add(index, maps[layer]);
        }
    }
    FeatureMaps whole;
    for (JoinedMap &map : joined)
        whole.push_back(map.take());
    return whole;
}

} // namespace spotcheck
