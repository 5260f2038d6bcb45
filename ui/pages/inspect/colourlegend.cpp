#include "ui/pages/inspect/colourlegend.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include "ui/theme/theme.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

constexpr int scaleWidth = 14;
constexpr int markerWidth = 9;
constexpr double markReach = 10; // px above and below the mark
constexpr double scaleSteps = 100;
constexpr int tickCount = 5;

} // namespace

ColourLegend::ColourLegend(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("colourLegend"));
    setAccessibleName(tr("Colour scale of the heat map"));
    setToolTip(tr("The same for every picture of this model. Drag the mark, or use the up and down arrow keys, to "
                  "move the pixel threshold."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ColourLegend::setScale(const DisplayScale &scale)
{
    m_scale = scale;
    updateGeometry();
    setThreshold(m_threshold);
}

void ColourLegend::setColourMap(ColourMap colours)
{
    m_colours = colours;
    update();
}

void ColourLegend::setThreshold(double threshold)
{
    m_threshold = threshold;
    const QString number = scoreText(threshold);
    setAccessibleDescription(beyond() == Beyond::Above   ? tr("Pixel threshold %1, above the scale").arg(number)
                             : beyond() == Beyond::Below ? tr("Pixel threshold %1, below the scale").arg(number)
                                                         : tr("Pixel threshold %1").arg(number));
    update();
}

ColourLegend::Beyond ColourLegend::beyond() const
{
    return m_threshold > m_scale.high ? Beyond::Above : m_threshold < m_scale.low ? Beyond::Below : Beyond::None;
}

double ColourLegend::keyStep() const
{
    return (m_scale.high - m_scale.low) / scaleSteps;
}

QRect ColourLegend::bar() const
{
    // Half a number above the first tick; a line more where the threshold's number stands off the bar.
    const int margin = (beyond() == Beyond::None ? 1 : 2) * fontMetrics().height();
    return {markerWidth + 2, margin, scaleWidth, std::max(1, height() - 2 * margin)};
}

QPoint ColourLegend::positionOf(double value) const
{
    const QRect area = bar();
    const double span = std::max(1e-12, static_cast<double>(m_scale.high) - m_scale.low);
    const double share = std::clamp((value - m_scale.low) / span, 0.0, 1.0);
    return {area.center().x(), area.bottom() - static_cast<int>(std::lround(share * (area.height() - 1)))};
}

double ColourLegend::valueAt(double y) const
{
    const QRect area = bar();
    const double share = std::clamp((area.bottom() - y) / std::max(1, area.height() - 1), 0.0, 1.0);
    return m_scale.low + share * (m_scale.high - m_scale.low);
}

void ColourLegend::edit(double value)
{
    emit thresholdEdited(std::clamp<double>(value, m_scale.low, m_scale.high));
}

int ColourLegend::markY() const
{
    const int off = fontMetrics().height();
    return positionOf(m_threshold).y() + (beyond() == Beyond::Above ? -off : beyond() == Beyond::Below ? off : 0);
}

void ColourLegend::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = bar();
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const double position = static_cast<double>(area.bottom() - y) / std::max(1, area.height() - 1);
        painter.fillRect(QRect(area.left(), y, area.width(), 1), colourAt(m_colours, position));
    }
    painter.setPen(colours.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(-1, -1, 0, 0));

    const int mark = markY();
    const int lineHeight = fontMetrics().height();
    const auto number = [&](int y, double value, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(QRect(area.right() + 6, y - lineHeight / 2, width() - area.right() - 6, lineHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, scoreText(value));
    };
    for (int tick = 0; tick < tickCount; ++tick) {
        const double value = m_scale.low + (m_scale.high - m_scale.low) * tick / (tickCount - 1);
        const int y = positionOf(value).y();
        if (beyond() != Beyond::None || std::abs(y - mark) > lineHeight) // its own number is the one that counts
            number(y, value, colours.mutedText);
    }

    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    number(mark, m_threshold, colours.text);
    paintMark(painter);
}

void ColourLegend::paintMark(QPainter &painter)
{
    const ThemeColours colours = themeColours(palette());
    const QRect area = bar();
    const int mark = markY();
    painter.setPen(Qt::NoPen);
    painter.setBrush(hasFocus() ? colours.selection : colours.text);
    if (const Beyond where = beyond(); where != Beyond::None) {
        const double tip = where == Beyond::Above ? mark - 5 : mark + 5;
        const double foot = where == Beyond::Above ? mark + 4 : mark - 4;
        const double middle = area.left() + scaleWidth / 2.0;
        painter.drawPolygon(QPolygonF{{middle, tip}, {middle - 6, foot}, {middle + 6, foot}});
        return;
    }
    painter.drawPolygon(QPolygonF{{double(area.left() - 1), mark + 0.5},
                                  {double(area.left() - 1 - markerWidth), mark - 5.5},
                                  {double(area.left() - 1 - markerWidth), mark + 6.5}});
    painter.fillRect(QRect(area.left(), mark, area.width(), 2), Qt::black);
    painter.fillRect(QRect(area.left(), mark - 1, area.width(), 1), Qt::white);
}

void ColourLegend::mousePressEvent(QMouseEvent *event)
{
    m_dragging = event->button() == Qt::LeftButton && std::abs(event->position().y() - markY()) <= markReach;
}

void ColourLegend::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        edit(valueAt(event->position().y()));
    else
        setCursor(std::abs(event->position().y() - markY()) <= markReach ? Qt::SplitVCursor : Qt::ArrowCursor);
}

void ColourLegend::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

void ColourLegend::keyPressEvent(QKeyEvent *event)
{
    const double step = keyStep() * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1);
    if (event->key() == Qt::Key_Up)
        edit(m_threshold + step);
    else if (event->key() == Qt::Key_Down)
        edit(m_threshold - step);
    else
        QWidget::keyPressEvent(event);
}

QSize ColourLegend::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const int numbers = QFontMetrics(bold).horizontalAdvance(QStringLiteral("-0.0000"));
    return {markerWidth + scaleWidth + numbers + spacing::small, 240};
}

QSize ColourLegend::minimumSizeHint() const
{
    return {sizeHint().width(), 80};
}

} // namespace spotcheck::ui
