#pragma once

#include <QDialog>

namespace spotcheck::ui {

/// Name, version, licence and the versions of the libraries in use.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace spotcheck::ui
