#pragma once

#include <cstdint>
#include <string>

#include <spotcheck/core/parameterspec.h>

namespace spotcheck {

/// How the nearest vectors of a memory bank are found.
enum class SearchMethod {
    Exact, ///< every query with every vector
    Hnsw,  ///< along a graph of near vectors: Malkov and Yashunin, arXiv 1603.09320
    IvfPq, ///< in the nearest clusters, by quantised vectors: Jegou, Douze and Schmid, TPAMI 2011
};

/// Smaller banks are searched exactly whichever method is asked for: that is fast enough there, and the codebooks of
/// product quantisation want 39 vectors for each of their 256 entries.
constexpr std::int64_t smallestIndexedBank = 10'000;

/// The parameter "index".
ParameterSpec searchParameter();
/// What `values`, complete and checked, ask for.
SearchMethod searchMethodFrom(const ParameterValues &values);

/// Bytes that the index of a bank takes beside its vectors, and the work that it takes as multiply-adds of a matrix
/// product: for estimates before a training, good to a factor of two. `spread`: of whitened vectors, whose bounds
/// cost more.
struct SearchCost {
    double indexBytes = 0;
    double building = 0; ///< once
    double query = 0;    ///< of one vector
};
SearchCost searchCost(SearchMethod method, double vectors, double dimensions, bool spread = false);

} // namespace spotcheck
