#include <array>
#include <atomic>
#include <cmath>
#include <ctime>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/evaluation/bootstrap.h>

#include "evaluation/resampling.h"
#include "jsonfile.h"

using namespace spotcheck;

namespace {

std::vector<ScoredLabel> overlapping(int good, int defective)
{
    Random random(8);
    std::vector<ScoredLabel> scores;
    for (int index = 0; index < good + defective; ++index)
        scores.push_back({std::round(8 * (random.normal() + (index < good ? 0 : 1))) / 8, index >= good});
    return scores;
}

class Stopping : public JobMonitor {
public:
    bool isCancelled() const override { return ++m_asked > 3; }

private:
    mutable std::atomic<int> m_asked{0};
};

} // namespace

class TestBootstrap : public QObject {
    Q_OBJECT

private slots:
    void init() { configureRuntime(2); }

    /// Every replicate as a table of its own, with the same draws.
    void replicatesAreThoseOfPlainTables()
    {
        const std::vector<ScoredLabel> scores = overlapping(15, 11);
        BootstrapOptions options{200, 0.9, 77};
        JobMonitor monitor;
        const ScoreIntervals intervals = bootstrapScores(ScoreTable(scores), options, monitor);

        const std::vector<ScoredLabel> ascending = ScoreTable(scores).entries();
        std::vector<double> precisions;
        std::vector<double> f1s;
        for (int replicate = 0; replicate < options.replicates; ++replicate) {
            Random random = replicateRandom(options.seed, replicate);
            std::vector<ScoredLabel> drawn;
            for (const bool defective : {false, true}) {
                std::vector<ScoredLabel> own;
                std::copy_if(ascending.begin(), ascending.end(), std::back_inserter(own),
                             [&](const ScoredLabel &entry) { return entry.defective == defective; });
                for (std::size_t draw = 0; draw < own.size(); ++draw)
                    drawn.push_back(
                        own[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(own.size())))]);
            }
            const ScoreTable table(drawn);
            precisions.push_back(table.averagePrecision());
            f1s.push_back(table.bestF1().f1);
        }
        const Interval precision = middleOf(precisions, 0.9);
        const Interval f1 = middleOf(f1s, 0.9);
        QVERIFY(std::abs(precision.low - intervals.averagePrecision.low) < 1e-12);
        QVERIFY(std::abs(precision.high - intervals.averagePrecision.high) < 1e-12);
        QVERIFY(std::abs(f1.low - intervals.bestF1.low) < 1e-12);
        QVERIFY(std::abs(f1.high - intervals.bestF1.high) < 1e-12);
    }

    /// Other random numbers, the same distribution: the ends differ by the noise of 20,000 replicates.
    void intervalsAreThoseOfThePythonReference()
    {
        for (const QJsonValue &stored : test::readJson(SPOTCHECK_TEST_DATA "/bootstrap.json")["cases"].toArray()) {
            std::vector<ScoredLabel> scores;
            for (const double score : test::numbers(stored["good"]))
                scores.push_back({score, false});
            for (const double score : test::numbers(stored["defective"]))
                scores.push_back({score, true});
            JobMonitor monitor;
            const ScoreIntervals intervals = bootstrapScores(ScoreTable(scores), {20000, 0.95, 1}, monitor);
            const auto close = [](const Interval &interval, const QJsonValue &expected) {
                return std::abs(interval.low - expected[0].toDouble()) < 0.006 &&
                       std::abs(interval.high - expected[1].toDouble()) < 0.006;
            };
            QVERIFY(close(intervals.averagePrecision, stored["ap"]));
            QVERIFY(close(intervals.bestF1, stored["f1"]));
        }
    }

    void percentilesAreThoseOfNumPy()
    {
        std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6};
        const Interval interval = middleOf(values, 0.8); // numpy.percentile(values, [10, 90])
        QVERIFY(std::abs(interval.low - 1.0) < 1e-12);
        QVERIFY(std::abs(interval.high - 6.9) < 1e-12);
        std::vector<double> one{1};
        QVERIFY(!middleOf(one, 0.9).isKnown());
    }

    void theSeedAloneDecides()
    {
        const ScoreTable table(overlapping(40, 30));
        const auto intervals = [&](std::uint64_t seed, int threads) {
            configureRuntime(threads);
            JobMonitor monitor;
            const ScoreIntervals found = bootstrapScores(table, {500, 0.95, seed}, monitor);
            return std::array{found.averagePrecision, found.bestF1};
        };
        QVERIFY(intervals(4, 1) == intervals(4, 2));
        QVERIFY(intervals(4, 1) != intervals(5, 1));
    }

    void fullSeparation()
    {
        JobMonitor monitor;
        const ScoreTable table({{1, false}, {2, false}, {3, true}, {4, true}, {5, true}});
        const ScoreIntervals intervals = bootstrapScores(table, {}, monitor);
        QVERIFY(!intervals.averagePrecision.isKnown());
        const Rate exact = f1WithInterval(table.confusionAt(2.5));
        QCOMPARE(intervals.bestF1, (Interval{exact.low, 1}));
    }

    void nothingTellsEqualScoresApart()
    {
        JobMonitor monitor;
        const ScoreTable table({{7, false}, {7, true}, {7, false}, {7, true}, {7, true}});
        const ScoreIntervals intervals = bootstrapScores(table, {}, monitor);
        QVERIFY(!intervals.averagePrecision.isKnown());
        const Rate exact = f1WithInterval(table.confusionAt(6));
        QCOMPARE(intervals.bestF1, (Interval{exact.low, exact.high}));
        QVERIFY(intervals.bestF1.low < 0.75 && intervals.bestF1.high > 0.75); // 2 x 3 / (2 x 3 + 2)
    }

    void withoutEnoughPictures()
    {
        JobMonitor monitor;
        QVERIFY(!bootstrapScores(ScoreTable({{1, true}, {2, true}, {3, false}}), {}, monitor).bestF1.isKnown());
        QVERIFY(!bootstrapScores(ScoreTable(overlapping(5, 5)), {0, 0.95, 0}, monitor).bestF1.isKnown());
        QVERIFY_EXCEPTION_THROWN(bootstrapScores(ScoreTable(), {1, 0.95, 0}, monitor), Error);
        QVERIFY_EXCEPTION_THROWN(bootstrapScores(ScoreTable(), {100, 1, 0}, monitor), Error);
    }

    /// Told, not asserted.
    void cost()
    {
        const ScoreTable table(overlapping(6000, 4000));
        JobMonitor monitor;
        const std::clock_t start = std::clock();
        bootstrapScores(table, {}, monitor);
        qInfo("10,000 pictures, 2000 replicates: %.0f ms of processor time",
              1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }

    void cancels()
    {
        Stopping monitor;
        QVERIFY_EXCEPTION_THROWN(bootstrapScores(ScoreTable(overlapping(50, 50)), {}, monitor), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestBootstrap)
#include "test_bootstrap.moc"
