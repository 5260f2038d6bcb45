#include <cmath>
#include <memory>
#include <random>

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <csignal>

#include <spotcheck/core/runtime.h>

#include "dropping.h"
#include "randomweights.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/scorehistogram.h"
#include "ui/project/autosave.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/window/mainwindow.h"
#include "ui/window/projectcontroller.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

namespace {

constexpr const char *dieAtWork = "--die-at-work";

/// This program once more, at work until somebody kills it: labels are changed all the time, and copies of the work
/// are written all the time.
int workUntilKilled(const QString &folder)
{
    MainWindow window(WeightsStore(toPath(folder + "/weights"), {}), toPath(folder + "/autosave"));
    window.show();
    window.projects()->autosave()->setDelay(1);
    window.open(folder + "/plates");
    QTextStream out(stdout);
    QObject::connect(window.projects()->autosave(), &Autosave::saved, &window,
                     [&out] { out << "saved" << Qt::endl; });
    QTimer labelling;
    int turn = 0;
    QObject::connect(&labelling, &QTimer::timeout, &window, [&window, &turn] {
        if (window.document()->samples(Lane::Test).size() == 5)
            window.document()->setLabel(Lane::Test, {0, 1}, ++turn % 2 ? Label::Defective : Label::Good);
    });
    labelling.start(3);
    return QApplication::exec();
}

} // namespace

/// A day of a quality engineer in one window, by mouse and keys; then a day that ends badly.
class TestUsersDay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { openWindow(); }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { QSettings().clear(); }

    void fromDropToReopenedProject();
    void workSurvivesAKillAtAnyMoment();

