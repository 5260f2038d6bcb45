#include <cmath>
#include <limits>
#include <random>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/evaluation/curves.h>

#include "jsonfile.h"

using namespace spotcheck;

namespace {

Confusion countedAt(const std::vector<ScoredLabel> &scores, double threshold)
{
    Confusion confusion;
    for (const ScoredLabel &entry : scores) {
        const bool called = entry.score > threshold;
        ++(entry.defective ? called ? confusion.truePositives : confusion.falseNegatives
           : called        ? confusion.falsePositives
                           : confusion.trueNegatives);
    }
    return confusion;
}

bool same(const Confusion &a, const Confusion &b)
{
    return a.truePositives == b.truePositives && a.falseNegatives == b.falseNegatives &&
           a.falsePositives == b.falsePositives && a.trueNegatives == b.trueNegatives;
}

std::vector<ScoredLabel> randomScores(unsigned seed, int count, int levels)
{
    std::mt19937 random(seed);
    std::vector<ScoredLabel> scores;
    for (int i = 0; i < count; ++i)
        scores.push_back({static_cast<double>(random() % static_cast<unsigned>(levels)) / 4 - 2, random() % 3 == 0});
    return scores;
}

} // namespace

class TestCurves : public QObject {
    Q_OBJECT

private slots:
    void metricsAreThoseOfScikitLearn_data();
    void metricsAreThoseOfScikitLearn();
    void everyThresholdCountsAsByHand();
    void curvePointsAreReachedByTheirThresholds();
    void bestF1IsReachedByItsThreshold();
    void youdenIsTheLargestDifference();
    void entriesAreTheScores();
    void bestF1BelowAllScores();
    void bestF1BetweenNeighbouringDoubles();
    void missRateIsThatOfEveryThresholdTried();
    void leastCostIsThatOfEveryThresholdTried();
    void goalsRefuseWhatCannotBe();
    void bandCountsAsTwoThresholds();
    void curvePointOfAThreshold();
    void oneClassOnly();
    void empty();
    void refusesScoresThatAreNotFinite();
};

void TestCurves::metricsAreThoseOfScikitLearn_data()
{
    QTest::addColumn<QJsonObject>("reference");
    const QJsonArray cases = test::readJson(SPOTCHECK_TEST_DATA "/curves.json")["cases"].toArray();
    QVERIFY(cases.size() >= 17);
    for (const QJsonValue &reference : cases)
        QTest::newRow(qPrintable(reference["name"].toString())) << reference.toObject();
}

void TestCurves::metricsAreThoseOfScikitLearn()
{
    QFETCH(const QJsonObject, reference);
    std::vector<ScoredLabel> scores;
    const QJsonArray labels = reference["labels"].toArray();
    const QJsonArray values = reference["scores"].toArray();
    for (qsizetype i = 0; i < labels.size(); ++i)
        scores.push_back({values[i].toDouble(), labels[i].toInt() == 1});
    const ScoreTable table(scores);

    QVERIFY(std::abs(table.auroc() - reference["auroc"].toDouble()) < 1e-12);
    QVERIFY(std::abs(table.averagePrecision() - reference["average_precision"].toDouble()) < 1e-12);
    QVERIFY(std::abs(table.bestF1().f1 - reference["best_f1"].toDouble()) < 1e-12);

    const auto compare = [](const std::vector<CurvePoint> &curve, const QJsonArray &expected) {
        QCOMPARE(static_cast<qsizetype>(curve.size()), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QVERIFY(std::abs(curve[static_cast<std::size_t>(i)].x - expected[i][0].toDouble()) < 1e-12);
            QVERIFY(std::abs(curve[static_cast<std::size_t>(i)].y - expected[i][1].toDouble()) < 1e-12);
        }
    };
    if (labels.size() <= 40) {
        compare(table.rocCurve(), reference["roc"].toArray());
        compare(table.precisionRecallCurve(), reference["precision_recall"].toArray());
    }
}

