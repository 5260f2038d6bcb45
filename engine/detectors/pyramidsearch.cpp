#include "detectors/pyramidsearch.h"

#include <algorithm>
#include <limits>

#include <spotcheck/core/error.h>

#include "core/foreachprocessor.h"
#include "detectors/gridresize.h"
#include "detectors/matrixproduct.h"
#include "detectors/pyramidtensors.h"

namespace spotcheck {

namespace {

// Query positions that are compared at once, side by side in memory.
constexpr int queryLanes = 64;

/// Inner products of a block of queries with one layer of one gallery picture, on that layer's own grid.
struct BlockProducts {
    int columns = 0;
    const BetweenLines *vertical = nullptr;   ///< for each row of the first layer's grid
    const BetweenLines *horizontal = nullptr; ///< for each of its columns
    const float *values = nullptr;            ///< `[rows, columns, queryLanes]`
    float *row = nullptr;                     ///< room for `[columns, queryLanes]`
};

/// Brings the products to one row of the first layer's grid, in every layer's own columns.
inline __attribute__((always_inline)) void interpolateRow(const BlockProducts *coarse, std::size_t layers, int row)
{
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const BlockProducts &block = coarse[layer];
        const BetweenLines between = block.vertical[row];
        const int length = block.columns * queryLanes;
        const float *upper = block.values + static_cast<std::ptrdiff_t>(between.first) * length;
        const float *lower = block.values + static_cast<std::ptrdiff_t>(between.second) * length;
        float *__restrict target = block.row;
        for (int i = 0; i < length; ++i)
            target[i] = upper[i] + between.weight * (lower[i] - upper[i]);
    }
}

/// Adds the products of all layers at one column of that row to `products` `[queryLanes]`.
inline __attribute__((always_inline)) void addProducts(const BlockProducts *coarse, std::size_t layers, int column,
                                                       float *__restrict products)
{
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const BetweenLines between = coarse[layer].horizontal[column];
        const float *left = coarse[layer].row + static_cast<std::ptrdiff_t>(between.first) * queryLanes;
        const float *right = coarse[layer].row + static_cast<std::ptrdiff_t>(between.second) * queryLanes;
        for (int lane = 0; lane < queryLanes; ++lane)
            products[lane] += left[lane] + between.weight * (right[lane] - left[lane]);
    }
}

/// Lowers `nearest` `[queryLanes]` to |g|^2 - 2 <q, g> and sets `labels` to first + position wherever a position of a
/// gallery picture is nearer. `fine`: products with the first layer, `[rows, columns, queryLanes]`.
SPOTCHECK_FOR_EACH_PROCESSOR
void lowerNearest(int rows, int columns, const float *squaredLengths, const float *fine, const BlockProducts *coarse,
                  std::size_t coarseLayers, std::int32_t first, float *__restrict nearest,
                  std::int32_t *__restrict labels)
{
    float products[queryLanes];
    for (int row = 0; row < rows; ++row) {
        interpolateRow(coarse, coarseLayers, row);
        for (int column = 0; column < columns; ++column, fine += queryLanes) {
            for (int lane = 0; lane < queryLanes; ++lane)
                products[lane] = fine[lane];
            addProducts(coarse, coarseLayers, column, products);
            const float squaredLength = *squaredLengths++;
            const std::int32_t label = first++;
            for (int lane = 0; lane < queryLanes; ++lane) {
                const float distance = squaredLength - 2 * products[lane];
                const bool nearer = distance < nearest[lane];
                nearest[lane] = nearer ? distance : nearest[lane];
                labels[lane] = nearer ? label : labels[lane];
            }
        }
    }
}

/// A pair whose coarse layers do not rule it out.
struct Candidate {
    std::int32_t position;
    std::int32_t lane;
    float coarse; ///< |g|^2 - 2 <q, g> over the coarse layers
};

