#include "ui/viewer/pictureviewer.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include "ui/report/heatmapimage.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr int pendingDelay = 150; // ms: shorter than that nobody should see a flash
constexpr double keyPan = 48;     // px
constexpr double dividerReach = 8;
constexpr double crossArm = 6; // of an end of the ruler

} // namespace

PictureViewer::PictureViewer(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("pictureViewer"));
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_pendingTimer.setSingleShot(true);
    m_pendingTimer.setInterval(pendingDelay);
    connect(&m_pendingTimer, &QTimer::timeout, this, [this] {
        m_pending = true;
        update();
    });
}

void PictureViewer::setPicture(const PicturePointer &picture)
{
    const bool otherMap = !m_picture || !picture || m_picture->paintedMap.data != picture->paintedMap.data;
    const bool otherRow = !m_picture || !picture || m_picture->row != picture->row;
    m_pendingTimer.stop();
    m_pending = false;
    m_picture = picture;
    setAccessibleDescription(!picture ? QString() : picture->levels.empty() ? picture->failure : picture->remark);
    if (otherMap)
        updateHeatMap();
    if (otherRow)
        m_marker = {};
    layoutView();
    update();
    if (picture && otherRow)
        emit pictureShown(picture->row);
}

void PictureViewer::setPending()
{
    m_pendingTimer.start();
}

void PictureViewer::clear()
{
    setPicture(nullptr);
}

void PictureViewer::setScale(const DisplayScale &scale)
{
    m_scale = scale;
    updateHeatMap();
    update();
}

void PictureViewer::setColourMap(ColourMap colours)
{
    m_colours = colours;
    updateHeatMap();
    update();
}

void PictureViewer::updateHeatMap()
{
    m_heatMap = m_picture ? heatMapImage(m_picture->paintedMap, m_scale, m_colours) : QImage();
}

void PictureViewer::setHeatMapShown(bool shown)
{
    m_style.heatMap = shown;
    update();
}

void PictureViewer::setOpacity(double opacity)
{
    m_style.opacity = std::clamp(opacity, 0.0, 1.0);
    update();
}

void PictureViewer::setRegionsShown(bool shown)
{
    m_style.regions = shown;
    update();
}

void PictureViewer::setTruthShown(bool shown)
{
    m_style.truth = shown;
    update();
}

void PictureViewer::setMode(ViewMode mode)
{
    m_mode = mode;
    layoutView();
    update();
}

void PictureViewer::setMarker(const QRectF &spot)
{
    m_marker = spot;
    update();
}

void PictureViewer::setRuler(const QPolygonF &ends)
{
    m_ruler = ends;
    update();
}

void PictureViewer::setBare(bool bare)
{
    if (bare == m_bare)
        return;
    m_bare = bare;
    update();
    emit bareChanged(bare);
}

std::array<QRectF, 2> PictureViewer::panes() const
{
    const QRectF all = rect();
    if (m_mode != ViewMode::SideBySide)
        return {all, QRectF()};
    const double half = std::floor((all.width() - spacing::tiny) / 2);
    return {QRectF(0, 0, half, all.height()), QRectF(all.width() - half, 0, half, all.height())};
}

QPointF PictureViewer::inPane(const QPointF &position) const
{
    const QRectF second = panes()[1];
    return !second.isEmpty() && position.x() >= second.left() ? position - second.topLeft() : position;
}

QPointF PictureViewer::toPicture(const QPointF &position) const
{
    return m_view.toPicture(inPane(position));
}

QPointF PictureViewer::fromPicture(const QPointF &position) const
{
    return m_view.toPane(position);
}

std::optional<QPoint> PictureViewer::pixelAt(const QPointF &position) const
{
    if (!m_picture || m_picture->levels.empty())
        return std::nullopt;
    const QPointF exact = toPicture(position);
    const QPoint pixel(static_cast<int>(std::floor(exact.x())), static_cast<int>(std::floor(exact.y())));
    if (!QRect(QPoint(0, 0), m_picture->size()).contains(pixel))
        return std::nullopt;
    return pixel;
}

