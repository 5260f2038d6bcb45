#include "ui/guide/guidetext.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace spotcheck::ui {

namespace {

/// What a reader sees of a line of Markdown, near enough for a search.
QString plainLine(QString line)
{
    static const QRegularExpression picture(QStringLiteral(R"(!\[([^\]]*)\]\([^)]*\))"));
    static const QRegularExpression link(QStringLiteral(R"(\[([^\]]*)\]\([^)]*\))"));
    static const QRegularExpression signs(QStringLiteral(R"(\*\*|`|^\|[-|: ]+\|$|^#+ )"));
    return line.replace(picture, QStringLiteral("\\1"))
        .replace(link, QStringLiteral("\\1"))
        .remove(signs)
        .replace(QLatin1Char('|'), QLatin1Char(' '))
        .simplified();
}

} // namespace

QString guideAnchor(const QString &heading)
{
    static const QRegularExpression dropped(QStringLiteral("[^\\w -]"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return plainLine(heading).toLower().remove(dropped).replace(QLatin1Char(' '), QLatin1Char('-'));
}

GuideChapter readGuideChapter(const QString &file, const QString &markdown)
{
    static const QRegularExpression heading(QStringLiteral("^(#+) (.+)$"));
    GuideChapter chapter{file, markdown, {}};
    bool code = false;
    for (const QString &line : markdown.split(QLatin1Char('\n'))) {
        code ^= line.startsWith(QLatin1String("```"));
        const QRegularExpressionMatch match = heading.match(line);
        if (!code && match.hasMatch()) {
            const QString title = plainLine(match.captured(2));
            chapter.sections.append({title, guideAnchor(title), static_cast<int>(match.capturedLength(1)), title});
        } else if (!chapter.sections.isEmpty()) {
            chapter.sections.back().text += QLatin1Char(' ') + plainLine(line);
        }
    }
    return chapter;
}

QList<GuideChapter> readGuide(const QString &folder)
{
    QList<GuideChapter> chapters;
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        QFile file(folder + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly))
            chapters.append(readGuideChapter(name, QString::fromUtf8(file.readAll())));
    }
    return chapters;
}

QString guideFolder(const QString &language)
{
    const QString folder = QStringLiteral(":/guide/") + language;
    return QDir(folder).exists() ? folder : QStringLiteral(":/guide/en");
}

} // namespace spotcheck::ui
