#include "ui/report/annotation.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QPolygonF>

namespace spotcheck::ui {

namespace {

const QColor halo(0, 0, 0, 200);

void paintContour(QPainter &painter, const QRectF &target, cv::Size imageSize, const Region &region, double unit)
{
    const double scaleX = target.width() / imageSize.width;
    const double scaleY = target.height() / imageSize.height;
    QPolygonF outline;
    for (const cv::Point &point : region.contour) {
        // Contours run through pixel centres.
        outline << QPointF(target.left() + (point.x + 0.5) * scaleX, target.top() + (point.y + 0.5) * scaleY);
    }
    if (outline.size() < 3) { // one or two pixels: their box is easier to see
        outline = QPolygonF(QRectF(target.left() + region.box.x * scaleX, target.top() + region.box.y * scaleY,
                                   region.box.width * scaleX, region.box.height * scaleY));
    }
    painter.setBrush(Qt::NoBrush);
    for (const auto &[colour, width] : {std::pair{halo, 3.2}, std::pair{QColor(Qt::white), 1.4}}) {
        painter.setPen(QPen(colour, width * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(outline);
    }
}

void paintLabel(QPainter &painter, const QRectF &label, const QString &text, int alignment, double unit)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawRoundedRect(label, 2 * unit, 2 * unit);
    painter.setPen(Qt::white);
    painter.drawText(label, alignment, text);
}

void paintNumber(QPainter &painter, const QRectF &target, cv::Size imageSize, const Region &region, int number,
                 double unit)
{
    const QString text = QString::number(number);
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QSizeF size(metrics.horizontalAdvance(text) + 6 * unit, metrics.height() + unit);
    const QPointF corner(target.left() + region.box.x * target.width() / imageSize.width,
                         target.top() + region.box.y * target.height() / imageSize.height);
    // Above the region's corner where there is room, and always inside the picture.
    QRectF label(QPointF(corner.x(), corner.y() - size.height() - 2 * unit), size);
    label.moveLeft(std::clamp(label.left(), target.left(), std::max(target.left(), target.right() - size.width())));
    label.moveTop(std::clamp(label.top(), target.top(), std::max(target.top(), target.bottom() - size.height())));
    paintLabel(painter, label, text, Qt::AlignCenter, unit);
}

void setLabelFont(QPainter &painter, double unit)
{
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(1, static_cast<int>(11 * unit)));
    painter.setFont(font);
}

} // namespace

void paintRegions(QPainter &painter, const QRectF &target, cv::Size imageSize, const std::vector<Region> &regions,
                  double unit, std::size_t most)
{
    if (imageSize.empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(target);
    setLabelFont(painter, unit);
    const std::size_t outlined = std::min(regions.size(), most);
    for (std::size_t index = 0; index < outlined; ++index)
        paintContour(painter, target, imageSize, regions[index], unit);
    // The strongest region's number lies on top.
    for (std::size_t index = std::min<std::size_t>(outlined, maximumShownRegions); index-- > 0;)
        paintNumber(painter, target, imageSize, regions[index], static_cast<int>(index) + 1, unit);
    painter.restore();
}

void paintCaption(QPainter &painter, const QRectF &target, const QString &text, double unit)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    setLabelFont(painter, unit);
    constexpr int alignment = Qt::AlignCenter | Qt::TextWordWrap;
    const double gap = 3 * unit;
    const QRectF room = target.adjusted(2 * gap, 2 * gap, -2 * gap, -2 * gap);
    QRectF label = QFontMetricsF(painter.font(), painter.device()).boundingRect(room, alignment, text);
    label.adjust(-gap, 0, gap, unit);
    label.moveBottomLeft(target.bottomLeft() + QPointF(gap, -gap));
    paintLabel(painter, label, text, alignment, unit);
    painter.restore();
}

QImage withOverlay(const QImage &picture, const QImage &overlay)
{
    QImage combined = picture.convertToFormat(QImage::Format_RGB32);
    if (overlay.isNull())
        return combined;
    QPainter painter(&combined);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(combined.rect()), overlay);
    return combined;
}

} // namespace spotcheck::ui
