#include "ui/window/undokeys.h"

#include <cmath>

#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QSpinBox>

namespace spotcheck::ui {

namespace {

// What was typed and not yet taken over: another number than the value, or none.
bool hasTyping(const QAbstractSpinBox &field)
{
    bool isNumber = false;
    if (const auto *whole = qobject_cast<const QSpinBox *>(&field))
        return field.locale().toInt(whole->cleanText(), &isNumber) != whole->value() || !isNumber;
    if (const auto *decimal = qobject_cast<const QDoubleSpinBox *>(&field)) {
        const double shown = field.locale().toDouble(decimal->cleanText(), &isNumber);
        return !isNumber || std::abs(shown - decimal->value()) > 0.5 * std::pow(10, -decimal->decimals());
    }
    return true; // an unknown field keeps its keys
}

} // namespace

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *field = qobject_cast<const QAbstractSpinBox *>(watched);
        if (field && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) && !hasTyping(*field)) {
            event->ignore(); // the window's own key follows
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace spotcheck::ui
