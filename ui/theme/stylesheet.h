#pragma once

#include <QString>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

/// The small style sheet on top of Fusion and the palette. `pointSize`: of the body text.
QString styleSheet(const ThemeColours &colours, bool dark, double pointSize);

/// `front` laid over `back` with the given share, as an opaque colour: tints of badges and selections.
QColor blended(const QColor &front, const QColor &back, double share);

} // namespace spotcheck::ui
