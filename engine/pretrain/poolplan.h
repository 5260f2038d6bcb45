#pragma once

#include <cstdint>
#include <vector>

#include "pretrain/drawnpictures.h"

namespace spotcheck::pretrain {

/// Which picture lies where in the pool: a function of the options and of the number of chunks that came in, so that
/// a resumed training finds the pool that it left.
class PoolPlan {
public:
    explicit PoolPlan(const PoolOptions &options);

    /// What the pool holds: the latest `kept` pictures of each surface, or all that were drawn of it.
    std::vector<PictureName> pictures() const;
    /// Of each surface, how many pictures it holds.
    std::vector<std::int64_t> held() const;
    /// A surface's pictures lie side by side, its first in slot surface x kept.
    std::int64_t slot(const PictureName &picture) const;
    std::int64_t chunks() const { return m_chunks; }
    /// What comes in next: the next picture of each of some surfaces of chance.
    std::vector<PictureName> nextChunk() const;
    void take(const std::vector<PictureName> &chunk);

private:
    PoolOptions m_options;
    std::int64_t m_chunks = 0;
    std::vector<std::uint64_t> m_drawn; ///< of each surface, how many pictures so far
};

} // namespace spotcheck::pretrain