/// Finds the pairs where |g|^2 - 2 <q, g> over the coarse layers is below `limits` `[queryLanes]`, in order of
/// position. Returns their number, or more than `room` where `candidates` cannot hold them.
SPOTCHECK_FOR_EACH_PROCESSOR
std::size_t findCandidates(int rows, int columns, const float *squaredLengths, const BlockProducts *coarse,
                           std::size_t coarseLayers, const float *limits, Candidate *candidates, std::size_t room)
{
    std::size_t found = 0;
    float values[queryLanes];
    for (int row = 0; row < rows; ++row) {
        interpolateRow(coarse, coarseLayers, row);
        for (int column = 0; column < columns; ++column) {
            for (int lane = 0; lane < queryLanes; ++lane)
                values[lane] = 0;
            addProducts(coarse, coarseLayers, column, values);
            const int position = row * columns + column;
            int below = 0;
            for (int lane = 0; lane < queryLanes; ++lane) {
                values[lane] = squaredLengths[position] - 2 * values[lane];
                below += values[lane] < limits[lane];
            }
            if (below == 0)
                continue;
            if (found + static_cast<std::size_t>(below) > room)
                return room + 1;
            for (int lane = 0; lane < queryLanes; ++lane) {
                if (values[lane] < limits[lane])
                    candidates[found++] = {position, lane, values[lane]};
            }
        }
    }
    return found;
}

SPOTCHECK_FOR_EACH_PROCESSOR
float innerProduct(const float *a, const float *b, int length)
{
    constexpr int width = 16;
    float sums[width] = {};
    int i = 0;
    for (; i + width <= length; i += width) {
        for (int k = 0; k < width; ++k)
            sums[k] += a[i + k] * b[i + k];
    }
    float sum = 0;
    for (; i < length; ++i)
        sum += a[i] * b[i];
    for (const float part : sums)
        sum += part;
    return sum;
}

/// `target` `[length, queryLanes]` from `source` `[queryLanes, length]`.
SPOTCHECK_FOR_EACH_PROCESSOR
void transpose(const float *__restrict source, int length, float *__restrict target)
{
    // Tiles that stay in the nearest cache on both sides.
    constexpr int tile = 16;
    for (int begin = 0; begin < length; begin += tile) {
        const int end = begin + tile < length ? begin + tile : length;
        for (int firstLane = 0; firstLane < queryLanes; firstLane += tile) {
            for (int i = begin; i < end; ++i) {
                for (int lane = firstLane; lane < firstLane + tile; ++lane)
                    target[static_cast<std::ptrdiff_t>(i) * queryLanes + lane] =
                        source[static_cast<std::ptrdiff_t>(lane) * length + i];
            }
        }
    }
}

int positionsOf(const FeatureMap &map)
{
    return map.height * map.width;
}

/// What is the same for all gallery pictures, and the room for one of them.
class Search {
public:
    Search(const FeatureGallery &gallery, std::span<const FeatureMap> maps)
        : m_gallery(gallery), m_maps(maps), m_queries(positionsOf(maps.front())),
          m_blocks((m_queries + queryLanes - 1) / queryLanes),
          m_nearest(static_cast<std::size_t>(m_blocks) * queryLanes, std::numeric_limits<float>::infinity()),
          m_labels(m_nearest.size(), 0)
    {
        const FeatureMap &first = maps.front();
        // The last block is filled up with zeros.
        m_fineQueries.resize(m_nearest.size() * static_cast<std::size_t>(first.channels));
        std::copy_n(first.values.get(), first.size(), m_fineQueries.begin());
        m_fineProducts.resize(static_cast<std::size_t>(gallery.rows()) * gallery.columns() * queryLanes);
        // An inner product of its own costs about as much as sixteen in a matrix product.
        m_candidates.resize(m_fineProducts.size() / 16);
        m_fineLengths.resize(m_nearest.size());
        for (int query = 0; query < m_queries; ++query)
            m_fineLengths[static_cast<std::size_t>(query)] =
                innerProduct(fineQuery(query), fineQuery(query), first.channels);
        m_squaredLengths = squaredPyramidLengths(maps);
        m_squaredLengths.resize(m_nearest.size());
        for (std::size_t layer = 1; layer < maps.size(); ++layer)
            m_coarse.emplace_back(gallery.map(0, layer), maps[layer], gallery, first);
    }

