#include "detectors/exactsearch.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <tuple>
#include <utility>

#include <Eigen/QR>

#include <spotcheck/core/runtime.h>

#include "core/foreachprocessor.h"
#include "core/random.h"
#include "detectors/matrixproduct.h"
#include "detectors/principaldirections.h"
#include "detectors/rounding.h"

namespace spotcheck {

namespace {

using RowsDouble = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowsFloat = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr float infinity = std::numeric_limits<float>::infinity();

constexpr std::int64_t fewestToBound = 128; // below them nothing is gained
constexpr int fewestDimensions = 64;
constexpr float largestShadow = 1e36F;        // squared; sums of a few stay finite
constexpr std::int64_t sampledVectors = 2048; // that directions are sought with
constexpr int queryBlock = 64;                // of a matrix product
constexpr std::int64_t vectorBlock = 2048;    // whose bounds stay in the cache: 2 MB

constexpr int shadowLanes = 16; // one AVX-512 register
constexpr double mostOfVariance = 0.75;

/// Of a shadow: by measurement on 384 and 1,536 numbers of ResNet-18 and the square root between them. More
/// directions leave fewer vectors to be measured, and cost more themselves.
int shadowLength(int dimensions)
{
    const double best = 3.2 * std::sqrt(static_cast<double>(dimensions));
    return shadowLanes * static_cast<int>(std::ceil(best / shadowLanes));
}

/// Where these directions hold less than `mostOfVariance`, as of whitened features, too many vectors would be left to
/// measure: most of the directions then (by measurement, on 384 numbers).
int longShadowLength(int dimensions)
{
    return shadowLanes * ((2 * dimensions / 3 + shadowLanes - 1) / shadowLanes);
}

/// The smallest of each 16 values; `count` is a multiple of 16.
SPOTCHECK_FOR_EACH_PROCESSOR
void smallestOfEach(const float *values, std::int64_t count, float *smallest)
{
    for (std::int64_t first = 0; first < count; first += shadowLanes) {
        float group[shadowLanes];
        std::memcpy(group, values + first, sizeof(group));
        for (int half = shadowLanes / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; ++lane)
                group[lane] = group[lane + half] < group[lane] ? group[lane + half] : group[lane];
        }
        smallest[first / shadowLanes] = group[0];
    }
}

/// Orthonormal columns that span the same space.
RowsFloat orthonormal(const RowsFloat &columns)
{
    const Eigen::HouseholderQR<RowsDouble> decomposed(columns.cast<double>());
    const RowsDouble thin = decomposed.householderQ() * RowsDouble::Identity(columns.rows(), columns.cols());
    return thin.cast<float>();
}

} // namespace

/// Of several vectors.
struct ExactSearch::Shadows {
    std::vector<float> values;  ///< `[count, length]`; the last number is left free
    std::vector<float> lengths; ///< squared
    std::vector<float> errors;  ///< of a shadow against that in exact arithmetic, as a distance
};

/// The k nearest vectors of a query so far.
struct ExactSearch::Found {
    std::size_t k;
    std::vector<std::pair<float, std::int64_t>> nearest{}; ///< squared distance, index; ascending

    float farthest() const { return nearest.size() < k ? infinity : nearest.back().first; }

    void add(float distance, std::int64_t index)
    {
        const std::pair found(distance < infinity ? distance : infinity, index); // not a number neither
        if (nearest.size() == k) {
            if (found >= nearest.back())
                return;
            nearest.pop_back();
        }
        nearest.insert(std::ranges::upper_bound(nearest, found), found);
    }
};

double ExactSearch::multiplyAdds(double vectors, double dimensions)
{
    if (vectors < fewestToBound || dimensions < fewestDimensions)
        return vectors * dimensions;
    constexpr double measured = 0.02; // of the vectors; each as long as four times its share of a matrix product
    return shadowLength(static_cast<int>(dimensions)) * (dimensions + vectors) + 4 * measured * vectors * dimensions;
}

