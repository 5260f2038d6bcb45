#include "ui/window/preferences.h"

#include <QStandardPaths>

namespace spotcheck::ui {

namespace {
const QString colourSchemeKey = QStringLiteral("view/colourScheme"); // "light", "dark"; anything else: the system's
const QString windowGeometryKey = QStringLiteral("window/geometry");
const QString modelFolderKey = QStringLiteral("files/modelFolder");
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

} // namespace spotcheck::ui