void TestCurves::everyThresholdCountsAsByHand()
{
    const std::vector<ScoredLabel> scores = randomScores(3, 90, 20);
    const ScoreTable table(scores);
    std::vector<double> thresholds{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
                                   std::nan("")};
    for (const ScoredLabel &entry : scores) {
        thresholds.push_back(entry.score);
        thresholds.push_back(std::nextafter(entry.score, -1e9));
        thresholds.push_back(std::nextafter(entry.score, 1e9));
    }
    for (const double threshold : thresholds)
        QVERIFY(same(table.confusionAt(threshold), countedAt(scores, threshold)));
}

void TestCurves::curvePointsAreReachedByTheirThresholds()
{
    const ScoreTable table(randomScores(5, 60, 15));
    const auto roc = table.rocCurve();
    QCOMPARE(roc.front().x + roc.front().y, 0.0);
    QCOMPARE(roc.back().x + roc.back().y, 2.0);
    for (const CurvePoint &point : roc) {
        const Confusion confusion = table.confusionAt(point.threshold);
        QCOMPARE(point.x, falseAlarmRate(confusion).value);
        QCOMPARE(point.y, recall(confusion).value);
    }
    for (const CurvePoint &point : table.precisionRecallCurve()) {
        const Confusion confusion = table.confusionAt(point.threshold);
        QCOMPARE(point.x, recall(confusion).value);
        QCOMPARE(point.y, precision(confusion).value);
    }
}

void TestCurves::bestF1IsReachedByItsThreshold()
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::vector<ScoredLabel> scores = randomScores(seed, 25, 9);
        const ScoreTable table(scores);
        const auto best = table.bestF1();
        QCOMPARE(f1(table.confusionAt(best.threshold)), best.f1);
        for (const ScoredLabel &entry : scores) // halfway: never on a score
            QVERIFY(entry.score != best.threshold);
    }
    const ScoreTable apart({{1, false}, {2, false}, {5, true}, {6, true}});
    QCOMPARE(apart.bestF1().f1, 1.0);
    QCOMPARE(apart.bestF1().threshold, 3.5);
}

void TestCurves::youdenIsTheLargestDifference()
{
    std::mt19937 random(4);
    for (int round = 0; round < 100; ++round) {
        std::vector<ScoredLabel> scores{{static_cast<double>(random() % 9), false},
                                        {static_cast<double>(random() % 9), true}};
        for (unsigned index = 0; index < 1 + random() % 20; ++index)
            scores.push_back({static_cast<double>(random() % 9), random() % 3 == 0});
        const ScoreTable table(scores);
        double best = -1;
        double lowest = 0;
        for (double threshold = -0.5; threshold < 9; ++threshold) {
            const Confusion confusion = table.confusionAt(threshold);
            const double index = recall(confusion).value - falseAlarmRate(confusion).value;
            if (index > best + 1e-12) {
                best = index;
                lowest = threshold;
            }
        }
        const Confusion chosen = table.confusionAt(table.youdenThreshold());
        QVERIFY(std::abs(recall(chosen).value - falseAlarmRate(chosen).value - best) < 1e-12);
        QCOMPARE(chosen.truePositives, table.confusionAt(lowest).truePositives);
    }
    QVERIFY_EXCEPTION_THROWN(ScoreTable({{1, true}}).youdenThreshold(), Error);
}

void TestCurves::entriesAreTheScores()
{
    const std::vector<ScoredLabel> entries =
        ScoreTable({{2, true}, {1, false}, {2, false}, {-1, true}, {2, true}}).entries();
    QCOMPARE(entries.size(), std::size_t{5});
    const std::vector<double> scores{-1, 1, 2, 2, 2};
    const std::vector<bool> defective{true, false, false, true, true};
    for (std::size_t index = 0; index < entries.size(); ++index) {
        QCOMPARE(entries[index].score, scores[index]);
        QCOMPARE(entries[index].defective, static_cast<bool>(defective[index]));
    }
    QVERIFY(ScoreTable().entries().empty());
}

