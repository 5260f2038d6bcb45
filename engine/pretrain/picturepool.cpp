#include "pretrain/picturepool.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "pretrain/random.h"
#include "pretrain/recipe.h"

namespace spotcheck::pretrain {

std::uint64_t PoolOptions::surfaceSeed(int surface) const
{
    return mixSeeds(seed, static_cast<std::uint64_t>(surface));
}

PicturePool::PicturePool(const PoolOptions &options, JobMonitor &monitor)
    : m_options(options),
      m_pictures(static_cast<std::size_t>(options.surfaces) * static_cast<std::size_t>(options.picturesPerSurface))
{
    std::atomic<int> next{0};
    std::exception_ptr failure;
    std::mutex failureGuard;
    const auto draw = [&] {
        try {
            for (int surface = next++; surface < options.surfaces; surface = next++) {
                monitor.throwIfCancelled();
                monitor.report({.stage = Stage::Generation, .step = surface, .steps = options.surfaces, .value = {}});
                for (int index = 0; index < options.picturesPerSurface; ++index) {
                    const auto slot =
                        static_cast<std::size_t>(surface) * static_cast<std::size_t>(options.picturesPerSurface) +
                        static_cast<std::size_t>(index);
                    m_pictures[slot] =
                        drawSurface(options.surfaceSeed(surface), static_cast<std::uint64_t>(index), options.size);
                }
            }
        } catch (...) {
            const std::lock_guard lock(failureGuard);
            failure = std::current_exception();
            next = options.surfaces;
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int thread = 1; thread < options.threads; ++thread)
            helpers.emplace_back(draw);
        draw();
    }
    if (failure)
        std::rethrow_exception(failure);
}

const cv::Mat &PicturePool::picture(int surface, int index) const
{
    return m_pictures[static_cast<std::size_t>(surface) * static_cast<std::size_t>(m_options.picturesPerSurface) +
                      static_cast<std::size_t>(index)];
}

} // namespace spotcheck::pretrain
