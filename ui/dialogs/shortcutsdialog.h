#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace spotcheck::ui {

/// What can be done by keyboard: the window's commands with their keys, and the keys of each page.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// `commands`: those without a key are left out.
    explicit ShortcutsDialog(const QList<QAction *> &commands, QWidget *parent = nullptr);
};

} // namespace spotcheck::ui
