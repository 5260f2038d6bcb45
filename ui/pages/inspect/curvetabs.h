#pragma once

#include <QTabWidget>

#include <spotcheck/inspection/inspection.h>

#include "ui/pages/inspect/evaluationsummary.h"

namespace spotcheck::ui {

class CurvePlot;

/// ROC, precision-recall and per-region-overlap curves, each in a tab with the operating point on it. Moving a point
/// chooses by the labels of the test pictures.
class CurveTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit CurveTabs(QWidget *parent = nullptr);

    void setSummary(const EvaluationSummary &summary);
    void setOperatingPoint(const OperatingPoint &point, const Confusion &confusion); ///< at its threshold

signals:
    void thresholdEdited(double threshold);
    void pixelThresholdEdited(double threshold);

private:
    void showOverlapPoint();

    CurvePlot *m_roc;
    CurvePlot *m_precisionRecall;
    CurvePlot *m_overlap;
    float m_pixelThreshold = 0;
};

} // namespace spotcheck::ui
