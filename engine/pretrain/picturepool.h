#pragma once

#include <atomic>
#include <cstdint>
#include <future>

#include <torch/types.h>

#include <spotcheck/core/jobmonitor.h>

#include "pretrain/drawnpictures.h"
#include "pretrain/poolplan.h"

namespace spotcheck::pretrain {

/// All pictures of the training, kept as 8-bit on the training's device: drawing is dearer than a training step. New
/// ones are drawn in the background while the training goes on.
class PicturePool {
public:
    /// Draws what the pool holds at `step`. `monitor` must outlive the pool. \throws Cancelled, std::bad_alloc
    PicturePool(const PoolOptions &options, std::int64_t step, torch::Device device, JobMonitor &monitor);
    ~PicturePool();

    /// To be called before every step: lets a chunk of new pictures in where the step asks for one.
    /// \throws Cancelled, std::bad_alloc
    void advance(std::int64_t step);
    /// The filled part, without a copy.
    PictureSet pictures() const;

private:
    /// Ends the drawing in the background when the training or the pool ends.
    class BackgroundMonitor : public JobMonitor {
    public:
        explicit BackgroundMonitor(const JobMonitor &training) : m_training(training) {}
        bool isCancelled() const override { return m_stop || m_training.isCancelled(); }
        void stop() { m_stop = true; }

    private:
        const JobMonitor &m_training;
        std::atomic<bool> m_stop{false};
    };

    std::int64_t chunksBy(std::int64_t step) const;
    void store(std::int64_t firstSlot, const PictureSet &drawn);
    void drawNextChunk();

    PoolOptions m_options;
    PoolPlan m_plan;
    PictureSet m_room; ///< filled up to the plan's pictures
    BackgroundMonitor m_background;
    PoolPlan::Chunk m_chunk;
    std::future<PictureSet> m_drawn; ///< of m_chunk
};

} // namespace spotcheck::pretrain
