#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/random.h"

namespace spotcheck {

/// Clusters with a few directions of large variance, as features have.
inline std::vector<float> features(std::uint64_t seed, int count, int dimensions, int directions, float noise)
{
    Random shape(99); // the same clusters for vectors and queries
    std::vector<float> basis(static_cast<std::size_t>(directions * dimensions));
    std::ranges::generate(basis, [&] { return static_cast<float>(shape.normal()); });
    Random random(seed);
    std::vector<float> values;
    for (int row = 0; row < count; ++row) {
        std::vector<float> vector(static_cast<std::size_t>(dimensions), 3.0F);
        for (int direction = 0; direction < directions; ++direction) {
            const auto weight = static_cast<float>(random.normal() / (1 + direction));
            for (int i = 0; i < dimensions; ++i)
                vector[static_cast<std::size_t>(i)] +=
                    weight * basis[static_cast<std::size_t>(direction * dimensions + i)];
        }
        for (float &value : vector)
            value += noise * static_cast<float>(random.normal());
        values.insert(values.end(), vector.begin(), vector.end());
    }
    return values;
}

} // namespace spotcheck