    void compareWith(std::int64_t picture, std::int32_t firstLabel)
    {
        std::vector<BlockProducts> products;
        for (std::size_t layer = 0; layer < m_coarse.size(); ++layer) {
            m_coarse[layer].multiply(m_gallery.map(picture, layer + 1), m_maps[layer + 1]);
            products.push_back(m_coarse[layer].block());
        }
        const Target target(m_gallery, picture, firstLabel);
        for (int block = 0; block < m_blocks; ++block) {
            for (CoarseLayer &layer : m_coarse)
                layer.interpolateQueries(block * queryLanes, std::min(queryLanes, m_queries - block * queryLanes));
            if (!compareCandidates(target, products, block))
                compareAll(target, products, block);
        }
    }

    const std::vector<std::int32_t> &labels() const { return m_labels; }

private:
    /// A gallery picture as it is compared with all blocks.
    struct Target {
        Target(const FeatureGallery &gallery, std::int64_t picture, std::int32_t label)
            : fine(gallery.map(picture, 0)), squaredLengths(gallery.squaredLengths(picture)), firstLabel(label)
        {
            for (std::size_t position = 0; position < squaredLengths.size(); ++position) {
                const float *features = fineFeatures(position);
                fineLengths.push_back(innerProduct(features, features, fine.channels));
                coarseLengths.push_back(squaredLengths[position] - fineLengths.back());
            }
            largestLength = *std::max_element(squaredLengths.begin(), squaredLengths.end());
        }

        const float *fineFeatures(std::size_t position) const
        {
            return fine.values.get() + position * static_cast<std::size_t>(fine.channels);
        }

        FeatureMap fine;
        std::span<const float> squaredLengths;
        std::vector<float> fineLengths;   ///< |g|^2 over the first layer
        std::vector<float> coarseLengths; ///< and over the others
        float largestLength = 0;
        std::int32_t firstLabel;
    };

    const float *fineQuery(int query) const
    {
        return m_fineQueries.data() + static_cast<std::ptrdiff_t>(query) * m_maps.front().channels;
    }

    /// Looks only at the pairs that the coarse layers do not rule out: a squared distance is at least its part over
    /// them. After the first gallery pictures those are about one in a thousand. False, with nothing changed, where
    /// they are so many that comparing all is cheaper.
    bool compareCandidates(const Target &target, const std::vector<BlockProducts> &products, int block)
    {
        const int firstQuery = block * queryLanes;
        float limits[queryLanes];
        std::fill(std::begin(limits), std::end(limits), -std::numeric_limits<float>::infinity());
        for (int lane = 0; lane < std::min(queryLanes, m_queries - firstQuery); ++lane) {
            const auto query = static_cast<std::size_t>(firstQuery + lane);
            // Sums of a thousand products are good to about 1e-6 of the squared lengths.
            const float rounding = 1e-5F * (m_squaredLengths[query] + target.largestLength);
            limits[lane] = m_nearest[query] + m_fineLengths[query] + rounding;
        }
        const std::size_t found =
            findCandidates(target.fine.height, target.fine.width, target.coarseLengths.data(), products.data(),
                           products.size(), limits, m_candidates.data(), m_candidates.size());
        if (found > m_candidates.size())
            return false;
        for (const Candidate &candidate : std::span(m_candidates).first(found)) {
            const int query = firstQuery + candidate.lane;
            const auto position = static_cast<std::size_t>(candidate.position);
            const float product = innerProduct(fineQuery(query), target.fineFeatures(position), target.fine.channels);
            const float distance = candidate.coarse + target.fineLengths[position] - 2 * product;
            if (distance < m_nearest[static_cast<std::size_t>(query)]) {
                m_nearest[static_cast<std::size_t>(query)] = distance;
                m_labels[static_cast<std::size_t>(query)] = target.firstLabel + candidate.position;
            }
        }
        return true;
    }

