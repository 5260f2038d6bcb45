#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <QTest>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/core/runtime.h>

#include "detectors/distanceestimates.h"
#include "drawnfeatures.h"

using namespace spotcheck;

namespace {

double distance(std::span<const float> vectors, std::int64_t a, std::span<const float> queries, std::size_t b,
                int dimensions)
{
    double sum = 0;
    for (int i = 0; i < dimensions; ++i) {
        const double difference = static_cast<double>(vectors[static_cast<std::size_t>(a * dimensions + i)]) -
                                  queries[b * static_cast<std::size_t>(dimensions) + static_cast<std::size_t>(i)];
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

} // namespace

/// What LibTorch estimates on the processor, against distances in double precision. `test_exactsearch` has what is
/// made of it.
class TestDistanceEstimates : public QObject {
    Q_OBJECT

    void boundsDistancesOn(Device device)
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        QFETCH(float, scale);
        QFETCH(float, shift);
        std::vector<float> vectors = features(1, count, dimensions, 20, 0.1F);
        std::vector<float> queries = features(2, 30, dimensions, 20, 0.1F);
        queries.insert(queries.end(), vectors.begin(), vectors.begin() + 2 * dimensions);
        for (std::vector<float> *values : {&vectors, &queries})
            std::ranges::transform(*values, values->begin(), [&](float value) { return value * scale + shift; });

        const DistanceEstimates search(vectors, dimensions, device);
        for (const int k : {1, 9}) {
            const DistanceEstimates::Candidates found = search.nearest(queries, k);
            QCOMPARE(found.perQuery, static_cast<std::size_t>(std::min(count, k + 31)));
            int certain = 0;
            for (std::size_t query = 0; query < 32; ++query) {
                std::vector<std::int64_t> named(found.of(query).begin(), found.of(query).end());
                std::ranges::sort(named);
                QVERIFY(std::ranges::adjacent_find(named) == named.end());
                std::vector<double> inside;
                double others = std::numeric_limits<double>::infinity();
                for (std::int64_t index = 0; index < count; ++index) {
                    const double d = distance(vectors, index, queries, query, dimensions);
                    if (std::ranges::binary_search(named, index))
                        inside.push_back(d);
                    else
                        others = std::min(others, d);
                }
                QVERIFY(found.othersAreAtLeast[query] <= others);
                std::ranges::sort(inside);
                certain += inside[static_cast<std::size_t>(k) - 1] < found.othersAreAtLeast[query];
            }
            if (scale > 1e-15F)
                QVERIFY2(certain >= 30, qPrintable(QString::number(certain)));
        }

        const std::vector<double> least = search.leastDistances(queries);
        QCOMPARE(std::ssize(least), std::int64_t{count});
        int near = 0;
        for (std::int64_t index = 0; index < count; ++index) {
            double nearest = std::numeric_limits<double>::infinity();
            for (std::size_t query = 0; query < 32; ++query)
                nearest = std::min(nearest, distance(vectors, index, queries, query, dimensions));
            QVERIFY(least[static_cast<std::size_t>(index)] <= nearest);
            near += least[static_cast<std::size_t>(index)] >= 0.95 * nearest;
        }
        if (scale > 1e-15F)
            QVERIFY2(near >= 0.9 * count, qPrintable(QString::number(near)));
    }

private slots:
    void initTestCase() { configureRuntime(2); }

    void boundsDistances_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<float>("scale");
        QTest::addColumn<float>("shift");
        QTest::newRow("features") << 1500 << 384 << 1.0F << 0.0F;
        QTest::newRow("far from the origin") << 1500 << 384 << 1.0F << 1000.0F;
        QTest::newRow("large numbers") << 1100 << 77 << 1e10F << 0.0F;
        QTest::newRow("small numbers") << 1100 << 77 << 1e-10F << 0.0F;
        QTest::newRow("numbers whose squares single precision loses") << 1100 << 77 << 1e-22F << 0.0F;
        QTest::newRow("few") << 40 << 96 << 1.0F << 0.0F;
    }

    /// The bounds hold for each vector, and are near enough to be of use.
    void boundsDistances() { boundsDistancesOn(Device::Processor); }

    void onACardItBoundsThem_data() { boundsDistances_data(); }
    void onACardItBoundsThem()
    {
        if (!Backbone::canUseCuda())
            QSKIP("LibTorch has no CUDA here, or finds no card.");
        boundsDistancesOn(Device::Cuda);
    }

    void blocksKeepEstimatesSmall()
    {
        const std::vector<float> vectors = features(1, 20'000, 16, 4, 0.1F);
        const std::size_t block = DistanceEstimates(vectors, 16, Device::Processor).blockSize();
        QVERIFY(block >= 1);
        QVERIFY(block * 20'000 <= std::size_t{16} << 20);
    }

    /// Without a card there is none to be used.
    void withoutACardThereIsNone()
    {
        configureRuntime(2, Device::Processor);
        const std::vector<float> vectors = features(1, 2000, 64, 4, 0.1F);
        QVERIFY(!DistanceEstimates::onCard(vectors, 64));
    }
};

QTEST_GUILESS_MAIN(TestDistanceEstimates)
#include "test_distanceestimates.moc"
