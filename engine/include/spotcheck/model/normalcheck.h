#pragma once

#include <cstddef>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/model/model.h>

namespace spotcheck {

/// A normal picture as a model sees it that was not trained on it.
struct CheckedNormal {
    std::size_t index = 0; ///< among the normals given
    Prediction prediction;
    /// Share of all normals that score at least as high, in (0, 1]: small for what stands out.
    double rank = 1;
};

/// All normals, those that stand out most first.
struct NormalCheck {
    std::vector<CheckedNormal> normals;
    Preprocessing preprocessing; ///< for `expandAnomalyMap`
    DisplayScale scale;          ///< one for all maps
};

constexpr int leastFolds = 2;
constexpr int mostFolds = 20;

/// Scores every normal by a model trained without it, to find pictures that do not belong among them: the normals are
/// split into `folds` parts by chance (by `options.seed`; copies, by SHA-256, stay together), and each part is scored
/// by a model of `options` that was trained on the others. The raw scores of the models are compared with each other,
/// which have learnt from nearly the same pictures. `options.calibrationShare` and `checkpoint` are not used.
/// Deterministic by seed. \throws Error(InvalidParameter, NotEnoughNormals) and what Model::train throws, Cancelled
NormalCheck checkNormals(const std::vector<Sample> &normals, const TrainingOptions &options, int folds,
                         const WeightsStore &weights, JobMonitor &monitor);

} // namespace spotcheck
