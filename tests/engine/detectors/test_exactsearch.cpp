#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <QTest>

#include <spotcheck/core/runtime.h>

#include "detectors/exactsearch.h"
#include "drawnfeatures.h"

using namespace spotcheck;

namespace {

struct Neighbours {
    std::vector<float> squaredDistances;
    std::vector<std::int64_t> indices;

    bool operator==(const Neighbours &) const = default;
};

Neighbours found(const ExactSearch &search, std::span<const float> queries, int dimensions, int k)
{
    Neighbours result;
    result.squaredDistances.resize(queries.size() / static_cast<std::size_t>(dimensions) *
                                   static_cast<std::size_t>(k));
    result.indices.resize(result.squaredDistances.size());
    search.search(queries, k, result.squaredDistances, result.indices);
    return result;
}

/// All distances measured and sorted.
Neighbours plain(std::span<const float> vectors, std::span<const float> queries, int dimensions, int k)
{
    const auto length = static_cast<std::size_t>(dimensions);
    Neighbours result;
    for (std::size_t query = 0; query < queries.size(); query += length) {
        // Queries beside the vectors, so that both are padded alike.
        std::vector<float> all(queries.begin() + static_cast<std::ptrdiff_t>(query),
                               queries.begin() + static_cast<std::ptrdiff_t>(query + length));
        all.insert(all.end(), vectors.begin(), vectors.end());
        const DistanceRows rows(all, dimensions);
        std::vector<std::pair<float, std::int64_t>> distances;
        for (std::int64_t index = 0; index + 1 < rows.count(); ++index)
            distances.emplace_back(rows.squaredTo(rows.row(0), index + 1), index);
        std::ranges::sort(distances);
        for (int place = 0; place < k; ++place) {
            result.squaredDistances.push_back(distances[static_cast<std::size_t>(place)].first);
            result.indices.push_back(distances[static_cast<std::size_t>(place)].second);
        }
    }
    return result;
}

/// The ways to search the same vectors.
std::vector<ExactSearch> waysToSearch(std::span<const float> vectors, int dimensions)
{
    std::vector<ExactSearch> ways;
    ways.emplace_back(vectors, dimensions, true);
    ways.emplace_back(vectors, dimensions, false);
    ways.emplace_back(vectors, dimensions, true,
                      std::make_unique<DistanceEstimates>(vectors, dimensions, Device::Processor));
    return ways;
}

} // namespace

