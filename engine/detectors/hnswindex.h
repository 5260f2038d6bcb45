#pragma once

#include <faiss/impl/HNSW.h>

#include "detectors/approximateindex.h"

namespace spotcheck {

/// A graph whose edges lead from each vector to near ones, in layers that thin out; a query walks downhill. The
/// vectors stay where they are, the graph is Faiss's.
class HnswIndex : public ApproximateIndex {
public:
    HnswIndex(std::span<const float> vectors, int dimensions, JobMonitor &monitor);
    HnswIndex(std::span<const float> vectors, int dimensions, const ModelReader &reader);

    void save(ModelWriter &writer) const override;
    void search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                std::span<std::int64_t> indices) const override;
    std::uint64_t bytes() const override;

private:
    void setWidths();

    std::span<const float> m_vectors;
    int m_dimensions;
    faiss::HNSW m_graph;
};

} // namespace spotcheck
