#include "detectors/blockedproduct.h"

#include <algorithm>
#include <cstdint>

#include <spotcheck/core/runtime.h>

#include "detectors/matrixproduct.h"

namespace spotcheck {

namespace {

// Small enough that a batch of some hundred rows keeps several threads busy, large enough for the BLAS.
constexpr std::int64_t blockRows = 64;

/// `body(first, count)` for each block of `rows`.
template <class Body>
void forBlocks(std::int64_t rows, JobMonitor &monitor, const Body &body)
{
    parallelFor((rows + blockRows - 1) / blockRows, monitor, [&](std::int64_t block) {
        const std::int64_t first = block * blockRows;
        body(first, static_cast<int>(std::min(blockRows, rows - first)));
    });
}

} // namespace

std::vector<float> innerProducts(std::span<const float> a, std::span<const float> b, int length, JobMonitor &monitor)
{
    const auto rows = static_cast<std::int64_t>(a.size()) / length;
    const auto columns = static_cast<std::int64_t>(b.size()) / length;
    std::vector<float> products(static_cast<std::size_t>(rows * columns));
    forBlocks(rows, monitor, [&](std::int64_t first, int count) {
        innerProducts(a.data() + first * length, count, b.data(), static_cast<int>(columns), length,
                      products.data() + first * columns);
    });
    return products;
}

std::vector<float> matrixProduct(std::span<const float> a, std::span<const float> b, int length, int columns,
                                 JobMonitor &monitor)
{
    const auto rows = static_cast<std::int64_t>(a.size()) / length;
    std::vector<float> product(static_cast<std::size_t>(rows * columns));
    forBlocks(rows, monitor, [&](std::int64_t first, int count) {
        matrixProduct(a.data() + first * length, count, b.data(), columns, length, product.data() + first * columns);
    });
    return product;
}

void transposedProduct(std::span<const float> a, std::span<const float> b, int rows, int columns,
                       std::span<float> product, JobMonitor &monitor)
{
    const auto length = static_cast<int>(b.size() / static_cast<std::size_t>(columns));
    forBlocks(rows, monitor, [&](std::int64_t first, int count) {
        transposedProduct(a.data() + first, count, rows, b.data(), columns, length, product.data() + first * columns);
    });
}

} // namespace spotcheck
