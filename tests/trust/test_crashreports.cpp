#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <spotcheck/core/crashreports.h>
#include <spotcheck/core/runtime.h>

#include "trusttasks.h"
#include "ui/dialogs/crashreportdialog.h"
#include "ui/document/document.h"
#include "ui/project/autosave.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/projectcontroller.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// Programs that break on purpose, and what the next start makes of it.
class TestCrashReports : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    static QString read(const std::filesystem::path &name)
    {
        QFile file(fromPath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::vector<CrashReport> reports(const char *program) const
    {
        return crashReports(toPath(path("crashes")), program);
    }

    /// Breaks a worker; gives what it said on stderr.
    QByteArray breakWorker(const char *kind) const
    {
        QProcess worker;
        worker.start(QStringLiteral(SPOTCHECK_TRUST_WORKER), {"crash", m_folder->path(), kind});
        if (!worker.waitForFinished(60'000) || worker.exitStatus() != QProcess::CrashExit)
            qWarning("%s did not end by a signal", kind);
        return worker.readAllStandardError();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings().clear();
    }
    void cleanupTestCase() { QSettings().clear(); }

    void everyFaultLeavesAReport_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::newRow("segv") << "SIGSEGV";
        QTest::newRow("bus") << "SIGBUS";
        QTest::newRow("fpe") << "SIGFPE";
        QTest::newRow("ill") << "SIGILL";
        QTest::newRow("abort") << "SIGABRT";
        QTest::newRow("exception") << "SIGABRT";
        QTest::newRow("overflow") << "SIGSEGV"; // of the stack
    }

    void everyFaultLeavesAReport()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizer has signal handlers of its own");
#endif
        QFETCH(QString, cause);
        const QByteArray said = breakWorker(QTest::currentDataTag());
        const std::vector<CrashReport> found = reports("worker");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY2(said.contains(found[0].file.string().c_str()), said.constData());
        QVERIFY2(said.contains(cause.toUtf8()), said.constData());
        const QString text = read(found[0].file);
        for (const QString &part :
             {QString("program: worker\n"), QString("version: 1.2.3\n"), "cause: " + cause + ", ",
              QString("system: "), QString("the last words before %1\n").arg(QTest::currentDataTag())})
            QVERIFY2(text.contains(part), qPrintable(text));
        QCOMPARE(text.contains("nobody catches this"), QLatin1String(QTest::currentDataTag()) == "exception");
        const QString stack = text.section("the handler first:\n", 1).section("\n\n", 0, 0);
        QVERIFY2(stack.count("spotcheck-trust-worker") >= 3, qPrintable(stack)); // handler, fault, main
    }

    void theOldestReportsAreRemoved()
    {
        for (int i = 0; i < 13; ++i)
            breakWorker("abort");
        const std::vector<CrashReport> found = reports("worker");
        QCOMPARE(found.size(), std::size_t{10});
        QVERIFY(std::ranges::is_sorted(found, std::greater(), &CrashReport::time));
        QVERIFY(reports("work").empty() && reports("worker-cli").empty()); // other programs'
    }

    /// The stderr of a program whose state folder cannot be made is all that is left.
    void withoutAFolderTheReportIsOnStderr()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizer ends a division by zero itself");
#endif
        QFile file(path("crashes"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray said = breakWorker("fpe");
        QVERIFY2(said.contains("cause: SIGFPE") && said.contains("the last words before fpe"), said.constData());
    }

    void theProgramsThemselvesReport_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("spotcheck-cli") << SPOTCHECK_CLI;
        QTest::newRow("spotcheck") << SPOTCHECK_WINDOW;
    }

    /// By the signal that a fault would send.
    void theProgramsThemselvesReport()
    {
        QFETCH(QString, program);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_STATE_HOME", path("state"));
        environment.insert("XDG_CONFIG_HOME", path("config"));
        environment.insert("XDG_DATA_HOME", path("data"));
        QProcess process;
        process.setProcessEnvironment(environment);
        QStringList arguments;
        if (QLatin1String(QTest::currentDataTag()) == "spotcheck-cli") // something that lasts until the signal comes
            arguments = {"sample", path("sample"), "--normals", "500", "--size", "1024"};
        process.start(program, arguments);
        // The folder of reports is made as the watch begins.
        QTRY_VERIFY_WITH_TIMEOUT(QDir(path("state/spotcheck/crashes")).exists(), 60'000);
        QTest::qSleep(300);               // the handlers follow at once
        QVERIFY(process.processId() > 0); // to 0 it would go to the test itself
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGSEGV), 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const std::vector<CrashReport> found =
            crashReports(toPath(path("state/spotcheck/crashes")), QTest::currentDataTag());
        QCOMPARE(found.size(), std::size_t{1});
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains(found[0].file.string().c_str()), said.constData());
        QVERIFY(read(found[0].file).contains("version: " + QString::fromStdString(engineVersion())));
    }

    void theNextStartSaysSoAndOffersTheWork()
    {
        QVERIFY(QDir().mkpath(path("crashes")));
        const QString report = path("crashes/crash-spotcheck-20261126T000000Z-1.txt");
        QFile file(report);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("cause: a test\n") > 0);
        file.close();
        const WeightsStore weights(toPath(path("weights")), {});
        {
            Document document; // the program that crashed
            Autosave autosave(&document, toPath(path("autosave")));
            document.addSamples(Lane::Test, trustProject(m_folder->path(), "small").tests);
            autosave.flush();
        }
        MainWindow window(weights, toPath(path("autosave")));
        window.show();
        window.offerLostWork(toPath(path("crashes")));
        auto *message = window.findChild<MessageBar *>("windowMessages");
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().contains("crashed") && message->text().contains("unsaved work"),
                 qPrintable(message->text()));
        QVERIFY(window.findChild<QPushButton *>("recoverWork"));
        QTest::mouseClick(window.findChild<QPushButton *>("showCrashReport"), Qt::LeftButton);
        auto *dialog = window.findChild<CrashReportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QPlainTextEdit *>("crashReportText")->toPlainText(), QString("cause: a test\n"));
        QTest::mouseClick(dialog->findChild<QPushButton *>("copyCrashReport"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QString("cause: a test\n"));
        dialog->saveTo(path("saved.txt"));
        QCOMPARE(read(toPath(path("saved.txt"))), QString("cause: a test\n"));
        dialog->saveTo(path("absent/saved.txt"));
        const QString outcome = dialog->findChild<QLabel *>("crashReportOutcome")->text();
        for (const char *part : {"absent/saved.txt", "cannot be written", "No such file or directory"})
            QVERIFY2(outcome.contains(part), qPrintable(outcome));
        // The work is offered still, once the report was read.
        dialog->reject();
        QVERIFY(message->isVisible());
        QSignalSpy opened(window.projects(), &ProjectController::opened);
        const auto recover = window.findChildren<QPushButton *>("recoverWork");
        QTest::mouseClick(recover.last(), Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(window.document()->samples(Lane::Test).size(), std::size_t{3});
        window.projects()->autosave()->discard();

        // Told once.
        MainWindow next(weights, toPath(path("autosave")));
        next.show();
        next.offerLostWork(toPath(path("crashes")));
        QVERIFY(!next.findChild<MessageBar *>("windowMessages")->isVisible());
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("spotcheck-test");
    QCoreApplication::setApplicationName("test_crashreports");
    configureRuntime(2);
    TestCrashReports test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_crashreports.moc"
