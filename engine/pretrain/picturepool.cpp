#include "pretrain/picturepool.h"

#include <algorithm>

namespace spotcheck::pretrain {

PicturePool::PicturePool(const PoolOptions &options, std::int64_t step, torch::Device device, JobMonitor &monitor)
    : m_options(options),
      m_plan(options), m_room{torch::empty({m_plan.room(), options.size, options.size, 3},
                                           torch::TensorOptions().dtype(torch::kUInt8).device(device)),
                              torch::zeros({m_plan.room()},
                                           torch::TensorOptions().dtype(torch::kInt64).device(device))},
      m_background(monitor)
{
    while (m_plan.chunks() < chunksBy(step))
        m_plan.take(m_plan.nextChunk());
    const std::vector<PictureName> &names = m_plan.pictures();
    constexpr std::size_t atATime = 4096; // so that the drawn pictures lie in main memory only once
    for (std::size_t first = 0; first < names.size(); first += atATime) {
        const auto begin = names.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(first + atATime, names.size()));
        store(static_cast<std::int64_t>(first), drawPictures(options, {begin, end}, options.size, monitor));
    }
    drawNextChunk();
}

PicturePool::~PicturePool()
{
    m_background.stop();
    if (m_drawn.valid())
        m_drawn.wait();
}

std::int64_t PicturePool::chunksBy(std::int64_t step) const
{
    return m_options.chunkEvery > 0 ? step / m_options.chunkEvery : 0;
}

void PicturePool::store(std::int64_t firstSlot, const PictureSet &drawn)
{
    const std::int64_t count = drawn.surfaces.size(0);
    m_room.pixels.narrow(0, firstSlot, count).copy_(drawn.pixels);
    m_room.surfaces.narrow(0, firstSlot, count).copy_(drawn.surfaces);
}

void PicturePool::drawNextChunk()
{
    if (m_options.chunkEvery == 0)
        return;
    m_chunk = m_plan.nextChunk();
    PoolOptions options = m_options;
    options.threads = std::max(1, m_options.threads - 1); // one is left to the training
    m_drawn = std::async(std::launch::async, [this, options] {
        return drawPictures(options, m_chunk.pictures, options.size, m_background);
    });
}

void PicturePool::advance(std::int64_t step)
{
    while (m_plan.chunks() < chunksBy(step)) {
        store(m_chunk.firstSlot, m_drawn.get());
        m_plan.take(m_chunk);
        drawNextChunk();
    }
}

PictureSet PicturePool::pictures() const
{
    const auto filled = static_cast<std::int64_t>(m_plan.pictures().size());
    return {m_room.pixels.narrow(0, 0, filled), m_room.surfaces.narrow(0, 0, filled)};
}

} // namespace spotcheck::pretrain
