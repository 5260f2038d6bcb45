#include "pretrain/poolplan.h"

#include <algorithm>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

namespace {

constexpr std::uint64_t firstNewNumber = 1'000'000; ///< beyond the numbers of the first pictures
constexpr std::uint64_t chunkSeeds = 77;

} // namespace

PoolPlan::PoolPlan(const PoolOptions &options) : m_options(options)
{
    for (int number = 0; number < options.picturesPerSurface; ++number) {
        for (int surface = 0; surface < options.surfaces; ++surface)
            m_pictures.push_back({surface, static_cast<std::uint64_t>(number)});
    }
    m_slot = static_cast<std::int64_t>(m_pictures.size());
    m_room = std::max(options.room, m_slot);
}

PoolPlan::Chunk PoolPlan::nextChunk() const
{
    return {m_slot + m_options.chunk > m_room ? 0 : m_slot,
            randomPictures(m_options, m_options.chunk,
                           firstNewNumber + static_cast<std::uint64_t>(m_chunks * m_options.chunk),
                           mixSeeds(m_options.seed + chunkSeeds, static_cast<std::uint64_t>(m_chunks)))};
}

void PoolPlan::take(const Chunk &chunk)
{
    const auto end = static_cast<std::size_t>(chunk.firstSlot) + chunk.pictures.size();
    m_pictures.resize(std::max(m_pictures.size(), end));
    std::ranges::copy(chunk.pictures, m_pictures.begin() + chunk.firstSlot);
    m_slot = static_cast<std::int64_t>(end);
    ++m_chunks;
}

} // namespace spotcheck::pretrain
