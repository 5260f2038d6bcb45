#include "ui/report/heatmapimage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <spotcheck/core/error.h>

namespace spotcheck::ui {

namespace {

// Smoothstep: no visible edge where the overlay begins.
double opacityAt(double position)
{
    return heatMapOpacity * position * position * (3 - 2 * position);
}

} // namespace

QImage heatMapImage(const cv::Mat &map, const DisplayScale &scale, ColourMap colours)
{
    if (map.empty())
        return {};
    if (map.type() != CV_32FC1)
        throw Error(ErrorCode::Internal, {}, "a heat map needs a CV_32FC1 anomaly map");

    ColourTable overlay = colourTable(colours);
    for (std::size_t index = 0; index < overlay.size(); ++index) {
        const int alpha = static_cast<int>(std::lround(255 * opacityAt(static_cast<double>(index) / 255.0)));
        const QRgb colour = overlay[index];
        overlay[index] = qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha));
    }

    // A scale without a span (normals that are all alike) still tells below from above.
    const float span = std::max(scale.high - scale.low, 1e-12F);
    QImage image(map.cols, map.rows, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        throw Error(ErrorCode::OutOfMemory, {}, "the overlay of a picture of this size does not fit in memory");
    for (int y = 0; y < map.rows; ++y) {
        const auto *values = map.ptr<float>(y);
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < map.cols; ++x) {
            const float position = (values[x] - scale.low) / span;
            pixels[x] = std::isfinite(position)
                            ? overlay[static_cast<std::size_t>(std::clamp(position, 0.0F, 1.0F) * 255.0F + 0.5F)]
                            : 0;
        }
    }
    return image;
}

QImage toQImage(const cv::Mat &rgb8)
{
    if (rgb8.empty())
        return {};
    if (rgb8.type() != CV_8UC3)
        throw Error(ErrorCode::Internal, {}, "a picture for the screen must be CV_8UC3");
    QImage image(rgb8.cols, rgb8.rows, QImage::Format_RGB888);
    if (image.isNull())
        throw Error(ErrorCode::OutOfMemory, {}, "a picture of this size does not fit in memory");
    for (int y = 0; y < rgb8.rows; ++y)
        std::memcpy(image.scanLine(y), rgb8.ptr(y), static_cast<std::size_t>(rgb8.cols) * 3);
    return image;
}

} // namespace spotcheck::ui
