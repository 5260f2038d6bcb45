#include "detectors/randomprojection.h"

#include <cmath>

#include <faiss/VectorTransform.h>

#include <spotcheck/core/runtime.h>

#include "core/random.h"

namespace spotcheck {

std::vector<float> projectRandomly(std::span<const float> vectors, int dimensions, int targetDimensions,
                                   std::uint64_t seed)
{
    faiss::LinearTransform transform(dimensions, targetDimensions, /*have_bias=*/false);
    transform.A.resize(static_cast<std::size_t>(dimensions) * static_cast<std::size_t>(targetDimensions));
    Random random(seed);
    const double deviation = 1.0 / std::sqrt(targetDimensions);
    for (float &entry : transform.A)
        entry = static_cast<float>(deviation * random.normal());
    transform.is_trained = true;

    // Blocks of fixed size: a matrix product's last bits may depend on its shape, which must not follow the
    // number of threads.
    constexpr std::int64_t block = 1024;
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    std::vector<float> projected(static_cast<std::size_t>(count) * static_cast<std::size_t>(targetDimensions));
    JobMonitor unwatched;
    parallelFor((count + block - 1) / block, unwatched, [&](std::int64_t index) {
        const std::int64_t first = index * block;
        transform.apply_noalloc(std::min(block, count - first), vectors.data() + first * dimensions,
                                projected.data() + first * targetDimensions);
    });
    return projected;
}

} // namespace spotcheck
