#pragma once

#include <QImage>

#include <opencv2/core/mat.hpp>

#include <spotcheck/decision/calibration.h>

#include "ui/report/colourmap.h"

namespace spotcheck::ui {

/// Opacity of the overlay at `DisplayScale::high` and above; the part stays visible below it.
constexpr double heatMapOpacity = 0.85;

/// The overlay of a raw anomaly map (CV_32FC1), of the map's size, premultiplied ARGB: nothing at
/// `scale.low` and below, rising smoothly to `heatMapOpacity` at `scale.high`. Values that are not finite stay
/// clear. An empty map gives a null image. \throws Error(Internal) for another type
QImage heatMapImage(const cv::Mat &map, const DisplayScale &scale, ColourMap colours = ColourMap::Viridis);

/// A deep copy of an RGB picture (CV_8UC3) as Format_RGB888; empty gives a null image.
/// \throws Error(Internal) for another type
QImage toQImage(const cv::Mat &rgb8);

} // namespace spotcheck::ui
