#pragma once

#include <QWidget>

#include <spotcheck/inspection/inspection.h>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace spotcheck::ui {

class Badge;

/// The operating point as numbers: by hand, from a goal, or from the test labels; and where it came from.
class OperatingPointPanel : public QWidget {
    Q_OBJECT

public:
    explicit OperatingPointPanel(QWidget *parent = nullptr);

    void setPoint(const OperatingPoint &point, qint64 calibrationNormals);
    /// Range of the scores, for steps of a sensible size; and whether there are labels to choose by.
    void setScores(double low, double high, bool hasBothLabels);
    void setPixelScale(double low, double high, bool hasMap);
    void setHasCalibration(bool has);

signals:
    void thresholdEdited(double threshold);
    void falseAlarmRateChosen(double rate); ///< share, (0, 1)
    void bestF1Chosen();
    void pixelThresholdEdited(double threshold);
    void minimumAreaEdited(qint64 area);

private:
    QDoubleSpinBox *m_threshold;
    QDoubleSpinBox *m_rate;
    QPushButton *m_fromNormals;
    QPushButton *m_bestF1;
    QDoubleSpinBox *m_pixelThreshold;
    QSpinBox *m_minimumArea;
    Badge *m_origin;
    QLabel *m_explanation;
};

} // namespace spotcheck::ui
