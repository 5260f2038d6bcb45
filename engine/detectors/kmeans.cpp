#include "detectors/kmeans.h"

#include <algorithm>
#include <string>

#include <faiss/Clustering.h>
#include <faiss/IndexFlat.h>
#include <faiss/impl/FaissException.h>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

namespace spotcheck {

namespace {

/// The index that k-means asks for the nearest centroids: on all threads, and able to stop in the middle of a round.
class WatchedIndex : public faiss::IndexFlatL2 {
public:
    WatchedIndex(int dimensions, JobMonitor &monitor) : faiss::IndexFlatL2(dimensions), m_monitor(monitor) {}

    void search(idx_t count, const float *queries, idx_t k, float *distances, idx_t *labels,
                const faiss::SearchParameters *parameters) const override
    {
        constexpr idx_t block = 256; // fixed: the last bits must not depend on the number of threads
        parallelFor((count + block - 1) / block, m_monitor, [&](std::int64_t index) {
            const idx_t first = index * block;
            faiss::IndexFlatL2::search(std::min(block, count - first), queries + first * d, k, distances + first * k,
                                       labels + first * k, parameters);
        });
    }

private:
    JobMonitor &m_monitor;
};

} // namespace

std::vector<float> clusterCentroids(std::span<const float> vectors, int dimensions, std::int64_t clusters,
                                    std::uint64_t seed, JobMonitor &monitor)
{
    if (dimensions < 1 || clusters < 1)
        throw Error(ErrorCode::InvalidParameter, "k-means needs at least one cluster and one dimension");
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    if (count <= clusters)
        return {vectors.begin(), vectors.end()};
    faiss::ClusteringParameters parameters;
    parameters.seed = static_cast<int>(seed & 0x7FFFFFFF);
    parameters.min_points_per_centroid = 1; // a few points a centroid are wanted here, not a reason to warn
    parameters.max_points_per_centroid = static_cast<int>(count);
    try {
        faiss::Clustering clustering(dimensions, static_cast<int>(clusters), parameters);
        WatchedIndex index(dimensions, monitor);
        clustering.train(count, vectors.data(), index);
        return clustering.centroids;
    } catch (const faiss::FaissException &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
}

} // namespace spotcheck
