#include "ui/settings/reporttemplates.h"

#include <QUrl>

namespace spotcheck::ui {

namespace {

const QString groupOfTemplates = QStringLiteral("report/templates");
const QString groupOfLast = QStringLiteral("report");
const QString projectOfLast = QStringLiteral("report/project");

/// A name may hold what settings take for their own, as a slash.
QString keyOf(const QString &name)
{
    return groupOfTemplates + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

template <typename Content, typename Visit>
void forEachValue(Content &content, Visit visit)
{
    visit(QStringLiteral("fieldTitle"), content.fields.title);
    visit(QStringLiteral("fieldCompany"), content.fields.company);
    visit(QStringLiteral("fieldPart"), content.fields.part);
    visit(QStringLiteral("fieldLot"), content.fields.lot);
    visit(QStringLiteral("fieldOperator"), content.fields.operatorName);
    visit(QStringLiteral("fieldLogo"), content.logo);
}

ReportTemplate read(const QSettings &settings, const QString &group)
{
    ReportTemplate content;
    forEachValue(content, [&](const QString &name, QString &value) {
        value = settings.value(group + QLatin1Char('/') + name).toString();
    });
    return content;
}

void write(QSettings &settings, const QString &group, const ReportTemplate &content)
{
    forEachValue(content, [&](const QString &name, const QString &value) {
        settings.setValue(group + QLatin1Char('/') + name, value);
    });
}

} // namespace

QStringList ReportTemplates::names() const
{
    QSettings settings;
    settings.beginGroup(groupOfTemplates);
    QStringList names;
    for (const QString &key : settings.childGroups())
        names << QUrl::fromPercentEncoding(key.toLatin1());
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::optional<ReportTemplate> ReportTemplates::find(const QString &name) const
{
    if (!names().contains(name))
        return {};
    return read(m_settings, keyOf(name));
}

void ReportTemplates::save(const QString &name, const ReportTemplate &content)
{
    write(m_settings, keyOf(name), content);
}

void ReportTemplates::remove(const QString &name)
{
    m_settings.remove(keyOf(name));
}

ReportTemplate ReportTemplates::last(const QString &project) const
{
    ReportTemplate content = read(m_settings, groupOfLast);
    if (m_settings.value(projectOfLast).toString() != project)
        content.fields.lot.clear();
    return content;
}

void ReportTemplates::setLast(const ReportTemplate &content, const QString &project)
{
    write(m_settings, groupOfLast, content);
    m_settings.setValue(projectOfLast, project);
}

} // namespace spotcheck::ui
