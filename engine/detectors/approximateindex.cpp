#include "detectors/approximateindex.h"

#include "detectors/hnswindex.h"
#include "detectors/ivfpqindex.h"

namespace spotcheck {

namespace {

/// The method that is used for a bank of that many vectors.
SearchMethod methodFor(SearchMethod method, std::span<const float> vectors, int dimensions)
{
    const auto count = static_cast<std::int64_t>(vectors.size()) / dimensions;
    return count < smallestIndexedBank ? SearchMethod::Exact : method;
}

} // namespace

std::unique_ptr<ApproximateIndex> ApproximateIndex::build(SearchMethod method, std::span<const float> vectors,
                                                          int dimensions, JobMonitor &monitor)
{
    switch (methodFor(method, vectors, dimensions)) {
    case SearchMethod::Hnsw:
        return std::make_unique<HnswIndex>(vectors, dimensions, monitor);
    case SearchMethod::IvfPq:
        return std::make_unique<IvfPqIndex>(vectors, dimensions, monitor);
    case SearchMethod::Exact:
        break;
    }
    return nullptr;
}

std::unique_ptr<ApproximateIndex> ApproximateIndex::load(SearchMethod method, std::span<const float> vectors,
                                                         int dimensions, const ModelReader &reader)
{
    switch (methodFor(method, vectors, dimensions)) {
    case SearchMethod::Hnsw:
        return std::make_unique<HnswIndex>(vectors, dimensions, reader);
    case SearchMethod::IvfPq:
        return std::make_unique<IvfPqIndex>(vectors, dimensions, reader);
    case SearchMethod::Exact:
        break;
    }
    return nullptr;
}

} // namespace spotcheck
