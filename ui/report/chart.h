#pragma once

#include <variant>
#include <vector>

#include <QPointF>
#include <QRectF>
#include <QString>

#include <spotcheck/comparison/comparison.h>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// What a stroke means; each writer chooses the colour that suits its paper or screen.
enum class ChartInk { Axis, Grid, Good, Defective, Unlabelled, Threshold, Curve };

struct ChartBar {
    QRectF rectangle;
    ChartInk ink = ChartInk::Good;
};
struct ChartLine {
    std::vector<QPointF> points;
    ChartInk ink = ChartInk::Axis;
    bool dashed = false;
    int series = -1; ///< one of several curves, drawn by its `SeriesStyle` in place of the ink
};
struct ChartDot {
    QPointF centre;
    ChartInk ink = ChartInk::Threshold;
};
struct ChartLabel {
    enum class Anchor { Start, Middle, End };
    QPointF baseline; ///< where the text starts, has its middle or ends
    QString text;
    Anchor anchor = Anchor::Start;
    bool strong = false;
};

/// A chart as plain shapes in points (1/72 inch), so that the PDF and the HTML report draw the very same one.
struct ChartScene {
    QSizeF size{250, 145};
    double fontSize = 7;
    QString title; ///< also the alternative text
    std::vector<std::variant<ChartBar, ChartLine, ChartDot, ChartLabel>> shapes;

    bool isEmpty() const { return shapes.empty(); }
};

/// Scores of all inspected pictures: good (or unlabelled) ones upwards, defective ones downwards, so that they
/// are told apart without colour; the held-out normals as ticks on the axis; the threshold as a dashed line.
/// Empty without scores.
ChartScene histogramChart(const ReportContent &content);

/// The ROC curve with the operating point on it. Empty unless there are good and defective labels.
ChartScene rocChart(const ReportContent &content);

/// The ROC curves of all models in one plot, with a legend. Empty where no model has one.
ChartScene comparisonRocChart(const Comparison &comparison);

} // namespace spotcheck::ui