    void compareAll(const Target &target, const std::vector<BlockProducts> &products, int block)
    {
        const int firstQuery = block * queryLanes;
        innerProducts(target.fine.values.get(), positionsOf(target.fine), fineQuery(firstQuery), queryLanes,
                      target.fine.channels, m_fineProducts.data());
        lowerNearest(target.fine.height, target.fine.width, target.squaredLengths.data(), m_fineProducts.data(),
                     products.data(), products.size(), target.firstLabel, m_nearest.data() + firstQuery,
                     m_labels.data() + firstQuery);
    }

    /// A layer that is brought to the first one's grid.
    class CoarseLayer {
    public:
        CoarseLayer(const FeatureMap &galleryMap, const FeatureMap &queryMap, const FeatureGallery &gallery,
                    const FeatureMap &firstQueryMap)
            : m_galleryRows(betweenLines(galleryMap.height, gallery.rows())),
              m_galleryColumns(betweenLines(galleryMap.width, gallery.columns())),
              m_queryRows(betweenLines(queryMap.height, firstQueryMap.height)),
              m_queryColumns(betweenLines(queryMap.width, firstQueryMap.width)), m_galleryWidth(galleryMap.width)
        {
            m_products = {queryMap.height, queryMap.width, positionsOf(galleryMap), {}};
            m_products.values.resize(m_products.patches() * static_cast<std::size_t>(m_products.dimensions));
            m_interpolated.resize(static_cast<std::size_t>(m_products.dimensions) * queryLanes);
            m_transposed.resize(m_interpolated.size());
            m_row.resize(static_cast<std::size_t>(m_galleryWidth) * queryLanes);
        }

        void multiply(const FeatureMap &galleryMap, const FeatureMap &queryMap)
        {
            innerProducts(queryMap.values.get(), positionsOf(queryMap), galleryMap.values.get(),
                          positionsOf(galleryMap), queryMap.channels, m_products.values.data());
        }

        /// Makes the block's products from those of the query picture's own grid.
        void interpolateQueries(int first, int count)
        {
            const auto columns = static_cast<int>(m_queryColumns.size());
            for (int lane = 0; lane < count; ++lane) {
                const int query = first + lane;
                interpolate(m_products, m_queryRows[static_cast<std::size_t>(query / columns)],
                            m_queryColumns[static_cast<std::size_t>(query % columns)],
                            m_interpolated.data() + static_cast<std::ptrdiff_t>(lane) * m_products.dimensions);
            }
            transpose(m_interpolated.data(), m_products.dimensions, m_transposed.data());
        }

        BlockProducts block()
        {
            return {m_galleryWidth, m_galleryRows.data(), m_galleryColumns.data(), m_transposed.data(), m_row.data()};
        }

    private:
        std::vector<BetweenLines> m_galleryRows;
        std::vector<BetweenLines> m_galleryColumns;
        std::vector<BetweenLines> m_queryRows;
        std::vector<BetweenLines> m_queryColumns;
        int m_galleryWidth;
        PatchGrid m_products;              ///< on the query picture's own grid: one product a gallery position
        std::vector<float> m_interpolated; ///< `[queryLanes, gallery positions]`
        std::vector<float> m_transposed;   ///< `[gallery positions, queryLanes]`
        std::vector<float> m_row;
    };

    const FeatureGallery &m_gallery;
    std::span<const FeatureMap> m_maps;
    int m_queries;
    int m_blocks;
    std::vector<float> m_nearest;       ///< smallest |g|^2 - 2 <q, g> so far, one a query
    std::vector<std::int32_t> m_labels; ///< where that was
    std::vector<float> m_fineQueries;
    std::vector<float> m_fineLengths;    ///< |q|^2 over the first layer
    std::vector<float> m_squaredLengths; ///< and over all
    std::vector<float> m_fineProducts;
    std::vector<Candidate> m_candidates;
    std::vector<CoarseLayer> m_coarse;
};

