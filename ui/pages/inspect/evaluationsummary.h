#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include <spotcheck/evaluation/curves.h>

namespace spotcheck {
struct Evaluation;
}

namespace spotcheck::ui {

/// How many pictures of each kind have a score in [low, high).
struct HistogramBin {
    double low = 0;
    double high = 0;
    int good = 0;
    int defective = 0;
    int unlabelled = 0;
};

/// Why there is no curve of the per-region overlap.
enum class OverlapGap {
    None,    ///< there is one
    Masks,   ///< no defective picture has a mask that can be used
    Map,     ///< the detector judges pictures as a whole
    Memory,  ///< the pixels would have taken more than was free
    Changed, ///< labels or masks were changed after the run
};

/// What the plots show of an evaluation, made once in another thread; moving a threshold needs none of it again.
struct EvaluationSummary {
    std::vector<HistogramBin> bins; ///< equally wide
    int good = 0;                   ///< pictures with a score
    int defective = 0;
    int unlabelled = 0;
    std::vector<CurvePoint> roc; ///< thinned for the screen; empty without both labels
    double auroc = std::numeric_limits<double>::quiet_NaN();
    std::vector<CurvePoint> precisionRecall; ///< as `roc`
    double averagePrecision = std::numeric_limits<double>::quiet_NaN();
    std::vector<CurvePoint> overlap; ///< per-region overlap over pixel thresholds; empty where there is a gap
    OverlapGap overlapGap = OverlapGap::Masks;
    double aupro30 = std::numeric_limits<double>::quiet_NaN();
    std::int64_t defectRegions = 0; ///< in the masks
};

EvaluationSummary summarise(const Evaluation &evaluation);

} // namespace spotcheck::ui
