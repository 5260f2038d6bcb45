#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace spotcheck {

/// A raw score with its truth. Scores are never rescaled before a metric.
struct ScoredLabel {
    double score = 0;
    bool defective = false;
};

struct CurvePoint {
    double x = 0;
    double y = 0;
    double threshold = 0; ///< "score > threshold means defective" gives this point
};

struct Confusion {
    std::int64_t truePositives = 0;  ///< defective, called defective
    std::int64_t falseNegatives = 0; ///< defective, called good: missed
    std::int64_t falsePositives = 0; ///< good, called defective: false alarm
    std::int64_t trueNegatives = 0;

    std::int64_t defective() const { return truePositives + falseNegatives; }
    std::int64_t good() const { return falsePositives + trueNegatives; }
};

/// Counts where a person decides about the scores between two thresholds.
struct BandedConfusion {
    Confusion decided; ///< at the upper threshold: what goes to review is not called defective
    Confusion caught;  ///< at the lower threshold: what goes to review counts as caught

    std::int64_t reviewDefective() const { return caught.truePositives - decided.truePositives; }
    std::int64_t reviewGood() const { return caught.falsePositives - decided.falsePositives; }
};

/// A share with its exact (Clopper-Pearson) 95 % interval. `count` of `total`; NaN and [0, 1] for total 0.
struct Rate {
    std::int64_t count = 0;
    std::int64_t total = 0;
    double value = 0;
    double low = 0;
    double high = 1;
};
Rate rateWithInterval(std::int64_t count, std::int64_t total, double confidence = 0.95);

Rate recall(const Confusion &confusion);           ///< TP / (TP + FN)
Rate falseAlarmRate(const Confusion &confusion);   ///< FP / (FP + TN)
Rate precision(const Confusion &confusion);        ///< TP / (TP + FP)
Rate reviewRate(const BandedConfusion &confusion); ///< of all labelled pictures, those that go to a person
double f1(const Confusion &confusion);             ///< 2 TP / (2 TP + FP + FN); 0 where undefined
/// F1 with the interval that follows from the exact one of J = TP / (TP + FP + FN), a share of counted pictures:
/// F1 = 2 J / (1 + J) rises with J. `count` and `total` are J's.
Rate f1WithInterval(const Confusion &confusion, double confidence = 0.95);

/// What errors cost, and how often defects occur where the detector will work: test sets hold more of them.
struct ErrorCosts {
    double miss = 10;         ///< > 0, in the same unit as `falseAlarm`
    double falseAlarm = 1;    ///< > 0
    double prevalence = 0.01; ///< share of defective parts, (0, 1)
};
/// Expected cost a part: prevalence x miss x (1 - recall) + (1 - prevalence) x falseAlarm x false alarm rate.
/// \throws Error(InvalidParameter) for values out of range
double expectedCost(const Confusion &confusion, const ErrorCosts &costs);

/// The point of `curve` (thresholds falling) for "score > threshold": the one with the lowest threshold that is not
/// below it, or the first. `curve` is not empty.
CurvePoint pointAt(const std::vector<CurvePoint> &curve, double threshold);

/// Scores sorted once with cumulative counts: everything at any threshold is a binary search, so that a
/// dragged threshold costs nothing.
class ScoreTable {
public:
    /// \throws Error(Internal) for scores that are not finite
    explicit ScoreTable(std::vector<ScoredLabel> scores = {});

    std::int64_t good() const;
    std::int64_t defective() const;
    bool hasBoth() const { return good() > 0 && defective() > 0; }

    Confusion confusionAt(double threshold) const;
    BandedConfusion confusionAt(double lowerThreshold, double threshold) const;

    /// Area under the ROC curve, ties counted half; NaN without both classes.
    double auroc() const;
    /// Average precision: sum over distinct scores of (recall step) x precision, as scikit-learn; NaN without
    /// both classes.
    double averagePrecision() const;

    struct BestF1 {
        double f1 = 0;
        double threshold = 0; ///< halfway between the two neighbouring scores
    };
    BestF1 bestF1() const;

    /// The highest threshold (fewest false alarms) at which at most `missRate` of the defective pictures are called
    /// good, halfway between the two neighbouring scores. \throws Error(InvalidParameter) for a rate outside [0, 1)
    /// or without defective pictures
    double thresholdForMissRate(double missRate) const;
    /// The threshold of the least expected cost; among equal ones the lowest, which misses the fewest defects.
    /// \throws Error(InvalidParameter) without both classes
    double leastCostThreshold(const ErrorCosts &costs) const;
    /// The threshold of the largest recall - false alarm rate (Youden's J, Cancer 1950); among equal ones the lowest.
    /// \throws Error(InvalidParameter) without both classes
    double youdenThreshold() const;

    /// All scores, ascending; good before defective where they are equal.
    std::vector<ScoredLabel> entries() const;

    /// x: false alarm rate, y: recall; from (0, 0) to (1, 1), one point for each distinct score.
    std::vector<CurvePoint> rocCurve() const;
    /// x: recall, y: precision; one point for each distinct score.
    std::vector<CurvePoint> precisionRecallCurve() const;

private:
    struct Step { ///< one distinct score
        double score = 0;
        std::int64_t goodAbove = 0; ///< good pictures with a score above this one
        std::int64_t defectiveAbove = 0;
    };
    /// Thresholds below the lowest score and between neighbouring ones, ascending, each with its counts.
    void forEachThreshold(const std::function<void(double, const Confusion &)> &take) const;

    std::vector<Step> m_steps; ///< ascending in score
    std::int64_t m_good = 0;
    std::int64_t m_defective = 0;
};

} // namespace spotcheck
