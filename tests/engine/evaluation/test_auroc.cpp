#include <cmath>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/evaluation/auroc.h>

#include "core/random.h"
#include "jsonfile.h"
#include "statistics/normaldistribution.h"

using namespace spotcheck;

namespace {

std::vector<ScoredLabel> labelled(const QJsonValue &scores, const QJsonValue &labels)
{
    std::vector<ScoredLabel> entries;
    for (qsizetype index = 0; index < scores.toArray().size(); ++index)
        entries.push_back({scores[index].toDouble(), labels[index].toInt() == 1});
    return entries;
}

QJsonObject reference()
{
    return test::readJson(SPOTCHECK_TEST_DATA "/auroc.json");
}

bool near(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

} // namespace

class TestAuroc : public QObject {
    Q_OBJECT

private slots:
    void normalDistributionIsThatOfSciPy()
    {
        const QJsonObject stored = reference();
        for (const QJsonValue &row : stored["quantiles"].toArray())
            QVERIFY(near(normalQuantile(row[0].toDouble()), row[1].toDouble(), 1e-12));
        for (const QJsonValue &row : stored["tails"].toArray())
            QVERIFY(near(twoSidedNormal(row[0].toDouble()) / row[1].toDouble(), 1, 1e-12));
    }

    void estimatesAreThoseOfThePythonReference()
    {
        const QJsonArray singles = reference()["singles"].toArray();
        QVERIFY(singles.size() >= 12);
        for (const QJsonValue &stored : singles) {
            const AurocEstimate estimate = estimateAuroc(ScoreTable(labelled(stored["scores"], stored["labels"])));
            QVERIFY(near(estimate.value, stored["auroc"].toDouble(), 1e-13));
            QVERIFY(near(estimate.standardError, stored["error"].toDouble(), 1e-13));
            if (stored["low"].isNull())
                continue;
            QVERIFY(near(estimate.interval.low, stored["low"].toDouble(), 1e-12));
            QVERIFY(near(estimate.interval.high, stored["high"].toDouble(), 1e-12));
        }
    }

    void comparisonsAreThoseOfThePythonReference()
    {
        for (const QJsonValue &stored : reference()["pairs"].toArray()) {
            std::vector<PairedScore> scores;
            for (qsizetype index = 0; index < stored["labels"].toArray().size(); ++index)
                scores.push_back({stored["first"][index].toDouble(), stored["second"][index].toDouble(),
                                  stored["labels"][index].toInt() == 1});
            const AurocComparison comparison = compareAurocs(scores);
            QVERIFY(near(comparison.difference, stored["difference"].toDouble(), 1e-13));
            QVERIFY(near(comparison.standardError, stored["error"].toDouble(), 1e-12));
            if (stored["p"].isDouble())
                QVERIFY(near(comparison.pValue / stored["p"].toDouble(), 1, 1e-9));
            for (PairedScore &score : scores)
                score.second = 1000 + score.first * 3; // another unit, the same order
            QCOMPARE(compareAurocs(scores).pValue, 1.0);
        }
    }

    /// No overlap leaves no variance, which is no certainty.
    void fullSeparationKeepsAnInterval()
    {
        const AurocEstimate apart =
            estimateAuroc(ScoreTable({{1, false}, {2, false}, {3, true}, {4, true}, {5, true}}));
        QCOMPARE(apart.value, 1.0);
        QCOMPARE(apart.standardError, 0.0);
        QCOMPARE(apart.interval.low, rateWithInterval(2, 2).low);
        QCOMPARE(apart.interval.high, 1.0);
        const AurocEstimate inverted = estimateAuroc(ScoreTable({{1, true}, {2, true}, {3, false}, {4, false}}));
        QCOMPARE(inverted.interval, (Interval{0, rateWithInterval(0, 2).high}));
        QCOMPARE(estimateAuroc(ScoreTable({{1, true}, {1, true}, {1, false}, {1, false}})).interval,
                 (Interval{0, 1}));
    }

    void tooFewPictures()
    {
        QVERIFY(!estimateAuroc(ScoreTable({{1, true}, {2, true}})).interval.isKnown());
        const AurocEstimate one = estimateAuroc(ScoreTable({{1, false}, {2, true}, {3, true}}));
        QCOMPARE(one.interval, (Interval{0, 1}));
        QVERIFY(std::isnan(one.standardError));
        QVERIFY(std::isnan(compareAurocs({{1, 2, false}, {2, 3, true}}).pValue));
        QVERIFY(std::isnan(compareAurocs({}).pValue));
        // Different areas without any variance: nothing can be said.
        QVERIFY(std::isnan(compareAurocs({{1, 1, false}, {1, 1, false}, {2, 1, true}, {2, 1, true}}).pValue));
        for (const double confidence : {0.0, 1.0, std::nan("")})
            QVERIFY_EXCEPTION_THROWN(estimateAuroc(ScoreTable(), confidence), Error);
        QVERIFY_EXCEPTION_THROWN(compareAurocs({{std::nan(""), 1, false}}), Error);
    }

    /// 95 % intervals hold the true area about 95 times in 100, near 1 too, where the plain form holds it too seldom.
    void intervalsHoldTheTruth_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("defective");
        QTest::newRow("0.76, 20 + 40") << 1.0 << 20 << 40;
        QTest::newRow("0.92, 20 + 40") << 2.0 << 20 << 40;
        QTest::newRow("0.983, 20 + 40") << 3.0 << 20 << 40;
        QTest::newRow("0.92, 80 + 388") << 2.0 << 80 << 388;
    }

    void intervalsHoldTheTruth()
    {
        QFETCH(const double, shift);
        QFETCH(const int, good);
        QFETCH(const int, defective);
        const double truth = 1 - twoSidedNormal(shift / std::sqrt(2.0)) / 2;
        Random random(5);
        int held = 0;
        constexpr int rounds = 2000;
        for (int round = 0; round < rounds; ++round) {
            std::vector<ScoredLabel> scores;
            for (int index = 0; index < good + defective; ++index)
                scores.push_back({random.normal() + (index < good ? 0 : shift), index >= good});
            const Interval interval = estimateAuroc(ScoreTable(std::move(scores))).interval;
            held += interval.low <= truth && truth <= interval.high ? 1 : 0;
        }
        const double share = static_cast<double>(held) / rounds;
        qInfo("true AUROC %.3f: %.1f %% of the 95 %% intervals hold it", truth, 100 * share);
        QVERIFY(share > 0.93);
    }
};

QTEST_GUILESS_MAIN(TestAuroc)
#include "test_auroc.moc"
