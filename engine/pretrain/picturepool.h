#pragma once

#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck::pretrain {

struct PoolOptions {
    int surfaces = 600;
    int picturesPerSurface = 10;
    int size = 112; ///< px, square
    std::uint64_t seed = 0;
    int threads = 1;

    std::uint64_t surfaceSeed(int surface) const;
};

/// All pictures of the training, drawn once and kept as 8-bit: drawing is dearer than a training step.
class PicturePool {
public:
    /// \throws Cancelled, std::bad_alloc
    PicturePool(const PoolOptions &options, JobMonitor &monitor);

    const PoolOptions &options() const { return m_options; }
    /// CV_8UC3, RGB
    const cv::Mat &picture(int surface, int index) const;

private:
    PoolOptions m_options;
    std::vector<cv::Mat> m_pictures; ///< surface-major
};

} // namespace spotcheck::pretrain
