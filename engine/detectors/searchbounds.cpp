#include "detectors/searchbounds.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <Eigen/QR>

#include <spotcheck/core/runtime.h>

#include "core/foreachprocessor.h"
#include "core/random.h"
#include "detectors/distancerows.h"
#include "detectors/matrixproduct.h"
#include "detectors/principaldirections.h"
#include "detectors/rounding.h"

namespace spotcheck {

namespace {

using RowsDouble = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowsFloat = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::int64_t fewestToBound = 128; // below them nothing is gained
constexpr int fewestDimensions = 64;
constexpr std::int64_t sampledVectors = 2048; // that directions are sought with
constexpr std::int64_t madeAtOnce = 64;       // vectors, by one thread
/// Where the directions hold less, as of whitened features, too many vectors would be left to measure.
constexpr double mostOfVariance = 0.75;

std::ptrdiff_t rowAt(std::int64_t row, int length)
{
    return static_cast<std::ptrdiff_t>(row) * length;
}

/// Of a shadow: by measurement on 384 and 1,536 numbers of ResNet-18 and the square root between them. More
/// directions leave fewer vectors to be measured, and cost more themselves.
int shadowLength(int dimensions)
{
    const double best = 3.2 * std::sqrt(static_cast<double>(dimensions));
    return std::min(dimensions, SearchBounds::lanes * static_cast<int>(std::ceil(best / SearchBounds::lanes)));
}

/// Orthonormal columns that span the same space.
RowsFloat orthonormal(const RowsFloat &columns)
{
    const Eigen::HouseholderQR<RowsDouble> decomposed(columns.cast<double>());
    const RowsDouble thin = decomposed.householderQ() * RowsDouble::Identity(columns.rows(), columns.cols());
    return thin.cast<float>();
}

std::vector<float> centredRows(const float *rows, int count, const std::vector<float> &mean)
{
    const auto dimensions = static_cast<int>(mean.size());
    std::vector<float> centred(static_cast<std::size_t>(rowAt(count, dimensions)));
    for (int row = 0; row < count; ++row) {
        for (int i = 0; i < dimensions; ++i)
            centred[static_cast<std::size_t>(rowAt(row, dimensions) + i)] =
                rows[rowAt(row, dimensions) + i] - mean[static_cast<std::size_t>(i)];
    }
    return centred;
}

/// `body(first, count)` for blocks of all vectors, on all threads.
template <class Body>
void forBlocks(std::int64_t vectors, const Body &body)
{
    parallelRanges((vectors + madeAtOnce - 1) / madeAtOnce, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t first = begin * madeAtOnce; first < std::min(end * madeAtOnce, vectors);
             first += madeAtOnce)
            body(first, static_cast<int>(std::min(madeAtOnce, vectors - first)));
    });
}

/// The mean of some vectors, and directions along which they vary most.
struct Directions {
    std::vector<float> mean;   ///< `[dimensions]`
    std::vector<float> values; ///< `[dimensions, count]`, orthonormal columns
    int count = 0;
    double share = 0; ///< of what varies that they hold; not a number where numbers are too large

    /// Randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4): any orthonormal directions
    /// will do, and these are nearly the principal ones in a small part of the time.
    Directions(std::span<const float> vectors, int dimensions, int wanted) : count(wanted)
    {
        CentredSample sample = centredSample(vectors, dimensions, sampledVectors);
        const auto rows = static_cast<int>(std::ssize(sample.rows) / dimensions);
        mean = std::move(sample.mean);
        Random random(1);
        RowsFloat found(dimensions, count);
        for (Eigen::Index index = 0; index < found.size(); ++index)
            found.data()[index] = static_cast<float>(random.normal());
        RowsFloat images(rows, count);
        constexpr int rounds = 2;
        for (int round = 0; round < rounds; ++round) {
            matrixProduct(sample.rows.data(), rows, found.data(), count, dimensions, images.data());
            transposedProduct(sample.rows.data(), dimensions, dimensions, images.data(), count, rows, found.data());
            if (!found.allFinite()) {
                share = std::numeric_limits<double>::quiet_NaN();
                return;
            }
            found = orthonormal(found);
        }
        values.assign(found.data(), found.data() + found.size());
        matrixProduct(sample.rows.data(), rows, found.data(), count, dimensions, images.data());
        const double whole =
            Eigen::Map<const RowsFloat>(sample.rows.data(), rows, dimensions).cast<double>().squaredNorm();
        share = whole > 0 ? images.cast<double>().squaredNorm() / whole : 1;
    }
};

