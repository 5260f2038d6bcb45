#pragma once

#include <functional>
#include <memory>
#include <string>

#include <opencv2/core/mat.hpp>

#include <spotcheck/decision/calibration.h>
#include <spotcheck/model/model.h>

namespace spotcheck::ui {

/// What the viewer asks of a model, as functions that are safe in any thread: the viewer can be tried without a
/// trained network. All are empty where there is no model.
struct MapSource {
    std::function<cv::Mat(const Prediction &)> anomalyMap;       ///< CV_32FC1 at the picture's size, or empty
    std::function<std::string(const NormalPatch &)> normalImage; ///< file a normal patch came from
    std::function<cv::Point(cv::Point pixel, const Prediction &)> patchAt;       ///< position on the grid
    std::function<cv::Rect(cv::Point patch, const Prediction &)> patchRectangle; ///< px
    /// px of a position on a grid as large as this in a normal picture (as `readImage` gives it)
    std::function<cv::Rect(cv::Point patch, const PatchScores &, const cv::Mat &)> normalRectangle;
    DisplayScale scale; ///< fixed for the model

    static MapSource of(const std::shared_ptr<const Model> &model);
};

} // namespace spotcheck::ui
