#include "ui/guide/guidewindow.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/guide/guidebrowser.h"
#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

// Of an item of the contents.
constexpr int chapterRole = Qt::UserRole;
constexpr int sectionRole = Qt::UserRole + 1;

} // namespace

GuideWindow::GuideWindow(const QString &language, QWidget *parent)
    : QDialog(parent), m_folder(guideFolder(language)), m_chapters(readGuide(m_folder)),
      m_search(new QLineEdit(this)), m_found(new QLabel(this)), m_contents(new QTreeWidget(this)),
      m_browser(new GuideBrowser(this))
{
    setObjectName(QStringLiteral("guideWindow"));
    setWindowTitle(tr("User guide"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_search->setObjectName(QStringLiteral("guideSearch"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setClearButtonEnabled(true);
    m_found->setObjectName(QStringLiteral("guideFound"));
    setTextRole(m_found, TextRole::Small);
    m_found->hide();
    m_contents->setObjectName(QStringLiteral("guideContents"));
    m_contents->setHeaderHidden(true);
    m_contents->setIndentation(spacing::medium);
    m_browser->setObjectName(QStringLiteral("guideBrowser"));
    m_browser->setFrameShape(QFrame::NoFrame);

    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_search);
    column->addWidget(m_found);
    column->addWidget(m_contents, 1);
    if (!m_folder.endsWith(QLatin1Char('/') + language)) {
        auto *note = new QLabel(tr("The guide is in English so far."), this);
        note->setObjectName(QStringLiteral("guideLanguageNote"));
        note->setWordWrap(true);
        setTextRole(note, TextRole::Small);
        column->addWidget(note);
    }
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_browser);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 780});
    splitter->setHandleWidth(spacing::medium);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    row->addWidget(splitter);
    resize(1080, 760);

    connect(m_search, &QLineEdit::textChanged, this, &GuideWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, &GuideWindow::showNextMark);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, &GuideWindow::showSection);
    connect(m_browser, &GuideBrowser::linkFollowed, this, &GuideWindow::followLink);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    fillContents();
    m_contents->setCurrentItem(m_contents->topLevelItem(0));
    m_search->setFocus();
}

void GuideWindow::fillContents()
{
    for (qsizetype chapter = 0; chapter < m_chapters.size(); ++chapter) {
        QTreeWidgetItem *parent = nullptr;
        const QList<GuideSection> &sections = m_chapters[chapter].sections;
        for (qsizetype section = 0; section < sections.size(); ++section) {
            if (sections[section].level > 2)
                continue;
            auto *item = new QTreeWidgetItem({sections[section].title});
            item->setData(0, chapterRole, chapter);
            item->setData(0, sectionRole, section);
            item->setToolTip(0, sections[section].title);
            if (parent)
                parent->addChild(item);
            else
                m_contents->addTopLevelItem(parent = item);
        }
    }
}

void GuideWindow::search(const QString &words)
{
    const QString wanted = words.trimmed();
    int found = 0;
    const auto holds = [&](const QTreeWidgetItem *item) {
        const GuideChapter &chapter = m_chapters[item->data(0, chapterRole).toLongLong()];
        const bool here =
            chapter.sections[item->data(0, sectionRole).toLongLong()].text.contains(wanted, Qt::CaseInsensitive);
        found += here ? 1 : 0;
        return here;
    };
    for (int row = 0; row < m_contents->topLevelItemCount(); ++row) {
        QTreeWidgetItem *chapter = m_contents->topLevelItem(row);
        bool shown = holds(chapter);
        for (int child = 0; child < chapter->childCount(); ++child) {
            const bool here = holds(chapter->child(child));
            chapter->child(child)->setHidden(!here);
            shown |= here;
        }
        chapter->setHidden(!shown);
        chapter->setExpanded(!wanted.isEmpty());
    }
    m_found->setVisible(!wanted.isEmpty());
    m_found->setText(found > 0 ? tr("Found in %n section(s). Enter shows the next place.", nullptr, found)
                               : tr("Not found. Try another word."));
    m_browser->markWords(wanted);
}

void GuideWindow::showNextMark()
{
    if (m_browser->goToNextMark())
        return;
    // On to the next chapter that has the words, and round to the first.
    for (qsizetype step = 1; step <= m_chapters.size(); ++step) {
        const auto row = static_cast<int>((m_current + step) % m_chapters.size());
        QTreeWidgetItem *item = m_contents->topLevelItem(row);
        if (item->isHidden())
            continue;
        m_contents->setCurrentItem(item);
        m_browser->moveCursor(QTextCursor::Start);
        if (m_browser->goToNextMark())
            return;
    }
}

void GuideWindow::showSection(QTreeWidgetItem *item)
{
    if (!item)
        return;
    const qsizetype chapter = item->data(0, chapterRole).toLongLong();
    if (chapter != m_current) {
        m_current = chapter;
        m_browser->showChapter(m_chapters[chapter]);
    }
    const qsizetype section = item->data(0, sectionRole).toLongLong();
    m_browser->goTo(m_chapters[chapter].sections[section].anchor);
    if (item->childCount() > 0)
        item->setExpanded(true);
}

void GuideWindow::followLink(const QString &file, const QString &anchor)
{
    for (int row = 0; row < m_contents->topLevelItemCount(); ++row) {
        QTreeWidgetItem *chapter = m_contents->topLevelItem(row);
        const GuideChapter &target = m_chapters[chapter->data(0, chapterRole).toLongLong()];
        if (file.isEmpty() ? row != m_current : target.file != file)
            continue;
        m_contents->setCurrentItem(chapter);
        if (!anchor.isEmpty())
            m_browser->goTo(anchor);
        return;
    }
}

} // namespace spotcheck::ui
