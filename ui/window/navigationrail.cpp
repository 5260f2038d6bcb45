#include "ui/window/navigationrail.h"

#include <QButtonGroup>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(spacing::small, spacing::medium, spacing::small, spacing::medium);
    m_column->setSpacing(spacing::tiny);
    m_column->addStretch();
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int page, bool checked) {
        if (checked)
            emit pageChosen(page);
    });
    connect(m_buttons, &QButtonGroup::idClicked, this, &NavigationRail::pageChosen); // that of the page on show too
}

void NavigationRail::addPage(const QString &id, const QString &icon, const QString &word)
{
    const int page = static_cast<int>(m_buttons->buttons().size());
    constexpr int iconSize = 24;
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("rail_") + id);
    button->setIcon(themedIcon(icon));
    button->setIconSize(QSize(iconSize, iconSize));
    button->setText(word);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumSize(72, 56);
    const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page));
    button->setShortcut(key);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(word, key.toString(QKeySequence::NativeText)));
    m_buttons->addButton(button, page);
    m_column->insertWidget(m_column->count() - 1, button);
    if (page == 0)
        button->setChecked(true);
}

void NavigationRail::setCurrent(int page)
{
    m_buttons->button(page)->setChecked(true);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colours.border);
}

} // namespace spotcheck::ui
