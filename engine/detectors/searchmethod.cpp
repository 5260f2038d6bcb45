#include "detectors/searchmethod.h"

#include <algorithm>
#include <cmath>

#include "detectors/searchbounds.h"

namespace spotcheck {

ParameterSpec searchParameter()
{
    return {
        .id = "index",
        .title = "Search of the memory bank",
        .help =
            "\"exact\" finds the nearest of all patches. \"hnsw\" and \"ivf-pq\" look at a part of the bank, which "
            "is "
            "faster from some 30,000 patches on: the score of the picture stays exact, single patches of the map may "
            "score too high. Banks below 10,000 patches are searched exactly in any case.",
        .type = ParameterSpec::Type::Choice,
        .defaultValue = std::string("exact"),
        .choices = {"exact", "hnsw", "ivf-pq"},
        .advanced = true};
}

SearchMethod searchMethodFrom(const ParameterValues &values)
{
    const std::string &id = std::get<std::string>(values.at("index"));
    return id == "hnsw" ? SearchMethod::Hnsw : id == "ivf-pq" ? SearchMethod::IvfPq : SearchMethod::Exact;
}

SearchCost searchCost(SearchMethod method, double vectors, double dimensions, bool spread)
{
    SearchCost cost{0, 0, SearchBounds::multiplyAdds(vectors, dimensions, spread)};
    if (method == SearchMethod::Exact || vectors < static_cast<double>(smallestIndexedBank))
        return cost;
    if (method == SearchMethod::Hnsw) {
        // 64 links and the level of each vector, one in 32 with 32 more. Each step of a walk waits for memory, which
        // costs as much as several vectors in a matrix product.
        cost.indexBytes = vectors * (64 + 1 + 1.03) * sizeof(float);
        cost.query = 20'000 * dimensions;
        cost.building = vectors * cost.query;
    } else {
        const double clusters = 2 * std::sqrt(vectors);
        cost.indexBytes = (clusters + 256) * dimensions * sizeof(float) + vectors * (sizeof(float) + dimensions / 8);
        cost.query = (clusters + 2'000) * dimensions;
        cost.building = 12 * std::min(vectors, 64 * clusters) * clusters * dimensions + 1e10;
    }
    return cost;
}

} // namespace spotcheck
