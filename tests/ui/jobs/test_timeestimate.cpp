#include <QtTest>

#include "ui/jobs/timeestimate.h"

using namespace spotcheck;
using namespace spotcheck::ui;

class TestTimeEstimate : public QObject {
    Q_OBJECT

private slots:
    void isUnknownUntilAStepHasBeenTimed()
    {
        TimeEstimate estimate;
        QVERIFY(estimate.update({.stage = Stage::Features, .step = 0, .steps = 10, .value = {}}, 0) < 0);
        QVERIFY(estimate.update({.stage = Stage::Features, .step = 0, .steps = 10, .value = {}}, 1) < 0);
        QCOMPARE(estimate.update({.stage = Stage::Features, .step = 2, .steps = 10, .value = {}}, 4), 16.0);
    }

    void isUnknownWhereTheStepsAre()
    {
        TimeEstimate estimate;
        estimate.update({.stage = Stage::Reading, .step = 0, .steps = 0, .value = {}}, 0);
        QVERIFY(estimate.update({.stage = Stage::Reading, .step = 5, .steps = 0, .value = {}}, 1) < 0);
    }

    void everyStageStartsAnew()
    {
        TimeEstimate estimate;
        estimate.update({.stage = Stage::Features, .step = 0, .steps = 10, .value = {}}, 0);
        estimate.update({.stage = Stage::Features, .step = 10, .steps = 10, .value = {}}, 100);
        QVERIFY(estimate.update({.stage = Stage::Coreset, .step = 0, .steps = 10, .value = {}}, 100) < 0);
        QCOMPARE(estimate.update({.stage = Stage::Coreset, .step = 1, .steps = 10, .value = {}}, 101), 9.0);
    }

    /// Half a second for the first step, which makes kernels ready, and then a hundred steps a second.
    void warmingUpIsNoSpeed()
    {
        TimeEstimate estimate;
        estimate.update({.stage = Stage::Features, .step = 0, .steps = 1000, .value = {}}, 0);
        QVERIFY(estimate.update({.stage = Stage::Features, .step = 1, .steps = 1000, .value = {}}, 0.5) < 0);
        for (int step = 2; step < 20; ++step)
            QVERIFY(estimate.update({.stage = Stage::Features, .step = step, .steps = 1000, .value = {}},
                                    0.49 + 0.01 * step) < 0); // few of many
        const double left = estimate.update({.stage = Stage::Features, .step = 50, .steps = 1000, .value = {}}, 0.99);
        QVERIFY2(left > 9 && left < 10, qPrintable(QString::number(left)));
    }

    void longStepsAreTimedFromTheFirst()
    {
        TimeEstimate estimate;
        estimate.update({.stage = Stage::Features, .step = 0, .steps = 1000, .value = {}}, 0);
        QCOMPARE(estimate.update({.stage = Stage::Features, .step = 1, .steps = 1000, .value = {}}, 20), 19980.0);
    }

    void oneSlowStepMovesItOnlyALittle()
    {
        TimeEstimate estimate;
        estimate.update({.stage = Stage::Features, .step = 0, .steps = 1000, .value = {}}, 0);
        for (int step = 1; step <= 100; ++step)
            estimate.update({.stage = Stage::Features, .step = step, .steps = 1000, .value = {}}, 0.1 * step);
        const double left = estimate.update({.stage = Stage::Features, .step = 101, .steps = 1000, .value = {}}, 11);
        QVERIFY2(left > 90 && left < 260, qPrintable(QString::number(left))); // a plain last step would say 899
    }
};

QTEST_GUILESS_MAIN(TestTimeEstimate)
#include "test_timeestimate.moc"
