#include "detectors/nearestcentres.h"

#include <algorithm>
#include <limits>

#include <spotcheck/core/runtime.h>

#include "core/foreachprocessor.h"
#include "detectors/matrixproduct.h"

namespace spotcheck {

namespace {

// A block of rows, a block of centres and their products lie in a second-level cache of 1 MB side by side.
constexpr int blockRows = 256;
constexpr int blockCentres = 256;
constexpr std::int64_t rowsATask = 16 * blockRows; ///< so that cancelling is noticed and threads end together

/// Least of `squares[i] - 2 products[i]`.
SPOTCHECK_FOR_EACH_PROCESSOR
float leastOf(const float *squares, const float *products, int count)
{
    constexpr int lanes = 16;
    float least[lanes];
    std::fill_n(least, lanes, std::numeric_limits<float>::max());
    int place = 0;
    for (; place + lanes <= count; place += lanes) {
        for (int lane = 0; lane < lanes; ++lane) {
            const float value = squares[place + lane] - 2 * products[place + lane];
            least[lane] = value < least[lane] ? value : least[lane];
        }
    }
    float result = *std::min_element(least, least + lanes);
    for (; place < count; ++place)
        result = std::min(result, squares[place] - 2 * products[place]);
    return result;
}

float squaredLength(const float *values, int length)
{
    double sum = 0;
    for (int place = 0; place < length; ++place)
        sum += static_cast<double>(values[place]) * values[place];
    return static_cast<float>(sum);
}

} // namespace

NearestCentres::NearestCentres(const DistanceRows &rows) : m_rows(rows), m_mean(static_cast<std::size_t>(rows.stride()))
{
    std::vector<double> sums(m_mean.size());
    for (std::int64_t index = 0; index < rows.count(); ++index) {
        const float *row = rows.row(index);
        for (std::size_t place = 0; place < sums.size(); ++place)
            sums[place] += row[place];
    }
    for (std::size_t place = 0; place < sums.size(); ++place)
        m_mean[place] = static_cast<float>(sums[place] / static_cast<double>(rows.count()));
}

void NearestCentres::centre(std::int64_t index, float *to) const
{
    const float *row = m_rows.row(index);
    for (std::size_t place = 0; place < m_mean.size(); ++place)
        to[place] = row[place] - m_mean[place];
}

void NearestCentres::lower(std::span<const std::int64_t> centres, std::span<float> nearest, JobMonitor &monitor) const
{
    const auto stride = static_cast<std::size_t>(m_rows.stride());
    std::vector<float> centred(centres.size() * stride);
    std::vector<float> squares(centres.size());
    for (std::size_t place = 0; place < centres.size(); ++place) {
        centre(centres[place], centred.data() + place * stride);
        squares[place] = squaredLength(centred.data() + place * stride, m_rows.stride());
    }
    const std::int64_t tasks = (m_rows.count() + rowsATask - 1) / rowsATask;
    parallelFor(tasks, monitor, [&](std::int64_t task) {
        lowerRows(task * rowsATask, std::min(m_rows.count(), (task + 1) * rowsATask), centres, centred, squares, nearest);
    });
}

void NearestCentres::lowerRows(std::int64_t first, std::int64_t end, std::span<const std::int64_t> centres,
                               const std::vector<float> &centred, const std::vector<float> &squares,
                               std::span<float> nearest) const
{
    const int stride = m_rows.stride();
    const float unit = std::numeric_limits<float>::epsilon() / 2;
    const float relativeError = 2 * static_cast<float>(stride + 8) * unit;
    const float largestSquare = *std::max_element(squares.begin(), squares.end());
    std::vector<float> block(static_cast<std::size_t>(blockRows) * static_cast<std::size_t>(stride));
    std::vector<float> products(static_cast<std::size_t>(blockRows) * blockCentres);
    std::vector<float> rowSquares(blockRows);
    const int count = static_cast<int>(centres.size());
    for (std::int64_t start = first; start < end; start += blockRows) {
        const int rows = static_cast<int>(std::min<std::int64_t>(blockRows, end - start));
        for (int row = 0; row < rows; ++row) {
            centre(start + row, block.data() + static_cast<std::ptrdiff_t>(row) * stride);
            rowSquares[static_cast<std::size_t>(row)] =
                squaredLength(block.data() + static_cast<std::ptrdiff_t>(row) * stride, stride);
        }
        for (int from = 0; from < count; from += blockCentres) {
            const int columns = std::min(blockCentres, count - from);
            innerProducts(block.data(), rows, centred.data() + static_cast<std::ptrdiff_t>(from) * stride, columns, stride,
                          products.data());
            for (int row = 0; row < rows; ++row) {
                const float *own = products.data() + static_cast<std::ptrdiff_t>(row) * columns;
                const float square = rowSquares[static_cast<std::size_t>(row)];
                const float error = relativeError * (square + largestSquare);
                float &known = nearest[static_cast<std::size_t>(start + row)];
                // Below this bound a centre may be nearer than what is known.
                if (!(leastOf(squares.data() + from, own, columns) < known + error - square))
                    continue;
                const auto bound = [&](int column) {
                    return squares[static_cast<std::size_t>(from + column)] - 2 * own[column];
                };
                const auto measure = [&](int column) {
                    known = std::min(known, m_rows.squared(start + row, centres[static_cast<std::size_t>(from + column)]));
                };
                // The likely nearest first: it rules out most of the rest.
                int likely = 0;
                for (int column = 1; column < columns; ++column)
                    likely = bound(column) < bound(likely) ? column : likely;
                measure(likely);
                for (int column = 0; column < columns; ++column) {
                    if (column != likely && bound(column) < known + error - square)
                        measure(column);
                }
            }
        }
    }
}

} // namespace spotcheck
