#include "ui/settings/preferences.h"

#include <QStandardPaths>

namespace spotcheck::ui {

namespace {
const QString colourSchemeKey = QStringLiteral("view/colourScheme"); // "light", "dark"; anything else: the system's
const QString windowGeometryKey = QStringLiteral("window/geometry");
const QString modelFolderKey = QStringLiteral("files/modelFolder");
const QString recentProjectsKey = QStringLiteral("files/recentProjects");
const QString languageKey = QStringLiteral("view/language"); // "en", "de", "ko"; empty: the system's
const QString pageKey = QStringLiteral("window/page");
const QString liveCameraKey = QStringLiteral("live/isCamera");
const QString liveFolderKey = QStringLiteral("live/folder");
const QString liveAddressKey = QStringLiteral("live/camera"); // number, file or URL
const QString liveEveryKey = QStringLiteral("live/every");    // s
const QString liveLogKey = QStringLiteral("live/log");

const QString toldCrashesKey = QStringLiteral("crashes/told");

constexpr qsizetype mostRecentProjects = 10;
} // namespace

ColourScheme Preferences::colourScheme() const
{
    const QString value = m_settings.value(colourSchemeKey).toString();
    if (value == QLatin1String("light"))
        return ColourScheme::Light;
    return value == QLatin1String("dark") ? ColourScheme::Dark : ColourScheme::FollowSystem;
}

void Preferences::setColourScheme(ColourScheme scheme)
{
    m_settings.setValue(colourSchemeKey, scheme == ColourScheme::Light  ? QStringLiteral("light")
                                         : scheme == ColourScheme::Dark ? QStringLiteral("dark")
                                                                        : QStringLiteral("system"));
}

QStringList Preferences::toldCrashes() const
{
    return m_settings.value(toldCrashesKey).toStringList();
}

void Preferences::setToldCrashes(const QStringList &reports)
{
    m_settings.setValue(toldCrashesKey, reports);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(windowGeometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(windowGeometryKey, geometry);
}

QString Preferences::modelFolder() const
{
    return m_settings.value(modelFolderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .toString();
}

void Preferences::setModelFolder(const QString &folder)
{
    m_settings.setValue(modelFolderKey, folder);
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

void Preferences::setLanguage(const QString &code)
{
    m_settings.setValue(languageKey, code);
}

QStringList Preferences::recentProjects() const
{
    return m_settings.value(recentProjectsKey).toStringList().mid(0, mostRecentProjects);
}

void Preferences::addRecentProject(const QString &file)
{
    QStringList files = recentProjects();
    files.removeAll(file);
    files.prepend(file);
    m_settings.setValue(recentProjectsKey, files.mid(0, mostRecentProjects));
}

void Preferences::removeRecentProject(const QString &file)
{
    QStringList files = recentProjects();
    files.removeAll(file);
    m_settings.setValue(recentProjectsKey, files);
}

bool Preferences::liveCamera() const
{
    return m_settings.value(liveCameraKey, false).toBool();
}

QString Preferences::liveFolder() const
{
    return m_settings.value(liveFolderKey).toString();
}

QString Preferences::liveAddress() const
{
    return m_settings.value(liveAddressKey, QStringLiteral("0")).toString();
}

double Preferences::liveEvery() const
{
    return m_settings.value(liveEveryKey, 1.0).toDouble();
}

QString Preferences::liveLog() const
{
    return m_settings.value(liveLogKey).toString();
}

void Preferences::setLive(bool camera, const QString &folder, const QString &address, double every,
                          const QString &log)
{
    m_settings.setValue(liveCameraKey, camera);
    m_settings.setValue(liveFolderKey, folder);
    m_settings.setValue(liveAddressKey, address);
    m_settings.setValue(liveEveryKey, every);
    m_settings.setValue(liveLogKey, log);
}

int Preferences::page() const
{
    return m_settings.value(pageKey).toInt();
}

void Preferences::setPage(int page)
{
    m_settings.setValue(pageKey, page);
}

} // namespace spotcheck::ui
