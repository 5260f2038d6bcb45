#include "ui/widgets/regioneditor.h"

#include <algorithm>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr qreal grip = 9;       // px around a corner that catch the mouse
constexpr qreal handleSide = 8; // px
constexpr std::size_t fewestCorners = 3;

} // namespace

RegionEditor::RegionEditor(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(320, 240);
    setAccessibleName(tr("Region of interest on the picture"));
}

void RegionEditor::setPicture(const QImage &picture)
{
    m_picture = picture;
    m_missing.clear();
    setAccessibleDescription({});
    update();
}

void RegionEditor::setPictureMissing(const QString &reason)
{
    m_picture = {};
    m_missing = reason;
    setAccessibleDescription(reason);
    update();
}

void RegionEditor::setRegion(const RegionOfInterest &region)
{
    m_region = region;
    m_history.clear();
    m_undone.clear();
    m_drawn.clear();
    m_chosen.reset();
    emit changed();
    update();
}

QRectF RegionEditor::pictureArea() const
{
    const QSizeF size = QSizeF(m_picture.size()).scaled(QSizeF(this->size()) - QSizeF(2, 2), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QPointF RegionEditor::toWidget(const cv::Point2d &share) const
{
    const QRectF area = pictureArea();
    return {area.x() + share.x * area.width(), area.y() + share.y * area.height()};
}

cv::Point2d RegionEditor::toShare(const QPointF &position) const
{
    const QRectF area = pictureArea();
    if (area.isEmpty())
        return {};
    return {std::clamp((position.x() - area.x()) / area.width(), 0.0, 1.0),
            std::clamp((position.y() - area.y()) / area.height(), 0.0, 1.0)};
}

QPolygonF RegionEditor::onWidget(const RelativePolygon &polygon) const
{
    QPolygonF points;
    for (const cv::Point2d &corner : polygon)
        points << toWidget(corner);
    return points;
}

std::optional<RegionEditor::Chosen> RegionEditor::cornerAt(const QPointF &position) const
{
    for (const Kind kind : {Kind::Ignore, Kind::Include}) { // what is drawn last is caught first
        const std::vector<RelativePolygon> &all = kind == Kind::Include ? m_region.include : m_region.ignore;
        for (std::size_t polygon = 0; polygon < all.size(); ++polygon) {
            for (std::size_t corner = 0; corner < all[polygon].size(); ++corner) {
                const QPointF distance = toWidget(all[polygon][corner]) - position;
                if (QPointF::dotProduct(distance, distance) <= grip * grip)
                    return Chosen{kind, polygon, corner};
            }
        }
    }
    return {};
}

std::optional<RegionEditor::Chosen> RegionEditor::polygonAt(const QPointF &position) const
{
    for (const Kind kind : {Kind::Ignore, Kind::Include}) {
        const std::vector<RelativePolygon> &all = kind == Kind::Include ? m_region.include : m_region.ignore;
        for (std::size_t polygon = 0; polygon < all.size(); ++polygon) {
            if (onWidget(all[polygon]).containsPoint(position, Qt::OddEvenFill))
                return Chosen{kind, polygon, {}};
        }
    }
    return {};
}

std::optional<RegionEditor::Chosen> RegionEditor::lineAt(const QPointF &position) const
{
    for (const Kind kind : {Kind::Ignore, Kind::Include}) {
        const std::vector<RelativePolygon> &all = kind == Kind::Include ? m_region.include : m_region.ignore;
        for (std::size_t polygon = 0; polygon < all.size(); ++polygon) {
            const QPolygonF points = onWidget(all[polygon]);
            for (qsizetype corner = 0; corner < points.size(); ++corner) {
                const QPointF from = points[corner == 0 ? points.size() - 1 : corner - 1];
                const QPointF line = points[corner] - from;
                const double length = QPointF::dotProduct(line, line);
                const double along = length > 0 ? QPointF::dotProduct(position - from, line) / length : 0;
                const QPointF off = position - from - std::clamp(along, 0.0, 1.0) * line;
                if (QPointF::dotProduct(off, off) <= grip * grip)
                    return Chosen{kind, polygon, static_cast<std::size_t>(corner)};
            }
        }
    }
    return {};
}

std::optional<RegionEditor::Chosen> RegionEditor::chosenByClick(const QPointF &position,
                                                                Qt::KeyboardModifiers modifiers) const
{
    if (modifiers & Qt::ShiftModifier)
        return {};
    const std::optional<Chosen> polygon = polygonAt(position);
    return polygon && polygon->kind == m_kind ? polygon : std::nullopt;
}

void RegionEditor::changeCornerAt(const QPointF &position)
{
    if (const std::optional<Chosen> corner = cornerAt(position)) {
        RelativePolygon &polygon = polygons(corner->kind)[corner->polygon];
        if (polygon.size() <= fewestCorners)
            return;
        remember();
        polygon.erase(polygon.begin() + static_cast<std::ptrdiff_t>(*corner->corner));
        m_chosen = Chosen{corner->kind, corner->polygon, {}};
    } else if (const std::optional<Chosen> line = lineAt(position)) {
        remember();
        RelativePolygon &polygon = polygons(line->kind)[line->polygon];
        polygon.insert(polygon.begin() + static_cast<std::ptrdiff_t>(*line->corner), toShare(position));
        m_chosen = Chosen{line->kind, line->polygon, {}};
    } else {
        return;
    }
    emit changed();
    update();
}

void RegionEditor::remember()
{
    m_history.push_back(m_region);
    m_undone.clear();
}

void RegionEditor::undo()
{
    if (!m_drawn.empty()) {
        m_drawn.pop_back();
    } else if (!m_history.empty()) {
        m_undone.push_back(std::exchange(m_region, std::move(m_history.back())));
        m_history.pop_back();
        m_chosen.reset();
    }
    emit changed();
    update();
}

void RegionEditor::redo()
{
    if (!canRedo())
        return;
    m_history.push_back(std::exchange(m_region, std::move(m_undone.back())));
    m_undone.pop_back();
    m_chosen.reset();
    emit changed();
    update();
}

void RegionEditor::removeChosen()
{
    if (!m_chosen)
        return;
    remember();
    std::vector<RelativePolygon> &all = polygons(m_chosen->kind);
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(m_chosen->polygon));
    m_chosen.reset();
    emit changed();
    update();
}

void RegionEditor::dropDrawn()
{
    m_drawn.clear();
    emit changed();
    update();
}

void RegionEditor::clear()
{
    m_drawn.clear();
    m_chosen.reset();
    if (!m_region.isWholePicture()) {
        remember();
        m_region = {};
    }
    emit changed();
    update();
}

void RegionEditor::closeDrawn()
{
    if (m_drawn.size() < fewestCorners)
        return;
    remember();
    polygons(m_kind).push_back(std::move(m_drawn));
    m_drawn.clear();
    m_chosen = Chosen{m_kind, polygons(m_kind).size() - 1, {}};
    emit changed();
    update();
}

void RegionEditor::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::RightButton && m_drawn.empty())
        changeCornerAt(event->position());
    if (event->button() != Qt::LeftButton || m_picture.isNull())
        return;
    if (m_drawn.empty()) {
        m_chosen = cornerAt(event->position());
        if (m_chosen) {
            m_history.push_back(m_region); // the drag that may follow
        } else if (m_chosen = chosenByClick(event->position(), event->modifiers()); !m_chosen) {
            m_drawn.push_back(toShare(event->position()));
        }
    } else {
        m_drawn.push_back(toShare(event->position()));
    }
    m_pointer = toShare(event->position());
    emit changed();
    update();
}

