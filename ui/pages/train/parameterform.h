#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/detectors/detector.h>

class QGridLayout;

namespace spotcheck::ui {

class ParameterField;

/// The form of a detector, generated from its parameter descriptions, with its presets on top. Advanced parameters
/// are folded away.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    explicit ParameterForm(const std::vector<ParameterSpec> &specs, const std::vector<ParameterPreset> &presets = {},
                           QWidget *parent = nullptr);

    /// Those that differ from the defaults.
    ParameterValues values() const;
    /// Sets every field: to what `values` says, else to its default.
    void setValues(const ParameterValues &values);

signals:
    void changed();

private:
    void addField(QGridLayout *grid, const ParameterSpec &spec);
    QGridLayout *addGrid(QWidget *owner);

    std::vector<ParameterField *> m_fields;
};

} // namespace spotcheck::ui
