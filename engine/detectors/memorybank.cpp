#include "detectors/memorybank.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

/// For a bank that has an index rarely asked for: without bounds.
ExactSearch exactSearch(std::span<const float> vectors, int dimensions, bool indexed)
{
    if (indexed)
        return {vectors, dimensions, false};
    return {vectors, dimensions, true, DistanceEstimates::onCard(vectors, dimensions)};
}

} // namespace

MemoryBank::MemoryBank(std::vector<float> vectors, int dimensions, std::vector<NormalPatch> origins)
    : m_ownVectors(std::move(vectors)), m_vectors(m_ownVectors), m_dimensions(dimensions),
      m_origins(std::move(origins)), m_method(SearchMethod::Exact), m_exact(exactSearch(m_vectors, dimensions, false))
{}

MemoryBank::MemoryBank(std::vector<float> vectors, int dimensions, std::vector<NormalPatch> origins,
                       SearchMethod method, JobMonitor &monitor)
    : m_ownVectors(std::move(vectors)), m_vectors(m_ownVectors), m_dimensions(dimensions),
      m_origins(std::move(origins)), m_method(method),
      m_index(ApproximateIndex::build(method, m_vectors, dimensions, monitor)),
      m_exact(exactSearch(m_vectors, dimensions, m_index != nullptr))
{}

MemoryBank::MemoryBank(const ModelReader &reader, std::span<const float> vectors, int dimensions,
                       std::vector<NormalPatch> origins, SearchMethod method)
    : m_reader(reader), m_vectors(vectors), m_dimensions(dimensions), m_origins(std::move(origins)), m_method(method),
      m_index(ApproximateIndex::load(method, vectors, dimensions, reader)),
      m_exact(exactSearch(m_vectors, dimensions, m_index != nullptr))
{}

std::uint64_t MemoryBank::bytes() const
{
    return m_vectors.size_bytes() + m_origins.size() * sizeof(NormalPatch) + (m_index ? m_index->bytes() : 0);
}

std::size_t MemoryBank::count(std::span<const float> queries) const
{
    return queries.size() / static_cast<std::size_t>(m_dimensions);
}

MemoryBank::Neighbours MemoryBank::roomFor(std::span<const float> queries, int k) const
{
    Neighbours found;
    found.perQuery = static_cast<int>(std::min<std::int64_t>(k, size()));
    found.squaredDistances.resize(count(queries) * static_cast<std::size_t>(found.perQuery));
    found.indices.resize(found.squaredDistances.size());
    return found;
}

MemoryBank::Neighbours MemoryBank::searchExactly(std::span<const float> queries, int k) const
{
    Neighbours found = roomFor(queries, k);
    m_exact.search(queries, found.perQuery, found.squaredDistances, found.indices);
    // Finite values of a damaged file may still be that large.
    if (!std::ranges::all_of(found.squaredDistances, [](float distance) { return std::isfinite(distance); }))
        throw Error(ErrorCode::ModelInvalid, "the distances to the memory bank are not finite");
    return found;
}

MemoryBank::Neighbours MemoryBank::search(std::span<const float> queries, int k) const
{
    if (!m_index)
        return searchExactly(queries, k);
    Neighbours found = roomFor(queries, k);
    m_index->search(queries, found.perQuery, found.squaredDistances, found.indices);
    const auto perQuery = static_cast<std::ptrdiff_t>(found.perQuery);
    const auto length = static_cast<std::size_t>(m_dimensions);
    for (std::size_t query = 0; query < count(queries); ++query) {
        const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(query) * perQuery;
        if (found.indices[static_cast<std::size_t>(first + perQuery - 1)] >= 0)
            continue;
        // What the index looked at holds fewer than k.
        const Neighbours exact = searchExactly(queries.subspan(query * length, length), k);
        std::ranges::copy(exact.squaredDistances, found.squaredDistances.begin() + first);
        std::ranges::copy(exact.indices, found.indices.begin() + first);
    }
    return found;
}

void MemoryBank::save(ModelWriter &writer) const
{
    writer.floats("memory_bank.vectors", {size(), dimensions()}, vectors());
    std::vector<std::int32_t> origins;
    origins.reserve(m_origins.size() * 3);
    for (const NormalPatch &origin : m_origins)
        origins.insert(origins.end(), {origin.image, origin.row, origin.column});
    writer.integers("memory_bank.origins", {size(), 3}, std::move(origins));
    if (m_index)
        m_index->save(writer);
}

MemoryBank MemoryBank::load(const ModelReader &reader, SearchMethod method)
{
    const std::vector<std::int64_t> shape = reader.shape("memory_bank.vectors");
    if (shape.size() != 2 || shape[0] < 1 || shape[1] < 1 || shape[1] > std::numeric_limits<int>::max())
        reader.fail("the memory bank has no usable shape");
    const std::vector<std::int32_t> flat = reader.integers("memory_bank.origins", {shape[0], 3});
    std::vector<NormalPatch> origins;
    origins.reserve(flat.size() / 3);
    for (std::size_t i = 0; i < flat.size(); i += 3) {
        origins.push_back({flat[i], static_cast<std::int16_t>(flat[i + 1]), static_cast<std::int16_t>(flat[i + 2])});
    }
    return {reader, reader.floatView("memory_bank.vectors", shape), static_cast<int>(shape[1]), std::move(origins),
            method};
}

} // namespace spotcheck
