#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include <spotcheck/core/jobmonitor.h>

#include "detectors/searchmethod.h"
#include "model/modelfile.h"

namespace spotcheck {

/// Finds vectors of a bank that are near a query without comparing it with all of them; now and then not the nearest
/// ones. Refers to the bank's vectors. Constant once made; `search` may run in several threads.
class ApproximateIndex {
public:
    ApproximateIndex() = default;
    ApproximateIndex(const ApproximateIndex &) = delete;
    ApproximateIndex &operator=(const ApproximateIndex &) = delete;
    virtual ~ApproximateIndex() = default;

    /// Null for the exact method and for banks below `smallestIndexedBank`. On one thread, so that the same vectors
    /// make the same index. `vectors`: `[M, dimensions]`. \throws Cancelled
    static std::unique_ptr<ApproximateIndex> build(SearchMethod method, std::span<const float> vectors,
                                                   int dimensions, JobMonitor &monitor);
    /// The index that was saved, or null as above: it finds what it found before. \throws Error(ModelInvalid)
    static std::unique_ptr<ApproximateIndex> load(SearchMethod method, std::span<const float> vectors, int dimensions,
                                                  const ModelReader &reader);
    virtual void save(ModelWriter &writer) const = 0;

    /// The k nearest that were found of each of `queries` `[N, dimensions]`, k at most the bank's size:
    /// `squaredDistances` `[N, k]`, ascending, from differences, and `indices` `[N, k]`, -1 where fewer were found.
    virtual void search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                        std::span<std::int64_t> indices) const = 0;
    virtual std::uint64_t bytes() const = 0;
};

} // namespace spotcheck
