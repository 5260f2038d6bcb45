#include "detectors/globalaverage.h"

namespace spotcheck {

std::vector<double> globalAverage(const FeatureMap &map)
{
    const auto channels = static_cast<std::size_t>(map.channels);
    std::vector<double> mean(channels, 0.0);
    const std::size_t positions = map.size() / channels;
    for (std::size_t position = 0; position < positions; ++position) {
        const float *features = map.values.get() + position * channels;
        for (std::size_t channel = 0; channel < channels; ++channel)
            mean[channel] += features[channel];
    }
    for (double &value : mean)
        value /= static_cast<double>(positions);
    return mean;
}

} // namespace spotcheck
