#include "detectors/principaldirections.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <spotcheck/core/error.h>

#include "detectors/blockedproduct.h"
#include "detectors/centring.h"

extern "C" void ssyevd_(const char *job, const char *triangle, const int *size, float *matrix, const int *stride,
                        float *values, float *work, const int *workSize, int *integerWork, const int *integerWorkSize,
                        int *info);

namespace spotcheck {

namespace {

constexpr std::int64_t mostVectors = 16384;

/// Replaces a symmetric matrix by its orthonormal eigenvectors, one a row, smallest eigenvalue first.
void replaceByEigenvectors(std::vector<float> &matrix, int size)
{
    std::vector<float> values(static_cast<std::size_t>(size));
    int info = 0;
    const int ask = -1;
    float workSize = 0;
    int integerWorkSize = 0;
    ssyevd_("V", "L", &size, matrix.data(), &size, values.data(), &workSize, &ask, &integerWorkSize, &ask, &info);
    // The size comes as a float, which may have been rounded down.
    std::vector<float> work(static_cast<std::size_t>(workSize * 1.001F) + 1);
    std::vector<int> integerWork(static_cast<std::size_t>(integerWorkSize));
    const int available = static_cast<int>(work.size());
    ssyevd_("V", "L", &size, matrix.data(), &size, values.data(), work.data(), &available, integerWork.data(),
            &integerWorkSize, &info);
    if (info != 0)
        throw Error(ErrorCode::Internal, "the eigenvectors of the features' covariance were not found");
}

} // namespace

CentredSample centredSample(std::span<const float> vectors, int dimensions, std::int64_t most)
{
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    const std::int64_t taken = std::min(count, most);
    std::vector<float> sample(static_cast<std::size_t>(taken * dimensions));
    for (std::int64_t row = 0; row < taken; ++row)
        std::copy_n(vectors.data() + row * count / taken * dimensions, dimensions, sample.data() + row * dimensions);
    std::vector<float> mean = takeMeanAway(sample, dimensions);
    return {std::move(sample), std::move(mean)};
}

std::vector<float> principalDirections(std::span<const float> vectors, int dimensions, int wanted,
                                       JobMonitor &monitor)
{
    const auto length = static_cast<std::size_t>(dimensions);
    std::vector<float> matrix(length * length);
    {
        const std::vector<float> values = centredSample(vectors, dimensions, mostVectors).rows;
        transposedProduct(values, values, dimensions, dimensions, matrix, monitor);
    }
    replaceByEigenvectors(matrix, dimensions);
    std::vector<float> directions;
    directions.reserve(static_cast<std::size_t>(wanted) * length);
    for (int index = 0; index < wanted; ++index) {
        const auto row = matrix.begin() + static_cast<std::ptrdiff_t>(dimensions - 1 - index) * dimensions;
        directions.insert(directions.end(), row, row + dimensions);
    }
    return directions;
}

} // namespace spotcheck
