#include <atomic>
#include <memory>

#include <QDateTime>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>
#include <QUndoStack>
#include <QtTest>

#include "dropping.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/images/imagespage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

class TestImagesPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColourScheme::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_document = std::make_unique<Document>();
        m_jobs = std::make_unique<JobRunner>();
        m_page = std::make_unique<ImagesPage>(m_document.get(), m_jobs.get());
        m_page->resize(1200, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_jobs.reset();
        m_document.reset();
    }

    void emptyLanesSayWhatToDo()
    {
        for (const char *name : {"normalLaneEmptyAdd", "normalLaneEmptySample", "testLaneEmptyAdd"})
            QVERIFY2(find<QAbstractButton>(name)->isVisible(), name);
        QCOMPARE(find<QLabel>("normalLaneCount")->text(), QString("no pictures yet"));
    }

    void aDroppedDatasetFillsBothLanes()
    {
        writeTinyDataset(path("plates"));
        QVERIFY(dropFiles(view("normalLane")->viewport(), {path("plates")}));
        QTRY_COMPARE(count(Lane::Normal), 4);
        QCOMPARE(count(Lane::Test), 5);
        QCOMPARE(m_document->name(), QString("plates"));
        QCOMPARE(find<QLabel>("testLaneCount")->text(), QString("5: 2 good, 3 defective"));
        QVERIFY(!m_document->samples(Lane::Test).back().mask.empty());
        QCOMPARE(m_document->undoStack()->count(), 1); // one step back empties both
        m_document->undoStack()->undo();
        QCOMPARE(count(Lane::Normal) + count(Lane::Test), 0);
    }

    void anotherDatasetIsAdded()
    {
        writeTinyDataset(path("plates"));
        writeTinyDataset(path("others"), 3);
        m_page->addDataset(path("plates"));
        QTRY_COMPARE(count(Lane::Normal), 4);
        QTRY_VERIFY(!m_jobs->isBusy());
        m_page->addDataset(path("others"));
        QTRY_COMPARE(count(Lane::Normal), 7);
        QCOMPARE(count(Lane::Test), 10);
        QCOMPARE(m_document->name(), QString("plates"));
        QCOMPARE(m_document->undoStack()->undoText(), QString("add others"));
        m_document->undoStack()->undo();
        QCOMPARE(count(Lane::Test), 5);

        QTRY_VERIFY(!m_jobs->isBusy());
        m_page->addDataset(path("plates")); // once more
        QTRY_VERIFY(find<MessageBar>("imagesMessages")->text().startsWith("9 picture(s) were there already"));
        QCOMPARE(count(Lane::Normal), 4);
        QVERIFY(m_document->undoStack()->canRedo()); // no step that does nothing
    }

    void theNameIsPartOfTheStep()
    {
        writeTinyDataset(path("plates"));
        writeTinyDataset(path("others"), 3);
        m_page->openDataset(path("plates"));
        QTRY_COMPARE(count(Lane::Normal), 4);
        QTRY_VERIFY(!m_jobs->isBusy());
        m_page->openDataset(path("others")); // which replaces
        QTRY_COMPARE(count(Lane::Normal), 3);
        QCOMPARE(m_document->name(), QString("others"));
        QCOMPARE(m_document->undoStack()->count(), 2);
        m_document->undoStack()->undo();
        QCOMPARE(count(Lane::Normal), 4);
        QCOMPARE(m_document->name(), QString("plates"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->name().isEmpty());
    }

    void droppedFilesGoToTheirLane_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("lane");
        QTest::newRow("normal lane") << "normalLane" << int(Lane::Normal);
        QTest::newRow("test lane") << "testLane" << int(Lane::Test);
    }
    void droppedFilesGoToTheirLane()
    {
        QFETCH(QString, target);
        QFETCH(int, lane);
        writeTinyPicture(path("a.png"), 1);
        writeTinyPicture(path("more/b.png"), 2);
        QVERIFY(dropFiles(find<QWidget>(target.toLatin1()), {path("a.png"), path("more")}));
        QTRY_COMPARE(count(Lane(lane)), 2);
        QTRY_VERIFY(!m_jobs->isBusy());
        QVERIFY(dropFiles(find<QWidget>(target.toLatin1()), {path("a.png")}));
        QTRY_VERIFY(find<MessageBar>("imagesMessages")->isVisible());
        QVERIFY(find<MessageBar>("imagesMessages")->text().contains("already"));
        QCOMPARE(count(Lane(lane)), 2);
    }

    void unreadableFilesAreListedWithTheirReason()
    {
        writeTinyPicture(path("a.png"), 1);
        writeBrokenPicture(path("broken.png"));
        writeBrokenPicture(path("notes.txt"));
        QVERIFY(dropFiles(view("testLane")->viewport(),
                          {path("a.png"), path("broken.png"), path("notes.txt"), path("gone.png")}));
        QTRY_COMPARE(count(Lane::Test), 1);
        auto *summary = find<QToolButton>("problemsSummary");
        QTRY_VERIFY(summary->isVisible());
        QVERIFY2(summary->text().startsWith("3 "), qPrintable(summary->text()));
        auto *list = find<QTreeWidget>("problemsList");
        QVERIFY(!list->isVisible());
        QTest::mouseClick(summary, Qt::LeftButton);
        QVERIFY(list->isVisible());
        QCOMPARE(list->topLevelItemCount(), 3);
        for (const char *file : {"broken.png", "notes.txt", "gone.png"}) {
            const auto rows = list->findItems(file, Qt::MatchExactly, 0);
            QVERIFY2(rows.size() == 1 && rows.first()->text(1).length() > 20, file);
        }
        QTest::mouseClick(find<QToolButton>("problemsClose"), Qt::LeftButton);
        QVERIFY(!summary->isVisible());
    }

    void pathsWithoutALaneAreAskedFor()
    {
        writeTinyPicture(path("a.png"), 1);
        m_page->addPaths({path("a.png")});
        auto *bar = find<MessageBar>("imagesMessages");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(count(Lane::Normal) + count(Lane::Test), 0);
        QTest::mouseClick(find<QAbstractButton>("askTest"), Qt::LeftButton);
        QCOMPARE(count(Lane::Test), 1);
        QVERIFY(!bar->isVisible());
    }

    void aFolderWithoutPicturesSaysSo()
    {
        writeBrokenPicture(path("empty/readme.txt"));
        m_page->addPaths({path("empty")}, Lane::Normal);
        QTRY_VERIFY(find<MessageBar>("imagesMessages")->isVisible());
        QVERIFY(find<MessageBar>("imagesMessages")->text().contains("PNG"));
    }

    void labelsByKey()
    {
        addTests(3);
        QListView *list = view("testLane");
        select(list, 0);
        QTest::keyClick(list, Qt::Key_D);
        QCOMPARE(m_document->samples(Lane::Test)[0].label, Label::Defective);
        QTest::keyClick(list, Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_G);
        QCOMPARE(m_document->samples(Lane::Test)[0].label, Label::Defective);
        QCOMPARE(m_document->samples(Lane::Test)[1].label, Label::Good);
        QCOMPARE(find<QLabel>("testLaneCount")->text(), QString("3: 1 good, 1 defective, 1 without label"));
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list, Qt::Key_U);
        QCOMPARE(find<QLabel>("testLaneCount")->text(), QString("3: 0 good, 0 defective, 3 without label"));
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QCOMPARE(m_document->samples(Lane::Test)[0].label, Label::Defective);
        QCOMPARE(m_document->samples(Lane::Test)[1].label, Label::Unlabelled);
    }

    void aDefectTypeIsTyped()
    {
        addTests(2);
        select(view("testLane"), 1);
        auto *type = find<QWidget>("testLaneDefectType");
        QTest::keyClicks(type, "dent");
        QTest::keyClick(type, Qt::Key_Return);
        QCOMPARE(m_document->samples(Lane::Test)[1].defectType, std::string("dent"));
        QCOMPARE(m_document->samples(Lane::Test)[1].label, Label::Defective);
    }

    void deleteRemovesAndUndoBringsBack()
    {
        addTests(4);
        QListView *list = view("testLane");
        select(list, 1);
        QTest::keyClick(list, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(count(Lane::Test), 2);
        QCOMPARE(list->currentIndex().row(), 1); // the reader stays where he was
        m_document->undoStack()->undo();
        QCOMPARE(count(Lane::Test), 4);
    }

    void withoutASelectionNothingCanBeDone()
    {
        addTests(1);
        for (const char *name : {"testLaneGoodButton", "testLaneMoveButton", "testLaneRemoveButton"})
            QVERIFY2(!find<QToolButton>(name)->isEnabled(), name);
        select(view("testLane"), 0);
        QVERIFY(find<QToolButton>("testLaneGoodButton")->isEnabled());
        QTest::mouseClick(find<QToolButton>("testLaneGoodButton"), Qt::LeftButton);
        QCOMPARE(m_document->samples(Lane::Test)[0].label, Label::Good);
    }

    void tilesAreDraggedToTheOtherLane()
    {
        addTests(3);
        QListView *tests = view("testLane");
        const std::unique_ptr<QMimeData> dragged(
            tests->model()->mimeData({tests->model()->index(0, 0), tests->model()->index(2, 0)}));
        QVERIFY(!drop(tests->viewport(), *dragged)); // onto itself: nothing to do
        QVERIFY(drop(find<QWidget>("normalLane"), *dragged));
        QCOMPARE(count(Lane::Normal), 2);
        QCOMPARE(count(Lane::Test), 1);
        m_document->undoStack()->undo();
        QCOMPARE(count(Lane::Test), 3);
    }

    void aBrokenTileSaysWhy()
    {
        writeTinyPicture(path("a.png"), 1);
        m_page->addPaths({path("a.png")}, Lane::Test);
        QTRY_COMPARE(count(Lane::Test), 1);
        QTRY_VERIFY(!m_jobs->isBusy());
        // A picture that goes bad after it was added: the tile must not stay empty without a word.
        writeBrokenPicture(path("b.png"));
        Sample bad;
        bad.image = toPath(path("b.png"));
        m_document->addSamples(Lane::Test, {bad});
        QListView *list = view("testLane");
        QTRY_VERIFY(list->isVisible());
        const QPoint tile = list->visualRect(list->model()->index(1, 0)).center();
        const auto tip = [&] {
            QHelpEvent help(QEvent::ToolTip, tile, list->viewport()->mapToGlobal(tile));
            QCoreApplication::sendEvent(list->viewport(), &help);
            return QToolTip::text();
        };
        QTRY_VERIFY2(tip().contains("not a picture"), qPrintable(tip()));
    }

    void aHundredThousandTilesAreLaidOut()
    {
        std::vector<Sample> many(100'000);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i].image = "/parts/" + std::to_string(i) + ".png";
        m_document->addSamples(Lane::Test, std::move(many));
        QListView *list = view("testLane");
        list->scrollToBottom();
        QVERIFY(list->viewport()->rect().intersects(list->visualRect(list->model()->index(99'999, 0))));
    }

    void theSampleOpens()
    {
        QVERIFY(QDir().mkpath(path("sample/train/good"))); // as a drawing that was broken off leaves it
        m_page->openSample(path("sample"));
        QSignalSpy finished(m_jobs.get(), &JobRunner::finished);
        QVERIFY(finished.wait(120'000));
        QCOMPARE(count(Lane::Normal), 60);
        QCOMPARE(find<QLabel>("testLaneCount")->text(), QString("60: 20 good, 40 defective"));

        // The second time it is only read.
        const QString one = fromPath(m_document->samples(Lane::Normal).front().image);
        const QDateTime drawn = QFileInfo(one).lastModified();
        m_page->openSample(path("sample"));
        QVERIFY(finished.wait(120'000));
        QCOMPARE(QFileInfo(one).lastModified(), drawn);
        QCOMPARE(count(Lane::Normal), 60);
    }

    void aBusyRunnerIsTold()
    {
        std::atomic_bool stop = false;
        m_jobs->start("Long work",
                      [&stop](JobMonitor &monitor) {
                          while (!stop)
                              monitor.throwIfCancelled();
                      },
                      {});
        writeTinyPicture(path("a.png"), 1);
        m_page->addPaths({path("a.png")}, Lane::Test);
        QVERIFY(find<MessageBar>("imagesMessages")->text().contains("Long work"));
        m_jobs->cancelAndWait();
    }

private:
    template <class T>
    T *find(const char *name)
    {
        T *widget = m_page->findChild<T *>(name);
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    QListView *view(const char *lane) { return find<QListView>(QByteArray(lane) + "View"); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    int count(Lane lane) const { return static_cast<int>(m_document->samples(lane).size()); }

    void addTests(int number)
    {
        QStringList files;
        for (int i = 0; i < number; ++i) {
            files << path(QString("%1.png").arg(i));
            writeTinyPicture(files.last(), i);
        }
        m_page->addPaths(files, Lane::Test);
        QTRY_COMPARE(count(Lane::Test), number);
        QTRY_VERIFY(!m_jobs->isBusy());
    }

    void select(QListView *list, int row)
    {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list->visualRect(list->model()->index(row, 0)).center());
        QCOMPARE(list->currentIndex().row(), row);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<ImagesPage> m_page;
};

QTEST_MAIN(TestImagesPage)
#include "test_imagespage.moc"
