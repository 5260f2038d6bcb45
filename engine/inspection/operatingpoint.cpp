#include <spotcheck/inspection/inspection.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <spotcheck/core/error.h>
#include <spotcheck/evaluation/curves.h>

#include "statistics/chisquare.h"

namespace spotcheck {

namespace {

// With the point as decimal separator in every language: std::to_chars knows no locale.
std::string formatted(double value, std::chars_format format, int precision)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, format, precision).ptr;
    return {text.data(), end};
}

// The rate as it was typed: "5 %", "0.1 %".
std::string percent(double rate)
{
    return formatted(rate * 100, std::chars_format::general, 6) + " %";
}

// Two significant digits: "20 %", "2.0 %", "0.020 %".
std::string percentRounded(double rate)
{
    const double value = rate * 100;
    const int decimals = value > 0 ? std::max(0, 1 - static_cast<int>(std::floor(std::log10(value)))) : 0;
    return formatted(value, std::chars_format::fixed, decimals) + " %";
}

Message labelledExplanation(const OperatingPoint &point)
{
    switch (point.labelGoal) {
    case LabelGoal::MissRate:
        return {
            "Chosen on the labels of the test pictures to miss at most %1: the figures on the same pictures are too "
            "favourable.",
            {percent(point.goalValue)}};
    case LabelGoal::BestF1:
        return {
            "Chosen on the labels of the test pictures for the highest F1: the figures on the same pictures are too "
            "favourable."};
    case LabelGoal::LeastCost:
        if (point.goalPrevalence > 0)
            return {
                "Chosen on the labels of the test pictures for the least cost, a miss costing %1 false alarms and "
                "%2 of the parts being defective: the figures on the same pictures are too favourable.",
                {formatted(point.goalValue, std::chars_format::general, 6), percent(point.goalPrevalence)}};
        return {"Chosen on the labels of the test pictures for the least cost, a miss costing %1 false alarms: the "
                "figures on the same pictures are too favourable.",
                {formatted(point.goalValue, std::chars_format::general, 6)}};
    case LabelGoal::Youden:
        return {"Chosen on the labels of the test pictures for the largest difference between recall and false alarm "
                "rate "
                "(Youden): the figures on the same pictures are too favourable."};
    case LabelGoal::None:
        break;
    }
    return {"Chosen on the labels of the test pictures: the figures on the same pictures are too favourable."};
}

Message chiSquareExplanation(const OperatingPoint &point)
{
    std::string degrees;
    for (const int dimensions : point.degreesOfFreedom)
        degrees += (degrees.empty() ? "" : ", ") + std::to_string(dimensions);
    return {"Chi-square limit for %1 false alarms with %2 degrees of freedom, as if the features of each layer were "
            "normally distributed with the mean and covariance found; no rate is promised.",
            {percent(point.wantedFalseAlarmRate), degrees}};
}

} // namespace

std::string verdictId(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return "good";
    case Verdict::Review:
        return "review";
    case Verdict::Defective:
        return "defective";
    case Verdict::Failed:
        return "failed";
    }
    return {};
}

Message OperatingPoint::explanation(std::int64_t calibrationNormals) const
{
    switch (origin) {
    case Origin::ByHand:
        return {"Set by hand."};
    case Origin::TestLabels:
        return labelledExplanation(*this);
    case Origin::NormalSpread:
        if (calibrationNormals == 1)
            return {"The score of 1 good picture not used for training; no rate is promised."};
        return {"Mean and three standard deviations of %1 good pictures not used for training; no rate is promised, "
                "since scores are seldom normally distributed.",
                {std::to_string(calibrationNormals)}};
    case Origin::ChiSquare:
        return chiSquareExplanation(*this);
    case Origin::FalseAlarmRate:
        break;
    }
    if (calibrationNormals <= 0)
        return {"No good picture was held out from training, so no false alarm rate can be promised."};
    const std::string count = std::to_string(calibrationNormals);
    const std::string smallest = percentRounded(1 / static_cast<double>(calibrationNormals + 1));
    const bool one = calibrationNormals == 1;
    if (!supported && one)
        return {"From 1 good picture no rate below %1 can be promised; its score is used.", {smallest}};
    if (!supported)
        return {"From %1 good pictures no rate below %2 can be promised; the largest of their scores is used.",
                {count, smallest}};
    if (calibrationFolds > 0)
        return {"About %1 false alarms, from %2 good pictures, each scored by one of %3 models that had not seen it "
                "(they "
                "can support %4 or more). The model that judges has learnt from all of them, so that the rate is an "
                "estimate and no promise.",
                {percent(wantedFalseAlarmRate), count, std::to_string(calibrationFolds), smallest}};
    const std::int64_t above =
        std::clamp<std::int64_t>(pictureAllowance(calibrationNormals, wantedFalseAlarmRate), 1, calibrationNormals);
    const std::string upper = percentRounded(realisedRateQuantile(calibrationNormals, above, 0.95));
    if (one)
        return {"On average at most %1 false alarms, from 1 good picture not used for training (it can support %2 or "
                "more); with 95 % confidence at most %3.",
                {percent(wantedFalseAlarmRate), smallest, upper}};
    return {"On average at most %1 false alarms, from %2 good pictures not used for training (they can support %3 or "
            "more); with 95 % confidence at most %4.",
            {percent(wantedFalseAlarmRate), count, smallest, upper}};
}

