#pragma once

#include <optional>

#include <QWidget>

#include <spotcheck/decision/picturescale.h>
#include <spotcheck/evaluation/thresholdgoal.h>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace spotcheck::ui {

class Badge;
class GoalChooser;

/// The operating point as numbers: by hand, from a goal, or from the test labels; and where it came from.
class OperatingPointPanel : public QWidget {
    Q_OBJECT

public:
    explicit OperatingPointPanel(QWidget *parent = nullptr);

    void setPoint(const OperatingPoint &point, qint64 calibrationNormals);
    /// Range of the scores, for steps of a sensible size.
    void setScores(double low, double high);
    void setLabels(bool hasDefective, bool hasBoth); ///< there are to choose by
    void setPixelScale(double low, double high, bool hasMap);
    void setNormals(qint64 normals);                           ///< held out from the training
    void setDegreesOfFreedom(const std::vector<int> &degrees); ///< as `spotcheck::degreesOfFreedom`
    /// With a scale the least area is asked for in mm².
    void setScale(const std::optional<PictureScale> &scale);

signals:
    void thresholdEdited(double threshold);
    void reviewThresholdEdited(std::optional<double> threshold); ///< nothing: no review band
    void goalChosen(const spotcheck::ThresholdGoal &goal);
    void pixelThresholdEdited(double threshold);
    void minimumAreaEdited(qint64 area);

private:
    /// The band starts a third of the way down from the threshold to the lowest score, to be dragged from there.
    double firstReviewThreshold() const;
    void showArea(std::int64_t pixels);

    QDoubleSpinBox *m_threshold;
    QCheckBox *m_review;
    QDoubleSpinBox *m_reviewThreshold;
    GoalChooser *m_goal;
    QDoubleSpinBox *m_pixelThreshold;
    QSpinBox *m_minimumArea;
    QDoubleSpinBox *m_minimumSquareMillimetres; ///< in its place, with a scale
    std::optional<PictureScale> m_scale;
    double m_lowest = 0;         ///< score
    double m_exactThreshold = 0; ///< its field rounds
    Badge *m_origin;
    QLabel *m_areaName = nullptr;
    QLabel *m_explanation;
};

} // namespace spotcheck::ui
