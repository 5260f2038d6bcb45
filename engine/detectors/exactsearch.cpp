#include "detectors/exactsearch.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <tuple>
#include <utility>

#include "core/foreachprocessor.h"
#include "detectors/rounding.h"

namespace spotcheck {

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

constexpr int queryBlock = 64;             // of a matrix product
constexpr std::int64_t vectorBlock = 2048; // whose bounds stay in the cache: 2 MB
constexpr int boundLanes = SearchBounds::lanes;

/// The smallest of each 16 values; `count` is a multiple of 16.
SPOTCHECK_FOR_EACH_PROCESSOR
void smallestOfEach(const float *values, std::int64_t count, float *smallest)
{
    for (std::int64_t first = 0; first < count; first += boundLanes) {
        float group[boundLanes];
        std::memcpy(group, values + first, sizeof(group));
        for (int half = boundLanes / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; ++lane)
                group[lane] = group[lane + half] < group[lane] ? group[lane + half] : group[lane];
        }
        smallest[first / boundLanes] = group[0];
    }
}

} // namespace

/// The k nearest vectors of a query so far.
struct ExactSearch::Found {
    std::size_t k;
    std::vector<std::pair<float, std::int64_t>> nearest{}; ///< squared distance, index; ascending

    float farthest() const { return nearest.size() < k ? infinity : nearest.back().first; }

    void add(float distance, std::int64_t index)
    {
        const std::pair found(distance < infinity ? distance : infinity, index); // not a number neither
        if (nearest.size() == k) {
            if (found >= nearest.back())
                return;
            nearest.pop_back();
        }
        nearest.insert(std::ranges::upper_bound(nearest, found), found);
    }
};

ExactSearch::ExactSearch(std::span<const float> vectors, int dimensions, bool bounded,
                         std::unique_ptr<const DistanceEstimates> card)
    : m_rows(vectors, dimensions), m_dimensions(dimensions), m_card(std::move(card)),
      m_bounds(bounded && !m_card ? SearchBounds::of(vectors, dimensions) : nullptr)
{}

/// What is measured is off by as much as a sum of squares may be.
double ExactSearch::largestDistance(float squared) const
{
    return std::sqrt(static_cast<double>(squared)) * (1 + (m_dimensions + 8) * unitRoundoff);
}

void ExactSearch::searchMeasuring(const float *query, std::int64_t first, std::int64_t count, Found &found) const
{
    for (std::int64_t index = first; index < first + count; ++index)
        found.add(m_rows.squaredTo(query, index), index);
}

void ExactSearch::searchBounded(const float *query, std::span<const float> bounds, std::int64_t first, float length,
                                float error, Found &found) const
{
    std::vector<float> smallest(bounds.size() / boundLanes);
    smallestOfEach(bounds.data(), std::ssize(bounds), smallest.data());

    // Vectors that are probably near give a limit.
    std::vector<std::pair<float, std::size_t>> groups;
    for (std::size_t group = 0; group < smallest.size(); ++group)
        groups.emplace_back(smallest[group], group * boundLanes);
    const std::size_t likely = std::min(found.k, groups.size());
    std::ranges::partial_sort(groups, groups.begin() + static_cast<std::ptrdiff_t>(likely));
    Found near = found;
    for (std::size_t group = 0; group < likely; ++group) {
        const auto place = std::ranges::find(bounds.subspan(groups[group].second, boundLanes), groups[group].first);
        const std::int64_t index = first + (&*place - bounds.data());
        near.add(m_rows.squaredTo(query, index), index);
    }
    if (near.farthest() == infinity)
        return searchMeasuring(query, first, std::min(std::ssize(bounds), m_rows.count() - first), found);

    const float limit = m_bounds->limit(largestDistance(near.farthest()), length, error);
    for (std::size_t group = 0; group < smallest.size(); ++group) {
        if (smallest[group] > limit)
            continue;
        for (std::size_t place = group * boundLanes; place < (group + 1) * boundLanes; ++place) {
            const std::int64_t index = first + static_cast<std::int64_t>(place);
            if (bounds[place] <= limit && index < m_rows.count())
                found.add(m_rows.squaredTo(query, index), index);
        }
    }
}

