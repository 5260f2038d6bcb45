#pragma once

#include <QIcon>
#include <QString>

namespace spotcheck::ui {

/// A line icon of resources/icons in the text colour of the palette in use: it follows a change of theme by
/// itself. `name` without folder and ending ("undo").
QIcon themedIcon(const QString &name);

/// The same in one fixed colour, for what has a meaning (good, defective).
QIcon themedIcon(const QString &name, const QColor &colour);

} // namespace spotcheck::ui
