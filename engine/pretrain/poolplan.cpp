#include "pretrain/poolplan.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "pretrain/random.h"

namespace spotcheck::pretrain {

namespace {

constexpr std::uint64_t chunkSeeds = 77;

} // namespace

PoolPlan::PoolPlan(const PoolOptions &options)
    : m_options(options),
      m_drawn(static_cast<std::size_t>(options.surfaces), static_cast<std::uint64_t>(options.picturesPerSurface))
{}

std::vector<std::int64_t> PoolPlan::held() const
{
    std::vector<std::int64_t> counts;
    for (const std::uint64_t drawn : m_drawn)
        counts.push_back(std::min(static_cast<std::int64_t>(drawn), std::int64_t{m_options.kept}));
    return counts;
}

std::vector<PictureName> PoolPlan::pictures() const
{
    const std::vector<std::int64_t> counts = held();
    std::vector<PictureName> names;
    for (int surface = 0; surface < m_options.surfaces; ++surface) {
        const auto index = static_cast<std::size_t>(surface);
        for (std::uint64_t number = m_drawn[index] - static_cast<std::uint64_t>(counts[index]);
             number < m_drawn[index]; ++number)
            names.push_back({surface, number});
    }
    return names;
}

std::int64_t PoolPlan::slot(const PictureName &picture) const
{
    const auto kept = static_cast<std::uint64_t>(m_options.kept);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(picture.surface) * kept + picture.number % kept);
}

std::vector<PictureName> PoolPlan::nextChunk() const
{
    Random random(mixSeeds(m_options.seed + chunkSeeds, static_cast<std::uint64_t>(m_chunks)));
    std::vector<int> surfaces(m_drawn.size());
    std::iota(surfaces.begin(), surfaces.end(), 0);
    std::vector<PictureName> chunk;
    for (int index = 0; index < m_options.chunk; ++index) { // a shuffle's first part (Fisher & Yates)
        const auto here = static_cast<std::size_t>(index);
        const auto other = static_cast<std::size_t>(index + random.below(m_options.surfaces - index));
        std::swap(surfaces[here], surfaces[other]);
        chunk.push_back({surfaces[here], m_drawn[static_cast<std::size_t>(surfaces[here])]});
    }
    return chunk;
}

void PoolPlan::take(const std::vector<PictureName> &chunk)
{
    for (const PictureName &picture : chunk)
        ++m_drawn[static_cast<std::size_t>(picture.surface)];
    ++m_chunks;
}

} // namespace spotcheck::pretrain
