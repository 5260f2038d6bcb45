#include <spotcheck/inspection/inspection.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <spotcheck/core/error.h>

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

std::string goodPictures(std::int64_t count)
{
    return std::to_string(count) + (count == 1 ? " good picture" : " good pictures");
}

std::string labelledExplanation(const OperatingPoint &point)
{
    const std::string consequence = ": the figures on the same pictures are too favourable.";
    switch (point.labelGoal) {
    case LabelGoal::MissRate:
        return "Chosen on the labels of the test pictures to miss at most " + percent(point.goalValue) + consequence;
    case LabelGoal::BestF1:
        return "Chosen on the labels of the test pictures for the highest F1" + consequence;
    case LabelGoal::LeastCost:
        return "Chosen on the labels of the test pictures for the least cost, a miss costing " +
               formatted(point.goalValue, std::chars_format::general, 6) + " false alarms" + consequence;
    case LabelGoal::None:
        break;
    }
    return "Chosen on the labels of the test pictures" + consequence;
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

std::string OperatingPoint::explanation(std::int64_t calibrationNormals) const
{
    switch (origin) {
    case Origin::ByHand:
        return "Set by hand.";
    case Origin::TestLabels:
        return labelledExplanation(*this);
    case Origin::NormalSpread:
        return "Mean and three standard deviations of " + goodPictures(calibrationNormals) +
               " not used for training; no rate is promised, since scores are seldom normally distributed.";
    case Origin::FalseAlarmRate:
        break;
    }
    if (calibrationNormals <= 0)
        return "No good picture was held out from training, so no false alarm rate can be promised.";
    const std::string smallest = percentRounded(1 / static_cast<double>(calibrationNormals + 1));
    if (!supported)
        return "From " + goodPictures(calibrationNormals) + " no rate below " + smallest + " can be promised; " +
               (calibrationNormals == 1 ? "its score is used." : "the largest of their scores is used.");
    return "On average at most " + percent(wantedFalseAlarmRate) + " false alarms, from " +
           goodPictures(calibrationNormals) + " not used for training (" + (calibrationNormals == 1 ? "it" : "they") +
           " can support " + smallest + " or more).";
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
    return point;
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