/// The pyramid at one position, layer after layer.
class PyramidReader {
public:
    PyramidReader(std::span<const FeatureMap> maps)
    {
        for (const FeatureMap &map : maps) {
            m_rows.push_back(betweenLines(map.height, maps.front().height));
            m_columns.push_back(betweenLines(map.width, maps.front().width));
            m_length += static_cast<std::size_t>(map.channels);
        }
    }

    std::size_t length() const { return m_length; }

    /// `maps`: of the sizes that the reader was made for.
    void read(std::span<const FeatureMap> maps, int row, int column, float *target) const
    {
        for (std::size_t layer = 0; layer < maps.size(); ++layer) {
            interpolate(maps[layer], m_rows[layer][static_cast<std::size_t>(row)],
                        m_columns[layer][static_cast<std::size_t>(column)], target);
            target += maps[layer].channels;
        }
    }

private:
    std::vector<std::vector<BetweenLines>> m_rows;
    std::vector<std::vector<BetweenLines>> m_columns;
    std::size_t m_length = 0;
};

std::vector<FeatureMap> mapsOf(const FeatureGallery &gallery, std::int64_t picture)
{
    std::vector<FeatureMap> maps;
    for (std::size_t layer = 0; layer < gallery.layers(); ++layer)
        maps.push_back(gallery.map(picture, layer));
    return maps;
}

void checkLayers(const FeatureGallery &gallery, std::span<const FeatureMap> maps)
{
    bool fits = gallery.layers() == maps.size();
    for (std::size_t layer = 0; fits && layer < maps.size(); ++layer)
        fits = maps[layer].channels == gallery.map(0, layer).channels;
    if (!fits)
        throw Error(ErrorCode::ModelInvalid, "the gallery does not fit the backbone's features");
}

/// As `PyramidTensors::nearest`.
std::vector<std::int32_t> nearestByProcessor(const FeatureGallery &gallery, std::span<const std::int64_t> pictures,
                                             std::span<const FeatureMap> maps)
{
    Search search(gallery, maps);
    std::int32_t firstLabel = 0;
    for (const std::int64_t picture : pictures) {
        search.compareWith(picture, firstLabel);
        firstLabel += gallery.rows() * gallery.columns();
    }
    return search.labels();
}

} // namespace

NearestPyramids nearestPyramids(const FeatureGallery &gallery, std::span<const std::int64_t> pictures,
                                std::span<const FeatureMap> maps, const PyramidTensors *card)
{
    checkLayers(gallery, maps);
    const int positions = gallery.rows() * gallery.columns();
    if (static_cast<std::int64_t>(pictures.size()) * positions > std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorCode::InvalidParameter, "the gallery has too many positions; choose fewer pictures");
    const std::vector<std::int32_t> labels =
        card ? card->nearest(pictures, maps) : nearestByProcessor(gallery, pictures, maps);
    std::vector<std::vector<FeatureMap>> galleryMaps;
    for (const std::int64_t picture : pictures)
        galleryMaps.push_back(mapsOf(gallery, picture));

    const PyramidReader queryReader(maps);
    const PyramidReader galleryReader(galleryMaps.front());
    std::vector<float> query(queryReader.length());
    std::vector<float> found(galleryReader.length());
    NearestPyramids nearest;
    for (int index = 0; index < positionsOf(maps.front()); ++index) {
        const std::int32_t label = labels[static_cast<std::size_t>(index)];
        const auto picture = static_cast<std::size_t>(label / positions);
        const int row = label % positions / gallery.columns();
        const int column = label % gallery.columns();
        queryReader.read(maps, index / maps.front().width, index % maps.front().width, query.data());
        galleryReader.read(galleryMaps[picture], row, column, found.data());
        double sum = 0;
        for (std::size_t i = 0; i < query.size(); ++i) {
            const double difference = static_cast<double>(query[i]) - found[i];
            sum += difference * difference;
        }
        nearest.squaredDistances.push_back(static_cast<float>(sum));
        nearest.positions.push_back({static_cast<std::int32_t>(pictures[picture]), static_cast<std::int16_t>(row),
                                     static_cast<std::int16_t>(column)});
    }
    return nearest;
}

} // namespace spotcheck
