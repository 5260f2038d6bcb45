#pragma once

#include <QGroupBox>

#include "ui/settings/reporttemplates.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace spotcheck::ui {

/// What stands on a report's first page: free fields and a logo, kept under a name where wanted.
class ReportFieldsBox : public QGroupBox {
    Q_OBJECT

public:
    /// `project`: whose last lot is shown.
    explicit ReportFieldsBox(const QString &project, QWidget *parent = nullptr);

    ReportFields fields() const { return content().fields; }
    QString logo() const { return content().logo; } ///< file, empty: none
    void remember();                                ///< for the next report

signals:
    void lotChanged();

private:
    QLineEdit *addField(QFormLayout *form, const char *name, const QString &label, const QString &placeholder);
    QLayout *makeTemplateRow();
    QLayout *makeLogoRow();
    ReportTemplate content() const;
    void show(const ReportTemplate &content);
    void listTemplates(const QString &chosen);
    void chooseTemplate();
    void saveTemplate();
    void removeTemplate();
    void chooseLogo();
    void checkLogo();

    ReportTemplates m_templates;
    QString m_project;
    QComboBox *m_name;
    QPushButton *m_remove;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_part = nullptr;
    QLineEdit *m_lot = nullptr;
    QLineEdit *m_operator = nullptr;
    QLineEdit *m_logo;
    QLabel *m_preview;
    QLabel *m_problem;
};

} // namespace spotcheck::ui
