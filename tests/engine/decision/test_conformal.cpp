#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/decision/calibration.h>

#include "core/random.h"
#include "statistics/incompletebeta.h"

using namespace spotcheck;

namespace {

using Part = std::array<double, 3>;

/// A good part: two kinds that vary by different amounts.
Part drawPart(Random &random)
{
    const bool kind = random.uniform() < 0.3;
    Part part{};
    for (double &value : part)
        value = (kind ? 4 : 0) + (kind ? 1.5 : 0.6) * random.normal();
    return part;
}

std::vector<Part> drawParts(Random &random, int count)
{
    std::vector<Part> parts(static_cast<std::size_t>(count));
    std::generate(parts.begin(), parts.end(), [&] { return drawPart(random); });
    return parts;
}

/// A memory bank: distance to the nearest part fitted on, which is 0 for those parts themselves.
float nearest(const std::vector<Part> &fitted, const Part &part)
{
    double least = std::numeric_limits<double>::infinity();
    for (const Part &other : fitted) {
        double square = 0;
        for (std::size_t i = 0; i < part.size(); ++i)
            square += (part[i] - other[i]) * (part[i] - other[i]);
        least = std::min(least, square);
    }
    return static_cast<float>(std::sqrt(least));
}

double shareAbove(const std::vector<Part> &fitted, const std::vector<Part> &fresh, double threshold)
{
    const auto above = std::count_if(fresh.begin(), fresh.end(),
                                     [&](const Part &part) { return nearest(fitted, part) > threshold; });
    return static_cast<double>(above) / static_cast<double>(fresh.size());
}

constexpr int rounds = 200;
constexpr int freshParts = 4000;

struct Realised {
    double mean = 0;
    double meanError = 0; ///< standard error of the mean over rounds
    double withinWanted = 0;
    double withinUpper = 0;
};

Realised summarise(const std::vector<double> &rates, double wanted, double upper)
{
    Realised realised;
    double squares = 0;
    for (const double rate : rates) {
        realised.mean += rate / rounds;
        squares += rate * rate / rounds;
        realised.withinWanted += rate <= wanted ? 1.0 / rounds : 0;
        realised.withinUpper += rate <= upper ? 1.0 / rounds : 0;
    }
    realised.meanError = std::sqrt((squares - realised.mean * realised.mean) / rounds);
    return realised;
}

} // namespace

/// What a threshold from held-out normals keeps of its promise, seen over many random splits.
class TestConformal : public QObject {
    Q_OBJECT

private slots:
    void splitKeepsItsPromise_data()
    {
        QTest::addColumn<int>("normals");
        QTest::addColumn<int>("heldOut");
        QTest::addColumn<double>("rate");
        QTest::newRow("60 normals, 12 held out, 10 %") << 60 << 12 << 0.1;
        QTest::newRow("200 normals, 40 held out, 5 %") << 200 << 40 << 0.05;
        QTest::newRow("200 normals, 99 held out, 10 %") << 200 << 99 << 0.1;
    }

    void splitKeepsItsPromise()
    {
        QFETCH(const int, normals);
        QFETCH(const int, heldOut);
        QFETCH(const double, rate);
        Random random(20);
        std::vector<double> rates;
        double upper = 0;
        for (int round = 0; round < rounds; ++round) {
            const std::vector<Part> parts = drawParts(random, normals);
            const std::vector<Part> fitted(parts.begin() + heldOut, parts.end());
            std::vector<float> scores;
            for (int index = 0; index < heldOut; ++index)
                scores.push_back(nearest(fitted, parts[static_cast<std::size_t>(index)]));
            const NormalThreshold threshold = Calibration(scores, {}, {}).thresholdAt(rate);
            QVERIFY(threshold.supported);
            upper = threshold.upperRate;
            rates.push_back(shareAbove(fitted, drawParts(random, freshParts), threshold.threshold));
        }
        const std::int64_t above = pictureAllowance(heldOut, rate);
        const double bound = static_cast<double>(above) / (heldOut + 1);
        const double expectedWithin =
            incompleteBeta(static_cast<double>(above), static_cast<double>(heldOut + 1 - above), rate);
        const Realised realised = summarise(rates, rate, upper);
        qInfo(
            "promised %.1f %%: mean realised %.2f %% +- %.2f %% (theory %.2f %%), within it in %.0f %% of the splits "
            "(theory %.0f %%), within %.1f %% in %.1f %%",
            100 * rate, 100 * realised.mean, 100 * realised.meanError, 100 * bound, 100 * realised.withinWanted,
            100 * expectedWithin, 100 * upper, 100 * realised.withinUpper);
        QVERIFY(bound <= rate);
        QVERIFY(std::abs(realised.mean - bound) < 4 * realised.meanError);
        QVERIFY(std::abs(realised.withinWanted - expectedWithin) < 4 * std::sqrt(0.25 / rounds));
        QVERIFY(realised.withinUpper > 0.95 - 4 * std::sqrt(0.95 * 0.05 / rounds));
    }

