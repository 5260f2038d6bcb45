#pragma once

#include <QWidget>

#include <spotcheck/decision/calibration.h>

#include "ui/report/colourmap.h"

namespace spotcheck::ui {

/// The colour scale of a model's heat maps with its numbers, and the pixel threshold as a mark that can be dragged
/// or moved by the up and down keys (Shift: ten times as far). A threshold that was typed may lie beyond the scale:
/// its mark then stands off the bar and points away from it.
class ColourLegend : public QWidget {
    Q_OBJECT

public:
    explicit ColourLegend(QWidget *parent = nullptr);

    void setScale(const DisplayScale &scale);
    void setColourMap(ColourMap colours);
    void setThreshold(double threshold);
    double keyStep() const;                ///< raw map units a key moves
    QPoint positionOf(double value) const; ///< in the widget, on the bar

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void thresholdEdited(double threshold);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Beyond { None, Above, Below };
    Beyond beyond() const;
    QRect bar() const;
    int markY() const; ///< px, of the threshold
    void paintMark(QPainter &painter);
    double valueAt(double y) const;
    void edit(double value);

    DisplayScale m_scale;
    ColourMap m_colours = ColourMap::Viridis;
    double m_threshold = 0;
    bool m_dragging = false;
};

} // namespace spotcheck::ui
