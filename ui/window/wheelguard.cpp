#include "ui/window/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>
#include <QTabBar>

namespace spotcheck::ui {

namespace {

bool changesByWheel(const QObject *object)
{
    return qobject_cast<const QAbstractSpinBox *>(object) || qobject_cast<const QComboBox *>(object) ||
           qobject_cast<const QSlider *>(object) || qobject_cast<const QTabBar *>(object);
}

} // namespace

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish && changesByWheel(watched)) {
        // The wheel itself must not give the focus, which would make the second turn count.
        auto *widget = static_cast<QWidget *>(watched);
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
    } else if (event->type() == QEvent::Wheel && changesByWheel(watched) &&
               !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore(); // what lies behind scrolls
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace spotcheck::ui
