#include "detectors/coreset.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "core/random.h"
#include "detectors/distancerows.h"
#include "detectors/randomprojection.h"

namespace spotcheck {

namespace {

constexpr std::int32_t noCentre = -1;

struct Farthest {
    std::int64_t index = -1;
    float squared = -1;

    void consider(std::int64_t candidate, float candidateSquared)
    {
        if (candidateSquared > squared || (candidateSquared == squared && candidate < index)) {
            index = candidate;
            squared = candidateSquared;
        }
    }
};

class GreedySelection {
public:
    explicit GreedySelection(const DistanceRows &rows)
        : m_rows(rows), m_nearest(static_cast<std::size_t>(rows.count())),
          m_centre(static_cast<std::size_t>(rows.count()), noCentre)
    {
    }

    /// The authors' approximate start: the mean distance to a few random vectors, which are not selected by that.
    Farthest startFrom(const std::vector<std::int64_t> &points)
    {
        return pass([&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t index = begin; index < end; ++index) {
                double sum = 0;
                for (const std::int64_t point : points)
                    sum += std::sqrt(static_cast<double>(m_rows.squared(index, point)));
                const double mean = sum / static_cast<double>(points.size());
                m_nearest[static_cast<std::size_t>(index)] = static_cast<float>(mean * mean);
            }
        });
    }

    /// Takes `chosen` as the next centre and returns the vector that is now farthest.
    Farthest add(std::int64_t chosen)
    {
        const auto added = static_cast<std::int32_t>(m_chosen.size());
        // For a vector x with centre m: |x - chosen| >= |m - chosen| - |x - m|. So the new centre is no nearer
        // than m where |m - chosen| >= 2 |x - m|; squared: |m - chosen|^2 / 4 >= |x - m|^2. The margin keeps
        // rounding from deciding differently than a plain comparison would.
        constexpr float margin = 0.9999F;
        m_quarter.resize(m_chosen.size());
        for (std::size_t centre = 0; centre < m_chosen.size(); ++centre)
            m_quarter[centre] = margin * 0.25F * m_rows.squared(m_chosen[centre], chosen);
        m_chosen.push_back(chosen);

        return pass([&](std::int64_t begin, std::int64_t end) {
            std::vector<std::int64_t> candidates;
            candidates.reserve(static_cast<std::size_t>(end - begin));
            for (std::int64_t index = begin; index < end; ++index) {
                const auto i = static_cast<std::size_t>(index);
                const std::int32_t centre = m_centre[i];
                if (centre == noCentre || m_quarter[static_cast<std::size_t>(centre)] < m_nearest[i])
                    candidates.push_back(index);
            }
            m_rows.lowerTo(chosen, candidates, added, m_nearest, m_centre);
        });
    }

    const std::vector<std::int64_t> &chosen() const { return m_chosen; }

private:
    /// `update` over all vectors, split among the threads; then the farthest one.
    template <class Update>
    Farthest pass(const Update &update)
    {
        Farthest farthest;
        std::mutex mutex;
        parallelRanges(m_rows.count(), [&](std::int64_t begin, std::int64_t end) {
            update(begin, end);
            const auto first = m_nearest.begin() + begin;
            const auto largest = std::max_element(first, m_nearest.begin() + end);
            const std::scoped_lock lock(mutex);
            farthest.consider(largest - m_nearest.begin(), *largest);
        });
        return farthest;
    }

    const DistanceRows &m_rows;
    std::vector<float> m_nearest;       ///< squared distance to the nearest centre (or the start's mean, squared)
    std::vector<std::int32_t> m_centre; ///< which centre that is
    std::vector<std::int64_t> m_chosen; ///< centres in the order of selection
    std::vector<float> m_quarter;       ///< of the newest centre: squared distance to each other one / 4
};

} // namespace

void CoresetOptions::validate() const
{
    if (!(ratio > 0 && ratio <= 1))
        throw Error(ErrorCode::InvalidParameter, "the coreset ratio must be above 0 and at most 1");
    if (projectedDimensions < 0 || startingPoints < 1)
        throw Error(ErrorCode::InvalidParameter, "the coreset needs at least one starting point");
}

Coreset selectCoreset(std::span<const float> vectors, int dimensions, const CoresetOptions &options,
                      JobMonitor &monitor)
{
    options.validate();
    const std::int64_t count = dimensions > 0 ? static_cast<std::int64_t>(vectors.size()) / dimensions : 0;
    if (count == 0)
        throw Error(ErrorCode::InvalidParameter, "a coreset needs at least one vector");
    const auto wanted = std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(count) * options.ratio));
    monitor.report({Stage::Coreset, 0, wanted, {}});

    std::vector<float> projected;
    const bool project = options.projectedDimensions > 0 && options.projectedDimensions < dimensions;
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

    GreedySelection selection(rows);
    Farthest farthest = selection.startFrom(start);
    for (std::int64_t step = 0; step < wanted; ++step) {
        if (step > 0 && farthest.squared == 0)
            break; // every vector is in the coreset already, or equal to one that is
        monitor.throwIfCancelled();
        farthest = selection.add(farthest.index);
        monitor.report({Stage::Coreset, step + 1, wanted, std::sqrt(static_cast<double>(farthest.squared))});
    }
    return {selection.chosen(), std::sqrt(static_cast<double>(std::max(0.0F, farthest.squared)))};
}

double coresetOperations(double vectors, double dimensions, const CoresetOptions &options)
{
    constexpr double shareOfDistances = 0.1; // of the plain loop's, as seen with features of pictures
    const double length = options.projectedDimensions > 0 ? options.projectedDimensions : dimensions;
    const double projection = options.projectedDimensions > 0 ? vectors * dimensions * length : 0;
    return projection + shareOfDistances * vectors * vectors * options.ratio * length;
}

} // namespace spotcheck
