#pragma once

#include <optional>
#include <vector>

#include <QScrollArea>

#include <spotcheck/decision/picturescale.h>
#include <spotcheck/evaluation/thresholdgoal.h>

#include "ui/pages/inspect/evaluationsummary.h"

class QLabel;

namespace spotcheck::ui {

class AgreementView;
class ConfusionView;
class CurveTabs;
class OperatingPointPanel;
class RatesView;
class ScoreHistogram;

/// Histogram, operating point, confusion matrix, curves and rates: everything that follows a moving threshold.
class FiguresPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit FiguresPanel(QWidget *parent = nullptr);

    /// `calibrationNormals`: good pictures held out from the training, 0 without a model.
    void setModelFacts(qint64 calibrationNormals, const DisplayScale &scale, bool hasMap);
    /// Of the model's Gaussians, as `spotcheck::degreesOfFreedom`; empty where there is no chi-square limit.
    void setDegreesOfFreedom(const std::vector<int> &degrees);
    void setScale(const std::optional<PictureScale> &scale);
    void setSummary(const EvaluationSummary &summary);
    void forgetSummary(); ///< the labels or results behind it are gone; a new one is on its way
    void setOperatingPoint(const OperatingPoint &point, const BandedConfusion &confusion);

signals:
    void pointEdited(const spotcheck::OperatingPoint &point);
    void goalChosen(const spotcheck::ThresholdGoal &goal);
    void missedClicked();
    void falseAlarmsClicked();
    void reviewClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void followContent();
    void connectParts();
    void editThreshold(double threshold, OperatingPoint::Origin origin);

    EvaluationSummary m_summary;
    OperatingPoint m_point;
    qint64 m_calibrationNormals = 0;
    ScoreHistogram *m_histogram;
    OperatingPointPanel *m_panel;
    ConfusionView *m_confusion;
    CurveTabs *m_curves;
    RatesView *m_rates;
    AgreementView *m_agreement;
    QLabel *m_labelsNeeded;
};

} // namespace spotcheck::ui
