#pragma once

#include <vector>

#include <spotcheck/decision/calibration.h>
#include <spotcheck/evaluation/curves.h>
#include <spotcheck/inspection/inspection.h>

namespace spotcheck {

/// What a threshold shall achieve.
struct ThresholdGoal {
    enum class Kind {
        FalseAlarmRate, ///< at most `rate`; from held-out normals alone
        MissRate,       ///< at most `rate`; from the labels of the test pictures, as the two that follow
        BestF1,
        LeastCost,    ///< by `costs`
        NormalSpread, ///< mean + 3 standard deviations of held-out normals
        Youden,       ///< largest recall - false alarm rate; from the labels too
        ChiSquare,    ///< `rate` by the detector's own Gaussians of `degreesOfFreedom`
    };
    Kind kind = Kind::FalseAlarmRate;
    double rate = defaultFalseAlarmRate;
    ErrorCosts costs;
    std::vector<int> degreesOfFreedom{}; ///< as `spotcheck::degreesOfFreedom`
};

/// Whether there are the pictures that the goal is chosen on; ChiSquare needs `degreesOfFreedom` too, and may still
/// be refused by the held-out normals.
bool canChoose(ThresholdGoal::Kind kind, const Calibration &calibration, const ScoreTable &scores,
               const std::vector<int> &degreesOfFreedom = {});

/// `current` with the threshold that meets `goal`, and marked with how it was chosen; a goal on normals sets the
/// pixel threshold too. Review band (as `OperatingPoint::withThreshold`) and least area stay. \throws
/// Error(InvalidParameter, NotEnoughNormals) unless `canChoose`
OperatingPoint operatingPointFor(const ThresholdGoal &goal, const OperatingPoint &current,
                                 const Calibration &calibration, const ScoreTable &scores);

} // namespace spotcheck
