#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include <QTest>

#include <spotcheck/core/runtime.h>

#include "detectors/nearestcentres.h"
#include "drawnfeatures.h"

using namespace spotcheck;

/// New centres all at once, by bounds and by a card's estimates (which LibTorch makes on the processor here), against
/// one comparison after the other: the same bits.
class TestNearestCentres : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { configureRuntime(2); }

    void equalsComparingEach_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<float>("scale");
        QTest::newRow("features") << 3000 << 128 << 1.0F;
        QTest::newRow("odd sizes") << 1237 << 77 << 1.0F;
        QTest::newRow("small numbers") << 1500 << 64 << 1e-20F;
    }

    void equalsComparingEach()
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        QFETCH(float, scale);
        std::vector<float> vectors = features(1, count - 100, dimensions, 20, 0.1F);
        vectors.insert(vectors.end(), vectors.begin(), vectors.begin() + 100 * dimensions); // some twice
        std::ranges::transform(vectors, vectors.begin(), [scale](float value) { return value * scale; });
        const DistanceRows rows(vectors, dimensions);

        std::vector<float> expected(static_cast<std::size_t>(count), std::numeric_limits<float>::max());
        std::vector<float> byBounds = expected;
        std::vector<float> byCard = expected;
        NearestCentres bounds(rows);
        NearestCentres card(rows,
                            std::make_unique<DistanceEstimates>(rows.values(), rows.stride(), Device::Processor));
        JobMonitor monitor;
        for (std::int64_t round = 0; round < 6; ++round) {
            std::vector<std::int64_t> centres;
            for (std::int64_t place = 0; place < 40 * (round + 1); ++place)
                centres.push_back((place * 37 + round * 11) % count);
            for (std::int64_t index = 0; index < count; ++index) {
                for (const std::int64_t centre : centres)
                    expected[static_cast<std::size_t>(index)] =
                        std::min(expected[static_cast<std::size_t>(index)], rows.squared(index, centre));
            }
            bounds.lower(centres, 0, byBounds, monitor); // a gap of 0 promises nothing
            card.lower(centres, 0, byCard, monitor);
            QVERIFY(byBounds == expected);
            QVERIFY(byCard == expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestNearestCentres)
#include "test_nearestcentres.moc"
