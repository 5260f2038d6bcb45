#pragma once

#include <QColor>
#include <QString>

class QApplication;
class QPalette;

namespace spotcheck::ui {

enum class ColourScheme { FollowSystem, Light, Dark };

/// Colours with a meaning, and no others: chosen for at least 4.5:1 against the window in both schemes, and
/// told apart by people with red-green blindness (blue-green against orange-red). Meaning is never carried by
/// colour alone: a word or a shape stands beside it.
struct ThemeColours {
    QColor good;
    QColor defective;
    QColor review;
    QColor selection;
    QColor window;  ///< page background
    QColor surface; ///< cards, panels
    QColor border;
    QColor text;
    QColor mutedText; ///< still 4.5:1
};

/// Spacing grid in device-independent pixels: use these, no other numbers.
namespace spacing {
constexpr int tiny = 4;
constexpr int small = 8;
constexpr int medium = 16;
constexpr int large = 24;
} // namespace spacing

/// Sets style, palette and style sheet of the whole program.
void applyTheme(QApplication &application, ColourScheme scheme);
/// Colours that belong to the palette in use (light or dark is read from its window colour).
ThemeColours themeColours(const QPalette &palette);
bool isDark(const QPalette &palette);

} // namespace spotcheck::ui