bool PictureViewer::isOnDivider(const QPointF &position) const
{
    return m_mode == ViewMode::Swipe && std::abs(position.x() - m_divider * width()) <= dividerReach;
}

void PictureViewer::layoutView()
{
    m_view.setSizes(m_picture ? QSizeF(m_picture->size()) : QSizeF(), panes()[0].size());
    emit zoomChanged();
}

void PictureViewer::fit()
{
    m_view.fit();
    update();
    emit zoomChanged();
}

void PictureViewer::showPixelForPixel()
{
    const QPointF cursor = mapFromGlobal(QCursor::pos());
    const QPointF anchor = rect().contains(cursor.toPoint()) ? inPane(cursor) : panes()[0].center();
    m_view.zoomTo(1 / devicePixelRatioF(), anchor);
    update();
    emit zoomChanged();
}

void PictureViewer::zoomBy(double factor)
{
    m_view.zoomTo(m_view.scale() * factor, panes()[0].center());
    update();
    emit zoomChanged();
}

QSize PictureViewer::sizeHint() const
{
    return {560, 480};
}

QSize PictureViewer::minimumSizeHint() const
{
    return {160, 120};
}

void PictureViewer::paintPane(QPainter &painter, const QRectF &pane, const QRectF &clip, bool overlay)
{
    painter.save();
    painter.setClipRect(clip);
    painter.translate(pane.topLeft());
    const QRectF local = clip.translated(-pane.topLeft());
    paintPicture(painter, *m_picture, m_view, local);
    if (overlay)
        paintOverlay(painter, *m_picture, m_heatMap, m_style, m_view, local);
    if (!m_marker.isEmpty() && !m_bare) {
        const QRectF spot(m_view.toPane(m_marker.topLeft()), m_view.toPane(m_marker.bottomRight()));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 4));
        painter.drawRect(spot);
        painter.setPen(QPen(Qt::white, 2));
        painter.drawRect(spot);
    }
    paintRuler(painter);
    painter.restore();
}

void PictureViewer::paintRuler(QPainter &painter)
{
    QPolygonF ends;
    for (const QPointF &end : m_ruler)
        ends << m_view.toPane(end);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &[colour, width] : {std::pair{Qt::black, 4.0}, std::pair{Qt::white, 2.0}}) {
        painter.setPen(QPen(colour, width));
        painter.drawPolyline(ends);
        for (const QPointF &end : ends) {
            painter.drawLine(end - QPointF(crossArm, 0), end + QPointF(crossArm, 0));
            painter.drawLine(end - QPointF(0, crossArm), end + QPointF(0, crossArm));
        }
    }
}

void PictureViewer::paintRemark(QPainter &painter)
{
    // On a plate of its own: the picture may have any colour.
    const ThemeColours colours = themeColours(palette());
    const QRect room = rect().adjusted(spacing::medium, spacing::medium, -spacing::medium, -spacing::medium);
    constexpr int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QRect text = painter.fontMetrics().boundingRect(
        room.adjusted(spacing::medium, spacing::small, -spacing::medium, 0), flags, m_picture->remark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(text.adjusted(-spacing::medium, -spacing::small, spacing::medium, spacing::small),
                            spacing::small, spacing::small);
    painter.setPen(colours.text);
    painter.drawText(text, flags, m_picture->remark);
}

void PictureViewer::paintMessage(QPainter &painter, const QString &text)
{
    painter.setPen(themeColours(palette()).mutedText);
    const QRect area = rect().adjusted(spacing::large, spacing::large, -spacing::large, -spacing::large);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, text);
}