/// Along orthonormal directions V, x' = [V^T x, length of what is left of x] obeys |x' - y'| <= |x - y| (Cauchy and
/// Schwarz). A shadow is x' and a 1 (of queries) or its squared length (of vectors, times -2 before that).
class ShadowBounds : public SearchBounds {
public:
    ShadowBounds(std::span<const float> vectors, int dimensions, Directions directions)
        : m_dimensions(dimensions), m_length(directions.count + 2), m_directions(std::move(directions))
    {
        m_terms = m_length;
        const std::int64_t count = std::ssize(vectors) / dimensions;
        // Room for whole groups: what is no vector is farther than any.
        const std::int64_t room = (count + lanes - 1) / lanes * lanes;
        m_shadows.resize(static_cast<std::size_t>(room * m_length));
        for (std::int64_t row = count; row < room; ++row)
            m_shadows[static_cast<std::size_t>((row + 1) * m_length - 1)] = std::numeric_limits<float>::max();
        std::vector<float> lengths(static_cast<std::size_t>(count));
        std::vector<float> errors(lengths.size());
        forBlocks(count, [&](std::int64_t first, int rows) {
            Queries block = queries(vectors.data() + rowAt(first, dimensions), rows);
            for (int row = 0; row < rows; ++row) {
                float *shadow = block.values.data() + rowAt(row, m_length);
                std::transform(shadow, shadow + m_length - 1, shadow, [](float value) { return -2 * value; });
                shadow[m_length - 1] = block.lengths[static_cast<std::size_t>(row)];
            }
            std::ranges::copy(block.values, m_shadows.begin() + first * m_length);
            std::ranges::copy(block.lengths, lengths.begin() + first);
            std::ranges::copy(block.errors, errors.begin() + first);
        });
        m_isUsable = std::ranges::all_of(lengths, [](float length) { return length < largest; });
        m_largestLength = std::ranges::max(lengths);
        m_largestError = std::ranges::max(errors);
    }

    bool isUsable() const { return m_isUsable; }

