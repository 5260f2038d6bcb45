#include "detectors/bankscoring.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

/// Eq. 7's factor 1 - exp|q - m*| / sum over m in N_b(m*) of exp|q - m|, with the largest exponent taken out.
/// N_b(m*) are the b vectors of the bank nearest to m*, itself among them.
double rarity(const MemoryBank &bank, std::span<const float> query, std::int64_t nearest, int b)
{
    const auto dimensions = static_cast<std::size_t>(bank.dimensions());
    const auto vectorOf = [&](std::int64_t index) {
        return bank.vectors().subspan(static_cast<std::size_t>(index) * dimensions, dimensions);
    };
    const auto distance = [&](std::span<const float> vector) {
        double sum = 0;
        for (std::size_t i = 0; i < dimensions; ++i) {
            const double difference = static_cast<double>(query[i]) - vector[i];
            sum += difference * difference;
        }
        return std::sqrt(sum);
    };
    const MemoryBank::Neighbours around = bank.search(vectorOf(nearest), b);
    std::vector<double> distances;
    for (const std::int64_t index : around.indices)
        distances.push_back(distance(vectorOf(index)));
    const double largest = *std::max_element(distances.begin(), distances.end());
    double sum = 0;
    for (const double value : distances)
        sum += std::exp(value - largest);
    return 1.0 - std::exp(distance(vectorOf(nearest)) - largest) / sum;
}

/// A patch's score: the mean squared distance to its neighbours.
float meanDistance(const MemoryBank::Neighbours &found, std::size_t patch)
{
    const auto k = static_cast<std::size_t>(found.perQuery);
    float sum = 0;
    for (std::size_t i = 0; i < k; ++i)
        sum += found.squaredDistances[patch * k + i];
    // A matrix product may leave a distance a hair below zero.
    return std::max(0.0F, sum / static_cast<float>(k));
}

std::span<const float> vectorAt(const PatchGrid &grid, std::size_t patch)
{
    const auto dimensions = static_cast<std::size_t>(grid.dimensions);
    return {grid.values.data() + patch * dimensions, dimensions};
}

/// An approximate search gives too large a score where it missed the nearest. So the patch with the largest one is
/// measured exactly, until the largest is one that was: then it is the largest of an exact search too.
void measurePeak(const MemoryBank &bank, const PatchGrid &grid, MemoryBank::Neighbours &found,
                 std::vector<float> &scores)
{
    std::vector<bool> measured(scores.size());
    for (;;) {
        const auto patch = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
        if (measured[patch])
            return;
        measured[patch] = true;
        const MemoryBank::Neighbours exact = bank.searchExactly(vectorAt(grid, patch), found.perQuery);
        const auto first = static_cast<std::ptrdiff_t>(patch) * found.perQuery;
        std::ranges::copy(exact.squaredDistances, found.squaredDistances.begin() + first);
        std::ranges::copy(exact.indices, found.indices.begin() + first);
        scores[patch] = meanDistance(found, patch);
    }
}

} // namespace

PatchScores BankScoring::operator()(const MemoryBank &bank, const PatchGrid &grid) const
{
    if (grid.dimensions != bank.dimensions())
        throw Error(ErrorCode::ModelInvalid, "the memory bank does not fit the backbone's features");
    MemoryBank::Neighbours found = bank.search(grid.values, neighbours);

    PatchScores result;
    result.rows = grid.rows;
    result.columns = grid.columns;
    for (std::size_t patch = 0; patch < grid.patches(); ++patch)
        result.scores.push_back(meanDistance(found, patch));
    if (!bank.isSearchedExactly())
        measurePeak(bank, grid, found, result.scores);
    const auto k = static_cast<std::size_t>(found.perQuery);
    for (std::size_t patch = 0; patch < grid.patches(); ++patch)
        result.nearest.push_back(bank.origins()[static_cast<std::size_t>(found.indices[patch * k])]);
    const auto peak = std::max_element(result.scores.begin(), result.scores.end());
    result.imageScore = *peak;
    if (reweight) {
        const auto patch = static_cast<std::size_t>(peak - result.scores.begin());
        const double factor = rarity(bank, vectorAt(grid, patch), found.indices[patch * k], reweightNeighbours);
        // The paper's s* is the distance itself, not its square.
        result.imageScore = static_cast<float>(factor * std::sqrt(static_cast<double>(*peak)));
    }
    return result;
}

} // namespace spotcheck
