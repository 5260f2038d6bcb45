#pragma once

#include <cstdint>
#include <vector>

#include <spotcheck/evaluation/interval.h>

#include "core/random.h"

namespace spotcheck {

/// How often each of `size` pictures is drawn in `size` draws with replacement; adds to `counts[first + i]`.
inline void drawWithReplacement(Random &random, std::int64_t size, std::size_t first,
                                std::vector<std::int32_t> &counts)
{
    for (std::int64_t draw = 0; draw < size; ++draw)
        ++counts[first + static_cast<std::size_t>(random.below(size))];
}

/// The random numbers of one replicate, independent of those of all others and of the thread it runs on.
inline Random replicateRandom(std::uint64_t seed, std::int64_t replicate)
{
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15; // spreads neighbouring numbers over all bits
    return Random(seed ^ (golden * static_cast<std::uint64_t>(replicate + 1)));
}

/// The middle `confidence` of the values, linear between order statistics as NumPy's percentile; not known for fewer
/// than two values. Sorts them.
Interval middleOf(std::vector<double> &values, double confidence);

} // namespace spotcheck
