#pragma once

#include <QString>

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

class QHBoxLayout;
class QToolButton;

namespace spotcheck::ui {

class IconLabel;

/// A card of one line that opens on a click: a sign, a summary, and what is behind it.
class DisclosureCard : public Card {
    Q_OBJECT

public:
    explicit DisclosureCard(QWidget *parent = nullptr);

    /// `colour`: of `ThemeColours`, one with a meaning; it follows the theme. Null: none.
    void setSummary(const QString &text, const QString &icon, QColor ThemeColours::*colour);
    /// Shown while the card is open; taken over. Null: there is nothing to open.
    void setContent(QWidget *content);
    void setHelp(const QString &help); ///< tool tip of the summary
    bool isOpen() const;

protected:
    /// The line itself, for buttons at its end.
    QHBoxLayout *line() const { return m_line; }
    QToolButton *summary() const { return m_summary; }
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    QHBoxLayout *m_line;
    IconLabel *m_sign;
    QToolButton *m_summary;
    QWidget *m_content = nullptr;
    QColor ThemeColours::*m_colour = nullptr;
};

} // namespace spotcheck::ui
