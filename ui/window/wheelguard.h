#pragma once

#include <QObject>

namespace spotcheck::ui {

/// Keeps the mouse wheel for scrolling: turned over a number, a choice or tabs that have not been chosen by click or
/// key, it would change a threshold or a setting in passing. Installed on the application.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace spotcheck::ui
