#pragma once

#include <QObject>

namespace spotcheck::ui {

/// Leaves the keys for undo and redo to the window while a number's field has the focus, unless something typed there
/// waits to be taken over: the field's own undo knows only the typing, and would swallow the keys for nothing.
/// Installed on the application.
class UndoKeys : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace spotcheck::ui
