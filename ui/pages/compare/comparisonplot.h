#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/comparison/comparison.h>

class QCPCurve;
class QCPGraph;
class QCPItemText;
class QCustomPlot;

namespace spotcheck::ui {

/// The ROC curves of all models in one plot; told apart by colour and by dashes.
class ComparisonPlot : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonPlot(QWidget *parent = nullptr);

    void setComparison(const Comparison &comparison, bool isInspected);
    int curveCount() const { return static_cast<int>(m_curves.size()); }

    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {260, 180}; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyPalette();

    QCustomPlot *m_plot;
    QCPGraph *m_chance;
    QCPItemText *m_message;
    std::vector<QCPCurve *> m_curves;
    std::vector<int> m_series; ///< style of each curve
};

} // namespace spotcheck::ui
