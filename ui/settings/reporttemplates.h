#pragma once

#include <optional>

#include <QSettings>
#include <QString>
#include <QStringList>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// What stands on the first page of a report.
struct ReportTemplate {
    ReportFields fields;
    QString logo; ///< file; empty: none
};

/// First pages that the user has given a name, kept with the program's settings.
class ReportTemplates {
public:
    QStringList names() const; ///< in the order of the alphabet
    std::optional<ReportTemplate> find(const QString &name) const;
    void save(const QString &name, const ReportTemplate &content); ///< in place of one of that name
    void remove(const QString &name);

    /// What was on the last report, without a name; its lot only for the project that it was of.
    ReportTemplate last(const QString &project) const;
    void setLast(const ReportTemplate &content, const QString &project);

private:
    QSettings m_settings;
};

} // namespace spotcheck::ui
