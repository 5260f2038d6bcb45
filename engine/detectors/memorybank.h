#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <spotcheck/detectors/detector.h>

namespace spotcheck {

/// Normal patch features, with where each was seen if they are those of single patches, searched exactly (Faiss,
/// squared L2). Constant once made; `search` may run in several threads.
class MemoryBank {
public:
    /// `vectors`: `[M, dimensions]`; `origins`: one a vector, or none (then it cannot be saved). \throws
    /// Error(OutOfMemory)
    MemoryBank(std::span<const float> vectors, int dimensions, std::vector<NormalPatch> origins);
    ~MemoryBank();
    MemoryBank(MemoryBank &&) noexcept;
    MemoryBank &operator=(MemoryBank &&) noexcept;

    std::int64_t size() const;
    int dimensions() const;
    std::span<const float> vectors() const;
    const std::vector<NormalPatch> &origins() const { return m_origins; }
    std::uint64_t bytes() const;

    struct Neighbours {
        int perQuery = 0;                    ///< k, or fewer where the bank is smaller
        std::vector<float> squaredDistances; ///< `[N, perQuery]`, ascending
        std::vector<std::int64_t> indices;   ///< `[N, perQuery]`
    };
    /// The k nearest vectors of each of `queries` `[N, dimensions]`.
    Neighbours search(std::span<const float> queries, int k) const;

    void save(ModelWriter &writer) const;
    /// \throws Error(ModelInvalid)
    static MemoryBank load(const ModelReader &reader);

private:
    struct Index;
    std::unique_ptr<Index> m_index;
    std::vector<NormalPatch> m_origins;
};

} // namespace spotcheck
