#include "detectors/randomprojection.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <spotcheck/core/runtime.h>

#include "core/random.h"

namespace spotcheck {

namespace {

// Blocks of fixed size: a matrix product's last bits may depend on its shape, which must follow neither the number of
// threads nor how the vectors arrive.
constexpr std::int64_t vectorsABlock = 1024;

faiss::LinearTransform randomTransform(int dimensions, int targetDimensions, std::uint64_t seed)
{
    faiss::LinearTransform transform(dimensions, targetDimensions, /*have_bias=*/false);
    transform.A.resize(static_cast<std::size_t>(dimensions) * static_cast<std::size_t>(targetDimensions));
    Random random(seed);
    const double deviation = 1.0 / std::sqrt(targetDimensions);
    for (float &entry : transform.A)
        entry = static_cast<float>(deviation * random.normal());
    transform.is_trained = true;
    return transform;
}

} // namespace

std::vector<float> projectRandomly(std::span<const float> vectors, int dimensions, int targetDimensions,
                                   std::uint64_t seed)
{
    const faiss::LinearTransform transform = randomTransform(dimensions, targetDimensions, seed);
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    std::vector<float> projected(static_cast<std::size_t>(count) * static_cast<std::size_t>(targetDimensions));
    JobMonitor unwatched;
    parallelFor((count + vectorsABlock - 1) / vectorsABlock, unwatched, [&](std::int64_t index) {
        const std::int64_t first = index * vectorsABlock;
        transform.apply_noalloc(std::min(vectorsABlock, count - first), vectors.data() + first * dimensions,
                                projected.data() + first * targetDimensions);
    });
    return projected;
}

GrowingProjection::GrowingProjection(int dimensions, int targetDimensions, std::uint64_t seed)
    : m_transform(randomTransform(dimensions, targetDimensions, seed)),
      m_room(static_cast<std::size_t>(vectorsABlock * dimensions))
{
    m_waiting.reserve(m_room);
}

void GrowingProjection::reserve(std::int64_t count)
{
    m_projected.reserve(static_cast<std::size_t>(count * m_transform.d_out));
}

void GrowingProjection::append(std::span<const float> vectors)
{
    while (!vectors.empty()) {
        const std::size_t taken = std::min(vectors.size(), m_room - m_waiting.size());
        m_waiting.insert(m_waiting.end(), vectors.begin(), vectors.begin() + static_cast<std::ptrdiff_t>(taken));
        vectors = vectors.subspan(taken);
        if (m_waiting.size() == m_room)
            projectWaiting();
    }
}

std::vector<float> GrowingProjection::take()
{
    projectWaiting();
    return std::move(m_projected);
}

void GrowingProjection::projectWaiting()
{
    const auto count = static_cast<std::int64_t>(m_waiting.size()) / m_transform.d_in;
    const std::size_t before = m_projected.size();
    m_projected.resize(before + static_cast<std::size_t>(count * m_transform.d_out));
    m_transform.apply_noalloc(count, m_waiting.data(), m_projected.data() + before);
    m_waiting.clear();
}

} // namespace spotcheck
