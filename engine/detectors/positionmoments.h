#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <spotcheck/backbone/featuremap.h>
#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// Mean and covariance of the features at each grid position, in one pass over the pictures, in double precision.
/// Keeps sums and no pictures beyond one batch. Each position's sums are made by one thread in the order of the
/// pictures, so they do not depend on the number of threads.
class PositionMoments {
public:
    PositionMoments(int rows, int columns, int dimensions);

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    int dimensions() const { return m_dimensions; }
    std::int64_t pictures() const { return m_pictures; }

    /// `grid` must have the rows, columns and dimensions given. Every batch, all threads are used. \throws Cancelled
    void add(PatchGrid grid, JobMonitor &monitor);

    /// Called for each position, on several threads. `mean`: `[dimensions]`; `covariance`: `[dimensions,
    /// dimensions]`, the lower triangle, divided by N - 1; both may be overwritten.
    using Use = std::function<void(std::int64_t position, double *mean, double *covariance)>;
    /// Gives out the moments of all positions and forgets them on the way, so that what `use` keeps may take their
    /// place. At least two pictures must have been added. Reports `Stage::Fitting`. \throws Cancelled
    void consume(JobMonitor &monitor, const Use &use);

    /// Peak bytes for pictures of so many grid positions.
    static std::uint64_t bytesFor(double positions, double dimensions);

private:
    void addBatch(JobMonitor &monitor);
    std::int64_t positions() const { return static_cast<std::int64_t>(m_rows) * m_columns; }
    std::size_t stride() const; ///< doubles a position: sums, then the triangle of products

    int m_rows;
    int m_columns;
    int m_dimensions;
    std::int64_t m_pictures = 0;
    std::vector<PatchGrid> m_batch;
    std::vector<std::vector<double>> m_blocks; ///< of some positions each
};

} // namespace spotcheck
