#include <memory>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeWidget>

#include "ui/guide/guidewindow.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"

using namespace spotcheck::ui;

class TestGuideWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<GuideWindow> m_window;

    QTextBrowser *browser() const { return m_window->findChild<QTextBrowser *>("guideBrowser"); }
    QTreeWidget *contents() const { return m_window->findChild<QTreeWidget *>("guideContents"); }
    QLineEdit *search() const { return m_window->findChild<QLineEdit *>("guideSearch"); }

    QTreeWidgetItem *chapterOf(const QString &file) const
    {
        for (int row = 0; row < contents()->topLevelItemCount(); ++row) {
            if (m_window->chapters()[row].file == file)
                return contents()->topLevelItem(row);
        }
        return nullptr;
    }

    QString heading() const { return browser()->document()->begin().text(); }

    void open(const QString &language)
    {
        m_window = std::make_unique<GuideWindow>(language);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// Where the link with that target is painted.
    QPoint placeOfLink(const QString &target) const
    {
        for (int y = 0; y < browser()->viewport()->height(); y += 4) {
            for (int x = 0; x < browser()->viewport()->width(); x += 4) {
                if (browser()->anchorAt({x, y}) == target)
                    return {x + 2, y + 2};
            }
        }
        return {};
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ColourScheme::Light); }
    void init() { open("en"); }
    void cleanup() { m_window.reset(); }

    void startsWithTheFirstChapter()
    {
        QCOMPARE(contents()->topLevelItemCount(), m_window->chapters().size());
        QCOMPARE(heading(), QString("First five minutes"));
        QVERIFY(!m_window->findChild<QLabel *>("guideLanguageNote"));
    }

    /// Markdown that the parser took for plain text: "**name…**" before a letter, for one.
    void noSignsAreLeftInTheText_data()
    {
        QTest::addColumn<QString>("language");
        for (const Language &language : languages())
            QTest::newRow(qPrintable(language.code)) << language.code;
    }

    void noSignsAreLeftInTheText()
    {
        QFETCH(QString, language);
        open(language);
        for (int row = 0; row < contents()->topLevelItemCount(); ++row) {
            contents()->setCurrentItem(contents()->topLevelItem(row));
            const QString text = browser()->toPlainText();
            QVERIFY(text.size() > 200);
            for (const QString sign : {"**", "](", "![", "```"})
                QVERIFY2(!text.contains(sign), qPrintable(m_window->chapters()[row].file + ": " + sign));
        }
    }

    void showsPicturesAsWideAsTheRoom()
    {
        const auto widths = [this] {
            QList<int> found;
            for (QTextBlock block = browser()->document()->begin(); block.isValid(); block = block.next()) {
                for (auto part = block.begin(); !part.atEnd(); ++part) {
                    if (part.fragment().charFormat().isImageFormat())
                        found << qRound(part.fragment().charFormat().toImageFormat().width());
                }
            }
            return found;
        };
        QVERIFY(widths().size() >= 3);
        // In the chapter's numbered list, which is set in by a step.
        constexpr int around = 3 * spacing::large;
        const int before = browser()->viewport()->width();
        for (const int width : widths())
            QCOMPARE(width, before - around);
        m_window->resize(m_window->width() - 200, m_window->height());
        QTRY_VERIFY(browser()->viewport()->width() < before);
        for (const int width : widths())
            QCOMPARE(width, browser()->viewport()->width() - around);
        QVERIFY(browser()->horizontalScrollBar()->maximum() == 0);
    }

    void contentsLeadToSections()
    {
        QTreeWidgetItem *chapter = chapterOf("06-thresholds-and-figures.md");
        QVERIFY(chapter && chapter->childCount() > 2);
        contents()->setCurrentItem(chapter);
        QCOMPARE(heading(), chapter->text(0));
        QCOMPARE(browser()->verticalScrollBar()->value(), 0);
        QTreeWidgetItem *section = chapter->child(2);
        contents()->scrollToItem(section);
        QTest::mouseClick(contents()->viewport(), Qt::LeftButton, {}, contents()->visualItemRect(section).center());
        QCOMPARE(browser()->textCursor().block().text(), section->text(0));
        QVERIFY(browser()->verticalScrollBar()->value() > 0);
    }

    void linksLeadToOtherChapters()
    {
        contents()->setCurrentItem(chapterOf("04-choosing-a-detector.md"));
        const QPoint place = placeOfLink("07-compare.md");
        QVERIFY(!place.isNull());
        QTest::mouseClick(browser()->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(contents()->currentItem(), chapterOf("07-compare.md"));
        QCOMPARE(heading(), contents()->currentItem()->text(0));
    }

    void searchKeepsWhatHoldsTheWords()
    {
        QTest::keyClicks(search(), "youden");
        QVERIFY(chapterOf("08-live.md")->isHidden());
        QTreeWidgetItem *chapter = chapterOf("06-thresholds-and-figures.md");
        QVERIFY(!chapter->isHidden());
        int shown = 0;
        for (int child = 0; child < chapter->childCount(); ++child)
            shown += chapter->child(child)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
        QVERIFY(m_window->findChild<QLabel *>("guideFound")->isVisible());

        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(contents()->currentItem(), chapter);
        QCOMPARE(browser()->textCursor().selectedText().toLower(), QString("youden"));
        QVERIFY(!browser()->extraSelections().isEmpty());

        search()->clear();
        QVERIFY(!chapterOf("08-live.md")->isHidden());
        QVERIFY(browser()->extraSelections().isEmpty());
        QVERIFY(!m_window->findChild<QLabel *>("guideFound")->isVisible());
    }

    void enterGoesFromPlaceToPlaceThroughTheChapters()
    {
        QTest::keyClicks(search(), "histogram");
        QStringList visited;
        for (int step = 0; step < 6; ++step) {
            QTest::keyClick(search(), Qt::Key_Return);
            QCOMPARE(browser()->textCursor().selectedText().toLower(), QString("histogram"));
            visited << contents()->currentItem()->text(0);
        }
        visited.removeDuplicates();
        QVERIFY2(visited.size() >= 2, qPrintable(visited.join(", ")));
    }

    void wordsThatAreNowhereAreSaid()
    {
        QTest::keyClicks(search(), "xylophone");
        for (int row = 0; row < contents()->topLevelItemCount(); ++row)
            QVERIFY(contents()->topLevelItem(row)->isHidden());
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(heading(), QString("First five minutes"));
        QVERIFY(!m_window->findChild<QLabel *>("guideFound")->text().isEmpty());
    }

    void aLanguageWithoutGuideIsSaid()
    {
        open("xx");
        QVERIFY(m_window->findChild<QLabel *>("guideLanguageNote"));
        QCOMPARE(heading(), QString("First five minutes"));
    }
};

QTEST_MAIN(TestGuideWindow)
#include "test_guidewindow.moc"
