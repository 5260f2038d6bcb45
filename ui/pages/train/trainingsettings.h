#pragma once

#include <QWidget>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/model/model.h>

class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace spotcheck::ui {

class ParameterForm;
class PictureSettings;

/// Everything that can be set before a training: backbone, picture size, calibration, the detector's parameters.
class TrainingSettings : public QWidget {
    Q_OBJECT

public:
    explicit TrainingSettings(WeightsStore weights, QWidget *parent = nullptr);

    void setDetector(const std::string &id);
    TrainingOptions options() const;
    /// False where no backbone has a weights file.
    bool hasWeights() const;
    /// Looks again which backbones have a weights file.
    void refreshBackbones();

signals:
    void changed();
    void backbonesRequested(); ///< the user wants to see or get weights

private:
    QLayout *createBackboneAdvice();
    void describeBackbone();

    WeightsStore m_weights;
    std::string m_detector;
    QVBoxLayout *m_column;
    QComboBox *m_backbone;
    QLabel *m_backboneHelp;
    QLabel *m_backboneAdvice; ///< while nothing but the embedded backbone has weights
    PictureSettings *m_picture;
    QSpinBox *m_calibrationShare;
    QSpinBox *m_calibrationFolds;
    QSpinBox *m_seed;
    QComboBox *m_precision;
    ParameterForm *m_form = nullptr;
};

} // namespace spotcheck::ui
