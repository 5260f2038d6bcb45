#include "detectors/coreset.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "core/random.h"
#include "detectors/distancerows.h"
#include "detectors/nearestcentres.h"
#include "detectors/randomprojection.h"

namespace spotcheck {

namespace {

/// A vector and how far it is from the centres. Farther ones come first, among equals the one with the lower index.
struct Farthest {
    std::int64_t index = -1;
    float squared = -1;

    bool isBefore(const Farthest &other) const
    {
        return squared > other.squared || (squared == other.squared && index < other.index);
    }
};

/// The greedy choice in rounds, each exactly what a plain loop over all vectors would choose.
///
/// A round looks only at the candidates, the vectors that are farthest when it begins: few enough for the processor's
/// cache. A new centre can only bring the others nearer, so as long as the farthest candidate is before the farthest
/// of the others as the round found it, it is the farthest of all. Then all vectors are compared with the round's
/// centres at once, as a matrix product (see NearestCentres): bound by arithmetic, where the plain loop waits for
/// memory.
class GreedySelection {
public:
    /// `coverageRadius`: as in the options.
    GreedySelection(const DistanceRows &rows, double coverageRadius)
        : m_rows(rows), m_coverageRadius(coverageRadius), m_nearest(static_cast<std::size_t>(rows.count())),
          m_order(m_nearest.size()), m_lowering(rows, DistanceEstimates::onCard(rows.values(), rows.stride()))
    {
        std::iota(m_order.begin(), m_order.end(), 0);
    }

    /// The authors' approximate start: the mean distance to a few random vectors, which are not selected by that.
    void startFrom(const std::vector<std::int64_t> &points)
    {
        parallelRanges(m_rows.count(), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t index = begin; index < end; ++index) {
                double sum = 0;
                for (const std::int64_t point : points)
                    sum += std::sqrt(static_cast<double>(m_rows.squared(index, point)));
                const double mean = sum / static_cast<double>(points.size());
                m_nearest[static_cast<std::size_t>(index)] = static_cast<float>(mean * mean);
            }
        });
    }

    /// Chooses up to `wanted` vectors; fewer where all lie within the coverage radius before: those with radius 0 are
    /// in the coreset already, or equal to one that is.
    void choose(std::int64_t wanted, JobMonitor &monitor)
    {
        while (std::ssize(m_chosen) < wanted) {
            const auto before = static_cast<std::ptrdiff_t>(m_chosen.size());
            round(wanted, monitor);
            if (std::ssize(m_chosen) == before)
                break;
            m_lowering.lower(std::span(m_chosen).subspan(static_cast<std::size_t>(before)), m_gap, m_nearest,
                             monitor);
        }
    }

    const std::vector<std::int64_t> &chosen() const { return m_chosen; }
    double radius() const
    {
        return std::sqrt(static_cast<double>(std::max(0.0F, *std::max_element(m_nearest.begin(), m_nearest.end()))));
    }

private:
    Farthest at(std::int64_t index) const { return {index, m_nearest[static_cast<std::size_t>(index)]}; }

    /// Puts the farthest vectors in front of `m_order`, by index; returns the farthest of the others.
    Farthest findCandidates(std::size_t &size)
    {
        // Their rows stay in the second-level cache, with room for all else; more would make rounds longer and picks
        // slower.
        constexpr std::size_t cachedBytes = 1 << 18;
        size = std::clamp<std::size_t>(cachedBytes / (static_cast<std::size_t>(m_rows.stride()) * sizeof(float)), 64,
                                       4096);
        Farthest others;
        if (size < m_order.size()) {
            const auto split = m_order.begin() + static_cast<std::ptrdiff_t>(size);
            std::nth_element(m_order.begin(), split, m_order.end(),
                             [this](std::int64_t left, std::int64_t right) { return at(left).isBefore(at(right)); });
            others = at(*split);
        }
        size = std::min(size, m_order.size());
        std::sort(m_order.begin(), m_order.begin() + static_cast<std::ptrdiff_t>(size));
        return others;
    }

