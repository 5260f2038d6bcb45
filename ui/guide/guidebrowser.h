#pragma once

#include <QTextBrowser>

#include "ui/guide/guidetext.h"

namespace spotcheck::ui {

/// Shows one chapter: pictures as wide as there is room, and the words that were searched for marked.
class GuideBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget *parent = nullptr);

    void showChapter(const GuideChapter &chapter);
    /// Brings the heading to the top of the view; false where the chapter has none of that name.
    bool goTo(const QString &anchor);
    /// Marks what is found of `words` in the chapter.
    void markWords(const QString &words);
    /// Selects the next mark behind the cursor; false at the end.
    bool goToNextMark();

signals:
    /// "file.md#anchor", either part may be missing.
    void linkFollowed(const QString &file, const QString &anchor);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setLines();
    void drawTables();
    void fitPictures();
    void mark();

    QString m_words;
};

} // namespace spotcheck::ui
