#pragma once

#include <optional>
#include <vector>

#include <QPointF>
#include <QWidget>

#include <spotcheck/evaluation/curves.h>

class QCPCurve;
class QCPGraph;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace spotcheck::ui {

/// What a curve plot says beside its curve.
struct CurveTexts {
    QString objectName; ///< "roc": the widget is "rocPlot", its parts "rocPlotArea" and "rocTitle"
    QString name;       ///< accessible name, and title while there is no curve
    QString toolTip;
    QString across; ///< axis titles
    QString up;
    QString missing; ///< what is needed for a curve
    bool chanceLine = false;
};

/// A curve of thresholds with the operating point on it; the point can be dragged along the curve, or moved by the
/// left and right arrow keys from point to point.
class CurvePlot : public QWidget {
    Q_OBJECT

public:
    explicit CurvePlot(const CurveTexts &texts, QWidget *parent = nullptr);

    /// `points` with falling thresholds; none where there is no curve. `title`: the area under it, say.
    void setCurve(std::vector<CurvePoint> points, const QString &title, const QString &titleToolTip);
    void setMissing(const QString &missing);     ///< as `CurveTexts::missing`, for the next curve that is none
    void setPoint(std::optional<QPointF> point); ///< in shares; nothing where it is not defined
    const std::vector<CurvePoint> &points() const { return m_points; }
    QPoint positionOf(const QPointF &point) const; ///< px in the plot area, of a point in shares

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void thresholdEdited(double threshold);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyPalette();
    void dragTo(const QPointF &position);
    /// Place of the point that lies nearest to a position of the plot, px; -1 without a curve.
    int nearestTo(const QPointF &position) const;

    CurveTexts m_texts;
    QCustomPlot *m_plot;
    QCPCurve *m_curve;
    QCPGraph *m_chance;
    QCPGraph *m_point;
    QCPItemText *m_message;
    QLabel *m_title;
    std::vector<CurvePoint> m_points;
    std::optional<QPointF> m_at;
    bool m_dragging = false;
};

} // namespace spotcheck::ui
