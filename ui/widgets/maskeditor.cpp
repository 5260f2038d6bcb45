#include "ui/widgets/maskeditor.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <opencv2/imgproc.hpp>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr std::size_t mostSteps = 100;
constexpr std::size_t leastCorners = 3;
constexpr double zoomPerStep = 1.25;
constexpr int cornerSide = 8; // px
constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
constexpr uchar marked = 255;
// Orange shows on metal, wood and print alike; half transparent, so that the defect below stays visible.
constexpr QRgb tint = 0x8c8c4600; // premultiplied

cv::Point toPixel(const QPointF &position)
{
    return {static_cast<int>(std::floor(position.x())), static_cast<int>(std::floor(position.y()))};
}

cv::Rect around(const cv::Point &from, const cv::Point &to, int reach)
{
    const cv::Point least(std::min(from.x, to.x) - reach, std::min(from.y, to.y) - reach);
    const cv::Point most(std::max(from.x, to.x) + reach + 1, std::max(from.y, to.y) + reach + 1);
    return {least, most};
}

} // namespace

MaskEditor::MaskEditor(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 240);
    setAccessibleName(tr("Mask on the picture"));
}

void MaskEditor::setPicture(const QImage &picture, cv::Mat mask)
{
    m_picture = picture;
    m_mask = std::move(mask);
    m_before = m_mask.clone();
    m_overlay = QImage(picture.size(), QImage::Format_ARGB32_Premultiplied);
    m_steps.clear();
    m_done = 0;
    m_unchangedAt = 0;
    m_corners.clear();
    m_stroking = false;
    m_view = {};
    m_view.setSizes(picture.size(), size());
    refresh({0, 0, m_mask.cols, m_mask.rows});
    emit changed();
}

void MaskEditor::clearPicture()
{
    m_picture = {};
    setPictureMissing({});
    m_overlay = {};
    m_mask.release();
    m_before.release();
    m_steps.clear();
    m_done = 0;
    m_unchangedAt = 0;
    m_corners.clear();
    update();
    emit changed();
}

void MaskEditor::setPictureMissing(const QString &reason)
{
    m_missing = reason;
    setAccessibleDescription(reason);
    update();
}

bool MaskEditor::isMaskEmpty() const
{
    return m_mask.empty() || cv::countNonZero(m_mask) == 0;
}

void MaskEditor::setTool(Tool tool)
{
    m_tool = tool;
    if (tool != Tool::Polygon && !m_corners.empty()) {
        m_corners.clear();
        emit changed();
    }
    update();
}

void MaskEditor::setBrushSize(int diameter)
{
    diameter = std::clamp(diameter, smallestBrush, largestBrush);
    if (diameter == m_brushSize)
        return;
    m_brushSize = diameter;
    emit brushSizeChanged(diameter);
    update();
}

void MaskEditor::fit()
{
    m_view.fit();
    update();
}

void MaskEditor::refresh(cv::Rect where)
{
    where &= cv::Rect(0, 0, m_mask.cols, m_mask.rows);
    for (int y = where.y; y < where.br().y; ++y) {
        const uchar *from = m_mask.ptr<uchar>(y);
        auto *to = reinterpret_cast<QRgb *>(m_overlay.scanLine(y));
        for (int x = where.x; x < where.br().x; ++x)
            to[x] = from[x] ? tint : 0;
    }
    update();
}

void MaskEditor::put(const cv::Rect &where, const cv::Mat &pixels)
{
    pixels.copyTo(m_mask(where));
    pixels.copyTo(m_before(where));
    refresh(where);
}

