#include <spotcheck/evaluation/bootstrap.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "evaluation/resampling.h"

namespace spotcheck {

namespace {

struct Figures {
    double averagePrecision = 0;
    double bestF1 = 0;
};

/// `entries`: ascending, each as often as `counts` says.
Figures figuresOf(const std::vector<ScoredLabel> &entries, const std::vector<std::int32_t> &counts,
                  std::int64_t defectives)
{
    Figures figures;
    std::int64_t hits = 0;
    std::int64_t alarms = 0;
    double precisionSum = 0; // of the defective pictures, each with the precision at its score
    for (std::size_t end = entries.size(); end > 0;) {
        const double score = entries[end - 1].score;
        const std::int64_t hitsBefore = hits;
        for (; end > 0 && entries[end - 1].score == score; --end)
            (entries[end - 1].defective ? hits : alarms) += counts[end - 1];
        if (hits == hitsBefore)
            continue; // neither figure can have grown
        const auto found = static_cast<double>(hits);
        precisionSum += static_cast<double>(hits - hitsBefore) * found / static_cast<double>(hits + alarms);
        figures.bestF1 = std::max(figures.bestF1, 2 * found / static_cast<double>(hits + alarms + defectives));
    }
    figures.averagePrecision = precisionSum / static_cast<double>(defectives);
    return figures;
}

} // namespace

void BootstrapOptions::validate() const
{
    if (replicates < 0 || replicates == 1)
        throw Error(ErrorCode::InvalidParameter, "a bootstrap of " + std::to_string(replicates) + " replicates");
    if (!(confidence > 0 && confidence < 1))
        throw Error(ErrorCode::InvalidParameter, "a confidence of " + std::to_string(confidence));
}

Interval middleOf(std::vector<double> &values, double confidence)
{
    if (values.size() < 2)
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&values](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto below = std::min(static_cast<std::size_t>(place), values.size() - 2);
        return std::lerp(values[below], values[below + 1], place - static_cast<double>(below));
    };
    return {at((1 - confidence) / 2), at((1 + confidence) / 2)};
}

ScoreIntervals bootstrapScores(const ScoreTable &scores, const BootstrapOptions &options, JobMonitor &monitor)
{
    options.validate();
    ScoreIntervals intervals;
    if (options.replicates == 0 || scores.good() < 2 || scores.defective() < 2)
        return intervals;
    // Replicates of classes that are fully apart, or that nothing tells apart, are all alike: that says nothing.
    const std::vector<ScoredLabel> entries = scores.entries();
    const ScoreTable::BestF1 best = scores.bestF1();
    if (best.f1 == 1 || entries.front().score == entries.back().score) {
        const Rate exact = f1WithInterval(scores.confusionAt(best.threshold), options.confidence);
        intervals.bestF1 = {exact.low, exact.high};
        return intervals;
    }

    // Good pictures first among the draws, so that each class is drawn from itself alone.
    std::vector<std::size_t> goods;
    std::vector<std::size_t> defectives;
    for (std::size_t index = 0; index < entries.size(); ++index)
        (entries[index].defective ? defectives : goods).push_back(index);

    constexpr std::int64_t block = 50; // replicates between two questions for cancellation
    std::vector<double> averagePrecisions(static_cast<std::size_t>(options.replicates));
    std::vector<double> bestF1s(averagePrecisions.size());
    parallelFor((options.replicates + block - 1) / block, monitor, [&](std::int64_t part) {
        std::vector<std::int32_t> drawn;
        std::vector<std::int32_t> counts(entries.size());
        for (std::int64_t replicate = part * block;
             replicate < std::min<std::int64_t>((part + 1) * block, options.replicates); ++replicate) {
            Random random = replicateRandom(options.seed, replicate);
            drawn.assign(entries.size(), 0);
            drawWithReplacement(random, scores.good(), 0, drawn);
            drawWithReplacement(random, scores.defective(), goods.size(), drawn);
            for (std::size_t index = 0; index < goods.size(); ++index)
                counts[goods[index]] = drawn[index];
            for (std::size_t index = 0; index < defectives.size(); ++index)
                counts[defectives[index]] = drawn[goods.size() + index];
            const Figures figures = figuresOf(entries, counts, scores.defective());
            averagePrecisions[static_cast<std::size_t>(replicate)] = figures.averagePrecision;
            bestF1s[static_cast<std::size_t>(replicate)] = figures.bestF1;
        }
    });
    intervals.averagePrecision = middleOf(averagePrecisions, options.confidence);
    intervals.bestF1 = middleOf(bestF1s, options.confidence);
    return intervals;
}

} // namespace spotcheck
