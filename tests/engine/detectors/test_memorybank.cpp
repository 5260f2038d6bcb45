#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/preprocessing.h>

#include "detectors/bankscoring.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"
#include "export/bankscript.h"

using namespace spotcheck;

namespace {

constexpr int bankPictures = 14; // 10,976 patches: above the number from which an index is made
constexpr const char *embedded = "embedded-resnet18";

/// Patch features of sample pictures, as PatchCore makes them from one layer: 784 of 128 numbers each.
PatchGrid patchesOf(const std::string &defect, int picture)
{
    static const auto backbone =
        Backbone::load(backboneInfo(embedded), WeightsStore::standard().fileFor(embedded), {"layer2"});
    const PatchEmbedding embedding{.form = PatchEmbedding::Form::Concatenated};
    return embedding(backbone->extract(Preprocessing().apply(drawSamplePicture({}, defect, picture).image)));
}

SearchMethod fetchedMethod()
{
    QFETCH(int, method);
    return static_cast<SearchMethod>(method);
}

void addIndexes()
{
    QTest::addColumn<int>("method");
    QTest::newRow("hnsw") << static_cast<int>(SearchMethod::Hnsw);
    QTest::newRow("ivf-pq") << static_cast<int>(SearchMethod::IvfPq);
}

bool sameBits(const MemoryBank::Neighbours &a, const MemoryBank::Neighbours &b)
{
    return a.perQuery == b.perQuery && a.indices == b.indices &&
           a.squaredDistances.size() == b.squaredDistances.size() &&
           std::memcmp(a.squaredDistances.data(), b.squaredDistances.data(),
                       a.squaredDistances.size() * sizeof(float)) == 0;
}

std::vector<NormalPatch> originsFor(std::int64_t count)
{
    std::vector<NormalPatch> origins;
    for (std::int64_t index = 0; index < count; ++index)
        origins.push_back({static_cast<std::int32_t>(index), 0, 0});
    return origins;
}

class Stopped : public JobMonitor {
public:
    bool isCancelled() const override { return true; }
};

} // namespace

class TestMemoryBank : public QObject {
    Q_OBJECT

    std::vector<float> m_vectors;
    int m_dimensions = 0;
    PatchGrid m_good;
    PatchGrid m_scratched;
    std::map<SearchMethod, MemoryBank> m_banks;
    QTemporaryDir m_folder;

    /// Made once: it takes seconds.
    const MemoryBank &bankWith(SearchMethod method)
    {
        auto found = m_banks.find(method);
        if (found == m_banks.end())
            found = m_banks.emplace(method, newBank(method)).first;
        return found->second;
    }

    MemoryBank newBank(SearchMethod method) const
    {
        JobMonitor monitor;
        return {m_vectors, m_dimensions, originsFor(std::ssize(m_vectors) / m_dimensions), method, monitor};
    }

    std::filesystem::path savedAs(const MemoryBank &bank, const char *name) const
    {
        const std::filesystem::path file = m_folder.filePath(name).toStdString();
        ModelWriter writer;
        bank.save(writer);
        writer.write(file, {});
        return file;
    }

