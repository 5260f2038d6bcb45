#include "detectors/positionmoments.h"

#include <algorithm>
#include <atomic>

#include <spotcheck/core/runtime.h>

#include "detectors/symmetricmatrix.h"

namespace spotcheck {

namespace {

// Pictures whose products are added at once: the sums, which fit no cache, are read and written once a batch.
constexpr std::size_t batchSize = 32;

// A block is what one thread takes at a time, and what is freed at a time.
constexpr std::int64_t momentBlock = 16;

} // namespace

PositionMoments::PositionMoments(int rows, int columns, int dimensions)
    : m_rows(rows), m_columns(columns), m_dimensions(dimensions)
{
    for (std::int64_t first = 0; first < positions(); first += momentBlock) {
        const auto count = static_cast<std::size_t>(std::min(momentBlock, positions() - first));
        m_blocks.emplace_back(count * stride(), 0.0);
    }
}

std::size_t PositionMoments::stride() const
{
    return static_cast<std::size_t>(m_dimensions) + static_cast<std::size_t>(triangleSize(m_dimensions));
}

void PositionMoments::add(PatchGrid grid, JobMonitor &monitor)
{
    m_batch.push_back(std::move(grid));
    ++m_pictures;
    if (m_batch.size() == batchSize)
        addBatch(monitor);
}

void PositionMoments::addBatch(JobMonitor &monitor)
{
    const auto d = static_cast<std::size_t>(m_dimensions);
    parallelFor(static_cast<std::int64_t>(m_blocks.size()), monitor, [&](std::int64_t block) {
        std::vector<double> features(m_batch.size() * d);
        std::vector<double> products(d * d);
        double *sums = m_blocks[static_cast<std::size_t>(block)].data();
        const std::int64_t end = std::min((block + 1) * momentBlock, positions());
        for (std::int64_t position = block * momentBlock; position < end; ++position, sums += stride()) {
            double *row = features.data();
            for (const PatchGrid &grid : m_batch) {
                const float *values = grid.values.data() + static_cast<std::size_t>(position) * d;
                for (std::size_t i = 0; i < d; ++i)
                    sums[i] += row[i] = values[i];
                row += d;
            }
            innerSquare(features.data(), static_cast<int>(m_batch.size()), m_dimensions, products.data());
            double *triangle = sums + d;
            for (std::size_t i = 0; i < d; ++i) {
                for (std::size_t j = 0; j <= i; ++j)
                    *triangle++ += products[i * d + j];
            }
        }
    });
    m_batch.clear();
}

void PositionMoments::consume(JobMonitor &monitor, const Use &use)
{
    if (!m_batch.empty())
        addBatch(monitor);
    m_batch.shrink_to_fit();
    const auto d = static_cast<std::size_t>(m_dimensions);
    const auto n = static_cast<double>(m_pictures);
    const auto blocks = static_cast<std::int64_t>(m_blocks.size());
    std::atomic<std::int64_t> done{0};
    monitor.report({Stage::Fitting, 0, blocks, {}});
    parallelFor(blocks, monitor, [&](std::int64_t block) {
        std::vector<double> covariance(d * d);
        const std::vector<double> values = std::move(m_blocks[static_cast<std::size_t>(block)]);
        const double *sums = values.data();
        const std::int64_t end = std::min((block + 1) * momentBlock, positions());
        std::vector<double> mean(d);
        for (std::int64_t position = block * momentBlock; position < end; ++position, sums += stride()) {
            for (std::size_t i = 0; i < d; ++i)
                mean[i] = sums[i] / n;
            const double *triangle = sums + d;
            for (std::size_t i = 0; i < d; ++i) {
                for (std::size_t j = 0; j <= i; ++j)
                    covariance[i * d + j] = (*triangle++ - sums[i] * mean[j]) / (n - 1);
            }
            use(position, mean.data(), covariance.data());
        }
        monitor.report({Stage::Fitting, ++done, blocks, {}});
    });
}

std::uint64_t PositionMoments::bytesFor(double positions, double dimensions)
{
    const double sums = dimensions + dimensions * (dimensions + 1) / 2;
    return static_cast<std::uint64_t>(positions * (sums * sizeof(double) + batchSize * dimensions * sizeof(float)));
}

} // namespace spotcheck
