#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/detectors/detector.h>

class QAbstractButton;
class QButtonGroup;
class QLabel;

namespace spotcheck::ui {

/// A detector's presets side by side, with a line that says what the present one costs and brings. Shows by itself
/// whether the values in the form are a preset's.
class PresetChooser : public QWidget {
    Q_OBJECT

public:
    explicit PresetChooser(std::vector<ParameterPreset> presets, QWidget *parent = nullptr);

    /// Marks the preset with these values (those that differ from the defaults); none where they are the user's own.
    void showMatch(const ParameterValues &values);

signals:
    void chosen(const spotcheck::ParameterValues &values);

private:
    std::vector<ParameterPreset> m_presets;
    QButtonGroup *m_buttons;
    QLabel *m_help;
};

} // namespace spotcheck::ui
