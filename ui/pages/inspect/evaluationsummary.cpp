#include "ui/pages/inspect/evaluationsummary.h"

#include <algorithm>
#include <cmath>

#include <spotcheck/evaluation/evaluation.h>

#include "ui/widgets/thinnedcurve.h"

namespace spotcheck::ui {

namespace {

constexpr std::size_t binCount = 48;
std::vector<HistogramBin> emptyBins(double low, double high)
{
    // A single score still gets a bar of some width.
    if (high <= low)
        high = low + std::max(1e-6, std::abs(low) * 0.01);
    std::vector<HistogramBin> bins(binCount);
    const double width = (high - low) / static_cast<double>(binCount);
    for (std::size_t index = 0; index < binCount; ++index) {
        bins[index].low = low + width * static_cast<double>(index);
        bins[index].high = low + width * static_cast<double>(index + 1);
    }
    return bins;
}

// The run had measured what a usable mask allows, so that a mask without figures is newer than the run.
OverlapGap overlapGap(const Evaluation &evaluation)
{
    if (evaluation.pixels && !evaluation.pixels->proCurve.empty())
        return OverlapGap::None;
    const auto &results = evaluation.results;
    if (std::none_of(results.begin(), results.end(), [](const InspectionResult &result) {
            return result.prediction && result.prediction->patches.rows > 0;
        }))
        return OverlapGap::Map;
    const bool hasMask = std::any_of(results.begin(), results.end(), [](const InspectionResult &result) {
        return result.prediction && result.sample.label == Label::Defective && !result.sample.mask.empty();
    });
    if (evaluation.pixelsNeeded > 0)
        return OverlapGap::Memory;
    return hasMask && evaluation.maskProblems.empty() ? OverlapGap::Changed : OverlapGap::Masks;
}

} // namespace

EvaluationSummary summarise(const Evaluation &evaluation)
{
    EvaluationSummary summary;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const InspectionResult &result : evaluation.results) {
        if (!result.prediction)
            continue;
        low = std::min(low, result.prediction->score);
        high = std::max(high, result.prediction->score);
    }
    if (!(low <= high))
        return summary;

    summary.bins = emptyBins(low, high);
    const double start = summary.bins.front().low;
    const double width = summary.bins.front().high - start;
    for (const InspectionResult &result : evaluation.results) {
        if (!result.prediction)
            continue;
        const auto place = static_cast<std::size_t>(std::max(0.0, (result.prediction->score - start) / width));
        HistogramBin &bin = summary.bins[std::min(place, binCount - 1)];
        switch (result.sample.label) {
        case Label::Good:
            ++bin.good;
            ++summary.good;
            break;
        case Label::Defective:
            ++bin.defective;
            ++summary.defective;
            break;
        case Label::Unlabelled:
            ++bin.unlabelled;
            ++summary.unlabelled;
            break;
        }
    }
    if (evaluation.scores.hasBoth()) {
        summary.roc = thinned(evaluation.scores.rocCurve(), pointsOnScreen);
        summary.auroc = evaluation.scores.auroc();
        summary.precisionRecall = thinned(evaluation.scores.precisionRecallCurve(), pointsOnScreen);
        summary.averagePrecision = evaluation.scores.averagePrecision();
    }
    summary.overlapGap = overlapGap(evaluation);
    if (summary.overlapGap == OverlapGap::None) {
        summary.overlap = evaluation.pixels->proCurve;
        summary.aupro30 = evaluation.pixels->aupro30;
        summary.defectRegions = evaluation.pixels->regions;
    }
    return summary;
}

} // namespace spotcheck::ui
