#pragma once

#include <QPainter>
#include <QXmlStreamWriter>

#include "ui/report/chart.h"

namespace spotcheck::ui {

/// Paints the chart on white paper, scaled to `target` (its proportions are kept).
void paintChart(QPainter &painter, const QRectF &target, const ChartScene &scene);

/// Writes the chart as an inline SVG element. Colours are CSS classes ("ink-good", "ink-axis" …), so that the page
/// chooses them for its light and dark scheme.
void writeChartSvg(QXmlStreamWriter &xml, const ChartScene &scene);

} // namespace spotcheck::ui