void MaskEditor::finishEdit(cv::Rect where)
{
    where &= cv::Rect(0, 0, m_mask.cols, m_mask.rows);
    if (where.empty() || cv::norm(m_mask(where), m_before(where), cv::NORM_INF) == 0)
        return;
    m_steps.resize(m_done); // what was undone before is given up
    if (m_unchangedAt != never && m_unchangedAt > m_done)
        m_unchangedAt = never;
    m_steps.push_back({where, m_before(where).clone(), m_mask(where).clone()});
    if (m_steps.size() > mostSteps) {
        m_steps.pop_front();
        m_unchangedAt = m_unchangedAt == 0 || m_unchangedAt == never ? never : m_unchangedAt - 1;
    }
    m_done = m_steps.size();
    m_mask(where).copyTo(m_before(where));
    emit changed();
}

void MaskEditor::undo()
{
    if (!m_corners.empty()) {
        m_corners.pop_back();
    } else if (m_done > 0) {
        const Step &step = m_steps[--m_done];
        put(step.where, step.before);
    }
    update();
    emit changed();
}

void MaskEditor::redo()
{
    if (!canRedo())
        return;
    const Step &step = m_steps[m_done++];
    put(step.where, step.after);
    emit changed();
}

void MaskEditor::clear()
{
    m_corners.clear();
    m_mask.setTo(0);
    const cv::Rect whole(0, 0, m_mask.cols, m_mask.rows);
    refresh(whole);
    finishEdit(whole);
    emit changed();
}

void MaskEditor::beginStroke(const QPointF &pixel)
{
    m_stroking = true;
    m_touched = {};
    m_last = pixel;
    strokeTo(pixel);
}

void MaskEditor::strokeTo(const QPointF &pixel)
{
    const cv::Point from = toPixel(m_last);
    const cv::Point to = toPixel(pixel);
    // A line with round ends; OpenCV draws a width of 1 px as it should only when it is told so.
    cv::line(m_mask, from, to, cv::Scalar(isErasing() ? 0 : marked), m_brushSize, cv::LINE_8);
    const cv::Rect where = around(from, to, m_brushSize / 2 + 1);
    m_touched = m_touched.empty() ? where : m_touched | where;
    m_last = pixel;
    refresh(where);
}

void MaskEditor::endStroke()
{
    m_stroking = false;
    m_erasing = false;
    finishEdit(m_touched);
}

void MaskEditor::closePolygon()
{
    if (m_corners.size() < leastCorners)
        return;
    std::vector<cv::Point> points;
    points.reserve(m_corners.size());
    for (const QPointF &corner : m_corners)
        points.push_back(toPixel(corner));
    m_corners.clear();
    cv::fillPoly(m_mask, std::vector<std::vector<cv::Point>>{points}, cv::Scalar(marked), cv::LINE_8);
    cv::Rect where = cv::boundingRect(points);
    refresh(where);
    finishEdit(where);
    emit changed();
}

void MaskEditor::resizeEvent(QResizeEvent *)
{
    m_view.setSizes(m_picture.size(), size());
}

void MaskEditor::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier)
        setBrushSize(m_brushSize + (steps > 0 ? 1 : -1) * std::max(1, m_brushSize / 8));
    else
        m_view.zoomTo(m_view.scale() * std::pow(zoomPerStep, steps), event->position());
    event->accept();
    update();
}

void MaskEditor::mousePressEvent(QMouseEvent *event)
{
    if (m_picture.isNull())
        return;
    if (event->button() == Qt::MiddleButton) {
        m_panning = true;
        m_pannedTo = event->position();
        return;
    }
    const QPointF pixel = m_view.toPicture(event->position());
    m_erasing = event->button() == Qt::RightButton;
    if (m_tool == Tool::Polygon && !m_erasing) {
        m_corners.push_back(pixel);
        emit changed();
    } else if (event->button() == Qt::LeftButton || m_erasing) {
        beginStroke(pixel);
    }
    update();
}

void MaskEditor::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    m_pointerInside = true;
    if (m_panning) {
        m_view.panBy(event->position() - m_pannedTo);
        m_pannedTo = event->position();
    } else if (m_stroking) {
        strokeTo(m_view.toPicture(event->position()));
    }
    update();
}