void RegionEditor::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = toShare(event->position());
    if (m_chosen && m_chosen->corner && event->buttons() & Qt::LeftButton) {
        polygons(m_chosen->kind)[m_chosen->polygon][*m_chosen->corner] = m_pointer;
        emit changed();
    } else {
        setCursor(m_drawn.empty() && cornerAt(event->position()) ? Qt::SizeAllCursor : Qt::CrossCursor);
    }
    update();
}

void RegionEditor::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_chosen || !m_chosen->corner)
        return;
    m_chosen->corner.reset();
    if (!m_history.empty() && m_history.back() == m_region) // a click alone moves nothing
        m_history.pop_back();
    else
        m_undone.clear();
    emit changed();
}

void RegionEditor::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) // its first press has set the last corner
        closeDrawn();
}

void RegionEditor::keyPressEvent(QKeyEvent *event)
{
    const bool drawing = !m_drawn.empty();
    if (drawing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        closeDrawn();
    } else if (drawing && event->key() == Qt::Key_Escape) {
        dropDrawn();
    } else if (!drawing && m_chosen && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        removeChosen();
    } else if (event->matches(QKeySequence::Undo)) {
        undo();
    } else if (event->matches(QKeySequence::Redo)) {
        redo();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RegionEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const ThemeColours colours = themeColours(palette());
    const QRectF area = pictureArea();
    if (m_picture.isNull()) {
        painter.setPen(colours.mutedText);
        const QRect room = rect().adjusted(spacing::large, spacing::large, -spacing::large, -spacing::large);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap,
                         m_missing.isEmpty() ? tr("The picture is being read…") : m_missing);
        return;
    }
    painter.drawImage(area, m_picture);

    // What is not looked at lies in the shade.
    QPainterPath looked;
    for (const RelativePolygon &polygon : m_region.include) {
        QPainterPath path;
        path.addPolygon(onWidget(polygon));
        path.closeSubpath();
        looked = looked.united(path);
    }
    if (m_region.include.empty())
        looked.addRect(area);
    for (const RelativePolygon &polygon : m_region.ignore) {
        QPainterPath path;
        path.addPolygon(onWidget(polygon));
        path.closeSubpath();
        looked = looked.subtracted(path);
    }
    QPainterPath shade;
    shade.addRect(area);
    painter.fillPath(shade.subtracted(looked), QColor(0, 0, 0, 140));

    const auto outline = [&](const QPolygonF &points, Kind kind, bool chosen, bool closed) {
        // A dark line below a light one shows on every picture; ignored parts are dashed, not only coloured.
        const QColor colour = kind == Kind::Include ? colours.selection.lighter(150) : QColor(255, 170, 90);
        for (const auto &[ink, extra] : {std::pair(QColor(0, 0, 0, 180), 2.0), std::pair(colour, 0.0)}) {
            QPen pen(ink, (chosen ? 3 : 2) + extra);
            if (kind == Kind::Ignore && extra == 0)
                pen.setStyle(Qt::DashLine);
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            closed ? painter.drawPolygon(points) : painter.drawPolyline(points);
        }
        painter.setPen(QPen(Qt::black, 1));
        painter.setBrush(chosen ? colour : Qt::white);
        for (const QPointF &corner : points)
            painter.drawRect(
                QRectF(corner - QPointF(handleSide / 2, handleSide / 2), QSizeF(handleSide, handleSide)));
    };
    for (const Kind kind : {Kind::Include, Kind::Ignore}) {
        for (std::size_t polygon = 0; polygon < polygons(kind).size(); ++polygon) {
            const bool chosen = m_chosen && m_chosen->kind == kind && m_chosen->polygon == polygon;
            outline(onWidget(polygons(kind)[polygon]), kind, chosen, true);
        }
    }
    if (!m_drawn.empty())
        outline(onWidget(m_drawn) << toWidget(m_pointer), m_kind, true, false);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.selection, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace spotcheck::ui