void ExactSearch::search(std::span<const float> queries, int k, std::span<float> squaredDistances,
                         std::span<std::int64_t> indices) const
{
    if (m_card)
        searchOnCard(queries, k, squaredDistances, indices);
    else
        searchOnProcessor(queries, k, squaredDistances, indices);
}

void ExactSearch::searchOnCard(std::span<const float> queries, int k, std::span<float> squaredDistances,
                               std::span<std::int64_t> indices) const
{
    const auto dimensions = static_cast<std::size_t>(m_dimensions);
    const auto wanted = static_cast<std::size_t>(k);
    const std::size_t count = queries.size() / dimensions;
    for (std::size_t begin = 0; begin < count; begin += m_card->blockSize()) {
        const std::size_t rows = std::min(m_card->blockSize(), count - begin);
        const std::span<const float> block = queries.subspan(begin * dimensions, rows * dimensions);
        const DistanceEstimates::Candidates candidates = m_card->nearest(block, k);
        const DistanceRows padded(block, m_dimensions);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto target = (begin + row) * wanted;
            Found found{wanted};
            for (const std::int64_t index : candidates.of(row))
                found.add(m_rows.squaredTo(padded.row(static_cast<std::int64_t>(row)), index), index);
            // The others may be as near where much rounds to the same estimate, and where numbers are too large.
            if (!(largestDistance(found.farthest()) < candidates.othersAreAtLeast[row])) {
                found = Found{wanted};
                searchMeasuring(padded.row(static_cast<std::int64_t>(row)), 0, m_rows.count(), found);
            }
            for (std::size_t place = 0; place < wanted; ++place)
                std::tie(squaredDistances[target + place], indices[target + place]) = found.nearest[place];
        }
    }
}

void ExactSearch::searchOnProcessor(std::span<const float> queries, int k, std::span<float> squaredDistances,
                                    std::span<std::int64_t> indices) const
{
    const auto dimensions = static_cast<std::size_t>(m_dimensions);
    const auto count = static_cast<std::int64_t>(queries.size() / dimensions);
    std::vector<float> bounds;
    for (std::int64_t begin = 0; begin < count; begin += queryBlock) {
        const int rows = static_cast<int>(std::min<std::int64_t>(queryBlock, count - begin));
        const std::span<const float> block = queries.subspan(static_cast<std::size_t>(begin) * dimensions,
                                                             static_cast<std::size_t>(rows) * dimensions);
        const DistanceRows padded(block, m_dimensions);
        std::vector<Found> found(static_cast<std::size_t>(rows), Found{static_cast<std::size_t>(k)});
        const SearchBounds::Queries own = m_bounds ? m_bounds->queries(block.data(), rows) : SearchBounds::Queries{};
        for (std::int64_t first = 0; m_bounds && first < m_rows.count(); first += vectorBlock) {
            const std::int64_t left = (m_rows.count() - first + boundLanes - 1) / boundLanes * boundLanes;
            const auto columns = static_cast<std::size_t>(std::min(vectorBlock, left));
            bounds.resize(static_cast<std::size_t>(rows) * columns);
            m_bounds->find(own, first, static_cast<std::int64_t>(columns), bounds);
            for (std::size_t row = 0; row < found.size(); ++row) {
                if (own.isUsable(row))
                    searchBounded(padded.row(static_cast<std::int64_t>(row)),
                                  std::span(bounds).subspan(row * columns, columns), first, own.lengths[row],
                                  own.errors[row], found[row]);
            }
        }
        for (std::size_t row = 0; row < found.size(); ++row) {
            if (found[row].nearest.empty())
                searchMeasuring(padded.row(static_cast<std::int64_t>(row)), 0, m_rows.count(), found[row]);
            const std::size_t start = (static_cast<std::size_t>(begin) + row) * found[row].k;
            for (std::size_t place = 0; place < found[row].k; ++place)
                std::tie(squaredDistances[start + place], indices[start + place]) = found[row].nearest[place];
        }
    }
}

} // namespace spotcheck
