#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/core/parameterspec.h>

class QGridLayout;

namespace spotcheck::ui {

class ParameterField;

/// The form of a detector, generated from its parameter descriptions. Advanced parameters are folded away.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    explicit ParameterForm(const std::vector<ParameterSpec> &specs, QWidget *parent = nullptr);

    /// Those that differ from the defaults.
    ParameterValues values() const;

signals:
    void changed();

private:
    void addField(QGridLayout *grid, const ParameterSpec &spec);
    QGridLayout *addGrid(QWidget *owner);

    std::vector<ParameterField *> m_fields;
};

} // namespace spotcheck::ui