ExactSearch::ExactSearch(std::span<const float> vectors, int dimensions, bool bounded,
                         std::unique_ptr<const DistanceEstimates> card)
    : m_rows(vectors, dimensions), m_vectors(vectors), m_dimensions(dimensions), m_card(std::move(card))
{
    if (!bounded || m_card || m_rows.count() < fewestToBound || dimensions < fewestDimensions)
        return;
    for (const int length : {shadowLength(dimensions), longShadowLength(dimensions)}) {
        m_length = std::min(length, dimensions);
        const double share = findDirections();
        if (m_length == 0)
            return;
        if (share >= mostOfVariance)
            break;
    }
    // Room for whole groups: what is no vector is farther than any.
    const std::int64_t groups = (m_rows.count() + shadowLanes - 1) / shadowLanes;
    m_shadows.resize(static_cast<std::size_t>(groups * shadowLanes * m_length));
    for (std::int64_t row = m_rows.count(); row < groups * shadowLanes; ++row)
        m_shadows[static_cast<std::size_t>((row + 1) * m_length - 1)] = std::numeric_limits<float>::max();
    std::vector<float> lengths(static_cast<std::size_t>(m_rows.count()));
    std::vector<float> errors(lengths.size());
    parallelRanges((m_rows.count() + queryBlock - 1) / queryBlock, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t first = begin * queryBlock; first < std::min(end * queryBlock, m_rows.count());
             first += queryBlock) {
            const int count = static_cast<int>(std::min<std::int64_t>(queryBlock, m_rows.count() - first));
            Shadows block = shadowsOf(vectors.data() + first * dimensions, count);
            for (int row = 0; row < count; ++row) {
                float *shadow = block.values.data() + static_cast<std::ptrdiff_t>(row) * m_length;
                std::transform(shadow, shadow + m_length - 1, shadow, [](float value) { return -2 * value; });
                shadow[m_length - 1] = block.lengths[static_cast<std::size_t>(row)];
            }
            std::ranges::copy(block.values, m_shadows.begin() + first * m_length);
            std::ranges::copy(block.lengths, lengths.begin() + first);
            std::ranges::copy(block.errors, errors.begin() + first);
        }
    });
    m_largestLength = std::ranges::max(lengths);
    m_largestError = std::ranges::max(errors);
    // Numbers of a damaged file: all are measured then.
    if (!std::ranges::all_of(lengths, [](float length) { return length < largestShadow; }))
        m_length = 0;
}

/// Randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4): any orthonormal directions will
/// do, and these are nearly the principal ones in a small part of the time.
double ExactSearch::findDirections()
{
    const std::int64_t count = std::min(m_rows.count(), sampledVectors);
    const int directions = m_length - 2;
    CentredSample sample = centredSample(m_vectors, m_dimensions, sampledVectors);
    m_mean = std::move(sample.mean);

    Random random(1);
    RowsFloat found(m_dimensions, directions);
    for (Eigen::Index index = 0; index < found.size(); ++index)
        found.data()[index] = static_cast<float>(random.normal());
    RowsFloat images(count, directions);
    constexpr int rounds = 2;
    for (int round = 0; round < rounds; ++round) {
        matrixProduct(sample.rows.data(), static_cast<int>(count), found.data(), directions, m_dimensions,
                      images.data());
        transposedProduct(sample.rows.data(), m_dimensions, m_dimensions, images.data(), directions,
                          static_cast<int>(count), found.data());
        if (!found.allFinite()) {
            m_length = 0;
            return 0;
        }
        found = orthonormal(found);
    }
    m_directions.assign(found.data(), found.data() + found.size());
    matrixProduct(sample.rows.data(), static_cast<int>(count), found.data(), directions, m_dimensions, images.data());
    const double whole =
        Eigen::Map<const RowsFloat>(sample.rows.data(), count, m_dimensions).cast<double>().squaredNorm();
    return whole > 0 ? images.cast<double>().squaredNorm() / whole : 1;
}

