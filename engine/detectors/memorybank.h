#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <spotcheck/detectors/detector.h>

#include "detectors/approximateindex.h"
#include "detectors/exactsearch.h"
#include "detectors/searchmethod.h"
#include "model/modelfile.h"

namespace spotcheck {

/// Normal patch features, with where each was seen if they are those of single patches. Constant once made; `search`
/// may run in several threads.
class MemoryBank {
public:
    /// Searched exactly. `vectors`: `[M, dimensions]`; `origins`: one a vector, or none (then it cannot be saved).
    MemoryBank(std::vector<float> vectors, int dimensions, std::vector<NormalPatch> origins);
    /// \throws Error(OutOfMemory), Cancelled
    MemoryBank(std::vector<float> vectors, int dimensions, std::vector<NormalPatch> origins, SearchMethod method,
               JobMonitor &monitor);

    std::int64_t size() const { return std::ssize(m_vectors) / m_dimensions; }
    int dimensions() const { return m_dimensions; }
    std::span<const float> vectors() const { return m_vectors; }
    const std::vector<NormalPatch> &origins() const { return m_origins; }
    std::uint64_t bytes() const;                        ///< of what a model file stores
    SearchMethod method() const { return m_method; }    ///< that was asked for
    bool isSearchedExactly() const { return !m_index; } ///< so are small banks with any method

    struct Neighbours {
        int perQuery = 0;                    ///< k, or fewer where the bank is smaller
        std::vector<float> squaredDistances; ///< `[N, perQuery]`, ascending
        std::vector<std::int64_t> indices;   ///< `[N, perQuery]`
    };
    /// The k nearest vectors of each of `queries` `[N, dimensions]`, or those that the approximate index finds.
    /// \throws Error(ModelInvalid) where a distance is not finite
    Neighbours search(std::span<const float> queries, int k) const;
    /// The same without the index.
    Neighbours searchExactly(std::span<const float> queries, int k) const;

    void save(ModelWriter &writer) const;
    /// Vectors are read in place, from the file that `reader` keeps mapped. `method`: as it was saved.
    /// \throws Error(ModelInvalid)
    static MemoryBank load(const ModelReader &reader, SearchMethod method = SearchMethod::Exact);

private:
    MemoryBank(const ModelReader &reader, std::span<const float> vectors, int dimensions,
               std::vector<NormalPatch> origins, SearchMethod method);
    std::size_t count(std::span<const float> queries) const;
    Neighbours roomFor(std::span<const float> queries, int k) const;

    std::optional<ModelReader> m_reader;
    std::vector<float> m_ownVectors; ///< empty where they are read in place
    std::span<const float> m_vectors;
    int m_dimensions;
    std::vector<NormalPatch> m_origins;
    SearchMethod m_method;
    std::unique_ptr<const ApproximateIndex> m_index; ///< null where the search is exact
    ExactSearch m_exact;
};

} // namespace spotcheck
