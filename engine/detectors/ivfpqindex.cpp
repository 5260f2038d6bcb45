#include "detectors/ivfpqindex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <faiss/impl/FaissException.h>

#include <spotcheck/core/error.h>

#include "detectors/distancerows.h"

namespace spotcheck {

namespace {

// Chosen on patch features (engine/PERFORMANCE.md).
constexpr int codeBits = 8;            ///< of one part of a vector
constexpr int partLength = 8;          ///< dimensions that one code stands for, at least
constexpr int searchedClusters = 24;   ///< nearest to a query
constexpr int measuredCandidates = 48; ///< whose vectors are looked at, at least

constexpr const char *centresName = "memory_bank.ivfpq.centres";
constexpr const char *codebooksName = "memory_bank.ivfpq.codebooks";
constexpr const char *clustersName = "memory_bank.ivfpq.clusters";
constexpr const char *codesName = "memory_bank.ivfpq.codes";

/// The smallest divisor of `dimensions` that is not below `partLength`.
int partOf(int dimensions)
{
    int length = std::min(partLength, dimensions);
    while (dimensions % length != 0)
        ++length;
    return length;
}

template <class Work>
void translated(Work work)
{
    try {
        work();
    } catch (const faiss::FaissException &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
}

} // namespace

void IvfPqIndex::prepare(std::int64_t clusters)
{
    m_lists = std::make_unique<faiss::IndexIVFPQ>(
        &m_centres, static_cast<std::size_t>(m_dimensions), static_cast<std::size_t>(clusters),
        static_cast<std::size_t>(m_dimensions / partOf(m_dimensions)), codeBits);
    // Codes of the vectors themselves: one table a query, where residuals need one a cluster.
    m_lists->by_residual = false;
    m_lists->nprobe = std::min<std::size_t>(searchedClusters, m_lists->nlist);
    for (faiss::ClusteringParameters *clustering : {&m_lists->cp, &m_lists->pq.cp}) {
        clustering->min_points_per_centroid = 1;
        clustering->max_points_per_centroid = 64;
    }
}

IvfPqIndex::IvfPqIndex(std::span<const float> vectors, int dimensions, JobMonitor &monitor)
    : m_vectors(vectors), m_dimensions(dimensions), m_centres(dimensions)
{
    prepare(static_cast<std::int64_t>(2 * std::sqrt(static_cast<double>(size()))));
    translated([&] {
        m_lists->train(size(), vectors.data());
        constexpr std::int64_t batch = 4096; // vectors between two looks at the monitor
        for (std::int64_t first = 0; first < size(); first += batch) {
            monitor.throwIfCancelled();
            m_lists->add(std::min(batch, size() - first), vectors.data() + first * dimensions);
        }
    });
    m_clusterOf.resize(static_cast<std::size_t>(size()));
    m_codes.resize(m_clusterOf.size() * m_lists->code_size);
    for (std::size_t cluster = 0; cluster < m_lists->nlist; ++cluster) {
        const std::size_t count = m_lists->invlists->list_size(cluster);
        const faiss::InvertedLists::ScopedIds members(m_lists->invlists, cluster);
        faiss::InvertedLists::ScopedCodes codes(m_lists->invlists, cluster);
        for (std::size_t place = 0; place < count; ++place) {
            const auto member = static_cast<std::size_t>(members[place]);
            m_clusterOf[member] = static_cast<std::int32_t>(cluster);
            std::copy_n(codes.get() + place * m_lists->code_size, m_lists->code_size,
                        m_codes.begin() + static_cast<std::ptrdiff_t>(member * m_lists->code_size));
        }
    }
}

IvfPqIndex::IvfPqIndex(std::span<const float> vectors, int dimensions, const ModelReader &reader)
    : m_vectors(vectors), m_dimensions(dimensions), m_centres(dimensions)
{
    const std::vector<std::int64_t> shape = reader.shape(centresName);
    if (shape.size() != 2 || shape[0] < 1 || shape[0] > size() || shape[1] != dimensions)
        reader.fail(std::string(centresName) + " has no usable shape");
    prepare(shape[0]);
    translated([&] { m_centres.add(shape[0], reader.floatView(centresName, shape).data()); });
    faiss::ProductQuantizer &codebooks = m_lists->pq;
    const std::span<const float> entries = reader.floatView(
        codebooksName, {static_cast<std::int64_t>(codebooks.M), static_cast<std::int64_t>(codebooks.ksub),
                        static_cast<std::int64_t>(codebooks.dsub)});
    codebooks.centroids.assign(entries.begin(), entries.end());
    m_clusterOf = reader.integers(clustersName, {size()});
    const std::vector<std::int32_t> codes =
        reader.integers(codesName, {size(), static_cast<std::int64_t>(m_lists->code_size)});
    for (const std::int32_t code : codes) {
        if (code < 0 || code > std::numeric_limits<std::uint8_t>::max())
            reader.fail(std::string(codesName) + " holds a number that is no code");
    }
    m_codes.assign(codes.begin(), codes.end());
    for (std::size_t index = 0; index < m_clusterOf.size(); ++index) {
        const std::int32_t cluster = m_clusterOf[index];
        if (cluster < 0 || cluster >= shape[0])
            reader.fail(std::string(clustersName) + " names a cluster that is not there");
        m_lists->invlists->add_entry(static_cast<std::size_t>(cluster), static_cast<std::int64_t>(index),
                                     m_codes.data() + index * m_lists->code_size);
    }
    m_lists->ntotal = size();
    m_lists->is_trained = true;
}

std::int64_t IvfPqIndex::size() const
{
    return static_cast<std::int64_t>(m_vectors.size()) / m_dimensions;
}

void IvfPqIndex::save(ModelWriter &writer) const
{
    const faiss::ProductQuantizer &codebooks = m_lists->pq;
    writer.floats(centresName, {m_centres.ntotal, m_dimensions},
                  {m_centres.get_xb(), static_cast<std::size_t>(m_centres.ntotal * m_dimensions)});
    writer.floats(codebooksName,
                  {static_cast<std::int64_t>(codebooks.M), static_cast<std::int64_t>(codebooks.ksub),
                   static_cast<std::int64_t>(codebooks.dsub)},
                  codebooks.centroids);
    writer.integers(clustersName, {size()}, m_clusterOf);
    writer.bytes(codesName, {size(), static_cast<std::int64_t>(m_lists->code_size)}, m_codes);
}

void IvfPqIndex::search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                        std::span<std::int64_t> indices) const
{
    const auto dimensions = static_cast<std::size_t>(m_dimensions);
    const auto wanted = static_cast<std::size_t>(k);
    const std::size_t count = queries.size() / dimensions;
    const std::size_t clusters = m_lists->nprobe;
    const auto candidates =
        static_cast<std::size_t>(std::min<std::int64_t>(std::max(measuredCandidates, 4 * k), size()));
    std::vector<float> near(count * clusters);
    std::vector<std::int64_t> nearClusters(near.size());
    std::vector<float> guesses(count * candidates);
    std::vector<std::int64_t> guessed(guesses.size());
    faiss::IndexIVFStats unread; // without it a variable that all threads share counts
    const auto rows = static_cast<std::int64_t>(count);
    translated([&] {
        m_centres.search(rows, queries.data(), static_cast<std::int64_t>(clusters), near.data(), nearClusters.data());
        m_lists->search_preassigned(rows, queries.data(), static_cast<std::int64_t>(candidates), nearClusters.data(),
                                    near.data(), guesses.data(), guessed.data(), false, nullptr, &unread);
    });
    std::vector<std::pair<float, std::int64_t>> measured;
    for (std::size_t query = 0; query < count; ++query) {
        measured.clear();
        for (const std::int64_t candidate : std::span(guessed).subspan(query * candidates, candidates)) {
            if (candidate >= 0)
                measured.emplace_back(
                    squaredDistance(queries.subspan(query * dimensions, dimensions),
                                    m_vectors.subspan(static_cast<std::size_t>(candidate) * dimensions, dimensions)),
                    candidate);
        }
        const std::size_t found = std::min(wanted, measured.size());
        std::partial_sort(measured.begin(), measured.begin() + static_cast<std::ptrdiff_t>(found), measured.end());
        for (std::size_t place = 0; place < wanted; ++place) {
            squaredDistances[query * wanted + place] =
                place < found ? measured[place].first : std::numeric_limits<float>::max();
            indices[query * wanted + place] = place < found ? measured[place].second : -1;
        }
    }
}

std::uint64_t IvfPqIndex::bytes() const
{
    return (static_cast<std::uint64_t>(m_centres.ntotal) * static_cast<std::uint64_t>(m_dimensions) +
            m_lists->pq.centroids.size() + m_clusterOf.size()) *
               sizeof(float) +
           m_codes.size();
}

} // namespace spotcheck
