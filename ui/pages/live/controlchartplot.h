#pragma once

#include <deque>
#include <optional>
#include <vector>

#include <QWidget>

#include <spotcheck/live/controlchart.h>

class QCPGraph;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace spotcheck::ui {

/// Individuals and EWMA of the last scores in one plot, with the limits of both.
class ControlChartPlot : public QWidget {
    Q_OBJECT

public:
    explicit ControlChartPlot(QWidget *parent = nullptr);

    /// Begins anew. `threshold`: of the verdict, drawn where it lies within reach.
    void restart(const std::optional<ChartLimits> &limits, double threshold);
    void add(const std::vector<ChartPoint> &points);
    int pointCount() const { return static_cast<int>(m_points.size()); }

    QSize minimumSizeHint() const override;

    static constexpr std::size_t shownPoints = 100;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyPalette();
    void redraw();
    void drawLimits(double first, double last);
    void describe();

    std::optional<ChartLimits> m_limits;
    double m_threshold = 0;
    std::deque<ChartPoint> m_points; ///< the last ones

    QCustomPlot *m_plot;
    QCPGraph *m_scores;
    QCPGraph *m_rejected;
    QCPGraph *m_marked;
    QCPGraph *m_ewma;
    QCPGraph *m_ewmaUpper;
    QCPGraph *m_ewmaLower;
    QCPGraph *m_centre;
    QCPGraph *m_upper;
    QCPGraph *m_lower;
    QCPGraph *m_thresholdLine;
    QCPItemText *m_message;
    QLabel *m_legend;
};

} // namespace spotcheck::ui
