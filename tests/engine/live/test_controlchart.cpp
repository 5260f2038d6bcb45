#include <cmath>
#include <set>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/live/controlchart.h>

#include "core/random.h"
#include "jsonfile.h"

using namespace spotcheck;

class TestControlChart : public QObject {
    Q_OBJECT

    static bool near(double left, double right) { return std::abs(left - right) <= 1e-10 * std::abs(right); }

    /// Scores of a steady process until `isSignal` says so, on average.
    template <class Signal>
    static double averageRunLength(int runs, Signal isSignal)
    {
        Random random(7);
        ChartOptions options;
        options.kept = 1;
        std::int64_t scores = 0;
        for (int run = 0; run < runs; ++run) {
            ControlChart chart(ChartLimits{0, 1, 100}, options);
            do
                ++scores;
            while (!isSignal(chart.add(random.normal())));
        }
        return static_cast<double>(scores) / runs;
    }

private slots:
    /// Montgomery, Appendix Table VI: c4 to four decimals.
    void c4IsThatOfTheTables()
    {
        QCOMPARE(std::round(c4(2) * 1e4) / 1e4, 0.7979);
        QCOMPARE(std::round(c4(5) * 1e4) / 1e4, 0.9400);
        QCOMPARE(std::round(c4(10) * 1e4) / 1e4, 0.9727);
        QCOMPARE(std::round(c4(25) * 1e4) / 1e4, 0.9896);
        for (const QJsonValue &row : test::readJson(SPOTCHECK_TEST_DATA "/controlchart.json")["c4"].toArray())
            QVERIFY(near(c4(row[0].toInteger()), row[1].toDouble()));
        QVERIFY(near(c4(100'000), 1 - 1.0 / (4 * 100'000.0 - 3)));
    }

    void chartsAreThoseOfThePlainScript()
    {
        const QJsonArray cases = test::readJson(SPOTCHECK_TEST_DATA "/controlchart.json")["cases"].toArray();
        QCOMPARE(cases.size(), 5);
        std::set<std::string> seen;
        for (const QJsonValue &entry : cases) {
            const std::vector<double> normals = test::numbers(entry["normals"]);
            const std::vector<double> scores = test::numbers(entry["scores"]);
            const auto limits = chartLimits(std::vector<float>(normals.begin(), normals.end()));
            QVERIFY(limits);
            QVERIFY(near(limits->centre, entry["centre"].toDouble()));
            QVERIFY(near(limits->sigma, entry["sigma"].toDouble()));
            QCOMPARE(limits->normals, static_cast<std::int64_t>(normals.size()));
            ControlChart chart(limits);
            for (std::size_t i = 0; i < scores.size(); ++i) {
                const QJsonValue wanted = entry["points"].toArray()[static_cast<qsizetype>(i)];
                const ChartPoint &point = chart.add(scores[i]);
                QCOMPARE(point.number, static_cast<std::int64_t>(i) + 1);
                QVERIFY(near(point.ewma, wanted[0].toDouble()));
                QVERIFY(near(point.ewmaLower, wanted[1].toDouble()));
                QVERIFY(near(point.ewmaUpper, wanted[2].toDouble()));
                std::set<std::string> rules;
                for (const RunRule rule : point.rules)
                    rules.insert(runRuleId(rule));
                std::set<std::string> wantedRules;
                for (const QJsonValue &rule : wanted[3].toArray())
                    wantedRules.insert(rule.toString().toStdString());
                QVERIFY(rules == wantedRules);
                seen.insert(rules.begin(), rules.end());
                QCOMPARE(chart.drift() != Drift::None, point.isBeyondEwma());
            }
        }
        QCOMPARE(seen.size(), std::size_t(4)); // no rule went untried
    }

    /// Lucas and Saccucci (1990): about 500 scores of a steady process between two false alarms of the EWMA.
    void theEwmaSuspectsASteadyProcessOnceIn500()
    {
        const double length = averageRunLength(4000, [](const ChartPoint &point) { return point.isBeyondEwma(); });
        QVERIFY2(std::abs(length - 500) < 30, QByteArray::number(length));
    }