void MaskEditor::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        m_panning = false;
    else if (m_stroking)
        endStroke();
}

void MaskEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_tool == Tool::Polygon && event->button() == Qt::LeftButton)
        closePolygon(); // its first press has set the last corner
    else
        mousePressEvent(event); // two quick dabs
}

void MaskEditor::keyPressEvent(QKeyEvent *event)
{
    const bool polygon = !m_corners.empty();
    if (polygon && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        closePolygon();
    } else if (polygon && event->key() == Qt::Key_Escape) {
        m_corners.clear();
        update();
        emit changed();
    } else if (event->key() == Qt::Key_BracketLeft || event->key() == Qt::Key_BracketRight) {
        const int step = std::max(1, m_brushSize / 8);
        setBrushSize(m_brushSize + (event->key() == Qt::Key_BracketRight ? step : -step));
    } else if (event->key() == Qt::Key_F) {
        fit();
    } else if (event->key() == Qt::Key_1) {
        m_view.zoomTo(1 / devicePixelRatioF(), QRectF(rect()).center());
        update();
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus) {
        m_view.zoomTo(m_view.scale() * (event->key() == Qt::Key_Plus ? zoomPerStep : 1 / zoomPerStep),
                      m_pointerInside ? m_pointer : QRectF(rect()).center());
        update();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MaskEditor::leaveEvent(QEvent *)
{
    m_pointerInside = false;
    update();
}

void MaskEditor::paintPolygon(QPainter &painter) const
{
    QPolygonF points;
    for (const QPointF &corner : m_corners)
        points << m_view.toPane(corner);
    QPolygonF line = points;
    if (m_pointerInside)
        line << m_pointer;
    // A dark line below a light one shows on every picture.
    for (const auto &[ink, width] : {std::pair(QColor(0, 0, 0, 180), 4), std::pair(QColor(255, 170, 90), 2)}) {
        painter.setPen(QPen(ink, width));
        painter.drawPolyline(line);
    }
    painter.setPen(QPen(Qt::black, 1));
    painter.setBrush(Qt::white);
    for (const QPointF &corner : points)
        painter.drawRect(
            QRectF(corner - QPointF(cornerSide / 2.0, cornerSide / 2.0), QSizeF(cornerSide, cornerSide)));
}

void MaskEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColours colours = themeColours(palette());
    if (m_picture.isNull()) {
        painter.setPen(colours.mutedText);
        const QRect area = rect().adjusted(spacing::large, spacing::large, -spacing::large, -spacing::large);
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap,
                         m_missing.isEmpty() ? tr("The picture is being read…") : m_missing);
        return;
    }
    // Only what is in sight is drawn; enlarged pixels stay sharp, because masks are drawn by the pixel.
    const QRectF seen = QRectF(m_view.toPicture({0, 0}), m_view.toPicture({width() * 1.0, height() * 1.0}))
                            .intersected(QRectF(m_picture.rect()));
    const QRect pixels = seen.toAlignedRect();
    const QRectF target(m_view.toPane(pixels.topLeft()), QSizeF(pixels.size()) * m_view.scale());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_view.scale() < 2);
    painter.drawImage(target, m_picture, pixels);
    painter.drawImage(target, m_overlay, pixels);

    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_corners.empty())
        paintPolygon(painter);
    if (m_pointerInside && (m_tool != Tool::Polygon || m_erasing) && !m_panning) {
        const double radius = std::max(1.5, m_brushSize * m_view.scale() / 2);
        painter.setBrush(Qt::NoBrush);
        for (const auto &[ink, width] : {std::pair(QColor(0, 0, 0, 180), 3.0), std::pair(QColor(Qt::white), 1.5)}) {
            QPen pen(ink, width);
            if (isErasing() && width < 2)
                pen.setStyle(Qt::DashLine); // told from the brush by its shape
            painter.setPen(pen);
            painter.drawEllipse(m_pointer, radius, radius);
        }
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.selection, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace spotcheck::ui
