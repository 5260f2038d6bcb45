#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace spotcheck::ui {

/// What can be done by keyboard: the window's commands with their keys, and those of each page.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    /// Commands of the whole window, and those of two pages. Those without a key are left out.
    explicit ShortcutsDialog(const QList<QAction *> &window, const QList<QAction *> &images = {},
                             const QList<QAction *> &inspect = {}, QWidget *parent = nullptr);
};

} // namespace spotcheck::ui