    /// Champ and Woodall (1987): 91.75 for the four rules together.
    void theRulesAreBrokenOnceIn92()
    {
        const double length = averageRunLength(8000, [](const ChartPoint &point) { return !point.rules.empty(); });
        QVERIFY2(std::abs(length - 91.75) < 3.5, QByteArray::number(length));
    }

    /// What it is for: a shift of one sigma is seen after about ten pictures (Montgomery Table 9.11: 10.3).
    void aShiftOfOneSigmaIsSeenSoon()
    {
        Random random(3);
        double sum = 0;
        constexpr int runs = 2000;
        for (int run = 0; run < runs; ++run) {
            ControlChart chart(ChartLimits{0, 1, 100});
            while (chart.drift() == Drift::None) {
                chart.add(1 + random.normal());
                ++sum;
            }
        }
        QVERIFY2(std::abs(sum / runs - 10) < 1.5, QByteArray::number(sum / runs));
    }

    void driftHasADirectionAndAnEnd()
    {
        ControlChart chart(ChartLimits{10, 1, 30});
        for (int i = 0; i < 5; ++i)
            chart.add(13);
        QCOMPARE(chart.drift(), Drift::Up);
        for (int i = 0; i < 20; ++i)
            chart.add(10);
        QCOMPARE(chart.drift(), Drift::None);
        for (int i = 0; i < 8; ++i)
            chart.add(8);
        QCOMPARE(chart.drift(), Drift::Down);
    }

    void rejectedPicturesAreDrawnAndCountForNothing()
    {
        ControlChart with(ChartLimits{10, 1, 30});
        ControlChart without(ChartLimits{10, 1, 30});
        for (const double score : {10.5, 11.2, 9.1, 12.3, 12.4}) {
            with.add(500, false);
            const ChartPoint &left = with.add(score);
            const ChartPoint &right = without.add(score);
            QCOMPARE(left.ewma, right.ewma);
            QCOMPARE(left.ewmaUpper, right.ewmaUpper);
            QVERIFY(left.rules == right.rules);
        }
        QCOMPARE(with.points().size(), std::size_t(10));
        QCOMPARE(with.points().front().score, 500.0);
        QVERIFY(with.points().front().rules.empty());
    }

    void onlyTheLastPointsAreKept()
    {
        ChartOptions options;
        options.kept = 3;
        ControlChart chart(ChartLimits{0, 1, 30}, options);
        for (int i = 0; i < 10; ++i)
            chart.add(i);
        QCOMPARE(chart.points().size(), std::size_t(3));
        QCOMPARE(chart.points().front().number, std::int64_t(8));
    }

    void withoutLimitsNothingIsJudged()
    {
        QVERIFY(!chartLimits({}));
        QVERIFY(!chartLimits({1.0F}));
        QVERIFY(!chartLimits({2.0F, 2.0F, 2.0F}));
        ControlChart chart(std::nullopt);
        for (int i = 0; i < 20; ++i)
            QVERIFY(chart.add(1000.0 * i).rules.empty());
        QCOMPARE(chart.drift(), Drift::None);
        QVERIFY(chart.explanation().english().find("No control limits") == 0);
    }

    void fewNormalsAreSaid()
    {
        const auto text = [](std::int64_t normals) {
            return ControlChart(ChartLimits{0, 1, normals}).explanation().english();
        };
        QVERIFY(text(12).find("rough") != std::string::npos);
        QVERIFY(text(40).find("rough") == std::string::npos);
        QVERIFY(text(40).find("40") != std::string::npos);
    }

    void nonsenseIsRefused()
    {
        for (const ChartOptions &options :
             {ChartOptions{0, 3, 10}, ChartOptions{1.5, 3, 10}, ChartOptions{0.2, 0, 10}, ChartOptions{0.2, 3, 0}})
            QVERIFY_EXCEPTION_THROWN(ControlChart(ChartLimits{0, 1, 30}, options), Error);
    }
};

QTEST_GUILESS_MAIN(TestControlChart)
#include "test_controlchart.moc"