    static ModelReader readerOf(const std::filesystem::path &file)
    {
        return ModelReader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
    }

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        for (int picture = 0; picture < bankPictures; ++picture) {
            const PatchGrid grid = patchesOf({}, picture);
            m_dimensions = grid.dimensions;
            m_vectors.insert(m_vectors.end(), grid.values.begin(), grid.values.end());
        }
        m_good = patchesOf({}, 1000);
        m_scratched = patchesOf("scratch", 1001);
        QVERIFY(std::ssize(m_vectors) / m_dimensions >= smallestIndexedBank);
    }

    /// The nearest three against distances in double precision.
    void exactSearchEqualsThePlainForm()
    {
        const MemoryBank &bank = bankWith(SearchMethod::Exact);
        QVERIFY(bank.isSearchedExactly());
        const std::span<const float> queries(m_good.values.data(), static_cast<std::size_t>(5 * m_dimensions));
        const MemoryBank::Neighbours found = bank.search(queries, 3);
        QCOMPARE(found.perQuery, 3);
        for (std::size_t query = 0; query < 5; ++query) {
            std::vector<double> distances;
            for (std::size_t first = 0; first < m_vectors.size(); first += static_cast<std::size_t>(m_dimensions)) {
                double sum = 0;
                for (std::size_t i = 0; i < static_cast<std::size_t>(m_dimensions); ++i)
                    sum += std::pow(static_cast<double>(queries[query * static_cast<std::size_t>(m_dimensions) + i]) -
                                        m_vectors[first + i],
                                    2);
                distances.push_back(sum);
            }
            std::sort(distances.begin(), distances.end());
            for (std::size_t place = 0; place < 3; ++place) {
                const double own = found.squaredDistances[query * 3 + place];
                QVERIFY2(std::abs(own - distances[place]) <= 1e-4 * distances[place] + 1e-4,
                         qPrintable(QString("%1 instead of %2").arg(own).arg(distances[place])));
            }
        }
    }

    /// The nearest patch is found at 99 of 100 positions of a good picture and of a defective one.
    void indexFindsNearlyAll_data() { addIndexes(); }
    void indexFindsNearlyAll()
    {
        const MemoryBank &exact = bankWith(SearchMethod::Exact);
        const MemoryBank &bank = bankWith(fetchedMethod());
        QVERIFY(!bank.isSearchedExactly());
        for (const PatchGrid *grid : {&m_good, &m_scratched}) {
            const MemoryBank::Neighbours found = bank.search(grid->values, 1);
            const MemoryBank::Neighbours nearest = exact.search(grid->values, 1);
            double same = 0;
            for (std::size_t patch = 0; patch < grid->patches(); ++patch) {
                const double own = found.squaredDistances[patch];
                const double least = nearest.squaredDistances[patch];
                QVERIFY(own >= least * (1 - 1e-3) - 1e-3); // it never invents a nearer one
                same += own <= least * (1 + 1e-3) + 1e-3;
            }
            const double recall = same / static_cast<double>(grid->patches());
            QVERIFY2(recall >= 0.99, qPrintable(QString::number(recall)));
        }
    }

    /// However many patches the index misses, the largest score is that of an exact search.
    void imageScoreIsThatOfAnExactSearch_data() { addIndexes(); }
    void imageScoreIsThatOfAnExactSearch()
    {
        const MemoryBank &exact = bankWith(SearchMethod::Exact);
        const MemoryBank &bank = bankWith(fetchedMethod());
        for (const int neighbours : {1, 5}) {
            const BankScoring scoring{.neighbours = neighbours};
            for (const PatchGrid *grid : {&m_good, &m_scratched}) {
                const PatchScores own = scoring(bank, *grid);
                const PatchScores plain = scoring(exact, *grid);
                QVERIFY(std::abs(own.imageScore / plain.imageScore - 1) < 1e-4);
                const auto peak = std::max_element(own.scores.begin(), own.scores.end()) - own.scores.begin();
                const auto plainPeak =
                    std::max_element(plain.scores.begin(), plain.scores.end()) - plain.scores.begin();
                QCOMPARE(peak, plainPeak);
                QCOMPARE(own.nearest[static_cast<std::size_t>(peak)].image,
                         plain.nearest[static_cast<std::size_t>(peak)].image);
            }
        }
    }

    void severalNeighboursAscend_data() { addIndexes(); }
    void severalNeighboursAscend()
    {
        const MemoryBank &bank = bankWith(fetchedMethod());
        const MemoryBank::Neighbours found = bank.search(m_good.values, 40);
        QCOMPARE(found.perQuery, 40);
        for (std::size_t place = 0; place < found.indices.size(); ++place) {
            QVERIFY(found.indices[place] >= 0 && found.indices[place] < bank.size());
            if (place % 40 != 0)
                QVERIFY(found.squaredDistances[place] >= found.squaredDistances[place - 1]);
        }
    }

    /// More than the index looks at: then the whole bank is.
    void asksForMoreThanTheIndexFinds_data() { addIndexes(); }
    void asksForMoreThanTheIndexFinds()
    {
        const MemoryBank &bank = bankWith(fetchedMethod());
        const std::span<const float> query(m_good.values.data(), static_cast<std::size_t>(m_dimensions));
        const auto all = static_cast<int>(bank.size());
        const MemoryBank::Neighbours found = bank.search(query, all);
        std::vector<std::int64_t> indices = found.indices;
        std::sort(indices.begin(), indices.end());
        for (int index = 0; index < all; ++index)
            QCOMPARE(indices[static_cast<std::size_t>(index)], std::int64_t{index});
    }

    void sameBitsAfterReloadAndRebuild_data() { addIndexes(); }
    void sameBitsAfterReloadAndRebuild()
    {
        const SearchMethod method = fetchedMethod();
        const MemoryBank &bank = bankWith(method);
        const MemoryBank::Neighbours expected = bank.search(m_scratched.values, 3);
        const std::filesystem::path file = savedAs(bank, "bank");
        const MemoryBank loaded = MemoryBank::load(readerOf(file), method);
        QVERIFY(!loaded.isSearchedExactly());
        QCOMPARE(loaded.bytes(), bank.bytes());
        QVERIFY(sameBits(loaded.search(m_scratched.values, 3), expected));
        QCOMPARE(sha256OfFile(savedAs(loaded, "copy")), sha256OfFile(file));
        QCOMPARE(sha256OfFile(savedAs(newBank(method), "again")), sha256OfFile(file));
    }

    void smallBanksAreSearchedExactly_data() { addIndexes(); }
    void smallBanksAreSearchedExactly()
    {
        JobMonitor monitor;
        const std::span<const float> first =
            std::span(m_vectors).first(static_cast<std::size_t>((smallestIndexedBank - 1) * m_dimensions));
        const MemoryBank bank({first.begin(), first.end()}, m_dimensions, originsFor(smallestIndexedBank - 1),
                              fetchedMethod(), monitor);
        QVERIFY(bank.isSearchedExactly());
        const MemoryBank exact({first.begin(), first.end()}, m_dimensions, {});
        QVERIFY(sameBits(bank.search(m_good.values, 2), exact.search(m_good.values, 2)));
        QVERIFY(MemoryBank::load(readerOf(savedAs(bank, "small")), fetchedMethod()).isSearchedExactly());
    }

    void buildingCanBeCancelled_data() { addIndexes(); }
    void buildingCanBeCancelled()
    {
        Stopped monitor;
        QVERIFY_EXCEPTION_THROWN(MemoryBank(m_vectors, m_dimensions, {}, fetchedMethod(), monitor), Cancelled);
    }

    /// An exported module searches exactly: its scores would be others.
    void cannotBeExported_data() { addIndexes(); }
    void cannotBeExported()
    {
        ModuleScript script;
        try {
            addBankSearch(script, bankWith(fetchedMethod()));
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotExportable);
        }
    }

    /// A damaged index is refused before a search could follow it out of the bank.
    void damagedIndexIsRefused_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("tensor");
        QTest::addColumn<int>("value");
        const auto hnsw = static_cast<int>(SearchMethod::Hnsw);
        const auto ivfPq = static_cast<int>(SearchMethod::IvfPq);
        QTest::newRow("link beyond the bank") << hnsw << QByteArray("memory_bank.hnsw.links") << 1'000'000;
        QTest::newRow("link below") << hnsw << QByteArray("memory_bank.hnsw.links") << -2;
        QTest::newRow("level of nothing") << hnsw << QByteArray("memory_bank.hnsw.levels") << 0;
        QTest::newRow("level too high") << hnsw << QByteArray("memory_bank.hnsw.levels") << 1'000'000;
        QTest::newRow("start beyond the bank") << hnsw << QByteArray("memory_bank.hnsw.start") << 1'000'000;
        QTest::newRow("cluster that is not there") << ivfPq << QByteArray("memory_bank.ivfpq.clusters") << 1'000'000;
        QTest::newRow("cluster below") << ivfPq << QByteArray("memory_bank.ivfpq.clusters") << -1;
    }

    void damagedIndexIsRefused()
    {
        QFETCH(QByteArray, tensor);
        QFETCH(int, value);
        const std::filesystem::path file = savedAs(bankWith(fetchedMethod()), "damaged");
        const SafetensorsFile whole(file, ErrorCode::ModelInvalid);
        std::vector<TensorToWrite> tensors;
        std::vector<std::int32_t> damaged;
        for (const auto &[name, view] : whole.tensors()) {
            tensors.push_back({name, view.type, view.shape, view.bytes});
            if (name != tensor.toStdString())
                continue;
            damaged = whole.integers(name);
            damaged.front() = value;
            tensors.back().bytes = std::as_bytes(std::span(damaged));
        }
        QVERIFY(!damaged.empty());
        const std::filesystem::path copy = m_folder.filePath("broken").toStdString();
        writeSafetensors(copy, {}, tensors);
        try {
            MemoryBank::load(readerOf(copy), fetchedMethod());
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::ModelInvalid);
            QVERIFY(error.file() == copy);
        }
    }
};

QTEST_GUILESS_MAIN(TestMemoryBank)
#include "test_memorybank.moc"