void TestCurves::bestF1BelowAllScores()
{
    for (const ScoreTable &table : {ScoreTable({{1, true}, {3, false}, {4, true}, {9, true}}),
                                    ScoreTable({{0, true}}), ScoreTable({{-7, true}, {-7, false}})}) {
        const auto best = table.bestF1();
        QVERIFY(std::isfinite(best.threshold));
        const Confusion confusion = table.confusionAt(best.threshold);
        QCOMPARE(confusion.falseNegatives + confusion.trueNegatives, 0);
        QCOMPARE(f1(confusion), best.f1);
    }
}

void TestCurves::bestF1BetweenNeighbouringDoubles()
{
    const double lower = 1;
    const double upper = std::nextafter(lower, 2);
    const ScoreTable table({{lower, false}, {upper, true}});
    QCOMPARE(table.bestF1().f1, 1.0);
    QCOMPARE(table.confusionAt(table.bestF1().threshold).truePositives, 1);
    QCOMPARE(table.confusionAt(table.bestF1().threshold).falsePositives, 0);
}

/// Every threshold that can make a difference.
std::vector<double> thresholdsToTry(const std::vector<ScoredLabel> &scores)
{
    std::vector<double> tried{-1e9, 1e9};
    for (const ScoredLabel &entry : scores) {
        tried.push_back(entry.score);
        tried.push_back(entry.score - 1e-9);
    }
    return tried;
}

void TestCurves::missRateIsThatOfEveryThresholdTried()
{
    for (unsigned seed = 0; seed < 30; ++seed) {
        const std::vector<ScoredLabel> scores = randomScores(seed, 25, 9);
        const ScoreTable table(scores);
        if (table.defective() == 0)
            continue;
        for (const double rate : {0.0, 0.05, 0.1, 0.2, 0.5, 0.9}) {
            const auto misses = [&](double threshold) {
                return static_cast<double>(table.confusionAt(threshold).falseNegatives) /
                       static_cast<double>(table.defective());
            };
            const double chosen = table.thresholdForMissRate(rate);
            QVERIFY(misses(chosen) <= rate);
            for (const double threshold : thresholdsToTry(scores)) {
                if (misses(threshold) <= rate)
                    QVERIFY(table.confusionAt(threshold).falsePositives >= table.confusionAt(chosen).falsePositives);
            }
        }
    }
    // 5 % of 20 is one, although 0.05 is not a binary number.
    std::vector<ScoredLabel> twenty;
    for (int i = 1; i <= 20; ++i)
        twenty.push_back({double(i), true});
    QCOMPARE(ScoreTable(twenty).confusionAt(ScoreTable(twenty).thresholdForMissRate(0.05)).falseNegatives, 1);
}

void TestCurves::leastCostIsThatOfEveryThresholdTried()
{
    for (unsigned seed = 0; seed < 30; ++seed) {
        const std::vector<ScoredLabel> scores = randomScores(seed, 25, 9);
        const ScoreTable table(scores);
        if (!table.hasBoth())
            continue;
        for (const ErrorCosts &costs :
             {ErrorCosts{10, 1, 0.01}, ErrorCosts{1, 1, 0.5}, ErrorCosts{1, 50, 0.2}, ErrorCosts{1000, 1, 0.1}}) {
            const auto cost = [&](double threshold) {
                const Confusion c = table.confusionAt(threshold);
                return costs.prevalence * costs.miss * double(c.falseNegatives) / double(table.defective()) +
                       (1 - costs.prevalence) * costs.falseAlarm * double(c.falsePositives) / double(table.good());
            };
            const double chosen = cost(table.leastCostThreshold(costs));
            for (const double threshold : thresholdsToTry(scores))
                QVERIFY(chosen <= cost(threshold) + 1e-12);
        }
    }
    // A miss that costs nearly nothing: nothing is called defective, and the other way round everything.
    const ScoreTable mixed({{1, true}, {2, false}, {3, true}, {4, false}});
    QCOMPARE(mixed.confusionAt(mixed.leastCostThreshold({1e-6, 1, 0.01})).falsePositives, 0);
    QCOMPARE(mixed.confusionAt(mixed.leastCostThreshold({1e6, 1, 0.5})).falseNegatives, 0);
}

