#pragma once

#include <cstdint>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

/// The pictures that a training has at hand.
struct PoolOptions {
    int surfaces = 16384;
    int picturesPerSurface = 1;   ///< drawn before the first step
    int kept = 5;                 ///< pictures of each surface; a new one takes the place of its oldest
    int size = 192;               ///< px, square
    int chunk = 2048;             ///< new pictures that come in at a time, each of another surface
    std::int64_t chunkEvery = 43; ///< steps between chunks; 0: no new pictures
    std::uint64_t seed = 0;
    int threads = 1; ///< that draw

    std::uint64_t surfaceSeed(int surface) const { return mixSeeds(seed, static_cast<std::uint64_t>(surface)); }
};

} // namespace spotcheck::pretrain
