#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

/// What the program remembers of its user between two starts: every key, its type and its default, in one place.
class Preferences {
public:
    ColourScheme colourScheme() const;
    void setColourScheme(ColourScheme scheme);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    QString modelFolder() const; ///< where a model was opened or saved last
    void setModelFolder(const QString &folder);

    /// Language of the window as a code; empty: the system's.
    QString language() const;
    void setLanguage(const QString &code);

    QStringList recentProjects() const; ///< files, the last one first
    void addRecentProject(const QString &file);
    void removeRecentProject(const QString &file);

    /// What Live watched last.
    bool liveCamera() const; ///< a camera, and not a folder
    QString liveFolder() const;
    QString liveAddress() const;
    double liveEvery() const; ///< s
    QString liveLog() const;
    void setLive(bool camera, const QString &folder, const QString &address, double every, const QString &log);

    QStringList toldCrashes() const; ///< names of crash reports that the user was told of
    void setToldCrashes(const QStringList &reports);

    int page() const; ///< shown last
    void setPage(int page);

private:
    QSettings m_settings;
};

} // namespace spotcheck::ui
