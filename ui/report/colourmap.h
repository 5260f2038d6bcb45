#pragma once

#include <array>
#include <vector>

#include <QColor>

namespace spotcheck::ui {

/// Colour maps that people with colour-blindness can read: lightness rises all the way.
enum class ColourMap { Viridis, Cividis, Inferno };

const std::vector<ColourMap> &colourMaps();

/// Colour at `position` in [0, 1]; positions outside are clamped.
QColor colourAt(ColourMap map, double position);

/// 256 colours from 0 to 1, for painting whole pictures.
using ColourTable = std::array<QRgb, 256>;
ColourTable colourTable(ColourMap map);

} // namespace spotcheck::ui
