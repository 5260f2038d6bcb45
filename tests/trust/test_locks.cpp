#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/runtime.h>

#include "trusttasks.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/project/projectfile.h"
#include "ui/widgets/format.h"
#include "ui/window/mainwindow.h"
#include "ui/window/projectcontroller.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// Two programs and one project.
class TestLocks : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;

    QString file(const char *name = "work.spotproj") const { return m_folder->filePath(name); }

    /// Whether it was opened; false: the question about the lock is there instead.
    bool opens(const QString &project) const
    {
        QSignalSpy opened(m_window->projects(), &ProjectController::opened);
        m_window->open(project);
        return !question() && opened.wait(20'000);
    }
    QMessageBox *question() const
    {
        for (QMessageBox *box : m_window->findChildren<QMessageBox *>("projectLocked")) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    /// In the words of QLockFile: process, program, host, machine, start of the machine.
    void writeForeignLock() const
    {
        QFile lock(file() + ".lock");
        QVERIFY(lock.open(QIODevice::WriteOnly));
        QVERIFY(lock.write("4711\nspotcheck\nanother-computer\n0123456789abcdef\nfedcba9876543210\n") > 0);
    }

private slots:
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        writeProject(trustProject(m_folder->path(), "small"), toPath(file()));
        m_window = std::make_unique<MainWindow>(trustWeights(m_folder->path()), toPath(file("autosave-here")));
        m_window->show();
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { QSettings().clear(); }

    void aSecondProgramIsWarnedUntilTheFirstIsKilled()
    {
        QProcess first;
        first.start(QStringLiteral(SPOTCHECK_TRUST_WORKER), {"hold", m_folder->path()});
        QByteArray said;
        while (!said.contains("turn") && first.waitForReadyRead(60'000))
            said += first.readAllStandardOutput();
        QVERIFY(said.contains("turn"));
        QVERIFY(!opens(file()));
        QVERIFY(question());
        QVERIFY2(question()->informativeText().contains(QString::number(first.processId())),
                 qPrintable(question()->informativeText()));
        QVERIFY(!question()->findChild<QPushButton *>("takeOver")); // it lives, and here
        QSignalSpy opened(m_window->projects(), &ProjectController::opened);
        QTest::mouseClick(question()->findChild<QPushButton *>("openCopy"), Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(m_window->document()->samples(Lane::Test).size(), std::size_t{3});
        QVERIFY(m_window->projects()->file().isEmpty()); // to be saved under another name

        first.kill();
        QVERIFY(first.waitForFinished());
        QVERIFY(QFile::exists(file() + ".lock")); // it survived, and counts no more
        QVERIFY(opens(file()));
        QCOMPARE(m_window->projects()->file(), file());
        QVERIFY(QFile::exists(file() + ".lock"));
        m_window.reset();
        QVERIFY(!QFile::exists(file() + ".lock"));
    }

    void aLockOfAnotherComputerIsAskedAbout()
    {
        writeForeignLock();
        QVERIFY(!opens(file()));
        QVERIFY(question());
        QVERIFY2(question()->informativeText().contains("another-computer"),
                 qPrintable(question()->informativeText()));
        QSignalSpy opened(m_window->projects(), &ProjectController::opened);
        QTest::mouseClick(question()->findChild<QPushButton *>("takeOver"), Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(m_window->projects()->file(), file());
    }

    /// A project that turns out to be damaged must not cost the lock of the one that is open.
    void theLockOfTheOpenProjectIsKept()
    {
        QVERIFY(opens(file()));
        QFile broken(file("broken.spotproj"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
        broken.close();
        QSignalSpy finished(m_window->jobs(), &JobRunner::failed);
        m_window->open(broken.fileName());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(m_window->projects()->file(), file());
        QVERIFY(QFile::exists(file() + ".lock"));
        QVERIFY(!QFile::exists(broken.fileName() + ".lock"));
        MainWindow second(trustWeights(m_folder->path()), toPath(file("autosave-there")));
        second.show();
        second.open(file());
        QVERIFY(second.findChild<QMessageBox *>("projectLocked"));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("spotcheck-test");
    QCoreApplication::setApplicationName("test_locks");
    configureRuntime(2);
    TestLocks test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_locks.moc"
