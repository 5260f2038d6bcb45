#include <cmath>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/evaluation/curves.h>

#include "jsonfile.h"
#include "statistics/incompletebeta.h"

using namespace spotcheck;

class TestRates : public QObject {
    Q_OBJECT

private slots:
    void intervalsAreThoseOfSciPy();
    void incompleteBetaIsThatOfMpmath();
    void inverseUndoesTheFunction();
    void edges();
    void refusesNonsense_data();
    void refusesNonsense();
    void ratesOfAConfusion();
};

void TestRates::intervalsAreThoseOfSciPy()
{
    const QJsonArray intervals = test::readJson(SPOTCHECK_TEST_DATA "/clopper_pearson.json")["intervals"].toArray();
    QVERIFY(intervals.size() > 100);
    for (const QJsonValue &entry : intervals) {
        const QJsonArray row = entry.toArray();
        const Rate rate = rateWithInterval(row[0].toInteger(), row[1].toInteger(), row[2].toDouble());
        const QByteArray where =
            QByteArray::number(row[0].toInteger()) + " of " + QByteArray::number(row[1].toInteger()) + ", low " +
            QByteArray::number(rate.low, 'g', 17) + ", high " + QByteArray::number(rate.high, 'g', 17);
        QVERIFY2(std::abs(rate.low - row[3].toDouble()) <= 1e-12, where);
        QVERIFY2(std::abs(rate.high - row[4].toDouble()) <= 1e-12, where);
    }
}

void TestRates::incompleteBetaIsThatOfMpmath()
{
    const QJsonArray values =
        test::readJson(SPOTCHECK_TEST_DATA "/clopper_pearson.json")["incomplete_beta"].toArray();
    QVERIFY(values.size() > 200);
    for (const QJsonValue &entry : values) {
        const QJsonArray row = entry.toArray();
        const double value = incompleteBeta(row[0].toDouble(), row[1].toDouble(), row[2].toDouble());
        QVERIFY2(std::abs(value - row[3].toDouble()) <= 1e-12,
                 QJsonDocument(row).toJson() + QByteArray::number(value, 'g', 17));
    }
}

void TestRates::inverseUndoesTheFunction()
{
    for (const double a : {0.5, 1.0, 3.0, 50.0, 20000.0})
        for (const double b : {0.5, 1.0, 4.0, 300.0, 90000.0})
            for (const double probability : {1e-9, 0.025, 0.5, 0.975, 0.999999}) {
                const double x = incompleteBetaInverse(a, b, probability);
                QVERIFY(incompleteBeta(a, b, x * (1 - 1e-12)) <= probability);
                QVERIFY(incompleteBeta(a, b, x * (1 + 1e-12)) >= probability);
            }
}

void TestRates::edges()
{
    QCOMPARE(incompleteBeta(2, 3, 0), 0.0);
    QCOMPARE(incompleteBeta(2, 3, 1), 1.0);
    QCOMPARE(incompleteBetaInverse(2, 3, 0), 0.0);
    QCOMPARE(incompleteBetaInverse(2, 3, 1), 1.0);

    const Rate nothing = rateWithInterval(0, 0);
    QVERIFY(std::isnan(nothing.value));
    QCOMPARE(nothing.low, 0.0);
    QCOMPARE(nothing.high, 1.0);

    const Rate none = rateWithInterval(0, 20);
    QCOMPARE(none.value, 0.0);
    QCOMPARE(none.low, 0.0);
    QVERIFY(std::abs(none.high - (1 - std::pow(0.025, 1.0 / 20))) < 1e-13);
    const Rate all = rateWithInterval(20, 20);
    QCOMPARE(all.high, 1.0);
    QVERIFY(std::abs(all.low - std::pow(0.025, 1.0 / 20)) < 1e-13);
}

void TestRates::refusesNonsense_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<double>("confidence");
    QTest::newRow("negative") << qint64(-1) << qint64(5) << 0.95;
    QTest::newRow("more than all") << qint64(6) << qint64(5) << 0.95;
    QTest::newRow("negative total") << qint64(0) << qint64(-5) << 0.95;
    QTest::newRow("certain") << qint64(1) << qint64(5) << 1.0;
    QTest::newRow("no confidence") << qint64(1) << qint64(5) << 0.0;
    QTest::newRow("not a number") << qint64(1) << qint64(5) << std::nan("");
}

void TestRates::refusesNonsense()
{
    QFETCH(const qint64, count);
    QFETCH(const qint64, total);
    QFETCH(const double, confidence);
    try {
        rateWithInterval(count, total, confidence);
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::InvalidParameter);
    }
}

void TestRates::ratesOfAConfusion()
{
    const Confusion confusion{6, 2, 3, 9};
    QCOMPARE(recall(confusion).value, 0.75);
    QCOMPARE(recall(confusion).total, 8);
    QCOMPARE(falseAlarmRate(confusion).value, 0.25);
    QCOMPARE(falseAlarmRate(confusion).count, 3);
    QCOMPARE(precision(confusion).value, 6.0 / 9);
    QCOMPARE(f1(confusion), 12.0 / 17);
    QCOMPARE(f1(Confusion{}), 0.0);
    QCOMPARE(f1(Confusion{0, 4, 1, 1}), 0.0);

    const Rate share = rateWithInterval(6, 11); // TP / (TP + FP + FN) of the confusion above
    const Rate interval = f1WithInterval(confusion);
    QCOMPARE(interval.count, share.count);
    QCOMPARE(interval.total, share.total);
    QVERIFY(std::abs(interval.value - f1(confusion)) < 1e-15);
    QVERIFY(std::abs(interval.low - 2 * share.low / (1 + share.low)) < 1e-15);
    QVERIFY(std::abs(interval.high - 2 * share.high / (1 + share.high)) < 1e-15);
    QVERIFY(std::isnan(f1WithInterval(Confusion{}).value));
    QVERIFY(std::isnan(precision(Confusion{0, 4, 0, 1}).value));
}

QTEST_GUILESS_MAIN(TestRates)
#include "test_rates.moc"
