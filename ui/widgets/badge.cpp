#include "ui/widgets/badge.h"

#include <QPainter>

#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

QColor toneColour(Tone tone, const QPalette &palette)
{
    const ThemeColours colours = themeColours(palette);
    switch (tone) {
    case Tone::Good:
        return colours.good;
    case Tone::Defective:
        return colours.defective;
    case Tone::Review:
        return colours.review;
    case Tone::Selection:
        return colours.selection;
    case Tone::Neutral:
        break;
    }
    return colours.mutedText;
}

Badge::Badge(const QString &text, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Badge::sizeHint() const
{
    return sizeFor(fontMetrics(), text());
}

QSize Badge::sizeFor(const QFontMetrics &metrics, const QString &text)
{
    return {metrics.horizontalAdvance(text) + 2 * spacing::small, metrics.height() + spacing::tiny};
}

QRect Badge::paint(QPainter *painter, const QPoint &anchor, const QString &text, Tone tone, const QPalette &palette)
{
    const QSize size = sizeFor(painter->fontMetrics(), text);
    const QRect pill(anchor.x(), anchor.y() - size.height() / 2, size.width(), size.height());
    const QColor colour = toneColour(tone, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(blended(colour, themeColours(palette).surface, 0.12));
    painter->drawRoundedRect(pill, spacing::tiny, spacing::tiny);
    painter->setPen(colour);
    painter->drawText(pill, Qt::AlignCenter, text);
    painter->restore();
    return pill;
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    paint(&painter, QPoint(0, height() / 2), text(), m_tone, palette());
}

} // namespace spotcheck::ui
