#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "ui/jobs/jobrunner.h"
#include "ui/window/jobstatus.h"

using namespace spotcheck;
using namespace spotcheck::ui;

class TestJobStatus : public QObject {
    Q_OBJECT

private slots:
    void aStageThatIsTheJobIsNotSaidTwice_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("words");
        QTest::newRow("same") << QStringLiteral("Inspecting") << QStringLiteral("Inspecting");
        QTest::newRow("another") << QStringLiteral("Export report") << QStringLiteral("Export report: Inspecting");
    }
    void aStageThatIsTheJobIsNotSaidTwice()
    {
        QFETCH(QString, title);
        QFETCH(QString, words);
        JobRunner jobs;
        JobStatus status(&jobs);
        jobs.start(
            title,
            [](JobMonitor &monitor) {
                while (!monitor.isCancelled()) {
                    monitor.report({.stage = Stage::Inspection, .step = 1, .steps = 4, .value = {}});
                    QThread::msleep(1);
                }
                monitor.throwIfCancelled();
            },
            [] {});
        const auto *label = status.findChild<QLabel *>(QStringLiteral("jobWords"));
        QSignalSpy progressed(&jobs, &JobRunner::progressed);
        QVERIFY(progressed.wait());
        QCOMPARE(label->text(), words);
        jobs.cancelAndWait();
    }
};

QTEST_MAIN(TestJobStatus)
#include "test_jobstatus.moc"
