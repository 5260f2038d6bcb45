#include "ui/widgets/disclosurecard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

namespace {

constexpr int signSide = 20; // px

} // namespace

DisclosureCard::DisclosureCard(QWidget *parent)
    : Card(parent), m_line(new QHBoxLayout), m_sign(new IconLabel(QStringLiteral("information"), signSide, this)),
      m_summary(new QToolButton(this))
{
    column()->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    m_summary->setCheckable(true);
    m_summary->setProperty("statement", true); // to be read also where there is nothing to open
    m_summary->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setFocusPolicy(Qt::StrongFocus);
    m_line->addWidget(m_sign);
    m_line->addWidget(m_summary);
    m_line->addStretch();
    column()->addLayout(m_line);
    connect(m_summary, &QToolButton::toggled, this, &DisclosureCard::updateLook);
    updateLook();
}

void DisclosureCard::setSummary(const QString &text, const QString &icon, QColor ThemeColours::*colour)
{
    m_summary->setText(text);
    m_sign->setIcon(icon);
    m_colour = colour;
    updateLook();
}

void DisclosureCard::setContent(QWidget *content)
{
    if (m_content) { // it may be one of its own buttons that asked
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = content;
    if (m_content)
        column()->addWidget(m_content);
    updateLook();
}

void DisclosureCard::setHelp(const QString &help)
{
    m_summary->setToolTip(help);
}

bool DisclosureCard::isOpen() const
{
    return m_content && m_summary->isChecked();
}

void DisclosureCard::updateLook()
{
    m_sign->setColour(m_colour ? std::optional(themeColours(palette()).*m_colour) : std::nullopt);
    m_summary->setEnabled(m_content);
    m_summary->setIcon(m_content
                           ? themedIcon(isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"))
                           : QIcon());
    if (m_content)
        m_content->setVisible(m_summary->isChecked());
}

void DisclosureCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

} // namespace spotcheck::ui
