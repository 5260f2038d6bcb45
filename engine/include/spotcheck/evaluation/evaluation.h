#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/evaluation/bootstrap.h>
#include <spotcheck/evaluation/curves.h>
#include <spotcheck/evaluation/pixelmetrics.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

namespace spotcheck {

/// A test run with its metrics. Image metrics need good and defective labels, pixel metrics need masks.
struct Evaluation {
    std::vector<InspectionResult> results; ///< in the order of the samples
    ScoreTable scores;                     ///< of the labelled pictures that could be read
    ScoreIntervals scoreIntervals;         ///< of their figures; not known where labels were changed after the run
    std::optional<PixelMetrics> pixels;    ///< where defective pictures have masks
    std::uint64_t pixelsNeeded = 0; ///< bytes; above 0 the pixels were let go, for there was not so much memory
    std::int64_t withoutMask = 0;   ///< defective pictures left out of the pixel metrics
    std::vector<FileProblem> maskProblems; ///< masks that could not be used, and why; part of `withoutMask`
    std::int64_t failed = 0;               ///< pictures that could not be read
    double millisecondsPerImage = 0; ///< wall time of the run over the number of pictures, reading and masks included
    std::uint64_t peakMemoryBytes = 0; ///< of the process during the run; 0 where the system cannot tell
};

/// Inspects and evaluates. Pictures that were fitted on (same content by SHA-256 in the model's manifest) are
/// named in `leaked`. \throws Error, Cancelled
struct EvaluationReport {
    Evaluation evaluation;
    std::vector<std::filesystem::path> leaked; ///< test pictures the model was trained on
};
EvaluationReport evaluate(const Model &model, const std::vector<Sample> &samples, JobMonitor &monitor);

} // namespace spotcheck
