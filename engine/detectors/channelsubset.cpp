#include "detectors/channelsubset.h"

#include <algorithm>
#include <cstddef>

#include "core/random.h"

namespace spotcheck {

ChannelSubset ChannelSubset::random(int available, int count, std::uint64_t seed)
{
    const std::vector<std::int64_t> order = Random(seed).permutation(available);
    const int kept = std::min(count, available);
    std::vector<std::int32_t> channels;
    channels.reserve(static_cast<std::size_t>(kept));
    for (int index = 0; index < kept; ++index)
        channels.push_back(static_cast<std::int32_t>(order[static_cast<std::size_t>(index)]));
    std::sort(channels.begin(), channels.end());
    return ChannelSubset(std::move(channels));
}

PatchGrid ChannelSubset::operator()(const FeatureMaps &maps) const
{
    PatchGrid grid{maps.front().height, maps.front().width, static_cast<int>(m_channels.size()), {}};
    grid.values.resize(grid.patches() * m_channels.size());
    std::ptrdiff_t target = 0; // of the first channel that lies in the map
    int before = 0;            // channels of the earlier maps
    for (const FeatureMap &map : maps) {
        const auto begin = m_channels.begin() + target;
        const auto end = std::lower_bound(begin, m_channels.end(), before + map.channels);
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                const float *features = map.at(row * map.height / grid.rows, column * map.width / grid.columns);
                float *values = grid.at(row, column) + target;
                for (auto channel = begin; channel != end; ++channel)
                    *values++ = features[*channel - before];
            }
        }
        target += end - begin;
        before += map.channels;
    }
    return grid;
}

int totalChannels(const FeatureMaps &maps)
{
    int total = 0;
    for (const FeatureMap &map : maps)
        total += map.channels;
    return total;
}

} // namespace spotcheck
