#pragma once

#include <QWidget>

#include "ui/pages/live/livesession.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace spotcheck::ui {

/// Where pictures come from and where results go: a folder or a camera, and a log.
class LiveSetup : public QWidget {
    Q_OBJECT

public:
    explicit LiveSetup(QWidget *parent = nullptr);

    void setChoice(const LiveChoice &choice);
    LiveChoice choice() const;

    void chooseFolder();
    void chooseLog();

signals:
    void changed();

private:
    QLineEdit *makeField(const char *name, const QString &accessibleName, const QString &help);
    QPushButton *makeButton(const char *name, const QString &text, const QString &help);
    QWidget *makeFolderRow();
    QWidget *makeCameraRow();

    QComboBox *m_source;
    QStackedWidget *m_rows;
    QLineEdit *m_folder = nullptr;
    QCheckBox *m_existing = nullptr;
    QLineEdit *m_address = nullptr;
    QDoubleSpinBox *m_every = nullptr;
    QLineEdit *m_log = nullptr;
};

} // namespace spotcheck::ui
