#pragma once

class QCustomPlot;
class QPalette;

namespace spotcheck::ui {

/// Colours, fonts and line widths of a page's plots, from the theme. To be called again when the palette changes.
void stylePlot(QCustomPlot &plot, const QPalette &palette);

} // namespace spotcheck::ui
