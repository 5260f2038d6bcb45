#pragma once

#include <memory>

#include <faiss/IndexFlat.h>
#include <faiss/IndexIVFPQ.h>

#include "detectors/approximateindex.h"

namespace spotcheck {

/// The vectors in clusters, each as a short code: a query looks at the codes of the nearest clusters, and what looks
/// nearest by them is measured on the vectors themselves. Clusters and codes are Faiss's.
class IvfPqIndex : public ApproximateIndex {
public:
    IvfPqIndex(std::span<const float> vectors, int dimensions, JobMonitor &monitor);
    IvfPqIndex(std::span<const float> vectors, int dimensions, const ModelReader &reader);

    void save(ModelWriter &writer) const override;
    void search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                std::span<std::int64_t> indices) const override;
    std::uint64_t bytes() const override;

private:
    void prepare(std::int64_t clusters);
    std::int64_t size() const;

    std::span<const float> m_vectors;
    int m_dimensions;
    faiss::IndexFlatL2 m_centres;
    std::unique_ptr<faiss::IndexIVFPQ> m_lists; ///< refers to m_centres
    std::vector<std::int32_t> m_clusterOf;      ///< `[M]`
    std::vector<std::uint8_t> m_codes;          ///< `[M, code length]`
};

} // namespace spotcheck
