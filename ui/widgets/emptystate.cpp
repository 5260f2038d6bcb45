#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_picture(new IconLabel(icon, 48, this)), m_title(new QLabel(title, this)),
      m_text(new QLabel(text, this)), m_buttons(new QHBoxLayout)
{
    setTextRole(m_title, TextRole::Heading);
    setTextRole(m_text, TextRole::Muted);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
    }
    m_buttons->setSpacing(spacing::small);
    m_buttons->addStretch();
    m_buttons->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::small);
    column->addStretch();
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(spacing::small);
    column->addLayout(m_buttons);
    column->addStretch();
}

QPushButton *EmptyState::addButton(const QString &text, bool primary)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("primary", primary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForPicture = 240; // px; below it the words and buttons need the place
    m_picture->setVisible(height() >= roomForPicture);
}

void EmptyState::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
}

} // namespace spotcheck::ui
