#include <cmath>
#include <vector>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "core/random.h"
#include "detectors/coreset.h"
#include "detectors/distancerows.h"
#include "detectors/randomprojection.h"

using namespace spotcheck;

namespace {

std::vector<float> randomVectors(std::int64_t count, int dimensions, std::uint64_t seed)
{
    Random random(seed);
    std::vector<float> vectors;
    // A few clusters, as patches have: uniform noise alone would leave nothing to prune.
    for (std::int64_t i = 0; i < count; ++i) {
        const double centre = 4.0 * static_cast<double>(i % 7);
        for (int d = 0; d < dimensions; ++d)
            vectors.push_back(static_cast<float>(std::sin(centre + d) * 3 + random.normal()));
    }
    return vectors;
}

double distance(const std::vector<float> &vectors, int dimensions, std::int64_t a, std::int64_t b)
{
    double sum = 0;
    for (int d = 0; d < dimensions; ++d) {
        const double difference = static_cast<double>(vectors[static_cast<std::size_t>(a * dimensions + d)]) -
                                  vectors[static_cast<std::size_t>(b * dimensions + d)];
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

/// Distance of each vector to the nearest of `centres`.
std::vector<double> coverage(const std::vector<float> &vectors, int dimensions,
                             const std::vector<std::int64_t> &centres)
{
    std::vector<double> nearest(vectors.size() / static_cast<std::size_t>(dimensions), 1e30);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        for (const std::int64_t centre : centres)
            nearest[i] = std::min(nearest[i], distance(vectors, dimensions, static_cast<std::int64_t>(i), centre));
    }
    return nearest;
}

class CancelAfter : public JobMonitor {
public:
    explicit CancelAfter(std::int64_t steps) : m_steps(steps) {}
    void report(const Progress &progress) override { m_reached = progress.step; }
    bool isCancelled() const override { return m_reached >= m_steps; }
    std::int64_t reached() const { return m_reached; }

private:
    std::int64_t m_steps;
    std::int64_t m_reached = 0;
};

} // namespace

class TestCoreset : public QObject {
    Q_OBJECT

private slots:
    /// The whole run of a plain double-precision greedy loop, started from our own first choice.
    void equalsThePlainLoop_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<double>("ratio");
        QTest::newRow("many centres") << 700 << 12 << 0.5;
        QTest::newRow("few centres") << 3000 << 40 << 0.02;
        QTest::newRow("register width") << 500 << 32 << 0.3;
        QTest::newRow("one dimension") << 300 << 1 << 0.2;
    }

    void equalsThePlainLoop()
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        QFETCH(double, ratio);
        const std::vector<float> vectors = randomVectors(count, dimensions, 3);
        JobMonitor monitor;
        const Coreset coreset =
            selectCoreset(vectors, dimensions, {.ratio = ratio, .projectedDimensions = 0, .seed = 5}, monitor);
        QCOMPARE(coreset.indices.size(), static_cast<std::size_t>(count * ratio));