    Queries queries(const float *rows, int count) const override
    {
        const int directions = m_directions.count;
        const std::vector<float> centred = centredRows(rows, count, m_directions.mean);
        std::vector<float> projected(static_cast<std::size_t>(rowAt(count, directions)));
        matrixProduct(centred.data(), count, m_directions.values.data(), directions, m_dimensions, projected.data());

        const std::vector<float> zeros(static_cast<std::size_t>(m_dimensions));
        Queries shadows;
        shadows.count = count;
        shadows.values.resize(static_cast<std::size_t>(rowAt(count, m_length)));
        // Of a product with m_dimensions terms, and of a sum of as many squares, relative to the vector's length.
        const double relative = 2 * (m_dimensions + 8) * unitRoundoff;
        for (int row = 0; row < count; ++row) {
            const std::span<const float> whole(centred.data() + rowAt(row, m_dimensions), zeros.size());
            const float *part = projected.data() + rowAt(row, directions);
            double within = 0;
            for (int i = 0; i < directions; ++i)
                within += static_cast<double>(part[i]) * part[i];
            const double squared = squaredDistance(whole, zeros);
            const double rest = std::sqrt(std::max(0.0, squared - within));
            float *shadow = shadows.values.data() + rowAt(row, m_length);
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

    void find(const Queries &queries, std::int64_t first, std::int64_t columns,
              std::span<float> bounds) const override
    {
        innerProducts(queries.values.data(), queries.count, m_shadows.data() + rowAt(first, m_length),
                      static_cast<int>(columns), m_length, bounds.data());
    }

private:
    int m_dimensions;
    int m_length;
    Directions m_directions;
    std::vector<float> m_shadows; ///< `[M to whole groups, m_length]`
    bool m_isUsable = false;
};

/// `values` `[columns]`: products, which become bounds; what lies behind `there` of them is farther than any.
SPOTCHECK_FOR_EACH_PROCESSOR
void makeBounds(const float *lengths, std::int64_t there, std::int64_t columns, float shift, float *values)
{
    for (std::int64_t i = 0; i < there; ++i)
        values[i] = lengths[i] - 2 * values[i] + shift;
    for (std::int64_t i = there; i < columns; ++i)
        values[i] = std::numeric_limits<float>::max();
}

/// Where no few directions hold most of what varies. |q - v|^2 less |q - m|^2 is |v - m|^2 - 2 (q - m) v + 2 (q - m)
/// m for the vectors' mean m: products with the vectors themselves, as they lie in the model file, so that nothing
/// but their lengths has to be made and kept.
class ProductBounds : public SearchBounds {
public:
    ProductBounds(std::span<const float> vectors, int dimensions, std::vector<float> mean)
        : m_vectors(vectors), m_dimensions(dimensions), m_mean(std::move(mean))
    {
        m_terms = dimensions;
        const std::int64_t count = std::ssize(vectors) / dimensions;
        m_lengths.resize(static_cast<std::size_t>(count));
        std::vector<float> largestOf(m_lengths.size());
        const std::vector<float> zeros(m_mean.size());
        forBlocks(count, [&](std::int64_t first, int rows) {
            for (std::int64_t row = first; row < first + rows; ++row) {
                const auto place = static_cast<std::size_t>(row);
                const std::span<const float> vector(vectors.data() + rowAt(row, dimensions), m_mean.size());
                m_lengths[place] = squaredDistance(vector, m_mean);
                largestOf[place] = std::max(m_lengths[place], squaredDistance(vector, zeros));
            }
        });
        // The mean is no longer than the longest of what it is the mean of; it may be that of others.
        m_largestLength = std::max(std::ranges::max(largestOf), squaredDistance(m_mean, zeros));
        m_isUsable = std::ranges::all_of(largestOf, [](float length) { return length < largest; });
    }

    bool isUsable() const { return m_isUsable && m_largestLength < largest; }

    Queries queries(const float *rows, int count) const override
    {
        const std::vector<float> zeros(m_mean.size());
        Queries result;
        result.count = count;
        result.values = centredRows(rows, count, m_mean);
        for (int row = 0; row < count; ++row) {
            const std::span<const float> centred(result.values.data() + rowAt(row, m_dimensions), zeros.size());
            double product = 0;
            for (std::size_t i = 0; i < centred.size(); ++i)
                product += static_cast<double>(centred[i]) * m_mean[i];
            result.shifts.push_back(static_cast<float>(2 * product));
            result.lengths.push_back(squaredDistance(centred, zeros));
            result.errors.push_back(static_cast<float>(2 * unitRoundoff * std::sqrt(result.lengths.back())));
        }
        return result;
    }

    void find(const Queries &queries, std::int64_t first, std::int64_t columns,
              std::span<float> bounds) const override
    {
        const std::int64_t there = std::min(columns, std::ssize(m_lengths) - first);
        const float *vectors = m_vectors.data() + rowAt(first, m_dimensions);
        if (there == columns) {
            innerProducts(queries.values.data(), queries.count, vectors, static_cast<int>(there), m_dimensions,
                          bounds.data());
        } else { // the last group is filled up
            std::vector<float> products(static_cast<std::size_t>(queries.count * there));
            innerProducts(queries.values.data(), queries.count, vectors, static_cast<int>(there), m_dimensions,
                          products.data());
            for (std::int64_t query = 0; query < queries.count; ++query)
                std::copy_n(products.data() + query * there, there, bounds.data() + query * columns);
        }
        for (std::int64_t query = 0; query < queries.count; ++query)
            makeBounds(m_lengths.data() + first, there, columns, queries.shifts[static_cast<std::size_t>(query)],
                       bounds.data() + query * columns);
    }

private:
    std::span<const float> m_vectors;
    int m_dimensions;
    std::vector<float> m_mean;
    std::vector<float> m_lengths; ///< squared, of the vectors less the mean
    bool m_isUsable = false;
};

} // namespace

std::unique_ptr<const SearchBounds> SearchBounds::of(std::span<const float> vectors, int dimensions)
{
    if (std::ssize(vectors) / dimensions < fewestToBound || dimensions < fewestDimensions)
        return nullptr;
    Directions directions(vectors, dimensions, shadowLength(dimensions) - 2);
    if (std::isnan(directions.share)) // of a damaged file
        return nullptr;
    if (directions.share >= mostOfVariance) {
        auto bounds = std::make_unique<const ShadowBounds>(vectors, dimensions, std::move(directions));
        return bounds->isUsable() ? std::move(bounds) : nullptr;
    }
    auto bounds = std::make_unique<const ProductBounds>(vectors, dimensions, std::move(directions.mean));
    return bounds->isUsable() ? std::move(bounds) : nullptr;
}

double SearchBounds::multiplyAdds(double vectors, double dimensions, bool spread)
{
    const double product = vectors * dimensions;
    if (vectors < fewestToBound || dimensions < fewestDimensions)
        return product;
    constexpr double measured = 0.02; // of the vectors; each as long as four times its share of a matrix product
    if (spread)
        return (1 + 4 * measured) * product;
    return shadowLength(static_cast<int>(dimensions)) * (dimensions + vectors) + 4 * measured * product;
}

float SearchBounds::limit(double distance, double length, double error) const
{
    const double products = 4 * (m_terms + 8) * unitRoundoff * (length + m_largestLength);
    const double reach = distance + error + m_largestError;
    return std::nextafter(static_cast<float>(reach * reach + products - length),
                          std::numeric_limits<float>::infinity());
}

} // namespace spotcheck
