#pragma once

#include <QWidget>

#include <ui/pages/inspect/evaluationsummary.h>

class QCPCurve;
class QCPGraph;
class QCPItemText;
class QCustomPlot;
class QLabel;

namespace spotcheck::ui {

/// The ROC curve with the operating point on it; the point can be dragged along the curve.
class RocPlot : public QWidget {
    Q_OBJECT

public:
    explicit RocPlot(QWidget *parent = nullptr);

    void setSummary(const EvaluationSummary &summary);
    void setConfusion(const Confusion &confusion); ///< at the operating point

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void thresholdEdited(double threshold);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();
    void dragTo(const QPointF &position);

    QCustomPlot *m_plot;
    QCPCurve *m_curve;
    QCPGraph *m_chance;
    QCPGraph *m_point;
    QCPItemText *m_message;
    QLabel *m_title;
    std::vector<CurvePoint> m_points;
    bool m_dragging = false;
};

} // namespace spotcheck::ui
