#include "pretrain/picturepool.h"

#include <algorithm>

namespace spotcheck::pretrain {

PicturePool::PicturePool(const PoolOptions &options, std::int64_t step, torch::Device device, JobMonitor &monitor)
    : m_options(options), m_plan(options),
      m_pixels(torch::empty({std::int64_t{options.surfaces} * options.kept, options.size, options.size, 3},
                            torch::TensorOptions().dtype(torch::kUInt8).device(device))),
      m_background(monitor)
{
    while (m_plan.chunks() < chunksBy(step))
        m_plan.take(m_plan.nextChunk());
    const std::vector<PictureName> names = m_plan.pictures();
    constexpr std::size_t atATime = 4096; // so that the drawn pictures lie in main memory only once
    for (std::size_t first = 0; first < names.size(); first += atATime) {
        const auto begin = names.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(first + atATime, names.size()));
        const std::vector<PictureName> part(begin, end);
        store(part, drawPictures(options, part, options.size, monitor));
    }
    countHeld();
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

void PicturePool::store(const std::vector<PictureName> &names, const PictureSet &drawn)
{
    std::vector<std::int64_t> slots;
    for (const PictureName &name : names)
        slots.push_back(m_plan.slot(name));
    m_pixels.index_copy_(0, torch::tensor(slots, torch::kInt64).to(m_pixels.device()),
                         drawn.pixels.to(m_pixels.device()));
}

void PicturePool::countHeld()
{
    m_held = torch::tensor(m_plan.held(), torch::kInt64).to(m_pixels.device());
}

void PicturePool::drawNextChunk()
{
    if (m_options.chunkEvery == 0)
        return;
    m_chunk = m_plan.nextChunk();
    PoolOptions options = m_options;
    options.threads = std::max(1, m_options.threads - 1); // one is left to the training
    m_drawn = std::async(std::launch::async,
                         [this, options] { return drawPictures(options, m_chunk, options.size, m_background); });
}

void PicturePool::advance(std::int64_t step)
{
    while (m_plan.chunks() < chunksBy(step)) {
        store(m_chunk, m_drawn.get());
        m_plan.take(m_chunk);
        countHeld();
        drawNextChunk();
    }
}

PictureSet PicturePool::some(std::int64_t count, Draws &draws) const
{
    const torch::Tensor surfaces = draws.below(m_options.surfaces, {count});
    const torch::Tensor held = m_held.index_select(0, surfaces);
    const torch::Tensor chosen = (draws.uniform(0, 1, {count}) * held).to(torch::kInt64);
    return {m_pixels.index_select(0, surfaces * m_options.kept + chosen), surfaces};
}

} // namespace spotcheck::pretrain