    void round(std::int64_t wanted, JobMonitor &monitor)
    {
        std::size_t size = 0;
        const Farthest others = findCandidates(size);
        const auto stride = static_cast<std::size_t>(m_rows.stride());
        std::vector<float> rows(size * stride);
        std::vector<float> nearest(size);
        for (std::size_t place = 0; place < size; ++place) {
            std::copy_n(m_rows.row(m_order[place]), stride, rows.data() + place * stride);
            nearest[place] = m_nearest[static_cast<std::size_t>(m_order[place])];
        }
        while (std::ssize(m_chosen) < wanted) {
            // By index, so the first of the farthest is the one that a plain loop would take.
            const auto place =
                static_cast<std::size_t>(std::max_element(nearest.begin(), nearest.end()) - nearest.begin());
            const Farthest farthest{m_order[place], nearest[place]};
            const bool covered = std::sqrt(static_cast<double>(farthest.squared)) <= m_coverageRadius;
            if (!farthest.isBefore(others) || (covered && !m_chosen.empty()))
                break;
            monitor.throwIfCancelled();
            // As far as it was from all centres before it; the later ones of a round are no farther.
            m_gap = farthest.squared;
            m_chosen.push_back(farthest.index);
            lowerDistances(rows.data(), m_rows.stride(), m_rows.row(farthest.index), nearest);
            monitor.report(
                {Stage::Coreset, std::ssize(m_chosen), wanted, std::sqrt(static_cast<double>(farthest.squared))});
        }
    }

    const DistanceRows &m_rows;
    double m_coverageRadius;
    std::vector<float> m_nearest;       ///< squared distance to the nearest centre (or the start's mean, squared)
    std::vector<std::int64_t> m_order;  ///< of all vectors; what a round sorted is nearly sorted for the next
    std::vector<std::int64_t> m_chosen; ///< centres in the order of selection
    float m_gap = 0;                    ///< squared distance of the newest centre to all centres before it, at least
    NearestCentres m_lowering;
};

} // namespace

void CoresetOptions::validate() const
{
    if (!(ratio > 0 && ratio <= 1))
        throw Error(ErrorCode::InvalidParameter, "the coreset ratio must be above 0 and at most 1");
    if (projectedDimensions < 0 || startingPoints < 1)
        throw Error(ErrorCode::InvalidParameter, "the coreset needs at least one starting point");
    if (!(coverageRadius >= 0))
        throw Error(ErrorCode::InvalidParameter, "the coverage radius must not be negative");
}

Coreset selectCoreset(std::span<const float> vectors, int dimensions, const CoresetOptions &options,
                      JobMonitor &monitor)
{
    options.validate();
    const std::int64_t count = dimensions > 0 ? static_cast<std::int64_t>(vectors.size()) / dimensions : 0;
    if (count == 0)
        throw Error(ErrorCode::InvalidParameter, "a coreset needs at least one vector");
    const auto wanted =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(count) * options.ratio));
    monitor.report({Stage::Coreset, 0, wanted, {}});

    std::vector<float> projected;
    const bool project = options.projects(dimensions);
    if (project)
        projected = projectRandomly(vectors, dimensions, options.projectedDimensions, options.seed);
    const DistanceRows rows(project ? std::span<const float>(projected) : vectors,
                            project ? options.projectedDimensions : dimensions);

    // A stream of its own, so that the starting points do not depend on whether vectors were projected.
    Random random(options.seed ^ 0x9E3779B97F4A7C15ULL);
    std::vector<std::int64_t> start;
    const auto starts = static_cast<std::size_t>(std::min<std::int64_t>(options.startingPoints, count));
    while (start.size() < starts) {
        const std::int64_t point = random.below(count);
        if (std::find(start.begin(), start.end(), point) == start.end())
            start.push_back(point);
    }

    GreedySelection selection(rows, options.coverageRadius);
    selection.startFrom(start);
    selection.choose(wanted, monitor);
    Coreset coreset{selection.chosen(), selection.radius()};
    monitor.report({Stage::Coreset, std::ssize(coreset.indices), wanted, coreset.radius});
    return coreset;
}

double coresetOperations(double vectors, double dimensions, const CoresetOptions &options)
{
    const bool projects = options.projects(static_cast<int>(dimensions));
    const double length = projects ? options.projectedDimensions : dimensions;
    const double projection = projects ? vectors * dimensions * length : 0;
    return projection + vectors * vectors * options.ratio * length;
}

} // namespace spotcheck
