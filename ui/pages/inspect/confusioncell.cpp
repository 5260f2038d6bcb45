#include "ui/pages/inspect/confusioncell.h"

#include <algorithm>

#include <QLocale>
#include <QPainter>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

ConfusionCell::ConfusionCell(const QString &word, Kind kind, QWidget *parent)
    : QAbstractButton(parent), m_word(word), m_kind(kind)
{
    setFocusPolicy(kind == Kind::Right ? Qt::NoFocus : Qt::StrongFocus);
    if (kind != Kind::Right)
        setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setCount(0);
}

void ConfusionCell::setCount(qint64 count)
{
    setText(QLocale().toString(count));
    setAccessibleName(QStringLiteral("%1: %2").arg(m_word, text()));
}

QFont ConfusionCell::countFont() const
{
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.5);
    large.setBold(true);
    return large;
}

QSize ConfusionCell::sizeHint() const
{
    const QFontMetrics count(countFont());
    const int width =
        std::max(fontMetrics().horizontalAdvance(m_word), count.horizontalAdvance(QStringLiteral("0000")));
    return {width + 2 * spacing::small, count.height() + fontMetrics().height() + spacing::small};
}

void ConfusionCell::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    const bool notRight = m_kind != Kind::Right;
    const QColor meaning = m_kind == Kind::Wrong    ? colours.defective
                           : m_kind == Kind::Review ? colours.review
                                                    : colours.good;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    // Nothing wrong is nothing to look at.
    const bool quiet = notRight && text() == QLocale().toString(0);
    QColor tint = meaning;
    tint.setAlpha(quiet ? 10 : underMouse() && notRight ? 60 : 32);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(tint);
    painter.setPen(hasFocus() ? QPen(colours.selection, 2) : QPen(notRight ? meaning : colours.border, 1));
    painter.drawRoundedRect(box, 4, 4);

    const QFontMetrics count(countFont());
    const int height = count.height() + fontMetrics().height();
    const int top = (rect().height() - height) / 2;
    painter.setFont(countFont());
    painter.setPen(colours.text);
    painter.drawText(QRect(0, top, width(), count.height()), Qt::AlignCenter, text());
    QFont wordFont = font();
    wordFont.setUnderline(notRight && (underMouse() || hasFocus()));
    painter.setFont(wordFont);
    painter.setPen(meaning);
    painter.drawText(QRect(0, top + count.height(), width(), fontMetrics().height()), Qt::AlignCenter, m_word);
}

} // namespace spotcheck::ui