/// The bounded search and that by a card's estimates (which LibTorch makes on the processor here) against measuring
/// everything: the same neighbours, the same bits.
class TestExactSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { configureRuntime(2); }

    void equalsMeasuringAll_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("dimensions");
        QTest::addColumn<int>("directions");
        QTest::addColumn<float>("noise");
        QTest::newRow("features") << 1500 << 384 << 40 << 0.1F;
        QTest::newRow("odd sizes") << 1237 << 77 << 10 << 0.1F;
        QTest::newRow("noise alone: no direction is better than another") << 700 << 128 << 0 << 1.0F;
        QTest::newRow("noise alone, far from the origin, several blocks") << 4203 << 96 << 0 << 0.003F;
        QTest::newRow("flat: nothing is left beside the directions") << 900 << 160 << 5 << 0.0F;
        QTest::newRow("fewest that are bounded") << 128 << 64 << 8 << 0.1F;
        QTest::newRow("few vectors") << 127 << 64 << 8 << 0.1F;
        QTest::newRow("few dimensions") << 500 << 20 << 8 << 0.1F;
        QTest::newRow("more than a block") << 8300 << 64 << 20 << 0.2F;
    }
    void equalsMeasuringAll()
    {
        QFETCH(int, count);
        QFETCH(int, dimensions);
        QFETCH(int, directions);
        QFETCH(float, noise);
        const std::vector<float> vectors = features(1, count, dimensions, directions, noise);
        std::vector<float> queries = features(2, 70, dimensions, directions, noise); // more than a block
        // Some that are in the bank, and one far off.
        queries.insert(queries.end(), vectors.begin(), vectors.begin() + 3 * dimensions);
        queries.insert(queries.end(), static_cast<std::size_t>(dimensions), 1e4F);
        const std::vector<ExactSearch> ways = waysToSearch(vectors, dimensions);
        for (const int k : {1, 3, 50}) {
            const Neighbours expected = plain(vectors, queries, dimensions, k);
            for (const ExactSearch &search : ways)
                QVERIFY(found(search, queries, dimensions, k) == expected);
        }
    }

    /// As many as there are, on both sides of the smallest bounded bank.
    void givesAll()
    {
        for (const int count : {1, 5, 200}) {
            const std::vector<float> vectors = features(1, count, 96, 10, 0.1F);
            const std::vector<float> queries = features(2, 2, 96, 10, 0.1F);
            for (const ExactSearch &search : waysToSearch(vectors, 96))
                QVERIFY(found(search, queries, 96, count) == plain(vectors, queries, 96, count));
        }
    }

    /// Of equal vectors the first.
    void breaksTiesByIndex()
    {
        std::vector<float> vectors = features(1, 150, 96, 10, 0.1F);
        for (int copies = 0; copies < 2; ++copies)
            vectors.insert(vectors.end(), vectors.begin(), vectors.begin() + 150 * 96);
        const std::vector<float> queries = features(2, 20, 96, 10, 0.1F);
        for (const ExactSearch &search : waysToSearch(vectors, 96)) {
            QVERIFY(found(search, queries, 96, 4) == plain(vectors, queries, 96, 4));
            for (const std::int64_t index : found(search, queries, 96, 1).indices)
                QVERIFY(index < 150);
        }
        // All the same: nothing to tell them apart by.
        const std::vector<float> constant(300 * 96, 2.0F);
        for (const ExactSearch &search : waysToSearch(constant, 96)) {
            const Neighbours same = found(search, std::span(constant).first(96), 96, 2);
            QCOMPARE(same.indices, (std::vector<std::int64_t>{0, 1}));
            QCOMPARE(same.squaredDistances, (std::vector<float>{0, 0}));
        }
    }

    /// A query's neighbours do not depend on the others of its block, to the last bit.
    void doesNotDependOnTheQueriesBeside()
    {
        const std::vector<float> vectors = features(1, 1000, 384, 40, 0.1F);
        const std::vector<float> queries = features(2, 65, 384, 40, 0.1F);
        for (const ExactSearch &search : waysToSearch(vectors, 384)) {
            const Neighbours together = found(search, queries, 384, 2);
            for (std::size_t query = 0; query < 65; query += 8) {
                const Neighbours alone = found(search, std::span(queries).subspan(query * 384, 384), 384, 2);
                QCOMPARE(alone.indices[1], together.indices[query * 2 + 1]);
                QVERIFY(std::memcmp(alone.squaredDistances.data(), together.squaredDistances.data() + query * 2,
                                    2 * sizeof(float)) == 0);
            }
        }
    }

    /// Values that a damaged file may hold: the search ends, and says that distances are infinite.
    void survivesNumbersThatAreTooLarge()
    {
        std::vector<float> vectors = features(1, 300, 96, 10, 0.1F);
        std::vector<float> queries = features(2, 3, 96, 10, 0.1F);
        for (const float large : {1e15F, 1e19F, 3e38F}) {
            vectors[96 * 7 + 3] = large;
            for (const ExactSearch &search : waysToSearch(vectors, 96))
                QVERIFY(found(search, queries, 96, 3) == plain(vectors, queries, 96, 3));
        }
        for (const ExactSearch &search : waysToSearch(vectors, 96)) {
            queries[5] = 3e38F;
            const Neighbours far = found(search, queries, 96, 1);
            QVERIFY(std::isinf(far.squaredDistances[0]));
            QVERIFY(std::isfinite(far.squaredDistances[1]));
            queries[5] = std::numeric_limits<float>::quiet_NaN();
            QVERIFY(std::isinf(found(search, queries, 96, 1).squaredDistances[0]));
        }
    }
};

QTEST_GUILESS_MAIN(TestExactSearch)
#include "test_exactsearch.moc"
