#include "ui/window/crashnotice.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include "ui/settings/preferences.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

std::optional<CrashReport> untoldCrash(Preferences &preferences, const std::filesystem::path &folder)
{
    const QStringList told = preferences.toldCrashes();
    std::optional<CrashReport> untold;
    QStringList known;
    for (const CrashReport &report : crashReports(folder, "spotcheck")) {
        known << fromPath(report.file.filename());
        if (!untold && !told.contains(known.last()))
            untold = report;
    }
    if (untold)
        preferences.setToldCrashes(known);
    return untold;
}

QString crashText(const CrashReport &report)
{
    const QDateTime time = QFileInfo(fromPath(report.file)).lastModified();
    return QCoreApplication::translate("CrashNotice",
                                       "Sorry: Spotcheck crashed on %1. It wrote a report, which was sent to nobody.")
        .arg(QLocale().toString(time, QLocale::ShortFormat));
}

} // namespace spotcheck::ui
