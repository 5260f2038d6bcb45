#include "ui/widgets/iconlabel.h"

#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

IconLabel::IconLabel(const QString &icon, int size, QWidget *parent) : QWidget(parent), m_icon(icon), m_size(size)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconLabel::setColour(std::optional<QColor> colour)
{
    m_colour = colour;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    themedIcon(m_icon, m_colour.value_or(themeColours(palette()).mutedText)).paint(&painter, rect());
}

} // namespace spotcheck::ui
