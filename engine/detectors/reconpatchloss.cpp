#include "detectors/reconpatchloss.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include <Eigen/Core>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "detectors/blockedproduct.h"

namespace spotcheck {

namespace {

using Row = Eigen::Map<Eigen::ArrayXf>;

/// `body(i)` for every row, on all threads. What a row holds must not depend on other rows that `body` writes.
template <class Body>
void forRows(int rows, const Body &body)
{
    parallelRanges(rows, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            body(static_cast<std::size_t>(row));
    });
}

double total(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Eq. 2: the k nearest of each patch, nearest first, itself always the first; equal distances by index.
std::vector<int> nearestNeighbours(const std::vector<float> &squared, int count, int k)
{
    std::vector<int> nearest(static_cast<std::size_t>(count) * static_cast<std::size_t>(k));
    forRows(count, [&](std::size_t i) {
        const float *distances = squared.data() + i * static_cast<std::size_t>(count);
        int *found = nearest.data() + i * static_cast<std::size_t>(k);
        found[0] = static_cast<int>(i);
        int filled = 1;
        for (int j = 0; j < count; ++j) {
            if (j == static_cast<int>(i) || (filled == k && !(distances[j] < distances[found[k - 1]])))
                continue;
            int place = filled < k ? filled++ : k - 1;
            for (; place > 1 && distances[j] < distances[found[place - 1]]; --place)
                found[place] = found[place - 1];
            if (place < k)
                found[place] = j;
        }
    });
    return nearest;
}

/// Eq. 2 to 5 on the neighbour lists: the contextual similarity is zero for nearly all pairs.
class ContextualSimilarity {
public:
    ContextualSimilarity(const std::vector<int> &nearest, int k)
        : m_nearest(nearest), m_k(static_cast<std::size_t>(k)), m_overlaps(nearest.size())
    {
        for (std::size_t i = 0; i < count(); ++i) {
            for (std::size_t place = 0; place < m_k; ++place)
                m_overlaps[i * m_k + place] = overlap(i, neighbour(i, place));
        }
    }

    /// Adds `share` times the similarity of all pairs to `similarity` `[N, N]`.
    void addTo(std::vector<float> &similarity, double share) const
    {
        for (std::size_t i = 0; i < count(); ++i) {
            const std::vector<std::size_t> expanded = reciprocal(i);
            const auto part = static_cast<float>(0.5 * share / static_cast<double>(expanded.size()));
            for (const std::size_t l : expanded) {
                for (std::size_t place = 0; place < m_k; ++place) {
                    const std::size_t j = neighbour(l, place);
                    const float added = part * m_overlaps[l * m_k + place];
                    similarity[i * count() + j] += added; // Eq. 5 takes both directions
                    similarity[j * count() + i] += added;
                }
            }
        }
    }

private:
    std::size_t count() const { return m_nearest.size() / m_k; }
    std::size_t neighbour(std::size_t i, std::size_t place) const
    {
        return static_cast<std::size_t>(m_nearest[i * m_k + place]);
    }
    bool among(std::size_t i, std::size_t j, std::size_t k) const
    {
        for (std::size_t place = 0; place < k; ++place) {
            if (neighbour(i, place) == j)
                return true;
        }
        return false;
    }

    /// Eq. 3: the share of i's neighbours that are j's too.
    float overlap(std::size_t i, std::size_t j) const
    {
        int common = 0;
        for (std::size_t place = 0; place < m_k; ++place)
            common += among(j, neighbour(i, place), m_k) ? 1 : 0;
        return static_cast<float>(common) / static_cast<float>(m_k);
    }

    /// R_{k/2}(i) of Eq. 4: those among i's k/2 nearest that count i among theirs.
    std::vector<std::size_t> reciprocal(std::size_t i) const
    {
        const std::size_t half = std::max<std::size_t>(1, m_k / 2);
        std::vector<std::size_t> found;
        for (std::size_t place = 0; place < half; ++place) {
            if (among(neighbour(i, place), i, half))
                found.push_back(neighbour(i, place));
        }
        return found;
    }

    const std::vector<int> &m_nearest;
    std::size_t m_k;
    std::vector<float> m_overlaps; ///< `[N, k]`, of each patch and its neighbours
};

} // namespace

void ReConPatchLossOptions::validate() const
{
    if (!(alpha >= 0 && alpha <= 1))
        throw Error(ErrorCode::InvalidParameter, "alpha must be from 0 to 1");
    if (!(sigma > 0 && margin > 0) || neighbours < 1)
        throw Error(ErrorCode::InvalidParameter, "sigma, the margin and the number of neighbours must be above 0");
}

std::vector<float> allSquaredDistances(std::span<const float> vectors, int dimensions, JobMonitor &monitor)
{
    std::vector<float> squared = innerProducts(vectors, vectors, dimensions, monitor);
    const auto count = static_cast<int>(static_cast<std::int64_t>(vectors.size()) / dimensions);
    const auto n = static_cast<std::size_t>(count);
    std::vector<float> lengths(n);
    for (std::size_t i = 0; i < n; ++i)
        lengths[i] = squared[i * n + i];
    const Row all(lengths.data(), count);
    forRows(count, [&](std::size_t i) {
        Row row(squared.data() + i * n, count);
        // (a + b) - 2 c is the same from both sides; c itself may differ in the last bit, which does not matter here.
        row = ((all + lengths[i]) - 2.0F * row).max(0.0F);
        row[static_cast<Eigen::Index>(i)] = 0.0F;
    });
    return squared;
}

std::vector<float> patchSimilarity(std::vector<float> squaredDistances, int count,
                                   const ReConPatchLossOptions &options, JobMonitor &monitor)
{
    const auto n = static_cast<std::size_t>(count);
    const int k = std::min(options.neighbours, count);
    const std::vector<int> nearest = nearestNeighbours(squaredDistances, count, k);
    monitor.throwIfCancelled();

    std::vector<double> sums(n);
    forRows(count, [&](std::size_t i) {
        sums[i] = Eigen::Map<Eigen::ArrayXf>(squaredDistances.data() + i * n, count).cast<double>().sum();
    });
    const double mean = total(sums) / static_cast<double>(n * n);
    // Where all patches are equal, all are alike.
    const auto exponent = mean > 0 ? static_cast<float>(-1.0 / (options.sigma * mean)) : 0.0F;
    const auto alpha = static_cast<float>(options.alpha);
    forRows(count, [&](std::size_t i) {
        Row row(squaredDistances.data() + i * n, count);
        row = alpha * (exponent * row).exp();
    });
    ContextualSimilarity(nearest, k).addTo(squaredDistances, 1.0 - options.alpha);
    return squaredDistances;
}

RelaxedContrastiveLoss relaxedContrastiveLoss(std::span<const float> vectors, int dimensions,
                                              std::vector<float> similarity, const ReConPatchLossOptions &options,
                                              JobMonitor &monitor)
{
    const auto count = static_cast<int>(static_cast<std::int64_t>(vectors.size()) / dimensions);
    const auto n = static_cast<std::size_t>(count);
    const auto margin = static_cast<float>(options.margin);
    std::vector<float> distances = allSquaredDistances(vectors, dimensions, monitor);

    // Per row: delta = d / mean d, the row's loss, and in place of the similarities the loss's derivative with
    // respect to each distance d_ij. With G = d loss / d delta that is (G_ij - mean_n G_in delta_in) / mean_n d_in.
    std::vector<double> losses(n);
    std::vector<double> squaredSums(n);
    forRows(count, [&](std::size_t i) {
        Row distance(distances.data() + i * n, count);
        Row weight(similarity.data() + i * n, count);
        squaredSums[i] = distance.cast<double>().sum();
        distance = distance.sqrt();
        const auto mean = static_cast<float>(distance.cast<double>().sum() / static_cast<double>(count));
        if (!(mean > 0)) {
            weight.setZero();
            return;
        }
        const Eigen::ArrayXf delta = distance / mean;
        const Eigen::ArrayXf missing = (margin - delta).max(0.0F);
        losses[i] = (weight * delta.square() + (1.0F - weight) * missing.square()).cast<double>().sum();
        weight = 2.0F * (weight * delta - (1.0F - weight) * missing);
        const auto pull = static_cast<float>((weight * delta).cast<double>().sum() / static_cast<double>(count));
        weight = (weight - pull) / mean;
    });
    monitor.throwIfCancelled();
    const std::vector<float> &derivatives = similarity;

    // Both directions of a pair move both its ends along their difference: the gradient of z_i is
    // sum_j s_ij (z_i - z_j) with s_ij = (C_ij + C_ji) / (N d_ij), put in place of the distances.
    const float tooShort = roundingShare * static_cast<float>(total(squaredSums) / static_cast<double>(n * n));
    std::vector<float> own(n);
    forRows(count, [&](std::size_t i) {
        float *row = distances.data() + i * n;
        double sum = 0;
        for (std::size_t j = 0; j < n; ++j) {
            const float distance = row[j];
            const bool apart = i != j && distance * distance > tooShort;
            const float both = derivatives[i * n + j] + derivatives[j * n + i];
            row[j] = apart ? both / (static_cast<float>(count) * distance) : 0.0F;
            sum += row[j];
        }
        own[i] = static_cast<float>(sum);
    });

    RelaxedContrastiveLoss loss;
    loss.value = total(losses) / static_cast<double>(count);
    loss.gradient = matrixProduct(distances, vectors, count, dimensions, monitor);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t d = 0; d < static_cast<std::size_t>(dimensions); ++d) {
            float &value = loss.gradient[i * static_cast<std::size_t>(dimensions) + d];
            value = own[i] * vectors[i * static_cast<std::size_t>(dimensions) + d] - value;
        }
    }
    return loss;
}

} // namespace spotcheck
