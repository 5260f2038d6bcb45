#include <spotcheck/inspection/inspection.h>

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

} // namespace

std::string verdictId(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return "good";
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
        return {"Chosen on the labels of the test pictures: the figures on the same pictures are too favourable."};
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
    if (one)
        return {"On average at most %1 false alarms, from 1 good picture not used for training (it can support %2 or "
                "more).",
                {percent(wantedFalseAlarmRate), smallest}};
    return {"On average at most %1 false alarms, from %2 good pictures not used for training (they can support %3 or "
            "more).",
            {percent(wantedFalseAlarmRate), count, smallest}};
}

Verdict OperatingPoint::verdict(const InspectionResult &result) const
{
    if (!result.prediction || std::isnan(result.prediction->score))
        return Verdict::Failed;
    return result.prediction->score > threshold ? Verdict::Defective : Verdict::Good;
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

} // namespace spotcheck
