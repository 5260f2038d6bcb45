#pragma once

#include <cstdint>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

/// The pictures that a training has at hand.
struct PoolOptions {
    int surfaces = 16384;
    int picturesPerSurface = 2;   ///< drawn before the first step
    int size = 160;               ///< px, square
    std::int64_t room = 131072;   ///< pictures that the pool grows to; more where the first ones need it
    std::int64_t chunk = 4096;    ///< new pictures that come in at a time
    std::int64_t chunkEvery = 44; ///< steps between chunks; 0: no new pictures
    std::uint64_t seed = 0;
    int threads = 1; ///< that draw

    std::uint64_t surfaceSeed(int surface) const { return mixSeeds(seed, static_cast<std::uint64_t>(surface)); }
};

} // namespace spotcheck::pretrain
