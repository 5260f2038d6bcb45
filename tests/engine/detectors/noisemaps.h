#pragma once

#include <cmath>

#include "detectors/featurefakes.h"

namespace spotcheck::test {

/// noise(c, y, x, p) of data/make_padim_reference.py: values without a pattern, more spread in higher channels.
inline FeatureMap noiseMap(const std::string &layer, int channels, int height, int width, double phase)
{
    return makeMap(layer, height, width, channels, [phase](int y, int x, int c) {
        const double value = std::sin(12.9898 * c + 78.233 * y + 37.719 * x + 4.581 * phase) * 43758.5453;
        return (value - std::floor(value)) * (1 + 0.1 * c) + 0.2 * c;
    });
}

} // namespace spotcheck::test
