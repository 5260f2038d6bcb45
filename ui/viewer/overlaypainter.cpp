#include "ui/viewer/overlaypainter.h"

#include <algorithm>

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "ui/theme/theme.h"
#include "ui/widgets/viewtransform.h"

namespace spotcheck::ui {

namespace {

// Above this many screen pixels a picture pixel, single pixels are what one wants to see.
constexpr double pixelatedScale = 4;

void paintImage(QPainter &painter, const QImage &image, const QSizeF &pictureSize, const ViewTransform &view,
                const QRectF &clip, bool smooth)
{
    const QRectF seen = view.pictureRectangle().intersected(clip);
    if (seen.isEmpty() || image.isNull())
        return;
    const double x = image.width() / pictureSize.width();
    const double y = image.height() / pictureSize.height();
    const QRectF part(view.toPicture(seen.topLeft()), view.toPicture(seen.bottomRight()));
    const QRectF source(part.x() * x, part.y() * y, part.width() * x, part.height() * y);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, smooth);
    painter.drawImage(seen, image, source);
}

// A dark line below a bright one stays readable on any picture and any heat map.
void strokeWithHalo(QPainter &painter, const QPainterPath &path, const QColor &colour, Qt::PenStyle style)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    QPen pen(colour, 1.75, style, Qt::FlatCap, Qt::RoundJoin);
    if (style == Qt::CustomDashLine)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawPath(path);
}

QPainterPath contourPath(const Region &region, const ViewTransform &view)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(region.contour.size()));
    for (const cv::Point &point : region.contour)
        polygon << view.toPane(QPointF(point.x + 0.5, point.y + 0.5));
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

void paintNumber(QPainter &painter, const Region &region, int number, const QColor &colour, const ViewTransform &view,
                 const QRectF &clip)
{
    const QString text = QString::number(number);
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text) + spacing::small, metrics.height());
    const QPointF corner = view.toPane(QPointF(region.box.x, region.box.y));
    QRectF box(corner - QPointF(0, size.height() + 2), size);
    if (!clip.intersects(QRectF(corner, view.toPane(QPointF(region.box.br().x, region.box.br().y)))))
        return;
    box.moveLeft(std::clamp(box.left(), clip.left(), std::max(clip.left(), clip.right() - box.width())));
    box.moveTop(std::clamp(box.top(), clip.top(), std::max(clip.top(), clip.bottom() - box.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 210));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

void paintPicture(QPainter &painter, const LoadedPicture &picture, const ViewTransform &view, const QRectF &clip)
{
    if (picture.levels.empty())
        return;
    // The smallest level that still has a pixel for each pixel of the screen.
    const double screenScale = view.scale() * painter.device()->devicePixelRatioF();
    std::size_t level = 0;
    while (level + 1 < picture.levels.size() &&
           picture.levels[level + 1].width() >= picture.levels.front().width() * screenScale)
        ++level;
    paintImage(painter, picture.levels[level], picture.size(), view, clip, screenScale < pixelatedScale);
}

void paintOverlay(QPainter &painter, const LoadedPicture &picture, const QImage &heatMap, const OverlayStyle &style,
                  const ViewTransform &view, const QRectF &clip)
{
    painter.save();
    painter.setClipRect(clip, Qt::IntersectClip);
    if (style.heatMap) {
        painter.setOpacity(style.opacity);
        paintImage(painter, heatMap, picture.size(), view, clip, true);
        painter.setOpacity(1);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (style.truth) {
        QPainterPath path;
        for (const QPolygonF &outline : picture.truth) {
            QPolygonF moved;
            moved.reserve(outline.size());
            for (const QPointF &point : outline)
                moved << view.toPane(point);
            path.addPolygon(moved);
            path.closeSubpath();
        }
        strokeWithHalo(painter, path, style.truthColour, Qt::CustomDashLine);
    }
    if (style.regions) {
        for (const Region &region : picture.regions)
            strokeWithHalo(painter, contourPath(region, view), style.regionColour, Qt::SolidLine);
        int number = 0;
        for (const Region &region : picture.regions)
            paintNumber(painter, region, ++number, style.regionColour, view, clip);
    }
    painter.restore();
}

} // namespace spotcheck::ui
