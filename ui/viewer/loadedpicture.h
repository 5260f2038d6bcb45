#pragma once

#include <memory>
#include <vector>

#include <QImage>
#include <QPolygonF>
#include <QString>

#include <opencv2/core/mat.hpp>

#include <spotcheck/decision/regions.h>

#include "ui/viewer/mapsource.h"

namespace spotcheck {
struct InspectionResult;
}

namespace spotcheck::ui {

/// A test picture, ready to be painted: everything slow has been done in another thread.
struct LoadedPicture {
    int row = -1;    ///< in the evaluation
    QString failure; ///< why there is no picture; empty when there is one
    QString remark;  ///< why there is a picture and not what was found on it; empty otherwise

    std::vector<QImage> levels;   ///< RGB32; full size first, then each half as large: smooth at any zoom
    cv::Mat values;               ///< as in the file, CV_8UC3 or CV_16UC3, for the read-out
    cv::Mat map;                  ///< raw anomaly map at the picture's size, CV_32FC1, or empty
    cv::Mat paintedMap;           ///< `map` at no more than `largestPaintedMap` px a side: it is smooth anyway
    std::vector<QPolygonF> truth; ///< ground-truth outlines, px; empty without a mask

    RegionOptions regionOptions; ///< that `regions` were found with
    std::vector<Region> regions;

    QSize size() const { return levels.empty() ? QSize() : levels.front().size(); }
    qint64 bytes() const;
};

using PicturePointer = std::shared_ptr<const LoadedPicture>;

constexpr int largestPaintedMap = 1024;

/// Reads the picture and its mask, and expands the map. Never throws: a failure is part of the result.
LoadedPicture loadPicture(int row, const InspectionResult &result, const MapSource &source,
                          const RegionOptions &options);

/// Says that the file is not the one any more that was inspected: what was found there is not on it.
QString changedFileText();

/// A picture that was read already, and its raw map (or none), without a ground truth.
LoadedPicture loadedPicture(const cv::Mat &values, const cv::Mat &map, const RegionOptions &options);

/// The regions of a picture for other options; nothing else changes.
LoadedPicture withRegions(const LoadedPicture &picture, const RegionOptions &options);

bool sameOptions(const RegionOptions &left, const RegionOptions &right);

} // namespace spotcheck::ui
