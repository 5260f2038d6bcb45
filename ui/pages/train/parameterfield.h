#pragma once

#include <QWidget>

#include <spotcheck/core/parameterspec.h>

class QToolButton;

namespace spotcheck::ui {

/// The editor of one parameter, made from its description: a box to tick, a number or a list of words, with the
/// way back to the default beside it.
class ParameterField : public QWidget {
    Q_OBJECT

public:
    static constexpr int editorWidth = 208; ///< the same for every editor of the page, so that they line up

    explicit ParameterField(const ParameterSpec &spec, QWidget *parent = nullptr);

    const ParameterSpec &spec() const { return m_spec; }
    ParameterValue value() const;
    void setValue(const ParameterValue &value);
    bool isDefault() const { return value() == m_spec.defaultValue; }
    QWidget *editor() const { return m_editor; }

signals:
    void changed();

private:
    QWidget *makeEditor();
    void announce();

    ParameterSpec m_spec;
    QWidget *m_editor;
    QToolButton *m_reset;
};

} // namespace spotcheck::ui
