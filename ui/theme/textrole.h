#pragma once

class QWidget;

namespace spotcheck::ui {

/// The type scale: use these, no other sizes.
enum class TextRole {
    Title,   ///< one a page
    Heading, ///< of a card or a panel
    Body,
    Strong, ///< body, semibold
    Muted,  ///< body, in the muted colour
    Small,  ///< help below a field, in the muted colour
};

/// Sets size, weight and colour of a label; they follow the theme.
void setTextRole(QWidget *label, TextRole role);

} // namespace spotcheck::ui
