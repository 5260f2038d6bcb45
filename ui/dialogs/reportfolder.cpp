#include "ui/dialogs/reportfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include "ui/report/fittingname.h"

namespace spotcheck::ui {

namespace {

/// As all common file systems take it; a lot number may hold a slash.
QString folderName(const QString &name)
{
    static const QRegularExpression refused(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]"));
    QString fitting = name.simplified();
    fitting.replace(refused, QStringLiteral("-"));
    static const QRegularExpression lastDots(QStringLiteral("[. ]+$"));
    return fitting.remove(lastDots);
}

} // namespace

QString freeFolder(const QString &parent, const QString &name)
{
    const std::string stem = folderName(name).toStdString();
    const auto numbered = [&](int number) {
        const std::string ending = number > 1 ? ' ' + std::to_string(number) : std::string();
        return QDir(parent).filePath(QString::fromStdString(fittingFileName(stem, ending)));
    };
    int number = 1;
    while (QFileInfo::exists(numbered(number)))
        ++number;
    return numbered(number);
}

} // namespace spotcheck::ui
