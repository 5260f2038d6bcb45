#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QLockFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "dropping.h"
#include "randomweights.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/project/projectfile.h"
#include "ui/project/projectstore.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// A day with projects: saving, reopening, moving pictures, losing power.
class TestProjects : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    int m_autosaves = 0;

    WeightsStore store() const { return WeightsStore(toPath(m_folder.filePath("weights")), {}); }
    std::filesystem::path autosaveFolder() const
    {
        return toPath(m_folder.filePath(QString("autosave%1").arg(m_autosaves)));
    }

    Document *document() const { return m_window->document(); }
    ProjectController *projects() const { return m_window->projects(); }

    void openWindow()
    {
        m_window = std::make_unique<MainWindow>(store(), autosaveFolder());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    template <class T>
    T *find(const char *name) const
    {
        T *found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

    std::shared_ptr<const Model> trained() const
    {
        TrainingOptions options;
        options.detector = "patchcore";
        options.backbone = "resnet18";
        options.preprocessing.inputSize = 64;
        options.parameters = {{"coreset_ratio", 0.2}};
        options.calibrationShare = 0.25;
        JobMonitor monitor;
        return Model::train(document()->samples(Lane::Normal), options, store(), monitor);
    }

    void openPlates()
    {
        m_window->open(m_folder.filePath("plates"));
        QTRY_COMPARE(document()->samples(Lane::Test).size(), 5u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
    }

    void saveAs(const QString &file)
    {
        find<QAction>("saveProjectAs")->trigger();
        auto *dialog = find<QFileDialog>("saveProjectDialog");
        dialog->findChild<QLineEdit *>("fileNameEdit")->setText(file);
        QSignalSpy saved(projects(), &ProjectController::fileChanged);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_COMPARE(saved.count(), 1);
    }

    void openProjectFile(const QString &file)
    {
        QSignalSpy opened(projects(), &ProjectController::opened);
        m_window->open(file);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
    }

    /// Presses a button of the question with that name, which must be open.
    void answer(const char *question, QMessageBox::StandardButton button) const
    {
        QPointer<QMessageBox> box;
        for (QMessageBox *candidate : m_window->findChildren<QMessageBox *>(question))
            box = candidate->isVisible() ? candidate : box.data(); // one that was answered may not be deleted yet
        QVERIFY(box);
        QTest::mouseClick(box->button(button), Qt::LeftButton);
        QTRY_VERIFY(!box || !box->isVisible());
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("spotcheck-test");
        QCoreApplication::setApplicationName("test_projects");
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QSettings().clear();
        configureRuntime(2);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        writeRandomResNet18(toPath(m_folder.filePath("weights/resnet18.safetensors")));
        writeTinyDataset(m_folder.filePath("plates"), 6);
    }

    void init()
    {
        ++m_autosaves;
        openWindow();
    }

    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { QSettings().clear(); }

    void everythingComesBackAfterSaving()
    {
        QVERIFY(!document()->isModified());
        openPlates();
        QVERIFY(document()->isModified() && m_window->isWindowModified());
        document()->setLabel(Lane::Test, {4}, Label::Unlabelled);
        RegionOfInterest region;
        region.include = {{{0.1, 0.1}, {0.9, 0.1}, {0.5, 0.9}}};
        document()->setRegionOfInterest(region);
        document()->setModel(trained(), "first");
        document()->setModel(trained(), "second");
        document()->useModel(0);
        OperatingPoint point = document()->operatingPoint();
        point.threshold = 3.25;
        point.origin = OperatingPoint::Origin::ByHand;
        document()->setOperatingPoint(point);
        const std::vector<Sample> tests = document()->samples(Lane::Test);
        const cv::Mat picture = readImage(tests.front().image);
        const double score = document()->model()->inspect(picture).score;

        const QString file = m_folder.filePath("day.spotproj");
        saveAs(file);
        QVERIFY(!document()->isModified() && !m_window->isWindowModified());
        QVERIFY(m_window->windowTitle().startsWith("day"));
        QVERIFY(QFile::exists(m_folder.filePath("day.models/first.spotcheck")));
        QVERIFY(QFile::exists(m_folder.filePath("day.models/second.spotcheck")));

        find<QAction>("newProject")->trigger();
        QVERIFY(document()->samples(Lane::Normal).empty() && document()->models().empty());
        QVERIFY(document()->regionOfInterest().isWholePicture());
        QVERIFY(!document()->isModified());

        openProjectFile(file);
        QCOMPARE(document()->samples(Lane::Normal).size(), 6u);
        QVERIFY(document()->samples(Lane::Test) == tests);
        QVERIFY(document()->regionOfInterest() == region);
        QCOMPARE(document()->models().size(), 2u);
        QCOMPARE(document()->currentModel(), 0);
        QCOMPARE(document()->models()[1].name, std::string("second"));
        QCOMPARE(document()->operatingPoint().threshold, 3.25);
        QCOMPARE(document()->model()->inspect(picture).score, score);
        QVERIFY(!document()->isModified());
        QCOMPARE(document()->undoStack()->count(), 0);

        // Saved again, the models keep their files.
        document()->setLabel(Lane::Test, {0}, Label::Unlabelled);
        QSignalSpy saved(projects(), &ProjectController::fileChanged);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(QDir(m_folder.filePath("day.models")).entryList(QDir::Files).size(), 2);
        QCOMPARE(QSettings().value("files/recentProjects").toStringList(), QStringList{file});
    }

    /// A project saved under another name stands alone: the first one may be deleted.
    void aCopyTakesItsModelsAlong()
    {
        openPlates();
        document()->setModel(trained());
        QVERIFY(QDir().mkpath(m_folder.filePath("a")) && QDir().mkpath(m_folder.filePath("b")));
        for (const char *name : {"a/first.spotproj", "b/second.spotproj"}) {
            find<QAction>("saveProjectAs")->trigger();
            auto *dialog = find<QFileDialog>("saveProjectDialog");
            QSignalSpy saved(projects(), &ProjectController::fileChanged);
            QSignalSpy gone(dialog, &QObject::destroyed);
            emit dialog->fileSelected(m_folder.filePath(name));
            dialog->close();
            QTRY_COMPARE(saved.count(), 1);
            QTRY_COMPARE(gone.count(), 1);
        }
        const Project copy = readProject(toPath(m_folder.filePath("b/second.spotproj")));
        QCOMPARE(copy.models.size(), std::size_t{1});
        QCOMPARE(copy.models[0].file.parent_path(), modelFolderOf(toPath(m_folder.filePath("b/second.spotproj"))));
        QVERIFY(QDir(m_folder.filePath("a")).removeRecursively());
        openProjectFile(m_folder.filePath("b/second.spotproj"));
        QVERIFY(document()->model());
    }

    void whatCannotBeOpenedIsToldAndKept()
    {
        openPlates();
        document()->setModel(trained(), "lost");
        document()->setModel(trained(), "changed");
        const QString file = m_folder.filePath("damaged.spotproj");
        saveAs(file);
        QVERIFY(QFile::remove(m_folder.filePath("damaged.models/lost.spotcheck")));
        QFile changed(m_folder.filePath("damaged.models/changed.spotcheck"));
        QVERIFY(changed.open(QIODevice::Append) && changed.write("x") == 1);
        changed.close();

        QSignalSpy opened(projects(), &ProjectController::opened);
        m_window->open(file);
        QTRY_COMPARE(opened.count(), 1);
        const QString problems = opened.front().front().toString();
        QVERIFY2(problems.contains("lost.spotcheck") && problems.contains("changed.spotcheck"), qPrintable(problems));
        QVERIFY(document()->models().empty());
        QCOMPARE(find<MessageBar>("windowMessages")->severity(), MessageBar::Severity::Warning);
        // Their entries survive the next saving, for the day when the files are back.
        QCOMPARE(document()->project().models.size(), std::size_t{2});
        document()->setLabel(Lane::Test, {0}, Label::Unlabelled);
        QSignalSpy saved(projects(), &ProjectController::fileChanged);
        find<QAction>("saveProject")->trigger();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(readProject(toPath(file)).models.size(), std::size_t{2});
    }

    void movedPicturesAreFoundAgain()
    {
        writeTinyDataset(m_folder.filePath("before/plates"), 4);
        m_window->open(m_folder.filePath("before/plates"));
        QTRY_COMPARE(document()->samples(Lane::Test).size(), 5u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        const QString file = m_folder.filePath("moved.spotproj");
        saveAs(file);
        find<QAction>("newProject")->trigger();
        QVERIFY(QDir().rename(m_folder.filePath("before"), m_folder.filePath("after")));

        QSignalSpy opened(projects(), &ProjectController::opened);
        m_window->open(file);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(opened.front().at(1).toInt(), 9);
        QVERIFY(find<QPushButton>("seekPictures")->isVisible());
        QSignalSpy sought(projects(), &ProjectController::picturesSought);
        projects()->seekPicturesIn(m_folder.filePath("after"));
        QTRY_COMPARE(sought.count(), 1);
        QCOMPARE(sought.front(), (QVariantList{9, 0}));
        for (const Sample &sample : document()->samples(Lane::Test)) {
            QVERIFY(std::filesystem::exists(sample.image));
            QVERIFY(sample.mask.empty() || std::filesystem::exists(sample.mask));
        }
        document()->undoStack()->undo();
        QVERIFY(!std::filesystem::exists(document()->samples(Lane::Test).front().image));
    }

    void unsavedWorkIsAskedAbout()
    {
        openPlates();
        m_window->close();
        QVERIFY(m_window->isVisible());
        answer("unsavedWork", QMessageBox::Cancel);
        QVERIFY(m_window->isVisible());
        QCOMPARE(document()->samples(Lane::Normal).size(), 6u);

        find<QAction>("newProject")->trigger();
        answer("unsavedWork", QMessageBox::Discard);
        QTRY_COMPARE(document()->samples(Lane::Normal).size(), 0u);

        openPlates();
        const QString file = m_folder.filePath("asked.spotproj");
        m_window->close();
        answer("unsavedWork", QMessageBox::Save);
        auto *dialog = find<QFileDialog>("saveProjectDialog");
        dialog->findChild<QLineEdit *>("fileNameEdit")->setText(file);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(readProject(toPath(file)).tests.size(), std::size_t{5});
    }

    void aDragIsOneStepBack()
    {
        openPlates();
        document()->setModel(trained());
        const OperatingPoint before = document()->operatingPoint();
        const int steps = document()->undoStack()->count();
        for (int i = 0; i < 20; ++i) {
            OperatingPoint point = before;
            point.threshold = before.threshold + i;
            point.origin = OperatingPoint::Origin::ByHand;
            document()->setOperatingPoint(point);
        }
        QCOMPARE(document()->undoStack()->count(), steps + 1);
        QCOMPARE(document()->operatingPoint().threshold, before.threshold + 19);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document()->operatingPoint().threshold, before.threshold);
        QCOMPARE(document()->operatingPoint().origin, before.origin);
        document()->undoStack()->redo();
        QCOMPARE(document()->models().front().operatingPoint.threshold, before.threshold + 19);
    }

    void aRemovedModelComesBack()
    {
        openPlates();
        document()->setModel(trained(), "a");
        document()->setModel(trained(), "b");
        document()->useModel(0);
        const std::shared_ptr<const Model> model = document()->model();
        document()->removeModel(0);
        QCOMPARE(document()->models().size(), 1u);
        QVERIFY(!document()->model());
        document()->undoStack()->undo();
        QCOMPARE(document()->models().size(), 2u);
        QVERIFY(document()->model() == model);
        QCOMPARE(document()->currentModel(), 0);
    }

    /// The project is open again before its unsaved work is taken back: it keeps its file, and the offer stays
    /// although pictures have gone.
    void workOfAnOpenProjectIsRecoveredIntoItsFile()
    {
        openPlates();
        const QString file = m_folder.filePath("again.spotproj");
        saveAs(file);
        const auto endWithoutClosing = [&](int row) {
            QSignalSpy copied(projects()->autosave(), &Autosave::saved);
            projects()->autosave()->setDelay(1);
            document()->setLabel(Lane::Test, {row}, Label::Defective, "chip");
            QTRY_VERIFY(copied.count() >= 1);
            projects()->autosave()->flush();
            m_window.reset();
        };
        endWithoutClosing(0);

        openWindow();
        QSignalSpy opened(projects(), &ProjectController::opened);
        projects()->open(file);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        m_window->offerLostWork();
        emit projects()->opened(QString(), 3); // as where three pictures were moved
        auto *bar = find<MessageBar>("windowMessages");
        auto *recover = find<QPushButton>("recoverWork");
        QTRY_VERIFY(recover->isVisible());
        QTest::mouseClick(recover, Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 3);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QCOMPARE(document()->samples(Lane::Test)[0].defectType, std::string("chip"));
        QCOMPARE(projects()->file(), file);
        QVERIFY(document()->isModified());

        // Decided against, what was missing is told.
        endWithoutClosing(1);
        openWindow();
        m_window->offerLostWork();
        emit projects()->opened(QString(), 3);
        bar = find<MessageBar>("windowMessages");
        auto *discard = find<QPushButton>("discardWork");
        QTRY_VERIFY(discard->isVisible());
        QTest::mouseClick(discard, Qt::LeftButton);
        QTRY_VERIFY(bar->text().contains("3 picture"));
    }

    void workSurvivesAnEndWithoutClosing()
    {
        openPlates();
        document()->setModel(trained(), "long training");
        QSignalSpy copied(projects()->autosave(), &Autosave::saved);
        projects()->autosave()->setDelay(1);
        document()->setLabel(Lane::Test, {0, 1}, Label::Defective, "dent");
        QTRY_VERIFY(copied.count() >= 1);
        projects()->autosave()->flush();
        const double threshold = document()->operatingPoint().threshold;

        // A living program's copy is nobody's lost work.
        const Autosave other(document(), autosaveFolder());
        QVERIFY(other.lostWork().empty());
        m_window.reset(); // as a crash: not closed, so the copy stays

        openWindow();
        QSignalSpy offered(projects(), &ProjectController::lostWorkFound);
        m_window->offerLostWork();
        QCOMPARE(offered.count(), 1);
        QSignalSpy opened(projects(), &ProjectController::opened);
        QTest::mouseClick(find<QPushButton>("recoverWork"), Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QCOMPARE(document()->samples(Lane::Normal).size(), 6u);
        QCOMPARE(document()->samples(Lane::Test)[1].defectType, std::string("dent"));
        QCOMPARE(document()->models().size(), 1u);
        QCOMPARE(document()->operatingPoint().threshold, threshold);
        QVERIFY(document()->isModified());

        // Saved, it needs no copy any more, and its model lies beside it.
        saveAs(m_folder.filePath("recovered.spotproj"));
        QVERIFY(QFile::exists(m_folder.filePath("recovered.models/long-training.spotcheck")));
        const QStringList left = QDir(fromPath(autosaveFolder())).entryList({"*.spotproj"});
        QVERIFY2(left.isEmpty(), qPrintable(left.join(' ')));
    }

    void aProjectOpenElsewhereIsOpenedAsACopy()
    {
        openPlates();
        const QString file = m_folder.filePath("shared.spotproj");
        saveAs(file);
        MainWindow second(store(), autosaveFolder());
        second.show();
        second.open(file);
        auto *question = second.findChild<QMessageBox *>("projectLocked");
        QVERIFY(question && question->isVisible());
        QTest::mouseClick(question->findChild<QPushButton *>("openCopy"), Qt::LeftButton);
        QTRY_COMPARE(second.document()->samples(Lane::Test).size(), 5u);
        QVERIFY(second.projects()->file().isEmpty());
        m_window.reset();
        // A lock that a crash left behind does not count.
        QLockFile held(file + ".lock");
        QVERIFY(held.tryLock(0));
        held.unlock();
        openWindow();
        openProjectFile(file);
        QCOMPARE(projects()->file(), file);
    }

    void aDroppedProjectIsOpened()
    {
        openPlates();
        const QString file = m_folder.filePath("dropped.spotproj");
        saveAs(file);
        find<QAction>("newProject")->trigger();
        QVERIFY(document()->samples(Lane::Test).empty());
        QVERIFY(dropFiles(m_window.get(), {file}));
        QTRY_COMPARE(document()->samples(Lane::Test).size(), 5u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
    }

    void aFolderThatCannotBeWrittenIsToldAndNothingIsLost()
    {
        openPlates();
        QSignalSpy failed(projects(), &ProjectController::failed);
        find<QAction>("saveProjectAs")->trigger();
        auto *dialog = find<QFileDialog>("saveProjectDialog");
        emit dialog->fileSelected(m_folder.filePath("gone/away.spotproj"));
        dialog->reject();
        QTRY_COMPARE(failed.count(), 1);
        const QString message = failed.front().front().toString();
        QVERIFY2(message.contains("away.spotproj"), qPrintable(message));
        QVERIFY(document()->isModified());
    }
};

QTEST_MAIN(TestProjects)
#include "test_projects.moc"