ExactSearch::Shadows ExactSearch::shadowsOf(const float *rows, int count) const
{
    const int directions = m_length - 2;
    const auto at = [](int row, int length) { return static_cast<std::ptrdiff_t>(row) * length; };
    std::vector<float> centred(static_cast<std::size_t>(at(count, m_dimensions)));
    for (int row = 0; row < count; ++row) {
        for (int i = 0; i < m_dimensions; ++i)
            centred[static_cast<std::size_t>(at(row, m_dimensions) + i)] =
                rows[at(row, m_dimensions) + i] - m_mean[i];
    }
    std::vector<float> projected(static_cast<std::size_t>(at(count, directions)));
    matrixProduct(centred.data(), count, m_directions.data(), directions, m_dimensions, projected.data());

    const std::vector<float> zeros(static_cast<std::size_t>(m_dimensions));
    Shadows shadows;
    shadows.values.resize(static_cast<std::size_t>(at(count, m_length)));
    // Of a product with m_dimensions terms, and of a sum of as many squares, relative to the vector's length.
    const double relative = 2 * (m_dimensions + 8) * unitRoundoff;
    for (int row = 0; row < count; ++row) {
        const std::span<const float> whole(centred.data() + at(row, m_dimensions),
                                           static_cast<std::size_t>(m_dimensions));
        const float *part = projected.data() + at(row, directions);
        double within = 0;
        for (int i = 0; i < directions; ++i)
            within += static_cast<double>(part[i]) * part[i];
        const double squared = squaredDistance(whole, zeros);
        const double rest = std::sqrt(std::max(0.0, squared - within));
        float *shadow = shadows.values.data() + at(row, m_length);
        std::copy_n(part, directions, shadow);
        shadow[directions] = static_cast<float>(rest);
        shadow[directions + 1] = 1;
        shadows.lengths.push_back(static_cast<float>(within + rest * rest));
        // |a - b| <= |a^2 - b^2| / a, and <= sqrt |a^2 - b^2|, for the rest a as computed and b as it is.
        const double ofSquare = 3 * relative * squared;
        const double ofRest = ofSquare > 0 ? ofSquare / std::max(rest, std::sqrt(ofSquare)) : 0;
        shadows.errors.push_back(static_cast<float>(relative * std::sqrt(squared) + ofRest));
    }
    return shadows;
}

/// What is measured is off by as much as a sum of squares may be.
double ExactSearch::largestDistance(float squared) const
{
    return std::sqrt(static_cast<double>(squared)) * (1 + (m_dimensions + 8) * unitRoundoff);
}

void ExactSearch::searchMeasuring(const float *query, std::int64_t first, std::int64_t count, Found &found) const
{
    for (std::int64_t index = first; index < first + count; ++index)
        found.add(m_rows.squaredTo(query, index), index);
}

void ExactSearch::searchBounded(const float *query, std::span<const float> bounds, std::int64_t first, double length,
                                double error, Found &found) const
{
    std::vector<float> smallest(bounds.size() / shadowLanes);
    smallestOfEach(bounds.data(), std::ssize(bounds), smallest.data());

    // Vectors that are probably near give a limit.
    std::vector<std::pair<float, std::size_t>> groups;
    for (std::size_t group = 0; group < smallest.size(); ++group)
        groups.emplace_back(smallest[group], group * shadowLanes);
    const std::size_t likely = std::min(found.k, groups.size());
    std::ranges::partial_sort(groups, groups.begin() + static_cast<std::ptrdiff_t>(likely));
    Found near = found;
    for (std::size_t group = 0; group < likely; ++group) {
        const auto place = std::ranges::find(bounds.subspan(groups[group].second, shadowLanes), groups[group].first);
        const std::int64_t index = first + (&*place - bounds.data());
        near.add(m_rows.squaredTo(query, index), index);
    }
    if (near.farthest() == infinity)
        return searchMeasuring(query, first, std::min(std::ssize(bounds), m_rows.count() - first), found);

    const double farthest = largestDistance(near.farthest());
    const double products = 4 * (m_length + 8) * unitRoundoff * (length + m_largestLength);
    const double reach = farthest + error + m_largestError;
    const float limit = std::nextafter(static_cast<float>(reach * reach + products - length), infinity);
    for (std::size_t group = 0; group < smallest.size(); ++group) {
        if (smallest[group] > limit)
            continue;
        for (std::size_t place = group * shadowLanes; place < (group + 1) * shadowLanes; ++place) {
            const std::int64_t index = first + static_cast<std::int64_t>(place);
            if (bounds[place] <= limit && index < m_rows.count())
                found.add(m_rows.squaredTo(query, index), index);
        }
    }
}

