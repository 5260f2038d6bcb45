#include <array>
#include <cmath>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <spotcheck/evaluation/agreement.h>

#include "jsonfile.h"

using namespace spotcheck;

namespace {

/// Fleiss' variance of kappa in whole numbers: its numerator times count^6, so that 0 is exactly 0.
std::int64_t varianceNumerator(const Confusion &confusion)
{
    const std::int64_t count = confusion.defective() + confusion.good();
    const std::int64_t right = confusion.truePositives + confusion.trueNegatives;
    const std::int64_t wrong = count - right;
    const std::int64_t defective = confusion.defective();
    const std::int64_t called = confusion.truePositives + confusion.falsePositives;
    const std::int64_t chance = defective * called + (count - defective) * (count - called); // times count^2
    const auto square = [](std::int64_t value) { return value * value; };
    const std::int64_t agreeing =
        confusion.truePositives * square(count * count - chance - (defective + called) * wrong) +
        confusion.trueNegatives * square(count * count - chance - (2 * count - defective - called) * wrong);
    const std::int64_t differing = square(wrong) * (confusion.falseNegatives * square(called + count - defective) +
                                                    confusion.falsePositives * square(count - called + defective));
    return count * (agreeing + differing) - square(right * chance - 2 * chance * count + right * count * count);
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

private slots:
    void kappaIsThatOfThePythonReference()
    {
        const QJsonArray cases = test::readJson(SPOTCHECK_TEST_DATA "/agreement.json")["cases"].toArray();
        QVERIFY(cases.size() > 8);
        for (const QJsonValue &entry : cases) {
            const QJsonArray row = entry.toArray();
            const Confusion confusion{row[0].toInteger(), row[1].toInteger(), row[2].toInteger(), row[3].toInteger()};
            const Kappa kappa = agreementOf(confusion).kappa;
            const QByteArray where = QJsonDocument(row).toJson() + QByteArray::number(kappa.standardError, 'g', 12);
            QVERIFY2(std::abs(kappa.value - row[4].toDouble()) < 1e-12, where);
            // Central differences with a step of 1e-6 are good to about nine digits.
            QVERIFY2(std::abs(kappa.standardError - row[5].toDouble()) < 1e-7, where);
            QVERIFY2(kappa.interval.low <= kappa.value && kappa.value <= kappa.interval.high, where);
            QVERIFY2(kappa.interval.low >= -1 && kappa.interval.high <= 1, where);
        }
    }

    void ratesAreThoseOfTheManual()
    {
        const Agreement agreement = agreementOf(Confusion{45, 5, 3, 47});
        QCOMPARE(agreement.effectiveness.value, 0.92);
        QCOMPARE(agreement.missRate.value, 0.1);
        QCOMPARE(agreement.falseAlarmRate.value, 0.06);
        QCOMPARE(agreement.kappa.value, 0.84);
        const Rate exact = rateWithInterval(92, 100);
        QCOMPARE(agreement.effectiveness.low, exact.low);
        QCOMPARE(agreement.effectiveness.high, exact.high);
    }

    void fullAgreementIsNotCertainty()
    {
        const Agreement agreement = agreementOf(Confusion{7, 0, 0, 3});
        QCOMPARE(agreement.kappa.value, 1.0);
        QCOMPARE(agreement.kappa.interval.high, 1.0);
        const double chance = 0.7 * 0.7 + 0.3 * 0.3;
        QCOMPARE(agreement.kappa.interval.low, (rateWithInterval(10, 10).low - chance) / (1 - chance));
        QVERIFY(agreement.kappa.interval.low < 0.5);
    }

    /// Over all tables of 1 to 20 good and defective pictures: rounding neither makes an interval of a billionth nor
    /// hides one.
    void theIntervalIsEffectivenessesWhereKappaHasNoVariance()
    {
        int without = 0;
        for (std::int64_t defective = 1; defective <= 20; ++defective)
            for (std::int64_t good = 1; good <= 20; ++good)
                for (std::int64_t hits = 0; hits <= defective; ++hits)
                    for (std::int64_t alarms = 0; alarms <= good; ++alarms) {
                        const Confusion confusion{hits, defective - hits, alarms, good - alarms};
                        const Kappa kappa = agreementOf(confusion).kappa;
                        const bool none = varianceNumerator(confusion) == 0;
                        without += none ? 1 : 0;
                        const QByteArray where = QByteArray::number(qlonglong(hits)) + " of " +
                                                 QByteArray::number(qlonglong(defective)) + " found, " +
                                                 QByteArray::number(qlonglong(alarms)) + " of " +
                                                 QByteArray::number(qlonglong(good)) + " false alarms";
                        QVERIFY2((kappa.standardError == 0) == none, where);
                        QVERIFY2(kappa.interval.high - kappa.interval.low > 0.01, where);
                    }
        QCOMPARE(without, 3 * 400 + 20); // nothing called, all called, all right; all wrong of equal classes
    }

    void whatCannotBeKnownIsNotANumber()
    {
        const Agreement nothing = agreementOf(Confusion{});
        QVERIFY(std::isnan(nothing.kappa.value) && std::isnan(nothing.effectiveness.value));
        QVERIFY(overallVerdict(nothing) == AgreementVerdict::Unknown);
        const Agreement good = agreementOf(Confusion{0, 0, 0, 20}); // chance alone agrees fully
        QVERIFY(std::isnan(good.kappa.value) && std::isnan(good.missRate.value));
        QVERIFY(!good.kappa.interval.isKnown());
        // What was not tested may be anything.
        QVERIFY(overallVerdict(good) == AgreementVerdict::Unknown);
        const Agreement found = agreementOf(Confusion{20, 0, 0, 0});
        QVERIFY(std::isnan(found.kappa.value) && std::isnan(found.falseAlarmRate.value));
        QVERIFY(overallVerdict(found) == AgreementVerdict::Unknown);
        QVERIFY(overallVerdict(agreementOf(Confusion{0, 0, 3, 17})) == AgreementVerdict::Unacceptable);
    }

    /// One class alone says nothing of agreement beyond chance, whatever the verdicts.
    void kappaNeedsBothClasses()
    {
        for (const Confusion &confusion : {Confusion{0, 0, 3, 17}, Confusion{3, 17, 0, 0}, Confusion{0, 4, 0, 0}}) {
            const Kappa kappa = agreementOf(confusion).kappa;
            QVERIFY(std::isnan(kappa.value) && std::isnan(kappa.standardError) && !kappa.interval.isKnown());
        }
    }

    void kappaOfChanceIsNothing()
    {
        for (std::int64_t hits = 1; hits < 12; ++hits) {
            for (std::int64_t times = 1; times < 12; ++times) { // both classes called defective alike
                const Kappa kappa = agreementOf(Confusion{hits, 7, hits * times, 7 * times}).kappa;
                QVERIFY(kappa.value == 0 && !std::signbit(kappa.value));
            }
        }
    }

    void limits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("effective") << 18.0 / 20 << 0 << "acceptable";
        QTest::newRow("less effective") << 0.8999 << 0 << "marginal";
        QTest::newRow("hardly effective") << 0.79 << 0 << "unacceptable";
        QTest::newRow("few misses") << 1.0 / 50 << 1 << "acceptable";
        QTest::newRow("misses") << 1.0 / 20 << 1 << "marginal";
        QTest::newRow("many misses") << 0.051 << 1 << "unacceptable";
        QTest::newRow("few alarms") << 0.05 << 2 << "acceptable";
        QTest::newRow("alarms") << 0.1 << 2 << "marginal";
        QTest::newRow("many alarms") << 0.11 << 2 << "unacceptable";
        QTest::newRow("kappa") << 0.75 << 3 << "acceptable";
        QTest::newRow("lower kappa") << 0.4 << 3 << "marginal";
        QTest::newRow("low kappa") << 0.39 << 3 << "unacceptable";
        QTest::newRow("no kappa") << std::nan("") << 3 << "unknown";
    }

    void limits()
    {
        QFETCH(const double, value);
        QFETCH(const int, which);
        const std::array all{effectivenessLimit, missRateLimit, falseAlarmLimit, kappaLimit};
        QTEST(QString::fromStdString(agreementVerdictId(all[static_cast<std::size_t>(which)].judge(value))),
              "verdict");
    }

    void theWorstDecides()
    {
        QVERIFY(overallVerdict(agreementOf(Confusion{100, 0, 0, 100})) == AgreementVerdict::Acceptable);
        QVERIFY(overallVerdict(agreementOf(Confusion{97, 3, 0, 100})) == AgreementVerdict::Marginal);
        QVERIFY(overallVerdict(agreementOf(Confusion{90, 10, 0, 100})) == AgreementVerdict::Unacceptable);
    }
};

QTEST_GUILESS_MAIN(TestAgreement)
#include "test_agreement.moc"
