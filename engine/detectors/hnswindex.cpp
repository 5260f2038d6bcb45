#include "detectors/hnswindex.h"

#include <algorithm>
#include <utility>

#include <faiss/IndexHNSW.h>
#include <faiss/impl/AuxIndexStructures.h>
#include <faiss/impl/DistanceComputer.h>
#include <faiss/impl/FaissException.h>
#include <faiss/utils/Heap.h>

#include <spotcheck/core/error.h>

#include "detectors/distancerows.h"

namespace spotcheck {

namespace {

// Links as Faiss has them; the widths were chosen on patch features (engine/PERFORMANCE.md). Such features lie in
// clusters: with a single vector in sight above the lowest layer, a walk now and then ends in a wrong one.
constexpr int links = 32;           ///< of a vector in each layer, twice as many in the lowest
constexpr int buildingWidth = 160;  ///< vectors kept in sight while the graph is made
constexpr int upperWidth = 32;      ///< and in a search, above the lowest layer
constexpr int lowestWidth = 64;     ///< and in it
constexpr std::int64_t batch = 500; ///< vectors between two looks at the monitor

constexpr const char *levelsName = "memory_bank.hnsw.levels";
constexpr const char *linksName = "memory_bank.hnsw.links";
constexpr const char *startName = "memory_bank.hnsw.start";

/// Distances to vectors in place.
class RowDistances : public faiss::DistanceComputer {
public:
    RowDistances(std::span<const float> vectors, int dimensions)
        : m_vectors(vectors), m_dimensions(static_cast<std::size_t>(dimensions))
    {}

    void set_query(const float *query) override { m_query = {query, m_dimensions}; }
    float operator()(idx_t index) override { return squaredDistance(m_query, row(index)); }
    float symmetric_dis(idx_t left, idx_t right) override { return squaredDistance(row(left), row(right)); }

private:
    std::span<const float> row(idx_t index) const
    {
        return m_vectors.subspan(static_cast<std::size_t>(index) * m_dimensions, m_dimensions);
    }

    std::span<const float> m_vectors;
    std::size_t m_dimensions;
    std::span<const float> m_query;
};

/// Vectors in place, as far as Faiss's builder looks at a storage.
class RowStorage : public faiss::Index {
public:
    RowStorage(std::span<const float> vectors, int dimensions) : faiss::Index(dimensions), m_vectors(vectors) {}

    void add(idx_t count, const float *) override { ntotal += count; }
    void reset() override { ntotal = 0; }
    void search(idx_t, const float *, idx_t, float *, idx_t *, const faiss::SearchParameters *) const override
    {
        throw Error(ErrorCode::Internal, "the storage of a graph is not searched by itself");
    }
    faiss::DistanceComputer *get_distance_computer() const override { return new RowDistances(m_vectors, d); }

private:
    std::span<const float> m_vectors;
};

} // namespace

HnswIndex::HnswIndex(std::span<const float> vectors, int dimensions, JobMonitor &monitor)
    : m_vectors(vectors), m_dimensions(dimensions)
{
    RowStorage storage(vectors, dimensions);
    faiss::IndexHNSW builder(&storage, links);
    builder.hnsw.efConstruction = buildingWidth;
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    try {
        for (std::int64_t first = 0; first < count; first += batch) {
            monitor.throwIfCancelled();
            builder.add(std::min(batch, count - first), vectors.data() + first * dimensions);
        }
    } catch (const faiss::FaissException &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
    m_graph = std::move(builder.hnsw);
    setWidths();
}

HnswIndex::HnswIndex(std::span<const float> vectors, int dimensions, const ModelReader &reader)
    : m_vectors(vectors), m_dimensions(dimensions), m_graph(links)
{
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    const std::vector<std::int32_t> start = reader.integers(startName, {2});
    if (start[0] < 0 || start[0] >= count || start[1] != links)
        reader.fail(std::string(startName) + " names no vector of the memory bank, or another number of links");
    m_graph.levels = reader.integers(levelsName, {count});
    const auto levels = static_cast<int>(m_graph.cum_nneighbor_per_level.size()) - 1;
    m_graph.offsets.clear();
    m_graph.offsets.reserve(m_graph.levels.size() + 1);
    m_graph.offsets.push_back(0);
    for (const int level : m_graph.levels) {
        if (level < 1 || level > levels)
            reader.fail(std::string(levelsName) + " holds a level out of range");
        m_graph.offsets.push_back(m_graph.offsets.back() + static_cast<std::size_t>(m_graph.cum_nb_neighbors(level)));
    }
    m_graph.neighbors = reader.integers(linksName, {static_cast<std::int64_t>(m_graph.offsets.back())});
    // A link must lead to a vector of its own layer: the search trusts it.
    for (std::int64_t index = 0; index < count; ++index) {
        for (int layer = 0; layer < m_graph.levels[static_cast<std::size_t>(index)]; ++layer) {
            std::size_t begin = 0;
            std::size_t end = 0;
            m_graph.neighbor_range(index, layer, &begin, &end);
            for (std::size_t place = begin; place < end; ++place) {
                const std::int32_t other = m_graph.neighbors[place];
                if (other < -1 || other >= count ||
                    (other >= 0 && m_graph.levels[static_cast<std::size_t>(other)] <= layer))
                    reader.fail(std::string(linksName) + " holds a link that leads nowhere");
            }
        }
    }
    m_graph.entry_point = start[0];
    m_graph.max_level = m_graph.levels[static_cast<std::size_t>(start[0])] - 1;
    setWidths();
}

void HnswIndex::setWidths()
{
    m_graph.upper_beam = upperWidth;
    m_graph.efSearch = lowestWidth;
}

void HnswIndex::save(ModelWriter &writer) const
{
    writer.integers(startName, {2}, {m_graph.entry_point, links});
    writer.integers(levelsName, {std::ssize(m_graph.levels)}, m_graph.levels);
    writer.integers(linksName, {std::ssize(m_graph.neighbors)}, m_graph.neighbors);
}

void HnswIndex::search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                       std::span<std::int64_t> indices) const
{
    // Faiss's own loop over queries counts in a variable that all threads share.
    RowDistances distances(m_vectors, m_dimensions);
    faiss::VisitedTable visited(static_cast<int>(m_graph.levels.size()));
    const auto wanted = static_cast<std::size_t>(k);
    const std::size_t count = queries.size() / static_cast<std::size_t>(m_dimensions);
    for (std::size_t query = 0; query < count; ++query) {
        float *nearest = squaredDistances.data() + query * wanted;
        std::int64_t *found = indices.data() + query * wanted;
        faiss::maxheap_heapify(wanted, nearest, found);
        distances.set_query(queries.data() + query * static_cast<std::size_t>(m_dimensions));
        m_graph.search(distances, k, found, nearest, visited);
        faiss::maxheap_reorder(wanted, nearest, found);
    }
}

std::uint64_t HnswIndex::bytes() const
{
    return (m_graph.levels.size() + m_graph.neighbors.size()) * sizeof(std::int32_t);
}

} // namespace spotcheck
