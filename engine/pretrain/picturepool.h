#pragma once

#include <atomic>
#include <cstdint>
#include <future>
#include <vector>

#include <torch/types.h>

#include <spotcheck/core/jobmonitor.h>

#include "pretrain/drawnpictures.h"
#include "pretrain/draws.h"
#include "pretrain/poolplan.h"

namespace spotcheck::pretrain {

/// The latest pictures of each surface, kept as 8-bit on the training's device: drawing is dearer than a training
/// step. New ones are drawn in the background while the training goes on.
class PicturePool {
public:
    /// Draws what the pool holds at `step`. `monitor` must outlive the pool. \throws Cancelled, std::bad_alloc
    PicturePool(const PoolOptions &options, std::int64_t step, torch::Device device, JobMonitor &monitor);
    ~PicturePool();

    /// To be called before every step: lets a chunk of new pictures in where the step asks for one.
    /// \throws Cancelled, std::bad_alloc
    void advance(std::int64_t step);
    /// `count` pictures of surfaces of chance, each one of those that the pool holds of its surface.
    PictureSet some(std::int64_t count, Draws &draws) const;

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
    void store(const std::vector<PictureName> &names, const PictureSet &drawn);
    void countHeld();
    void drawNextChunk();

    PoolOptions m_options;
    PoolPlan m_plan;
    torch::Tensor m_pixels; ///< [surfaces x kept, S, S, 3], uint8, by the plan's slots
    torch::Tensor m_held;   ///< [surfaces], int64, how many of a surface's slots are filled
    BackgroundMonitor m_background;
    std::vector<PictureName> m_chunk;
    std::future<PictureSet> m_drawn; ///< of m_chunk
};

} // namespace spotcheck::pretrain
