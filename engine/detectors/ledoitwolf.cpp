#include "detectors/ledoitwolf.h"

#include <algorithm>
#include <cstddef>

#include "detectors/symmetricmatrix.h"

namespace spotcheck {

ShrunkCovariance ledoitWolf(const std::vector<double> &centred, int count, int size, int freeDimensions)
{
    const auto n = static_cast<std::size_t>(size);
    ShrunkCovariance result;
    result.matrix.resize(n * n);
    innerSquare(centred.data(), count, size, result.matrix.data());

    double trace = 0;
    double squares = 0; // of all entries, those above the diagonal too: the squared Frobenius norm
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double &value = result.matrix[i * n + j];
            value /= count;
            squares += (i == j ? 1 : 2) * value * value;
        }
        trace += result.matrix[i * n + i];
    }
    double fourthPowers = 0; // of the samples' lengths, their mean
    for (int sample = 0; sample < count; ++sample) {
        const double *values = centred.data() + static_cast<std::size_t>(sample) * n;
        double length = 0;
        for (std::size_t i = 0; i < n; ++i)
            length += values[i] * values[i];
        fourthPowers += length * length / count;
    }

    // beta: how far S is expected to lie from the true covariance; delta: how far it lies from mu I. Both squared.
    result.meanVariance = trace / freeDimensions;
    const double delta =
        squares - 2 * result.meanVariance * trace + freeDimensions * result.meanVariance * result.meanVariance;
    const double beta = std::min((fourthPowers - squares) / count, delta);
    result.shrinkage = freeDimensions > 1 && beta > 0 ? beta / delta : 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j)
            result.matrix[i * n + j] *= 1 - result.shrinkage;
        result.matrix[i * n + i] += result.shrinkage * result.meanVariance;
    }
    return result;
}

} // namespace spotcheck
