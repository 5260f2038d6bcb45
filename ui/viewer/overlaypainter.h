#pragma once

#include <QColor>
#include <QRectF>

#include "ui/viewer/loadedpicture.h"

class QImage;
class QPainter;

namespace spotcheck::ui {

class ViewTransform;

/// What is laid over a picture.
struct OverlayStyle {
    bool heatMap = true;
    double opacity = 1; ///< of the heat map, [0, 1]
    bool regions = true;
    bool truth = true;
    // Fixed in both themes, since they lie on the picture and not on the window; told apart by colour-blind people.
    QColor regionColour{0xff, 0xa0, 0x40};
    QColor truthColour{0x6c, 0xcf, 0xff};
};

/// Paints the part of `picture` that is seen in `clip` (pane coordinates), from the level that fits the zoom.
void paintPicture(QPainter &painter, const LoadedPicture &picture, const ViewTransform &view, const QRectF &clip);

/// Heat map, numbered region contours and dashed ground truth.
void paintOverlay(QPainter &painter, const LoadedPicture &picture, const QImage &heatMap, const OverlayStyle &style,
                  const ViewTransform &view, const QRectF &clip);

} // namespace spotcheck::ui
