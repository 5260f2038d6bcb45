#include <ui/pages/inspect/confusioncell.h>

#include <algorithm>

#include <QLocale>
#include <QPainter>

#include <ui/theme/theme.h>

namespace spotcheck::ui {

ConfusionCell::ConfusionCell(const QString &word, bool wrong, QWidget *parent)
    : QAbstractButton(parent), m_word(word), m_wrong(wrong)
{
    setFocusPolicy(wrong ? Qt::StrongFocus : Qt::NoFocus);
    if (wrong)
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
    const QColor meaning = m_wrong ? colours.defective : colours.good;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    // Nothing wrong is nothing to look at.
    const bool quiet = m_wrong && text() == QLocale().toString(0);
    QColor tint = meaning;
    tint.setAlpha(quiet ? 10 : underMouse() && m_wrong ? 60 : 32);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setBrush(tint);
    painter.setPen(hasFocus() ? QPen(colours.selection, 2) : QPen(m_wrong ? meaning : colours.border, 1));
    painter.drawRoundedRect(box, 4, 4);

    const QFontMetrics count(countFont());
    const int height = count.height() + fontMetrics().height();
    const int top = (rect().height() - height) / 2;
    painter.setFont(countFont());
    painter.setPen(colours.text);
    painter.drawText(QRect(0, top, width(), count.height()), Qt::AlignCenter, text());
    QFont wordFont = font();
    wordFont.setUnderline(m_wrong && (underMouse() || hasFocus()));
    painter.setFont(wordFont);
    painter.setPen(meaning);
    painter.drawText(QRect(0, top + count.height(), width(), fontMetrics().height()), Qt::AlignCenter, m_word);
}

} // namespace spotcheck::ui
