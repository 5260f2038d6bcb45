#include <spotcheck/evaluation/auroc.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <spotcheck/core/error.h>

#include "statistics/normaldistribution.h"

namespace spotcheck {

namespace {

/// DeLong's structural components: for each picture the share of the other class that lies on its right side, ties
/// half.
struct Placements {
    std::vector<double> good;
    std::vector<double> defective;

    double auroc() const
    {
        return std::accumulate(defective.begin(), defective.end(), 0.0) / static_cast<double>(defective.size());
    }
};

/// The share is the midrank among all less the midrank in the own class (Sun and Xu), here by counting.
/// Each class keeps its order.
Placements placementsOf(const std::vector<ScoredLabel> &scores)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scores[a].score < scores[b].score; });
    const auto defectives = static_cast<double>(
        std::count_if(scores.begin(), scores.end(), [](const ScoredLabel &entry) { return entry.defective; }));
    const double goods = static_cast<double>(scores.size()) - defectives;

    std::vector<double> shares(scores.size());
    double goodBelow = 0;
    double defectiveBelow = 0;
    for (auto group = order.begin(); group != order.end();) {
        const auto end = std::find_if(group, order.end(),
                                      [&](std::size_t index) { return scores[index].score != scores[*group].score; });
        const auto defectiveHere = static_cast<double>(
            std::count_if(group, end, [&](std::size_t index) { return scores[index].defective; }));
        const double goodHere = static_cast<double>(end - group) - defectiveHere;
        for (; group != end; ++group) {
            shares[*group] = scores[*group].defective ? (goodBelow + goodHere / 2) / goods
                                                      : 1 - (defectiveBelow + defectiveHere / 2) / defectives;
        }
        goodBelow += goodHere;
        defectiveBelow += defectiveHere;
    }
    Placements placements;
    for (std::size_t index = 0; index < scores.size(); ++index)
        (scores[index].defective ? placements.defective : placements.good).push_back(shares[index]);
    return placements;
}

/// Sample covariance, divided by n - 1.
double covariance(const std::vector<double> &first, const std::vector<double> &second)
{
    const auto count = static_cast<double>(first.size());
    const double firstMean = std::accumulate(first.begin(), first.end(), 0.0) / count;
    const double secondMean = std::accumulate(second.begin(), second.end(), 0.0) / count;
    double sum = 0;
    for (std::size_t index = 0; index < first.size(); ++index)
        sum += (first[index] - firstMean) * (second[index] - secondMean);
    return sum / (count - 1);
}

double aurocCovariance(const Placements &first, const Placements &second)
{
    return covariance(first.defective, second.defective) / static_cast<double>(first.defective.size()) +
           covariance(first.good, second.good) / static_cast<double>(first.good.size());
}

void checkConfidence(double confidence)
{
    if (!(confidence > 0 && confidence < 1))
        throw Error(ErrorCode::InvalidParameter, "a confidence of " + std::to_string(confidence));
}

Interval logitInterval(double value, double standardError, double confidence)
{
    const double middle = std::log(value / (1 - value));
    const double reach = -normalQuantile((1 - confidence) / 2) * standardError / (value * (1 - value));
    return {1 / (1 + std::exp(reach - middle)), 1 / (1 + std::exp(-reach - middle))};
}

} // namespace

AurocEstimate estimateAuroc(const ScoreTable &scores, double confidence)
{
    checkConfidence(confidence);
    AurocEstimate estimate;
    if (!scores.hasBoth())
        return estimate;
    estimate.value = scores.auroc();
    const std::int64_t fewer = std::min(scores.good(), scores.defective());
    estimate.interval = {0, 1};
    if (fewer < 2)
        return estimate;
    const Placements placements = placementsOf(scores.entries());
    estimate.standardError = std::sqrt(aurocCovariance(placements, placements));
    if (estimate.value > 0 && estimate.value < 1) {
        if (estimate.standardError > 0)
            estimate.interval = logitInterval(estimate.value, estimate.standardError, confidence);
        return estimate;
    }
    const Rate pairs = rateWithInterval(estimate.value > 0 ? fewer : 0, fewer, confidence);
    estimate.interval = {pairs.low, pairs.high};
    return estimate;
}

AurocComparison compareAurocs(const std::vector<PairedScore> &scores, double confidence)
{
    checkConfidence(confidence);
    std::vector<ScoredLabel> first;
    std::vector<ScoredLabel> second;
    for (const PairedScore &entry : scores) {
        if (!std::isfinite(entry.first) || !std::isfinite(entry.second))
            throw Error(ErrorCode::Internal, std::string("an image score is not a finite number"));
        first.push_back({entry.first, entry.defective});
        second.push_back({entry.second, entry.defective});
    }
    const Placements ofFirst = placementsOf(first);
    const Placements ofSecond = placementsOf(second);
    AurocComparison comparison;
    if (ofFirst.good.size() < 2 || ofFirst.defective.size() < 2)
        return comparison;
    comparison.difference = ofFirst.auroc() - ofSecond.auroc();
    const double variance = aurocCovariance(ofFirst, ofFirst) + aurocCovariance(ofSecond, ofSecond) -
                            2 * aurocCovariance(ofFirst, ofSecond);
    comparison.standardError = std::sqrt(std::max(variance, 0.0));
    constexpr double nothing = 1e-12; // of sums of shares: rounding alone
    if (comparison.standardError < nothing) {
        if (std::abs(comparison.difference) < nothing)
            comparison.pValue = 1;
        return comparison;
    }
    comparison.pValue = twoSidedNormal(comparison.difference / comparison.standardError);
    const double reach = -normalQuantile((1 - confidence) / 2) * comparison.standardError;
    comparison.interval = {std::max(comparison.difference - reach, -1.0),
                           std::min(comparison.difference + reach, 1.0)};
    return comparison;
}

} // namespace spotcheck
