#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "brokendisk.h"
#include "clirun.h"
#include "killing.h"
#include "tinydataset.h"
#include "trusttasks.h"
#include "ui/document/document.h"
#include "ui/project/autosave.h"
#include "ui/project/projectfile.h"
#include "ui/widgets/format.h"
#include "ui/window/mainwindow.h"
#include "ui/window/projectcontroller.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// Disks that are full or read-only, in all that writes: the message names the file and says what to do, what was
/// there before is untouched, nothing half is left, and once there is room it works.
class TestFaults : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BrokenDisk> m_disk;

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString set() const { return m_folder->filePath("set"); }
    QString model() const { return m_folder->filePath("plate.spotcheck"); }
    bool makeModel() const { return cli::makeSmallSample(set()) && cli::trainSmallModel(set(), model()); }

    /// Every kind of broken disk is a row.
    static void addDisks()
    {
        QTest::addColumn<BrokenDisk::Kind>("kind");
        QTest::newRow("full") << BrokenDisk::Kind::Full;
        QTest::newRow("size limit") << BrokenDisk::Kind::SizeLimit;
        QTest::newRow("read-only") << BrokenDisk::Kind::ReadOnly;
    }

    void expectWriteFailure(const cli::CliRun &run, const QString &named) const
    {
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains(named.toLocal8Bit()), run.error.constData());
        QVERIFY2(run.error.contains("It cannot be written. Check the free space") ||
                     run.error.contains("no permission to write"),
                 run.error.constData());
        QCOMPARE(temporaryFilesIn(m_disk->path({})), QStringList());
    }

private slots:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        if (!QTest::currentDataTag())
            return;
        QFETCH(BrokenDisk::Kind, kind);
        m_disk = std::make_unique<BrokenDisk>(kind, m_folder->filePath("disk"));
        if (!m_disk->isPossible())
            QSKIP("this user cannot have such a disk");
    }
    void cleanup() { m_disk.reset(); }
    void cleanupTestCase() { QSettings().clear(); }

    void aTrainingKeepsTheOldModel_data() { addDisks(); }
    void aTrainingKeepsTheOldModel()
    {
        const QString output = m_disk->path("plate.spotcheck");
        QVERIFY(cli::makeSmallSample(set()));
        QVERIFY(cli::trainSmallModel(set(), output));
        const QByteArray before = read(output);
        if (!m_disk->breakDown())
            QSKIP("files are open for writing on the disk");
        const QStringList again{
            "train",        "--detector", "patchcore", "--dataset",          set(),    "--output", output,
            "--input-size", "64",         "--set",     "coreset_ratio=0.05", "--seed", "7"};
        expectWriteFailure(cli::runCli(again), output);
        QCOMPARE(read(output), before);
        m_disk->repair();
        QCOMPARE(cli::runCli(again).code, 0);
        QVERIFY(read(output) != before);
    }

    void reportsKeepTheOldOnes_data() { addDisks(); }
    void reportsKeepTheOldOnes()
    {
        QVERIFY(makeModel());
        const QString output = m_disk->path("out");
        const QStringList command{"inspect", model(),      set() + "/test", "--output",
                                  output,    "--pictures", "all",           "--format"};
        const std::vector<std::pair<QString, QString>> formats{
            {"json", "results.json"}, {"csv", "results.csv"}, {"coco", "results-coco.json"},
            {"html", "report.html"},  {"pdf", "report.pdf"},  {"png", "annotated/"},
            {"tiff", "maps/"}};
        QCOMPARE(cli::runCli(command + QStringList{"json,csv,coco,html,pdf,png,tiff"}).code, 0);
        const QByteArray before = read(output + "/results.json");
        if (!m_disk->breakDown())
            QSKIP("files are open for writing on the disk");
        for (const auto &[format, file] : formats) {
            expectWriteFailure(cli::runCli(command + QStringList{format}), output);
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(read(output + "/results.json"), before);
        m_disk->repair();
        QCOMPARE(cli::runCli(command + QStringList{"json,pdf"}).code, 0);
    }

    void anExportedModuleIsWholeOrNotThere_data() { addDisks(); }
    void anExportedModuleIsWholeOrNotThere()
    {
        QVERIFY(makeModel());
        const QString module = m_disk->path("plate.pt");
        if (!m_disk->breakDown())
            QSKIP("files are open for writing on the disk");
        expectWriteFailure(cli::runCli({"export", model(), "--torchscript", module}), module);
        QVERIFY(!QFile::exists(module));
    }

    void aProjectIsKeptAndSavedLater_data() { addDisks(); }
    void aProjectIsKeptAndSavedLater()
    {
        const QString file = m_disk->path("work.spotproj");
        writeProject(trustProject(m_folder->path(), "small"), toPath(file));
        const QByteArray before = read(file);
        MainWindow window(trustWeights(m_folder->path()), toPath(m_folder->filePath("autosave")));
        window.show();
        ProjectController *projects = window.projects();
        QSignalSpy opened(projects, &ProjectController::opened);
        window.open(file);
        QTRY_COMPARE(opened.count(), 1);
        window.document()->setLabel(Lane::Test, {1}, Label::Good);
        if (!m_disk->breakDown())
            QSKIP("files are open for writing on the disk");
        QSignalSpy failed(projects, &ProjectController::failed);
        projects->save();
        QTRY_COMPARE(failed.count(), 1);
        const QString message = failed[0][0].toString();
        QVERIFY2(message.contains("work.spotproj") && message.contains("Check the free space"), qPrintable(message));
        QVERIFY(window.document()->isModified());
        QCOMPARE(read(file), before);
        m_disk->repair();
        QSignalSpy changed(projects, &ProjectController::fileChanged);
        projects->save();
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(!window.document()->isModified());
        QCOMPARE(readProject(toPath(file)).tests[1].label, Label::Good);
        QCOMPARE(temporaryFilesIn(m_folder->path()), QStringList());
    }

    /// Said once, tried again by itself.
    void theCopyOfUnsavedWorkComesLater_data() { addDisks(); }
    void theCopyOfUnsavedWorkComesLater()
    {
        Document document;
        Autosave autosave(&document, toPath(m_disk->path("autosave")));
        autosave.setDelay(20);
        QSignalSpy failed(&autosave, &Autosave::failed);
        QSignalSpy saved(&autosave, &Autosave::saved);
        if (!m_disk->breakDown())
            QSKIP("files are open for writing on the disk");
        document.addSamples(Lane::Test, trustProject(m_folder->path(), "large").tests);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(failed[0][0].toString().contains("Check the free space"), qPrintable(failed[0][0].toString()));
        QVERIFY(document.isModified());
        QTest::qWait(200); // ten more attempts
        QCOMPARE(failed.count(), 1);
        QCOMPARE(saved.count(), 0);
        m_disk->repair();
        QTRY_VERIFY(saved.count() >= 1);
        autosave.discard();
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("spotcheck-test");
    QCoreApplication::setApplicationName("test_faults");
    configureRuntime(2);
    TestFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_faults.moc"