void PictureViewer::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);

    if (m_pending)
        paintMessage(painter, tr("Reading the picture…"));
    else if (m_picture && m_picture->levels.empty())
        paintMessage(painter, m_picture->failure);
    else if (m_picture) {
        const std::array<QRectF, 2> pane = panes();
        if (m_bare) {
            paintPane(painter, pane[0], pane[0], false);
            if (!pane[1].isEmpty())
                paintPane(painter, pane[1], pane[1], false);
        } else if (m_mode == ViewMode::Overlay) {
            paintPane(painter, pane[0], pane[0], true);
        } else if (m_mode == ViewMode::SideBySide) {
            paintPane(painter, pane[0], pane[0], false);
            paintPane(painter, pane[1], pane[1], true);
        } else {
            const double line = std::round(m_divider * width());
            paintPane(painter, pane[0], QRectF(0, 0, line, height()), false);
            paintPane(painter, pane[0], QRectF(line, 0, width() - line, height()), true);
            painter.fillRect(QRectF(line - 2, 0, 4, height()), Qt::black);
            painter.fillRect(QRectF(line - 1, 0, 2, height()), Qt::white);
        }
        if (!m_picture->remark.isEmpty())
            paintRemark(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.selection, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void PictureViewer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutView();
}

void PictureViewer::wheelEvent(QWheelEvent *event)
{
    if (!m_picture || event->angleDelta().y() == 0)
        return;
    // An eighth of a degree a step, 15 degrees a notch; touch pads send smaller steps, so that it stays smooth.
    const double notches = event->angleDelta().y() / 120.0;
    m_view.zoomTo(m_view.scale() * std::pow(1.25, notches), inPane(event->position()));
    update();
    emit zoomChanged();
    event->accept();
}

void PictureViewer::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressedAt = m_draggedTo = event->position();
    m_moved = false;
    m_drag = isOnDivider(event->position()) ? Drag::Divider : Drag::Pan;
}

void PictureViewer::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_drag == Drag::None) {
        setCursor(isOnDivider(position) ? Qt::SplitHCursor : Qt::CrossCursor);
        if (const std::optional<QPoint> pixel = pixelAt(position))
            emit pixelHovered(*pixel);
        else
            emit pixelLeft();
        return;
    }
    m_moved = m_moved || (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Divider) {
        m_divider = std::clamp(position.x() / std::max(1, width()), 0.0, 1.0);
        update();
    } else if (m_moved) {
        setCursor(Qt::ClosedHandCursor);
        m_view.panBy(position - m_draggedTo);
        m_draggedTo = position;
        update();
    }
}

void PictureViewer::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = m_drag == Drag::Pan && !m_moved && event->button() == Qt::LeftButton;
    m_drag = Drag::None;
    setCursor(Qt::CrossCursor);
    if (!clicked)
        return;
    if (const std::optional<QPoint> pixel = pixelAt(event->position()))
        emit spotClicked(*pixel);
}

void PictureViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_view.isFitted())
        m_view.zoomTo(1 / devicePixelRatioF(), inPane(event->position()));
    else
        m_view.fit();
    update();
    emit zoomChanged();
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    QPointF pan;
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_B:
        setBare(true);
        return;
    case Qt::Key_F:
        fit();
        return;
    case Qt::Key_1:
        showPixelForPixel();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / 1.25);
        return;
    case Qt::Key_Left:
        pan = {keyPan, 0};
        break;
    case Qt::Key_Right:
        pan = {-keyPan, 0};
        break;
    case Qt::Key_Up:
        pan = {0, keyPan};
        break;
    case Qt::Key_Down:
        pan = {0, -keyPan};
        break;
    default:
        break;
    }
    if (!shift || pan.isNull()) {
        QWidget::keyPressEvent(event); // plain arrows walk the list
        return;
    }
    m_view.panBy(pan);
    update();
}

void PictureViewer::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_B) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        setBare(false);
}

void PictureViewer::focusOutEvent(QFocusEvent *event)
{
    setBare(false); // the key's release goes elsewhere
    QWidget::focusOutEvent(event);
    update();
}

void PictureViewer::leaveEvent(QEvent *event)
{
    emit pixelLeft();
    QWidget::leaveEvent(event);
}

bool PictureViewer::event(QEvent *event)
{
    // Plain letters belong to the picture while it has the focus, also where a menu uses them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (plain && (key->key() == Qt::Key_F || key->key() == Qt::Key_B || key->key() == Qt::Key_Space ||
                      key->key() == Qt::Key_1)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace spotcheck::ui
