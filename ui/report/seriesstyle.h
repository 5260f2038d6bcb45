#pragma once

#include <QColor>
#include <QVector>

namespace spotcheck::ui {

/// How one of several curves in a plot is drawn. Curves differ in colour and in dashes, so that they are told apart
/// without colour as well.
struct SeriesStyle {
    QColor onLight;
    QColor onDark;
    QVector<qreal> dashes; ///< in line widths; empty for a solid line
};

/// Styles repeat after `seriesStyleCount`. Colours after Okabe and Ito (Color Universal Design, 2008), darkened on
/// white and lightened on black to at least 3:1.
constexpr int seriesStyleCount = 8;
SeriesStyle seriesStyle(int index);

} // namespace spotcheck::ui
