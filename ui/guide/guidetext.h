#pragma once

#include <QList>
#include <QString>

namespace spotcheck::ui {

/// What stands under one heading of the guide.
struct GuideSection {
    QString title;
    QString anchor; ///< as in "chapter.md#anchor"
    int level = 1;  ///< of the heading, 1 for the chapter's own
    QString text;   ///< without Markdown's signs, to be searched
};

/// One file of the guide.
struct GuideChapter {
    QString file; ///< name alone: "3-train.md"
    QString markdown;
    QList<GuideSection> sections; ///< the first is the chapter itself
};

/// "Miss rate: what it is" as "miss-rate-what-it-is", the way that web pages of repositories do it.
QString guideAnchor(const QString &heading);

GuideChapter readGuideChapter(const QString &file, const QString &markdown);

/// The chapters in `folder`, in the order of their names.
QList<GuideChapter> readGuide(const QString &folder);

/// The folder of the guide in `language`, or in English where there is none.
QString guideFolder(const QString &language);

} // namespace spotcheck::ui
