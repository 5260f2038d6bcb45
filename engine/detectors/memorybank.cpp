#include "detectors/memorybank.h"

#include <algorithm>
#include <limits>

#include <faiss/IndexFlat.h>
#include <faiss/impl/FaissException.h>

#include <spotcheck/core/error.h>

#include "model/modelfile.h"

namespace spotcheck {

struct MemoryBank::Index {
    explicit Index(int dimensions) : flat(dimensions) {}
    faiss::IndexFlatL2 flat;
};

MemoryBank::MemoryBank(std::span<const float> vectors, int dimensions, std::vector<NormalPatch> origins)
    : m_index(std::make_unique<Index>(dimensions)), m_origins(std::move(origins))
{
    m_index->flat.add(static_cast<faiss::Index::idx_t>(vectors.size()) / dimensions, vectors.data());
}

MemoryBank::~MemoryBank() = default;
MemoryBank::MemoryBank(MemoryBank &&) noexcept = default;
MemoryBank &MemoryBank::operator=(MemoryBank &&) noexcept = default;

std::int64_t MemoryBank::size() const
{
    return m_index->flat.ntotal;
}

int MemoryBank::dimensions() const
{
    return m_index->flat.d;
}

std::span<const float> MemoryBank::vectors() const
{
    return {m_index->flat.get_xb(), static_cast<std::size_t>(size()) * static_cast<std::size_t>(dimensions())};
}

std::uint64_t MemoryBank::bytes() const
{
    return vectors().size_bytes() + m_origins.size() * sizeof(NormalPatch);
}

MemoryBank::Neighbours MemoryBank::search(std::span<const float> queries, int k) const
{
    Neighbours found;
    found.perQuery = static_cast<int>(std::min<std::int64_t>(k, size()));
    const auto count = static_cast<faiss::Index::idx_t>(queries.size()) / dimensions();
    found.squaredDistances.resize(static_cast<std::size_t>(count * found.perQuery));
    found.indices.resize(found.squaredDistances.size());
    try {
        m_index->flat.search(count, queries.data(), found.perQuery, found.squaredDistances.data(),
                             found.indices.data());
    } catch (const faiss::FaissException &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
    // Faiss leaves -1 where no distance is finite: finite values of a damaged file may still be that large.
    if (std::ranges::any_of(found.indices, [](std::int64_t index) { return index < 0; }))
        throw Error(ErrorCode::ModelInvalid, "the distances to the memory bank are not finite");
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
}

MemoryBank MemoryBank::load(const ModelReader &reader)
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
    return {reader.floatView("memory_bank.vectors", shape), static_cast<int>(shape[1]), std::move(origins)};
}

} // namespace spotcheck
