#include "detectors/nearestcentres.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include <spotcheck/core/runtime.h>

#include "core/foreachprocessor.h"
#include "detectors/matrixproduct.h"

namespace spotcheck {

namespace {

// A block of rows, a block of centres and their products lie in a second-level cache of 1 MB side by side.
constexpr int rowsABlock = 256;
constexpr int blockCentres = 256;
constexpr std::int64_t rowsATask = 16 * rowsABlock; ///< so that cancelling is noticed and threads end together

struct Least {
    float value = 0;
    int place = 0;
};

/// Least of `squares[i] - 2 products[i]`.
SPOTCHECK_FOR_EACH_PROCESSOR
Least leastOf(const float *squares, const float *products, int count)
{
    constexpr int lanes = 16;
    float least[lanes];
    std::int32_t places[lanes] = {};
    std::fill_n(least, lanes, std::numeric_limits<float>::max());
    int place = 0;
    for (; place + lanes <= count; place += lanes) {
        for (int lane = 0; lane < lanes; ++lane) {
            const float value = squares[place + lane] - 2 * products[place + lane];
            places[lane] = value < least[lane] ? place : places[lane];
            least[lane] = value < least[lane] ? value : least[lane];
        }
    }
    Least result{std::numeric_limits<float>::max(), 0};
    for (int lane = 0; lane < lanes; ++lane) {
        if (least[lane] < result.value)
            result = {least[lane], places[lane] + lane};
    }
    for (; place < count; ++place) {
        if (const float value = squares[place] - 2 * products[place]; value < result.value)
            result = {value, place};
    }
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

NearestCentres::NearestCentres(const DistanceRows &rows, std::unique_ptr<const DistanceEstimates> card)
    : m_rows(rows), m_card(std::move(card)), m_mean(meanRow(rows.values(), rows.stride())),
      m_squares(static_cast<std::size_t>(rows.count())), m_reached(static_cast<std::size_t>(rows.count()))
{
    parallelRanges(rows.count(), [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> centred(m_mean.size());
        for (std::int64_t index = begin; index < end; ++index) {
            centre(index, centred.data());
            m_squares[static_cast<std::size_t>(index)] = squaredLength(centred.data(), rows.stride());
        }
    });
}

void NearestCentres::centre(std::int64_t index, float *to) const
{
    const float *row = m_rows.row(index);
    for (std::size_t place = 0; place < m_mean.size(); ++place)
        to[place] = row[place] - m_mean[place];
}

std::vector<float> NearestCentres::rowsOf(std::span<const std::int64_t> indices) const
{
    std::vector<float> values;
    for (const std::int64_t index : indices)
        values.insert(values.end(), m_rows.row(index), m_rows.row(index) + m_rows.stride());
    return values;
}

void NearestCentres::lower(std::span<const std::int64_t> centres, float squaredGap, std::span<float> nearest,
                           JobMonitor &monitor)
{
    const auto stride = static_cast<std::size_t>(m_rows.stride());
    std::vector<float> centred(centres.size() * stride);
    std::vector<float> squares(centres.size());
    for (std::size_t place = 0; place < centres.size(); ++place) {
        centre(centres[place], centred.data() + place * stride);
        squares[place] = m_squares[static_cast<std::size_t>(centres[place])];
    }
    // The margin keeps rounding from passing over what a plain comparison would lower.
    constexpr float margin = 0.9999F;
    const std::vector<double> least = m_card ? m_card->leastDistances(rowsOf(centres)) : std::vector<double>();
    std::vector<std::int64_t> rows;
    for (std::int64_t index = 0; index < m_rows.count(); ++index) {
        const auto place = static_cast<std::size_t>(index);
        if (m_reached[place] != 0 && nearest[place] <= margin * 0.25F * squaredGap)
            continue;
        if (m_card && margin * least[place] * least[place] > static_cast<double>(nearest[place]))
            continue;
        rows.push_back(index);
    }
    const std::int64_t tasks = (std::ssize(rows) + rowsATask - 1) / rowsATask;
    parallelFor(tasks, monitor, [&](std::int64_t task) {
        const std::int64_t first = task * rowsATask;
        lowerRows(std::span(rows).subspan(static_cast<std::size_t>(first),
                                          static_cast<std::size_t>(std::min(std::ssize(rows) - first, rowsATask))),
                  centres, centred, squares, nearest);
    });
}

void NearestCentres::lowerRows(std::span<const std::int64_t> indices, std::span<const std::int64_t> centres,
                               const std::vector<float> &centred, const std::vector<float> &squares,
                               std::span<float> nearest)
{
    const int stride = m_rows.stride();
    const float unit = std::numeric_limits<float>::epsilon() / 2;
    const float relativeError = 2 * static_cast<float>(stride + 8) * unit;
    const float largestSquare = *std::max_element(squares.begin(), squares.end());
    std::vector<float> block(static_cast<std::size_t>(rowsABlock) * static_cast<std::size_t>(stride));
    std::vector<float> products(static_cast<std::size_t>(rowsABlock) * blockCentres);
    const int count = static_cast<int>(centres.size());
    for (std::size_t start = 0; start < indices.size(); start += rowsABlock) {
        const int rows = static_cast<int>(std::min<std::size_t>(rowsABlock, indices.size() - start));
        for (int row = 0; row < rows; ++row) {
            centre(indices[start + static_cast<std::size_t>(row)],
                   block.data() + static_cast<std::ptrdiff_t>(row) * stride);
        }
        for (int from = 0; from < count; from += blockCentres) {
            const int columns = std::min(blockCentres, count - from);
            innerProducts(block.data(), rows, centred.data() + static_cast<std::ptrdiff_t>(from) * stride, columns,
                          stride, products.data());
            for (int row = 0; row < rows; ++row) {
                float *own = products.data() + static_cast<std::ptrdiff_t>(row) * columns;
                const std::int64_t index = indices[start + static_cast<std::size_t>(row)];
                const float square = m_squares[static_cast<std::size_t>(index)];
                const float error = relativeError * (square + largestSquare);
                float &known = nearest[static_cast<std::size_t>(index)];
                // The likely nearest first: it rules out most of the rest.
                for (Least least = leastOf(squares.data() + from, own, columns); least.value < known + error - square;
                     least = leastOf(squares.data() + from, own, columns)) {
                    own[least.place] = -std::numeric_limits<float>::infinity(); // measured
                    const float squared =
                        m_rows.squared(index, centres[static_cast<std::size_t>(from + least.place)]);
                    if (squared < known) {
                        known = squared;
                        m_reached[static_cast<std::size_t>(index)] = 1;
                    }
                }
            }
        }
    }
}

} // namespace spotcheck
