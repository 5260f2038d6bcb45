#include "thresholdoptions.h"

#include "command.h"

namespace spotcheck::cli {

void addThresholdOptions(CLI::App &command, ThresholdOptions &options, const std::string &judged)
{
    CLI::Option *threshold =
        command.add_option("--threshold", options.threshold, "raw image score above which a picture is " + judged);
    command
        .add_option("--false-alarm-rate", options.falseAlarmRate,
                    "share of good pictures that may be called " + judged + ", above 0 and below 1")
        ->capture_default_str()
        ->excludes(threshold);
    command
        .add_option(
            "--threshold-from", options.from,
            "what sets the threshold: held-out normals at that rate, their mean and three standard deviations, or "
            "the chi-square limit of a detector whose score sums up Mahalanobis distances")
        ->check(CLI::IsMember({"normals", "three-sigma", "chi-square"}))
        ->capture_default_str()
        ->excludes(threshold);
}

OperatingPoint operatingPointOf(const ThresholdOptions &options, const Model &model)
{
    const Calibration &calibration = model.calibration();
    OperatingPoint point = fromCommandLine([&] {
        if (options.from == "three-sigma")
            return operatingPointFromSpread(calibration);
        if (options.from == "chi-square")
            return operatingPointFromChiSquare(calibration, degreesOfFreedom(model), options.falseAlarmRate);
        return operatingPointFromNormals(calibration, options.falseAlarmRate);
    });
    return options.threshold ? point.withThreshold(*options.threshold, OperatingPoint::Origin::ByHand) : point;
}

} // namespace spotcheck::cli
