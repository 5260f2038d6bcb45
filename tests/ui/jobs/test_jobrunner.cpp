#include <atomic>
#include <new>
#include <stdexcept>

#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include "ui/jobs/jobrunner.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

/// Runs until somebody cancels, and says so once it runs.
void runUntilCancelled(JobMonitor &monitor, std::atomic_bool &running)
{
    while (true) {
        running = true;
        monitor.throwIfCancelled();
        QThread::msleep(1);
    }
}

} // namespace

class TestJobRunner : public QObject {
    Q_OBJECT

private slots:
    void successIsDeliveredOnTheOwnersThreadBeforeItIsAnnounced()
    {
        JobRunner runner;
        QStringList order;
        QThread *workThread = nullptr;
        QThread *deliveryThread = nullptr;
        connect(&runner, &JobRunner::started, this, [&order] { order << "started"; });
        connect(&runner, &JobRunner::succeeded, this, [&order] { order << "succeeded"; });
        connect(&runner, &JobRunner::finished, this, [&order, &runner] {
            order << "finished";
            QVERIFY(!runner.isBusy());
        });
        QVERIFY(runner.start(
            "count", [&workThread](JobMonitor &) { workThread = QThread::currentThread(); },
            [&] {
                deliveryThread = QThread::currentThread();
                order << "delivered";
            }));
        QVERIFY(runner.isBusy());
        QCOMPARE(runner.title(), QString("count"));
        QTRY_VERIFY(!runner.isBusy());
        QCOMPARE(order, QStringList({"started", "delivered", "succeeded", "finished"}));
        QCOMPARE(deliveryThread, thread());
        QVERIFY(workThread != deliveryThread);
    }

    void failures_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("inMessage");
        QTest::addColumn<QString>("inDetail");
        QTest::newRow("engine") << 0 << ErrorCode::ImageTruncated << "plate 7.png"
                                << "ends at byte 12";
        QTest::newRow("memory") << 1 << ErrorCode::OutOfMemory << "memory"
                                << "bad_alloc";
        QTest::newRow("library") << 2 << ErrorCode::Internal << "inside the program"
                                 << "a surprise";
        QTest::newRow("unknown") << 3 << ErrorCode::Internal << "inside the program"
                                 << "unknown type";
    }
    void failures()
    {
        QFETCH(int, kind);
        QFETCH(ErrorCode, code);
        QFETCH(QString, inMessage);
        QFETCH(QString, inDetail);
        JobRunner runner;
        QSignalSpy failed(&runner, &JobRunner::failed);
        QSignalSpy finished(&runner, &JobRunner::finished);
        bool delivered = false;
        runner.start(
            "fail",
            [kind](JobMonitor &) {
                if (kind == 0)
                    throw Error(ErrorCode::ImageTruncated, "/parts/plate 7.png", "ends at byte 12");
                if (kind == 1)
                    throw std::bad_alloc();
                if (kind == 2)
                    throw std::runtime_error("a surprise");
                throw 42; // NOLINT: foreign code may throw anything
            },
            [&delivered] { delivered = true; });
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(failed.count(), 1);
        const auto failure = failed.first().at(1).value<JobFailure>();
        QCOMPARE(failure.code, code);
        QVERIFY2(failure.message.contains(inMessage), qPrintable(failure.message));
        QVERIFY2(failure.detail.contains(inDetail), qPrintable(failure.detail));
        QVERIFY(!delivered);
    }

    void cancellingIsNoFailure()
    {
        JobRunner runner;
        QSignalSpy cancelled(&runner, &JobRunner::cancelled);
        QSignalSpy failed(&runner, &JobRunner::failed);
        QSignalSpy succeeded(&runner, &JobRunner::succeeded);
        std::atomic_bool running = false;
        bool delivered = false;
        runner.start(
            "wait", [&running](JobMonitor &monitor) { runUntilCancelled(monitor, running); },
            [&delivered] { delivered = true; });
        QTRY_VERIFY(running);
        runner.cancel();
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(succeeded.count(), 0);
        QVERIFY(!delivered);
    }

    void oneJobAtATime()
    {
        JobRunner runner;
        std::atomic_bool running = false;
        runner.start("first", [&running](JobMonitor &monitor) { runUntilCancelled(monitor, running); }, {});
        QVERIFY(!runner.start("second", [](JobMonitor &) {}, {}));
        QCOMPARE(runner.title(), QString("first"));
        runner.cancelAndWait();
        QVERIFY(runner.start("second", [](JobMonitor &) {}, {}));
        QTRY_VERIFY(!runner.isBusy());
    }

    void cancelAndWaitHandsOverTheOutcome()
    {
        JobRunner runner;
        QSignalSpy cancelled(&runner, &JobRunner::cancelled);
        QSignalSpy finished(&runner, &JobRunner::finished);
        std::atomic_bool running = false;
        runner.start("wait", [&running](JobMonitor &monitor) { runUntilCancelled(monitor, running); }, {});
        runner.cancelAndWait();
        QVERIFY(!runner.isBusy());
        QCOMPARE(cancelled.count(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 1);
    }

    void destructionEndsTheJob()
    {
        std::atomic_bool running = false;
        std::atomic_bool ended = false;
        {
            JobRunner runner;
            runner.start("wait",
                         [&](JobMonitor &monitor) {
                             try {
                                 runUntilCancelled(monitor, running);
                             } catch (const Cancelled &) {
                                 ended = true;
                                 throw;
                             }
                         },
                         {});
        }
        QVERIFY(ended);
        QCoreApplication::processEvents(); // an outcome posted to the dead runner would crash here
    }

    void progressIsThrottledButTheLastStepArrives()
    {
        JobRunner runner;
        QList<JobProgress> seen;
        connect(&runner, &JobRunner::progressed, this, [&seen](const JobProgress &progress) { seen << progress; });
        QSignalSpy finished(&runner, &JobRunner::finished);
        constexpr int steps = 200'000;
        runner.start("count",
                     [](JobMonitor &monitor) {
                         for (int step = 1; step <= steps; ++step)
                             monitor.report({.stage = Stage::Coreset, .step = step, .steps = steps, .value = 0.5});
                         monitor.report({.stage = Stage::Calibration, .step = 0, .steps = 3, .value = {}});
                     },
                     {});
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(seen.size() >= 3);
        QVERIFY2(seen.size() < steps / 100, qPrintable(QString::number(seen.size())));
        QCOMPARE(seen.at(seen.size() - 2).step, qint64(steps));
        QCOMPARE(seen.at(seen.size() - 2).value, std::optional<double>(0.5));
        QCOMPARE(seen.last().stage, Stage::Calibration);
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "test_jobrunner.moc"