        // Each choice must be a farthest vector from those before, to the precision of a float; the start's mean
        // distances still count for vectors that no centre is nearer to.
        std::vector<std::int64_t> start;
        Random random(5 ^ 0x9E3779B97F4A7C15ULL);
        while (start.size() < 10) {
            const std::int64_t point = random.below(count);
            if (std::find(start.begin(), start.end(), point) == start.end())
                start.push_back(point);
        }
        std::vector<double> nearest(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            double sum = 0;
            for (const std::int64_t point : start)
                sum += distance(vectors, dimensions, i, point);
            nearest[static_cast<std::size_t>(i)] = sum / 10;
        }
        for (const std::int64_t chosen : coreset.indices) {
            const double farthest = *std::max_element(nearest.begin(), nearest.end());
            QVERIFY2(nearest[static_cast<std::size_t>(chosen)] >= farthest * (1 - 1e-5),
                     qPrintable(QString("took one at %1, the farthest is at %2")
                                    .arg(nearest[static_cast<std::size_t>(chosen)])
                                    .arg(farthest)));
            for (int i = 0; i < count; ++i) {
                const double own = distance(vectors, dimensions, i, chosen);
                nearest[static_cast<std::size_t>(i)] = std::min(nearest[static_cast<std::size_t>(i)], own);
            }
        }
        QVERIFY(std::abs(coreset.radius - *std::max_element(nearest.begin(), nearest.end())) < 1e-4);
    }

    /// To the last bit, also where vectors are equal and where rounding decides: the same choices as a loop that
    /// compares every vector with every new centre, in single precision.
    void equalsThePlainLoopToTheLastBit_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("offset"); // of all vectors from the origin: cancels in a product
        QTest::newRow("several rounds") << 12'000 << 32 << 0.3 << 0.0;
        QTest::newRow("far from the origin") << 9'000 << 128 << 0.3 << 300.0;
        QTest::newRow("fewer than a round's candidates") << 500 << 16 << 1.0 << 0.0;
        QTest::newRow("long vectors, small rounds") << 1'500 << 2048 << 0.2 << 1.0;
    }

    void equalsThePlainLoopToTheLastBit()
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        QFETCH(double, ratio);
        QFETCH(double, offset);
        std::vector<float> vectors = randomVectors(count, dimensions, 17);
        for (float &value : vectors)
            value = static_cast<float>(value + offset);
        const auto at = [&](std::int64_t index) {
            return std::span<const float>(vectors).subspan(static_cast<std::size_t>(index * dimensions),
                                                           static_cast<std::size_t>(dimensions));
        };
        for (std::int64_t copy = 1; copy < count; copy += 9) // equal vectors, equally far
            std::copy(at(copy - 1).begin(), at(copy - 1).end(), vectors.begin() + copy * dimensions);

        JobMonitor monitor;
        const Coreset coreset =
            selectCoreset(vectors, dimensions, {.ratio = ratio, .projectedDimensions = 0, .seed = 2}, monitor);
        QVERIFY(coreset.indices.size() > 200);

        std::vector<std::int64_t> start;
        Random random(2 ^ 0x9E3779B97F4A7C15ULL);
        while (start.size() < 10) {
            const std::int64_t point = random.below(count);
            if (std::find(start.begin(), start.end(), point) == start.end())
                start.push_back(point);
        }
        std::vector<float> nearest(static_cast<std::size_t>(count));
        for (std::int64_t index = 0; index < count; ++index) {
            double sum = 0;
            for (const std::int64_t point : start)
                sum += std::sqrt(static_cast<double>(squaredDistance(at(index), at(point))));
            nearest[static_cast<std::size_t>(index)] = static_cast<float>((sum / 10) * (sum / 10));
        }
        for (std::size_t step = 0; step < coreset.indices.size(); ++step) {
            const std::int64_t farthest = std::max_element(nearest.begin(), nearest.end()) - nearest.begin();
            QVERIFY2(
                coreset.indices[step] == farthest,
                qPrintable(QString("step %1: took %2, not %3").arg(step).arg(coreset.indices[step]).arg(farthest)));
            for (std::int64_t index = 0; index < count; ++index) {
                float &known = nearest[static_cast<std::size_t>(index)];
                known = std::min(known, squaredDistance(at(index), at(farthest)));
            }
        }
        QCOMPARE(coreset.radius, std::sqrt(static_cast<double>(*std::max_element(nearest.begin(), nearest.end()))));
    }

    /// Ends where all lie within the radius, having chosen what it would have chosen anyway.
    void coverageRadiusOnlyEndsItEarlier()
    {
        const std::vector<float> vectors = randomVectors(4000, 32, 11);
        JobMonitor monitor;
        const Coreset whole = selectCoreset(vectors, 32, {.ratio = 0.5, .projectedDimensions = 0}, monitor);
        const Coreset some = selectCoreset(vectors, 32, {.ratio = 0.1, .projectedDimensions = 0}, monitor);
        QVERIFY(whole.radius < some.radius);
        // The radius that a training told: another one that is given it ends at the same place.
        for (const double radius : {some.radius, some.radius * 0.9, some.radius * 1.2}) {
            const Coreset stopped = selectCoreset(
                vectors, 32, {.ratio = 0.5, .projectedDimensions = 0, .coverageRadius = radius}, monitor);
            QVERIFY(stopped.radius <= radius);
            QVERIFY(stopped.indices.size() < whole.indices.size());
            QVERIFY(std::equal(stopped.indices.begin(), stopped.indices.end(), whole.indices.begin()));
            const std::vector<double> covered = coverage(vectors, 32, stopped.indices);
            QVERIFY(*std::max_element(covered.begin(), covered.end()) <= radius * (1 + 1e-5));
            // One less would not do.
            const std::vector<std::int64_t> fewer(stopped.indices.begin(), stopped.indices.end() - 1);
            const std::vector<double> less = coverage(vectors, 32, fewer);
            QVERIFY(*std::max_element(less.begin(), less.end()) > radius * (1 - 1e-5));
            if (radius == some.radius)
                QCOMPARE(stopped.indices, some.indices);
        }
        QVERIFY_EXCEPTION_THROWN(selectCoreset(vectors, 32, {.coverageRadius = -1}, monitor), Error);
    }

    void doesNotDependOnThreads()
    {
        const std::vector<float> vectors = randomVectors(5000, 200, 8);
        JobMonitor monitor;
        configureRuntime(1);
        const Coreset one = selectCoreset(vectors, 200, {.ratio = 0.05}, monitor);
        configureRuntime(3);
        const Coreset three = selectCoreset(vectors, 200, {.ratio = 0.05}, monitor);
        QCOMPARE(one.indices, three.indices);
        QCOMPARE(one.radius, three.radius);
        configureRuntime();
    }

    /// Classic guarantee of the greedy choice: no set of as many centres covers better than half its radius. So
    /// adding centres never widens the cover, and random centres are clearly worse.
    void coversBetterThanRandomCentres()
    {
        const int dimensions = 4;
        const std::vector<float> vectors = randomVectors(2000, dimensions, 21);
        JobMonitor monitor;
        const Coreset coreset =
            selectCoreset(vectors, dimensions, {.ratio = 0.05, .projectedDimensions = 0}, monitor);
        std::vector<std::int64_t> others = Random(77).permutation(2000);
        others.resize(coreset.indices.size());
        const auto widest = [&](const std::vector<std::int64_t> &centres) {
            const std::vector<double> nearest = coverage(vectors, dimensions, centres);
            return *std::max_element(nearest.begin(), nearest.end());
        };
        QVERIFY(widest(coreset.indices) < 0.9 * widest(others));
    }

    void stopsWhenEverythingIsCovered()
    {
        std::vector<float> vectors(40 * 3, 1.0F); // forty copies of one vector
        vectors[0] = 2.0F;                        // and one other
        JobMonitor monitor;
        const Coreset coreset = selectCoreset(vectors, 3, {.ratio = 1.0, .projectedDimensions = 0}, monitor);
        QCOMPARE(coreset.indices.size(), std::size_t{2});
        QCOMPARE(coreset.radius, 0.0);
    }

    void keepsAtLeastOne()
    {
        JobMonitor monitor;
        QCOMPARE(selectCoreset(std::vector<float>{1, 2, 3, 4}, 2, {.ratio = 0.001}, monitor).indices.size(),
                 std::size_t{1});
    }

    void projectionKeepsDistances()
    {
        const int dimensions = 600;
        const std::vector<float> vectors = randomVectors(60, dimensions, 4);
        const std::vector<float> projected = projectRandomly(vectors, dimensions, 128, 9);
        QCOMPARE(projected.size(), std::size_t{60 * 128});
        double ratios = 0;
        int pairs = 0;
        for (int a = 0; a < 60; ++a) {
            for (int b = 0; b < a; ++b, ++pairs) {
                const double ratio = distance(projected, 128, a, b) / distance(vectors, dimensions, a, b);
                QVERIFY(ratio > 0.6 && ratio < 1.4);
                ratios += ratio;
            }
        }
        QVERIFY(std::abs(ratios / pairs - 1) < 0.05);
        QCOMPARE(projectRandomly(vectors, dimensions, 128, 9), projected);
        QVERIFY(projectRandomly(vectors, dimensions, 128, 10) != projected);
    }

    void refusesBadOptions()
    {
        JobMonitor monitor;
        const std::vector<float> vectors{1, 2, 3, 4};
        for (const double ratio : {0.0, -1.0, 1.5, std::nan("")})
            QVERIFY_EXCEPTION_THROWN(selectCoreset(vectors, 2, {.ratio = ratio}, monitor), Error);
        QVERIFY_EXCEPTION_THROWN(selectCoreset({}, 2, {}, monitor), Error);
    }

    void countsAProjectionOnlyWhereOneIsDone()
    {
        const CoresetOptions options{.ratio = 0.1, .projectedDimensions = 128};
        const CoresetOptions none{.ratio = 0.1, .projectedDimensions = 0};
        QCOMPARE(coresetOperations(1000, 128, options), coresetOperations(1000, 128, none)); // 1000^2 x 0.1 x 128
        QCOMPARE(coresetOperations(1000, 128, none), 12.8e6);
        QCOMPARE(coresetOperations(1000, 384, options), 12.8e6 + 1000 * 384 * 128);
    }

    void canBeCancelled()
    {
        const std::vector<float> vectors = randomVectors(1000, 8, 1);
        CancelAfter monitor(7);
        QVERIFY_EXCEPTION_THROWN(selectCoreset(vectors, 8, {.ratio = 0.5, .projectedDimensions = 0}, monitor),
                                 Cancelled);
        QCOMPARE(monitor.reached(), std::int64_t{7});
    }
};

QTEST_GUILESS_MAIN(TestCoreset)
#include "test_coreset.moc"
