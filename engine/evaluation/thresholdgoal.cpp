#include <spotcheck/evaluation/thresholdgoal.h>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

OperatingPoint fromNormals(const OperatingPoint &chosen, const OperatingPoint &current)
{
    OperatingPoint point = current.withThreshold(chosen.threshold, chosen.origin);
    point.pixelThreshold = chosen.pixelThreshold;
    point.wantedFalseAlarmRate = chosen.wantedFalseAlarmRate;
    point.supported = chosen.supported;
    point.calibrationFolds = chosen.calibrationFolds;
    point.degreesOfFreedom = chosen.degreesOfFreedom;
    return point;
}

OperatingPoint fromLabels(double threshold, LabelGoal goal, double value, const OperatingPoint &current)
{
    OperatingPoint point = current.withThreshold(threshold, OperatingPoint::Origin::TestLabels);
    point.labelGoal = goal;
    point.goalValue = value;
    return point;
}

OperatingPoint fromCosts(double threshold, const ErrorCosts &costs, const OperatingPoint &current)
{
    OperatingPoint point = fromLabels(threshold, LabelGoal::LeastCost, costs.miss / costs.falseAlarm, current);
    point.goalPrevalence = costs.prevalence;
    return point;
}

} // namespace

bool canChoose(ThresholdGoal::Kind kind, const Calibration &calibration, const ScoreTable &scores,
               const std::vector<int> &degreesOfFreedom)
{
    switch (kind) {
    case ThresholdGoal::Kind::FalseAlarmRate:
        return calibration.normals() > 0;
    case ThresholdGoal::Kind::NormalSpread:
        return calibration.normals() > 1;
    case ThresholdGoal::Kind::MissRate:
        return scores.defective() > 0;
    case ThresholdGoal::Kind::ChiSquare:
        return calibration.normals() > 0 && !degreesOfFreedom.empty();
    case ThresholdGoal::Kind::BestF1:
    case ThresholdGoal::Kind::LeastCost:
    case ThresholdGoal::Kind::Youden:
        break;
    }
    return scores.hasBoth();
}

OperatingPoint operatingPointFor(const ThresholdGoal &goal, const OperatingPoint &current,
                                 const Calibration &calibration, const ScoreTable &scores)
{
    switch (goal.kind) {
    case ThresholdGoal::Kind::FalseAlarmRate:
        return fromNormals(operatingPointFromNormals(calibration, goal.rate), current);
    case ThresholdGoal::Kind::NormalSpread:
        return fromNormals(operatingPointFromSpread(calibration), current);
    case ThresholdGoal::Kind::MissRate:
        return fromLabels(scores.thresholdForMissRate(goal.rate), LabelGoal::MissRate, goal.rate, current);
    case ThresholdGoal::Kind::LeastCost:
        return fromCosts(scores.leastCostThreshold(goal.costs), goal.costs, current);
    case ThresholdGoal::Kind::ChiSquare:
        return fromNormals(operatingPointFromChiSquare(calibration, goal.degreesOfFreedom, goal.rate), current);
    case ThresholdGoal::Kind::Youden:
        return fromLabels(scores.youdenThreshold(), LabelGoal::Youden, 0, current);
    case ThresholdGoal::Kind::BestF1:
        break;
    }
    if (!scores.hasBoth())
        throw Error(ErrorCode::InvalidParameter, std::string("the best F1 needs good and defective test pictures"));
    return fromLabels(scores.bestF1().threshold, LabelGoal::BestF1, 0, current);
}

} // namespace spotcheck
