#pragma once

#include <QImage>
#include <QPainter>

#include <opencv2/core/mat.hpp>

#include <spotcheck/decision/regions.h>

namespace spotcheck::ui {

/// Regions drawn and listed at most for a picture in a report, and numbered in an annotated picture; results.json
/// holds all of them.
constexpr int maximumShownRegions = 40;

/// Draws the contours of `regions` and their numbers from 1 into `target`, which shows a picture of `imageSize`.
/// `unit`: width of a thin line in the painter's coordinates. White on black, so that they are seen on any part.
/// Of the regions the first `most` are drawn, and no more than `maximumShownRegions` get a number.
void paintRegions(QPainter &painter, const QRectF &target, cv::Size imageSize, const std::vector<Region> &regions,
                  double unit, std::size_t most = maximumShownRegions);

/// A line of text in the lower left corner of `target`, in the manner of the numbers; wrapped where it is too long.
void paintCaption(QPainter &painter, const QRectF &target, const QString &text, double unit);

/// The picture with the heat overlay on it (either may be of another size: the overlay is stretched).
QImage withOverlay(const QImage &picture, const QImage &overlay);

} // namespace spotcheck::ui
