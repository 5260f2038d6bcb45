#include "ui/pages/inspect/patchview.h"

#include <algorithm>

#include <QPainter>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr int surroundingPatches = 5; // sides of a patch seen at once
constexpr int leastSide = 48;         // px, so that a small patch is still seen in its place

} // namespace

QRect surroundingsOf(const QRect &patch, const QSize &size)
{
    const int side = std::max(leastSide, std::max(patch.width(), patch.height()) * surroundingPatches);
    QRect square(0, 0, std::min(side, size.width()), std::min(side, size.height()));
    square.moveCenter(patch.center());
    square.moveLeft(std::clamp(square.left(), 0, size.width() - square.width()));
    square.moveTop(std::clamp(square.top(), 0, size.height() - square.height()));
    return square;
}

PatchView::PatchView(QWidget *parent) : QWidget(parent)
{
    setMinimumSize(96, 96);
}

void PatchView::setPatch(const QImage &surroundings, const QRect &patch)
{
    m_surroundings = surroundings;
    m_patch = patch;
    update();
}

void PatchView::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.window);
    if (m_surroundings.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(m_surroundings.size()).scaled(QSizeF(rect().size()), Qt::KeepAspectRatio);
    const QRectF target(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.drawImage(target, m_surroundings);
    const double scale = size.width() / m_surroundings.width();
    const QRectF frame(target.topLeft() + QPointF(m_patch.topLeft()) * scale, QSizeF(m_patch.size()) * scale);
    painter.setPen(QPen(Qt::black, 4));
    painter.drawRect(frame);
    painter.setPen(QPen(Qt::white, 2));
    painter.drawRect(frame);
}

} // namespace spotcheck::ui
