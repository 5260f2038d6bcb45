#pragma once

#include <cstdint>
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

/// A share with its exact (Clopper-Pearson) 95 % interval. `count` of `total`; NaN and [0, 1] for total 0.
struct Rate {
    std::int64_t count = 0;
    std::int64_t total = 0;
    double value = 0;
    double low = 0;
    double high = 1;
};
Rate rateWithInterval(std::int64_t count, std::int64_t total, double confidence = 0.95);

Rate recall(const Confusion &confusion);         ///< TP / (TP + FN)
Rate falseAlarmRate(const Confusion &confusion); ///< FP / (FP + TN)
Rate precision(const Confusion &confusion);      ///< TP / (TP + FP)
double f1(const Confusion &confusion);           ///< 2 TP / (2 TP + FP + FN); 0 where undefined
/// F1 with the interval that follows from the exact one of J = TP / (TP + FP + FN), a share of counted pictures:
/// F1 = 2 J / (1 + J) rises with J. `count` and `total` are J's.
Rate f1WithInterval(const Confusion &confusion, double confidence = 0.95);

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

    /// x: false alarm rate, y: recall; from (0, 0) to (1, 1), one point for each distinct score.
    std::vector<CurvePoint> rocCurve() const;
    /// x: recall, y: precision; one point for each distinct score.
    std::vector<CurvePoint> precisionRecallCurve() const;

private:
    struct Step { ///< one distinct score
        double score = 0;
        std::int64_t goodAbove = 0;      ///< good pictures with a score above this one
        std::int64_t defectiveAbove = 0;
    };
    std::vector<Step> m_steps; ///< ascending in score
    std::int64_t m_good = 0;
    std::int64_t m_defective = 0;
};

} // namespace spotcheck