private:
    void openWindow();
    void dropThePictures();
    void labelTheTestPictures();
    void trainAfterACancelledTry();
    void inspectAndDragTheThreshold();
    void walkThePictures();
    void takeEverythingBackAndDoItAgain();
    void saveAndReopen();

    template <class T>
    T *find(const char *name) const
    {
        T *found = m_window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    Document *document() const { return m_window->document(); }
    void goTo(const char *page) const { QTest::mouseClick(find<QToolButton>(page), Qt::LeftButton); }
    void selectTile(QListView *list, int row) const
    {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list->visualRect(list->model()->index(row, 0)).center());
        QCOMPARE(list->currentIndex().row(), row);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestUsersDay::initTestCase()
{
    QSettings().clear();
    QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
    writeRandomResNet18(toPath(m_folder.filePath("weights/embedded-resnet18.safetensors")));
    writeTinyDataset(m_folder.filePath("plates"), 8);
}

void TestUsersDay::openWindow()
{
    m_window = std::make_unique<MainWindow>(WeightsStore(toPath(m_folder.filePath("weights")), {}),
                                            toPath(m_folder.filePath("autosave")));
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestUsersDay::fromDropToReopenedProject()
{
    for (const auto step :
         {&TestUsersDay::dropThePictures, &TestUsersDay::labelTheTestPictures, &TestUsersDay::trainAfterACancelledTry,
          &TestUsersDay::inspectAndDragTheThreshold, &TestUsersDay::walkThePictures,
          &TestUsersDay::takeEverythingBackAndDoItAgain, &TestUsersDay::saveAndReopen}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TestUsersDay::dropThePictures()
{
    goTo("rail_images");
    QVERIFY(dropFiles(find<QListView>("normalLaneView")->viewport(), {m_folder.filePath("plates/train/good")}));
    QTRY_COMPARE(document()->samples(Lane::Normal).size(), std::size_t{8});
    QTRY_VERIFY(!m_window->jobs()->isBusy());
    QVERIFY(dropFiles(find<QListView>("testLaneView")->viewport(),
                      {m_folder.filePath("plates/test/good"), m_folder.filePath("plates/test/scratch")}));
    QTRY_COMPARE(document()->samples(Lane::Test).size(), std::size_t{5});
    QTRY_VERIFY(!m_window->jobs()->isBusy());
}

void TestUsersDay::labelTheTestPictures()
{
    auto *tests = find<QListView>("testLaneView");
    selectTile(tests, 0);
    QTest::keyClick(tests, Qt::Key_G);
    QTest::keyClick(tests, Qt::Key_Right);
    QTest::keyClick(tests, Qt::Key_G);
    QTest::keyClick(tests, Qt::Key_Right);
    QTest::keyClick(tests, Qt::Key_End, Qt::ShiftModifier);
    QTest::keyClick(tests, Qt::Key_D);
    QCOMPARE(find<QLabel>("testLaneCount")->text(), QString("5: 2 good, 3 defective"));
    auto *type = find<QWidget>("testLaneDefectType");
    QTest::keyClicks(type, "scratch");
    QTest::keyClick(type, Qt::Key_Return);
    QCOMPARE(document()->samples(Lane::Test)[4].defectType, std::string("scratch"));
}

void TestUsersDay::trainAfterACancelledTry()
{
    QTest::mouseClick(find<QPushButton>("checksTrain"), Qt::LeftButton); // the page's next step
    QCOMPARE(m_window->focusWidget(), find<QWidget>("detectorCard_patchcore"));
    QTest::mouseClick(find<QAbstractButton>("detectorCard_patchcore"), Qt::LeftButton);
    find<QSpinBox>("inputSize")->setValue(512); // long enough to be cancelled
    QSignalSpy progressed(m_window->jobs(), &JobRunner::progressed);
    QSignalSpy cancelled(m_window->jobs(), &JobRunner::cancelled);
    QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
    QVERIFY(progressed.wait(60'000));
    QVERIFY(find<QWidget>("trainingBar")->isVisible());
    QTest::mouseClick(find<QAbstractButton>("trainingCancel"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, 20'000);
    QVERIFY(document()->models().empty());

    find<QSpinBox>("inputSize")->setValue(64);
    QSignalSpy succeeded(m_window->jobs(), &JobRunner::succeeded);
    QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
    QVERIFY(succeeded.wait(60'000));
    QVERIFY(document()->model());
}

void TestUsersDay::inspectAndDragTheThreshold()
{
    auto *page = m_window->findChild<InspectPage *>();
    QSignalSpy summary(page, &InspectPage::summaryShown);
    QTest::mouseClick(find<QAbstractButton>("trainingInspect"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!summary.isEmpty(), 60'000);
    const std::shared_ptr<const Evaluation> evaluation = document()->evaluation();
    QVERIFY(evaluation);
    QCOMPARE(evaluation->results.size(), std::size_t{5});

    // From end to end in steps: at each, the page shows what the engine counts.
    auto *histogram = page->findChild<ScoreHistogram *>();
    auto *plot = find<QWidget>("scoreHistogramPlot");
    QTest::qWait(50); // the queued repaint lays out the axes
    double lowest = std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::lowest();
    for (const InspectionResult &result : evaluation->results) {
        lowest = std::min(lowest, result.prediction->score);
        highest = std::max(highest, result.prediction->score);
    }
    const auto at = [&](double score) { return plot->mapFrom(histogram, histogram->positionOf(score)); };
    QTest::mousePress(plot, Qt::LeftButton, {}, at(document()->operatingPoint().threshold));
    for (int step = 0; step <= 6; ++step) {
        QTest::mouseMove(plot, at(lowest + (highest - lowest) * step / 6));
        const Confusion counted = evaluation->scores.confusionAt(document()->operatingPoint().threshold);
        const auto shown = [this](const char *cell) { return find<QAbstractButton>(cell)->text().toLongLong(); };
        QCOMPARE(shown("confusionFound"), qlonglong(counted.truePositives));
        QCOMPARE(shown("confusionMissed"), qlonglong(counted.falseNegatives));
        QCOMPARE(shown("confusionFalseAlarm"), qlonglong(counted.falsePositives));
        QCOMPARE(shown("confusionRight"), qlonglong(counted.trueNegatives));
    }
    QTest::mouseRelease(plot, Qt::LeftButton, {}, at((lowest + highest) / 2));
    QCOMPARE(document()->operatingPoint().origin, OperatingPoint::Origin::ByHand);
}

void TestUsersDay::walkThePictures()
{
    auto *page = m_window->findChild<InspectPage *>();
    auto *list = find<QListView>("resultList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QSet<int> rows; // of the evaluation, in the order of the list
    QSignalSpy shown(page, &InspectPage::pictureShown);
    for (int row = 0; row < 5; ++row) {
        QCOMPARE(list->currentIndex().row(), row);
        shown.clear();
        QTest::keyClick(list, Qt::Key_Down);
        if (row == 4)
            break;                     // the last one stays
        QTRY_VERIFY(!shown.isEmpty()); // the next picture, with its map
        rows.insert(shown.last().first().toInt());
    }
    QCOMPARE(rows.size(), 4);
}

void TestUsersDay::takeEverythingBackAndDoItAgain()
{
    const std::vector<Sample> tests = document()->samples(Lane::Test);
    const double threshold = document()->operatingPoint().threshold;
    QUndoStack *undo = document()->undoStack();
    const int steps = undo->count();
    QVERIFY2(steps >= 6, qPrintable(QString::number(steps))); // two drops, labels, a type, a drag
    for (int step = 0; step < steps; ++step)
        find<QAction>("undo")->trigger();
    QVERIFY(document()->samples(Lane::Normal).empty() && document()->samples(Lane::Test).empty());
    QVERIFY(!find<QAction>("undo")->isEnabled());
    for (int step = 0; step < steps; ++step)
        find<QAction>("redo")->trigger();
    QVERIFY(document()->samples(Lane::Test) == tests);
    QCOMPARE(document()->operatingPoint().threshold, threshold);
    QVERIFY(document()->evaluation() && document()->evaluation()->results.size() == 5);
}

void TestUsersDay::saveAndReopen()
{
    const std::vector<Sample> tests = document()->samples(Lane::Test);
    const double threshold = document()->operatingPoint().threshold;
    const QString file = m_folder.filePath("day.spotproj");
    find<QAction>("saveProject")->trigger();
    auto *dialog = find<QFileDialog>("saveProjectDialog");
    dialog->findChild<QLineEdit *>("fileNameEdit")->setText(file);
    QSignalSpy saved(m_window->projects(), &ProjectController::fileChanged);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 20'000);
    QVERIFY(!document()->isModified());
    QTRY_VERIFY(find<QLabel>("jobWords")->text().startsWith("day.spotproj was saved at"));
    m_window->close();

    openWindow();
    QSignalSpy opened(m_window->projects(), &ProjectController::opened);
    m_window->open(file);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 20'000);
    QTRY_VERIFY(!m_window->jobs()->isBusy());
    QVERIFY(document()->samples(Lane::Test) == tests);
    QVERIFY(document()->model());
    QCOMPARE(document()->operatingPoint().threshold, threshold);
}

void TestUsersDay::workSurvivesAKillAtAnyMoment()
{
    m_window.reset();              // the other program is alone with the folder
    std::mt19937 random(20261126); // NOLINT: the same moments in every run
    std::uniform_int_distribution<int> moment(0, 60);
    constexpr int kills = 8;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {dieAtWork, m_folder.path()});
        QVERIFY(other.waitForStarted());
        QByteArray said;
        while (said.count("saved") < 3) {
            QVERIFY2(other.waitForReadyRead(60'000), "no copy of the work was written");
            said += other.readAllStandardOutput();
        }
        QTest::qSleep(moment(random));
        QVERIFY(::kill(static_cast<pid_t>(other.processId()), SIGKILL) == 0);
        QVERIFY(other.waitForFinished());
        QCOMPARE(other.exitStatus(), QProcess::CrashExit);

        openWindow();
        QSignalSpy offered(m_window->projects(), &ProjectController::lostWorkFound);
        m_window->offerLostWork();
        QCOMPARE(offered.count(), 1);
        QSignalSpy opened(m_window->projects(), &ProjectController::opened);
        QTest::mouseClick(find<QPushButton>("recoverWork"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 20'000);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QCOMPARE(document()->samples(Lane::Normal).size(), std::size_t{8});
        QCOMPARE(document()->samples(Lane::Test).size(), std::size_t{5});
        QCOMPARE(document()->samples(Lane::Test)[0].label,
                 document()->samples(Lane::Test)[1].label); // whole edits only
        m_window->projects()->autosave()->discard();        // given up
        m_window.reset();
    }
    QVERIFY(QDir(m_folder.filePath("autosave")).entryList({"*.spotproj"}, QDir::Files).isEmpty());
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("spotcheck-test");
    QCoreApplication::setApplicationName("test_usersday");
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    applyTheme(application, ColourScheme::Light);
    configureRuntime(2);
    if (argc > 2 && QLatin1String(argv[1]) == QLatin1String(dieAtWork))
        return workUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestUsersDay test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_usersday.moc"
