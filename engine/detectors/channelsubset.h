#pragma once

#include <cstdint>
#include <vector>

#include <spotcheck/backbone/featuremap.h>

namespace spotcheck {

/// Some channels of several layers laid end to end, on the grid of the first layer; the deeper maps are repeated
/// (nearest, PyTorch's `interpolate(mode="nearest")`). Only the chosen values are ever gathered.
class ChannelSubset {
public:
    /// `count` of `available` channels, all of them where there are no more; by seed, ascending.
    static ChannelSubset random(int available, int count, std::uint64_t seed);
    /// `channels`: ascending, counted over all layers.
    explicit ChannelSubset(std::vector<std::int32_t> channels) : m_channels(std::move(channels)) {}

    const std::vector<std::int32_t> &channels() const { return m_channels; }

    /// `maps` must hold all of the channels.
    PatchGrid operator()(const FeatureMaps &maps) const;

private:
    std::vector<std::int32_t> m_channels;
};

/// Channels of all layers together.
int totalChannels(const FeatureMaps &maps);

} // namespace spotcheck
