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

    struct Chunk {
        std::int64_t firstSlot = 0;
        std::vector<PictureName> pictures;
    };

    /// Slots filled so far.
    const std::vector<PictureName> &pictures() const { return m_pictures; }
    /// Pictures that the pool can hold.
    std::int64_t room() const { return m_room; }
    std::int64_t chunks() const { return m_chunks; }
    /// What comes in next. The pool grows to its room first, then the oldest pictures make place.
    Chunk nextChunk() const;
    void take(const Chunk &chunk);

private:
    PoolOptions m_options;
    std::int64_t m_room;
    std::int64_t m_chunks = 0;
    std::int64_t m_slot; ///< behind the last picture that came in
    std::vector<PictureName> m_pictures;
};

} // namespace spotcheck::pretrain