    /// All parts are scored by models that had not seen them, the model that judges has seen all: close, but no
    /// promise.
    void foldsComeClose()
    {
        constexpr int normals = 60;
        constexpr int folds = 5;
        constexpr double rate = 0.1;
        Random random(21);
        std::vector<double> rates;
        for (int round = 0; round < rounds; ++round) {
            const std::vector<Part> parts = drawParts(random, normals);
            std::vector<float> scores;
            for (int fold = 0; fold < folds; ++fold) {
                std::vector<Part> others;
                for (int index = 0; index < normals; ++index) {
                    if (index % folds != fold)
                        others.push_back(parts[static_cast<std::size_t>(index)]);
                }
                for (int index = fold; index < normals; index += folds)
                    scores.push_back(nearest(others, parts[static_cast<std::size_t>(index)]));
            }
            const Calibration calibration(scores, {}, {}, folds);
            rates.push_back(
                shareAbove(parts, drawParts(random, freshParts), calibration.thresholdAt(rate).threshold));
        }
        const Realised realised = summarise(rates, rate, 1);
        qInfo(
            "five folds of 60, wanted %.0f %%: mean realised %.2f %% +- %.2f %%, within it in %.0f %% of the rounds",
            100 * rate, 100 * realised.mean, 100 * realised.meanError, 100 * realised.withinWanted);
        QVERIFY(realised.mean < rate + 4 * realised.meanError);
        QVERIFY(realised.mean > rate / 2);
    }

    /// scipy.stats.beta.ppf
    void realisedRateIsBeta()
    {
        QVERIFY(std::abs(realisedRateQuantile(48, 2, 0.95) - 0.09505862462413558) < 1e-9);
        QVERIFY(std::abs(realisedRateQuantile(99, 5, 0.95) - 0.09007355819196766) < 1e-9);
        QVERIFY(std::abs(realisedRateQuantile(1, 1, 0.95) - 0.95) < 1e-12);
        QCOMPARE(pictureAllowance(99, 0.29), 29); // 0.29 x 100 is a little less in binary
        QCOMPARE(pictureAllowance(18, 0.05), 0);
        for (const auto &[above, confidence] : {std::pair(0, 0.95), std::pair(49, 0.95), std::pair(2, 1.0)})
            QVERIFY_EXCEPTION_THROWN(realisedRateQuantile(48, above, confidence), Error);
    }

    void foldsAreKeptInTheFile()
    {
        const Calibration calibration({1, 2, 3}, {}, {}, 5);
        QCOMPARE(Calibration::fromJson(calibration.toJson()).folds(), 5);
        const std::string plain = Calibration({1, 2, 3}, {}, {}).toJson();
        QVERIFY(plain.find("folds") == std::string::npos);
        QCOMPARE(Calibration::fromJson(plain).folds(), 0);
        for (const char *folds : {"-1", "2.5", "\"2\"", "1e300"})
            QVERIFY_EXCEPTION_THROWN(
                Calibration::fromJson(R"({"scores":[1],"map_peaks":[],"display":{"low":0,"high":1},"folds":)" +
                                      std::string(folds) + "}"),
                Error);
    }
};

QTEST_GUILESS_MAIN(TestConformal)
#include "test_conformal.moc"
