#pragma once

#include <QDialog>

#include "ui/guide/guidetext.h"

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace spotcheck::ui {

class GuideBrowser;

/// The user guide: contents and search on the left, the chapter on the right. It stands beside the main window.
class GuideWindow : public QDialog {
    Q_OBJECT

public:
    /// `language`: as in `languages()`; where the guide has none of it, it is shown in English and says so.
    explicit GuideWindow(const QString &language, QWidget *parent = nullptr);

    const QList<GuideChapter> &chapters() const { return m_chapters; }

private:
    void fillContents();
    void search(const QString &words);
    void showNextMark();
    void showSection(QTreeWidgetItem *item);
    void followLink(const QString &file, const QString &anchor);

    QString m_folder;
    QList<GuideChapter> m_chapters;
    qsizetype m_current = -1; ///< chapter shown
    QLineEdit *m_search;
    QLabel *m_found;
    QTreeWidget *m_contents;
    GuideBrowser *m_browser;
};

} // namespace spotcheck::ui