void TestCurves::goalsRefuseWhatCannotBe()
{
    const ScoreTable good({{1, false}, {2, false}});
    const ScoreTable both({{1, false}, {2, true}});
    const auto refused = [](const auto &call) {
        try {
            call();
        } catch (const Error &error) {
            return error.code() == ErrorCode::InvalidParameter;
        }
        return false;
    };
    QVERIFY(refused([&] { good.thresholdForMissRate(0.1); }));
    QVERIFY(refused([&] { both.thresholdForMissRate(1); }));
    QVERIFY(refused([&] { good.leastCostThreshold({}); }));
    for (const ErrorCosts &costs :
         {ErrorCosts{0, 1, 0.1}, ErrorCosts{1, -1, 0.1}, ErrorCosts{1, 1, 0}, ErrorCosts{1, 1, 1}})
        QVERIFY(refused([&] { both.leastCostThreshold(costs); }));
}

void TestCurves::bandCountsAsTwoThresholds()
{
    const ScoreTable table({{1, false}, {2, false}, {3, true}, {3, false}, {4, true}, {5, true}, {6, false}});
    const BandedConfusion banded = table.confusionAt(2, 4);
    QVERIFY(same(banded.decided, Confusion{1, 2, 1, 3}));
    QVERIFY(same(banded.caught, Confusion{3, 0, 2, 2}));
    QCOMPARE(banded.reviewDefective(), 2);
    QCOMPARE(banded.reviewGood(), 1);
    QCOMPARE(reviewRate(banded).count, 3);
    QCOMPARE(reviewRate(banded).total, 7);
    const BandedConfusion none = table.confusionAt(9, 4); // no band below the threshold
    QCOMPARE(none.reviewDefective() + none.reviewGood(), 0);
}

void TestCurves::curvePointOfAThreshold()
{
    const ScoreTable table(randomScores(7, 40, 12));
    const std::vector<CurvePoint> curve = table.rocCurve();
    for (double threshold = -2; threshold < 14; threshold += 0.25) {
        const Confusion confusion = table.confusionAt(threshold);
        const CurvePoint point = pointAt(curve, threshold);
        if (threshold >= curve.back().threshold) {
            QCOMPARE(point.x, falseAlarmRate(confusion).value);
            QCOMPARE(point.y, recall(confusion).value);
        }
    }
    QCOMPARE(pointAt(curve, 1e9).threshold, curve.front().threshold);
}

void TestCurves::oneClassOnly()
{
    const ScoreTable good({{1, false}, {2, false}});
    QVERIFY(!good.hasBoth());
    QVERIFY(std::isnan(good.auroc()));
    QVERIFY(std::isnan(good.averagePrecision()));
    QCOMPARE(good.bestF1().f1, 0.0);
    QCOMPARE(good.confusionAt(good.bestF1().threshold).falsePositives, 0);
    QVERIFY(good.rocCurve().empty());
    QVERIFY(good.precisionRecallCurve().empty());

    const ScoreTable defective({{1, true}, {2, true}});
    QVERIFY(std::isnan(defective.auroc()));
    QCOMPARE(defective.bestF1().f1, 1.0);
}

void TestCurves::empty()
{
    const ScoreTable table;
    QVERIFY(std::isnan(table.auroc()));
    QVERIFY(table.rocCurve().empty());
    QCOMPARE(table.bestF1().f1, 0.0);
    QVERIFY(same(table.confusionAt(0), Confusion{}));
}

void TestCurves::refusesScoresThatAreNotFinite()
{
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        try {
            const ScoreTable table({{1, false}, {bad, true}});
            QFAIL("accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::Internal);
        }
    }
}

QTEST_GUILESS_MAIN(TestCurves)
#include "test_curves.moc"
