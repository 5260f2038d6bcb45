#include "performance/plaincoreset.h"

#include <algorithm>
#include <limits>

#include <spotcheck/core/runtime.h>

#include "core/foreachprocessor.h"

namespace spotcheck {

namespace {

SPOTCHECK_FOR_EACH_PROCESSOR
void lower(const float *rows, std::int64_t count, int dimensions, const float *centre, float *nearest)
{
    constexpr int lanes = 16;
    for (std::int64_t row = 0; row < count; ++row) {
        const float *values = rows + row * dimensions;
        float sums[lanes] = {};
        for (int start = 0; start < dimensions; start += lanes) {
            for (int lane = 0; lane < lanes; ++lane) {
                const float difference = values[start + lane] - centre[start + lane];
                sums[lane] += difference * difference;
            }
        }
        float total = 0;
        for (const float sum : sums)
            total += sum;
        nearest[row] = std::min(nearest[row], total);
    }
}

} // namespace

std::vector<std::int64_t> plainGreedyCoreset(std::span<const float> vectors, int dimensions, std::int64_t wanted)
{
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    std::vector<float> nearest(static_cast<std::size_t>(count), std::numeric_limits<float>::max());
    std::vector<std::int64_t> chosen;
    std::int64_t next = 0;
    while (std::ssize(chosen) < std::min(wanted, count)) {
        chosen.push_back(next);
        parallelRanges(count, [&](std::int64_t begin, std::int64_t end) {
            lower(vectors.data() + begin * dimensions, end - begin, dimensions, vectors.data() + next * dimensions,
                  nearest.data() + begin);
        });
        next = std::max_element(nearest.begin(), nearest.end()) - nearest.begin();
    }
    return chosen;
}

} // namespace spotcheck
