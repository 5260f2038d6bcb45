#include <cmath>

#include <QTest>

#include "core/random.h"
#include "detectors/bankextension.h"
#include "detectors/randomprojection.h"

using namespace spotcheck;

namespace {

constexpr int dimensions = 24;

std::vector<float> randomVectors(int count, std::uint64_t seed, double spread)
{
    Random random(seed);
    std::vector<float> values;
    for (int i = 0; i < count * dimensions; ++i)
        values.push_back(static_cast<float>(spread * random.normal()));
    return values;
}

double distance(const std::vector<float> &vectors, int length, std::size_t a, std::size_t b)
{
    double sum = 0;
    for (int i = 0; i < length; ++i) {
        const double difference = vectors[a * length + i] - vectors[b * length + i];
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

MemoryBank bankFrom(const std::vector<float> &vectors)
{
    const auto count = static_cast<std::int32_t>(vectors.size() / dimensions);
    std::vector<NormalPatch> origins;
    for (std::int32_t i = 0; i < count; ++i)
        origins.push_back({i, 0, 0});
    return {vectors, dimensions, origins};
}

} // namespace

class TestBankExtension : public QObject {
    Q_OBJECT

private slots:
    /// Against the plain loop of Algorithm 1 that starts from the bank, in the projected space.
    void addsWhatThePlainLoopAdds_data()
    {
        QTest::addColumn<int>("projected");
        QTest::addColumn<double>("radius");
        QTest::newRow("as they are") << 0 << 6.0;
        QTest::newRow("projected") << 8 << 6.0;
        QTest::newRow("close") << 8 << 3.0;
        QTest::newRow("everything") << 0 << 0.0;
        QTest::newRow("nothing") << 0 << 100.0;
    }

    void addsWhatThePlainLoopAdds()
    {
        QFETCH(int, projected);
        QFETCH(double, radius);
        const std::vector<float> known = randomVectors(15, 1, 1);
        const PatchGrid grid{4, 5, dimensions, randomVectors(20, 2, 1.6)};
        CoresetOptions options;
        options.projectedDimensions = projected;
        options.seed = 5;
        const MemoryBank bank = bankFrom(known);
        const MemoryBank larger = extendedBank(bank, grid, 15, options, radius);

        std::vector<float> all = known;
        all.insert(all.end(), grid.values.begin(), grid.values.end());
        const int length = projected > 0 ? projected : dimensions;
        if (projected > 0)
            all = projectRandomly(all, dimensions, projected, options.seed);
        std::vector<std::size_t> centres;
        for (std::size_t i = 0; i < 15; ++i)
            centres.push_back(i);
        std::vector<std::size_t> expected;
        while (expected.size() < 20) {
            std::size_t farthest = 0;
            double largest = -1;
            for (std::size_t patch = 0; patch < 20; ++patch) {
                double nearest = 1e30;
                for (const std::size_t centre : centres)
                    nearest = std::min(nearest, distance(all, length, 15 + patch, centre));
                if (nearest > largest) {
                    largest = nearest;
                    farthest = patch;
                }
            }
            if (largest <= radius)
                break;
            expected.push_back(farthest);
            centres.push_back(15 + farthest);
        }

        QCOMPARE(larger.size(), static_cast<std::int64_t>(15 + expected.size()));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const NormalPatch &origin = larger.origins()[15 + i];
            QCOMPARE(origin.image, 15);
            QCOMPARE(static_cast<std::size_t>(origin.row * 5 + origin.column), expected[i]);
            for (int d = 0; d < dimensions; ++d) // whole features, not projected ones
                QCOMPARE(larger.vectors()[(15 + i) * dimensions + static_cast<std::size_t>(d)],
                         grid.values[expected[i] * dimensions + static_cast<std::size_t>(d)]);
        }
        for (std::size_t i = 0; i < known.size(); ++i)
            QCOMPARE(larger.vectors()[i], known[i]);
        QCOMPARE(bank.size(), std::int64_t{15});
        if (radius == 0)
            QCOMPARE(expected.size(), std::size_t{20});
        if (radius == 100)
            QVERIFY(expected.empty());
    }

    void knownPatchesAreNotAddedAgain()
    {
        const std::vector<float> known = randomVectors(12, 3, 1);
        const MemoryBank bank = bankFrom(known);
        QCOMPARE(extendedBank(bank, {3, 4, dimensions, known}, 12, {}, 0).size(), std::int64_t{12});
    }
};

QTEST_GUILESS_MAIN(TestBankExtension)
#include "test_bankextension.moc"
