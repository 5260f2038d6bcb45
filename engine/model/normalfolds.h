#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <opencv2/core/mat.hpp>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/model/model.h>
#include <spotcheck/model/normalcheck.h>

namespace spotcheck {

/// `different`: normals of different content. Every fold's model needs one to learn from and one to calibrate with.
/// \throws Error(NotEnoughNormals) that says what `purpose` ("a check") would need; `parts`: the user's word for
/// folds
void checkEnoughForFolds(std::size_t different, int folds, const std::string &purpose, const std::string &parts);

/// Scores every normal by a model trained without it: the normals are split into `folds` parts by chance (by
/// `options.seed`; copies, by SHA-256, stay together), and each part is scored by a model of `options` that was
/// trained on the others. `take(index, prediction, map, model)` is called on this thread, once for each normal; `map`
/// is empty where the detector has none. `options.calibrationShare`, `calibrationFolds` and `checkpoint` are not
/// used. \throws Error(InvalidParameter, NotEnoughNormals) and what Model::train throws, Cancelled
void scoreByFolds(const std::vector<Sample> &normals, const TrainingOptions &options, int folds,
                  const WeightsStore &weights, JobMonitor &monitor,
                  const std::function<void(std::size_t, Prediction, const cv::Mat &, const Model &)> &take);

} // namespace spotcheck