std::optional<bool> OperatingPoint::usesTestLabels() const
{
    return origin == Origin::ByHand ? std::nullopt : std::optional(origin == Origin::TestLabels);
}

Verdict OperatingPoint::verdict(const InspectionResult &result) const
{
    if (!result.prediction || std::isnan(result.prediction->score))
        return Verdict::Failed;
    const double score = result.prediction->score;
    if (score > threshold)
        return Verdict::Defective;
    return score > lowerThreshold() ? Verdict::Review : Verdict::Good;
}

OperatingPoint OperatingPoint::withThreshold(double value, Origin chosen) const
{
    OperatingPoint point = *this;
    point.threshold = value;
    point.origin = chosen;
    point.labelGoal = LabelGoal::None;
    if (reviewThreshold)
        point.reviewThreshold = std::min(*reviewThreshold, value);
    return point;
}

OperatingPoint OperatingPoint::withReviewThreshold(std::optional<double> value) const
{
    OperatingPoint point = *this;
    point.reviewThreshold = value;
    if (value && *value > threshold) {
        point = point.withThreshold(*value, Origin::ByHand);
    }
    return point;
}

OperatingPoint operatingPointFromNormals(const Calibration &calibration, double falseAlarmRate)
{
    const NormalThreshold image = calibration.thresholdAt(falseAlarmRate);
    OperatingPoint point;
    point.threshold = image.threshold;
    point.pixelThreshold = static_cast<float>(calibration.pixelThresholdAt(falseAlarmRate).threshold);
    point.origin = OperatingPoint::Origin::FalseAlarmRate;
    point.wantedFalseAlarmRate = falseAlarmRate;
    point.supported = image.supported;
    point.calibrationFolds = calibration.folds();
    return point;
}

OperatingPoint operatingPointFromChiSquare(const Calibration &calibration, const std::vector<int> &degreesOfFreedom,
                                           double falseAlarmRate)
{
    if (degreesOfFreedom.empty())
        throw Error(ErrorCode::InvalidParameter,
                    std::string("the detector's score is no Mahalanobis distance, so it has no chi-square limit"));
    OperatingPoint point = operatingPointFromNormals(calibration, falseAlarmRate);
    point.threshold = 0;
    for (const int dimensions : degreesOfFreedom)
        point.threshold += std::sqrt(
            chiSquareInverse(1 - falseAlarmRate / static_cast<double>(degreesOfFreedom.size()), dimensions));
    const std::vector<float> &scores = calibration.scores();
    const auto above = scores.end() - std::upper_bound(scores.begin(), scores.end(), point.threshold,
                                                       [](double limit, float score) { return limit < score; });
    if (rateWithInterval(above, calibration.normals()).low > falseAlarmRate)
        throw Error(ErrorCode::InvalidParameter,
                    std::to_string(above) + " of " + std::to_string(calibration.normals()) +
                        " held-out normals lie above the chi-square limit: the features are not distributed as it "
                        "supposes; choose the threshold by the held-out normals");
    point.origin = OperatingPoint::Origin::ChiSquare;
    point.supported = true;
    point.degreesOfFreedom = degreesOfFreedom;
    return point;
}

std::vector<int> degreesOfFreedom(const Model &model)
{
    std::vector<int> degrees;
    for (const FittedLevel &level : model.summary().fit.levels)
        degrees.push_back(static_cast<int>(level.dimensions));
    return degrees;
}

OperatingPoint operatingPointFromSpread(const Calibration &calibration)
{
    OperatingPoint point;
    point.threshold = meanAndSigmas(calibration.scores(), normalSpreadSigmas);
    if (!calibration.mapPeaks().empty())
        point.pixelThreshold = static_cast<float>(meanAndSigmas(calibration.mapPeaks(), normalSpreadSigmas));
    point.origin = OperatingPoint::Origin::NormalSpread;
    return point;
}

} // namespace spotcheck