void ExactSearch::search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                         std::span<std::int64_t> indices) const
{
    if (m_card)
        searchOnCard(queries, k, squaredDistances, indices);
    else
        searchOnProcessor(queries, k, squaredDistances, indices);
}

void ExactSearch::searchOnCard(std::span<const float> queries, int k, std::span<float> squaredDistances,
                               std::span<std::int64_t> indices) const
{
    const auto dimensions = static_cast<std::size_t>(m_dimensions);
    const auto wanted = static_cast<std::size_t>(k);
    const std::size_t count = queries.size() / dimensions;
    for (std::size_t begin = 0; begin < count; begin += m_card->blockSize()) {
        const std::size_t rows = std::min(m_card->blockSize(), count - begin);
        const std::span<const float> block = queries.subspan(begin * dimensions, rows * dimensions);
        const DistanceEstimates::Candidates candidates = m_card->nearest(block, k);
        const DistanceRows padded(block, m_dimensions);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto target = (begin + row) * wanted;
            Found found{wanted};
            for (const std::int64_t index : candidates.of(row))
                found.add(m_rows.squaredTo(padded.row(static_cast<std::int64_t>(row)), index), index);
            // The others may be as near where much rounds to the same estimate, and where numbers are too large.
            if (!(largestDistance(found.farthest()) < candidates.othersAreAtLeast[row])) {
                found = Found{wanted};
                searchMeasuring(padded.row(static_cast<std::int64_t>(row)), 0, m_rows.count(), found);
            }
            for (std::size_t place = 0; place < wanted; ++place)
                std::tie(squaredDistances[target + place], indices[target + place]) = found.nearest[place];
        }
    }
}

void ExactSearch::searchOnProcessor(std::span<const float> queries, int k, std::span<float> squaredDistances,
                                    std::span<std::int64_t> indices) const
{
    const auto dimensions = static_cast<std::size_t>(m_dimensions);
    const auto count = static_cast<std::int64_t>(queries.size() / dimensions);
    const std::int64_t shadows = m_length > 0 ? std::ssize(m_shadows) / m_length : 0;
    std::vector<float> products;
    for (std::int64_t begin = 0; begin < count; begin += queryBlock) {
        const int rows = static_cast<int>(std::min<std::int64_t>(queryBlock, count - begin));
        const std::span<const float> block = queries.subspan(static_cast<std::size_t>(begin) * dimensions,
                                                             static_cast<std::size_t>(rows) * dimensions);
        const DistanceRows padded(block, m_dimensions);
        std::vector<Found> found(static_cast<std::size_t>(rows), Found{static_cast<std::size_t>(k)});
        const Shadows own = m_length > 0 ? shadowsOf(block.data(), rows) : Shadows{};
        for (std::int64_t first = 0; first < shadows; first += vectorBlock) {
            const auto columns = static_cast<std::size_t>(std::min(vectorBlock, shadows - first));
            products.resize(static_cast<std::size_t>(rows) * columns);
            innerProducts(own.values.data(), rows, m_shadows.data() + first * m_length, static_cast<int>(columns),
                          m_length, products.data());
            for (std::size_t row = 0; row < found.size(); ++row) {
                if (own.lengths[row] < largestShadow)
                    searchBounded(padded.row(static_cast<std::int64_t>(row)),
                                  std::span(products).subspan(row * columns, columns), first, own.lengths[row],
                                  own.errors[row], found[row]);
            }
        }
        for (std::size_t row = 0; row < found.size(); ++row) {
            if (found[row].nearest.empty())
                searchMeasuring(padded.row(static_cast<std::int64_t>(row)), 0, m_rows.count(), found[row]);
            const std::size_t start = (static_cast<std::size_t>(begin) + row) * found[row].k;
            for (std::size_t place = 0; place < found[row].k; ++place)
                std::tie(squaredDistances[start + place], indices[start + place]) = found[row].nearest[place];
        }
    }
}

} // namespace spotcheck
