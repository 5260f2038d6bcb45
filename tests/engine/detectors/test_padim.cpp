#include <atomic>
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "detectors/channelsubset.h"
#include "detectors/featurefakes.h"
#include "detectors/noisemaps.h"
#include "detectors/positiongaussians.h"
#include "jsonfile.h"
#include "model/modelfile.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

ParameterValues with(const ParameterValues &values)
{
    return completeParameters(detectorInfo("padim").parameters, values);
}

/// Picture `phase` of data/make_padim_reference.py.
FeatureMaps picture(double phase)
{
    return {noiseMap("layer1", 6, 7, 5, phase), noiseMap("layer2", 10, 4, 3, 0.3 + phase),
            noiseMap("layer3", 8, 2, 2, 0.6 + phase)};
}

std::vector<FeatureMaps> pictures(int count)
{
    std::vector<FeatureMaps> all;
    for (int index = 0; index < count; ++index)
        all.push_back(picture(index));
    return all;
}

std::unique_ptr<Detector> fitted(const ParameterValues &values, const std::vector<FeatureMaps> &normals,
                                 FitSummary *summary = nullptr, std::uint64_t seed = 0)
{
    std::unique_ptr<Detector> detector = detectorInfo("padim").create(values, seed);
    JobMonitor monitor;
    FitCheckpoint checkpoint;
    const FitSummary made = detector->fit(FakeNormals(normals), monitor, checkpoint);
    if (summary)
        *summary = made;
    return detector;
}

/// sqrt(v' S^-1 v) by Gaussian elimination without any cleverness.
double plainDistance(std::vector<std::vector<double>> matrix, const std::vector<double> &vector)
{
    const std::size_t n = vector.size();
    std::vector<double> solved = vector;
    for (std::size_t pivot = 0; pivot < n; ++pivot) {
        for (std::size_t row = pivot + 1; row < n; ++row) {
            const double factor = matrix[row][pivot] / matrix[pivot][pivot];
            for (std::size_t column = pivot; column < n; ++column)
                matrix[row][column] -= factor * matrix[pivot][column];
            solved[row] -= factor * solved[pivot];
        }
    }
    double sum = 0;
    for (std::size_t row = n; row-- > 0;) {
        for (std::size_t column = row + 1; column < n; ++column)
            solved[row] -= matrix[row][column] * solved[column];
        solved[row] /= matrix[row][row];
        sum += solved[row] * vector[row];
    }
    return std::sqrt(sum);
}

class CancelWhileFitting : public JobMonitor {
public:
    void report(const Progress &progress) override { m_cancelled = m_cancelled || progress.stage == Stage::Fitting; }
    bool isCancelled() const override { return m_cancelled; }

private:
    std::atomic<bool> m_cancelled{false};
};

} // namespace

class TestPadim : public QObject {
    Q_OBJECT

private slots:
    void init() { configureRuntime(2); }

    /// All channels, against PyTorch's nearest resize, NumPy's covariance and SciPy's distance. 40 pictures are more
    /// than one batch, 35 positions no multiple of a block.
    void distancesEqualSciPy()
    {
        const auto expected = numbers(readJson(SPOTCHECK_TEST_DATA "/padim_reference.json")["distances"]);
        FitSummary summary;
        const auto detector = fitted(with({}), pictures(40), &summary);
        QCOMPARE(summary.patches, std::int64_t{40 * 35});
        QCOMPARE(summary.stored, std::int64_t{35});
        const PatchScores scores = detector->score(picture(40.5));
        QCOMPARE(scores.rows, 7);
        QCOMPARE(scores.columns, 5);
        QCOMPARE(scores.scores.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(std::abs(scores.scores[i] / expected[i] - 1) < 1e-5,
                     qPrintable(QString("%1: %2, not %3").arg(i).arg(scores.scores[i]).arg(expected[i])));
        QCOMPARE(scores.imageScore, *std::max_element(scores.scores.begin(), scores.scores.end()));
    }

    void distancesEqualThePlainForm_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<double>("epsilon");
        QTest::newRow("one channel") << 1 << 0.01;
        QTest::newRow("four") << 4 << 0.01;
        QTest::newRow("more than pictures") << 19 << 0.01;
        QTest::newRow("strong regularisation") << 11 << 1.0;
    }

    void distancesEqualThePlainForm()
    {
        QFETCH(int, channels);
        QFETCH(double, epsilon);
        const std::vector<FeatureMaps> normals = pictures(9);
        const auto detector =
            fitted(with({{"channels", std::int64_t{channels}}, {"epsilon", epsilon}}), normals, nullptr, 5);
        const PatchScores scores = detector->score(picture(9.5));

        const ChannelSubset subset = ChannelSubset::random(24, channels, 5);
        const auto d = static_cast<std::size_t>(channels);
        const PatchGrid query = subset(picture(9.5));
        for (std::size_t position = 0; position < 35; ++position) {
            std::vector<std::vector<double>> samples;
            std::vector<double> mean(d, 0.0);
            for (const FeatureMaps &maps : normals) {
                const PatchGrid grid = subset(maps);
                const auto first = grid.values.begin() + static_cast<std::ptrdiff_t>(position * d);
                samples.emplace_back(first, first + channels);
                for (std::size_t i = 0; i < d; ++i)
                    mean[i] += samples.back()[i] / 9;
            }
            std::vector<std::vector<double>> covariance(d, std::vector<double>(d, 0.0));
            std::vector<double> vector(d);
            for (std::size_t i = 0; i < d; ++i) {
                vector[i] = query.values[position * d + i] - mean[i];
                for (std::size_t j = 0; j < d; ++j) {
                    for (const auto &sample : samples)
                        covariance[i][j] += (sample[i] - mean[i]) * (sample[j] - mean[j]) / 8;
                }
                covariance[i][i] += epsilon;
            }
            const double expected = plainDistance(covariance, vector);
            QVERIFY2(std::abs(scores.scores[position] / expected - 1) < 1e-5,
                     qPrintable(QString("%1: %2, not %3").arg(position).arg(scores.scores[position]).arg(expected)));
        }
    }

    void subsetIsDrawnBySeed()
    {
        const ChannelSubset subset = ChannelSubset::random(448, 100, 3);
        QCOMPARE(subset.channels().size(), std::size_t{100});
        QVERIFY(std::adjacent_find(subset.channels().begin(), subset.channels().end(), std::greater_equal<>()) ==
                subset.channels().end());
        QVERIFY(subset.channels().back() < 448);
        QCOMPARE(ChannelSubset::random(448, 100, 3).channels(), subset.channels());
        QVERIFY(ChannelSubset::random(448, 100, 4).channels() != subset.channels());
        QCOMPARE(ChannelSubset::random(3, 100, 3).channels(), (std::vector<std::int32_t>{0, 1, 2}));
    }

    void subsetTakesEachChannelFromItsLayer()
    {
        const FeatureMaps maps = picture(1);
        const PatchGrid grid = ChannelSubset({1, 6, 23})(maps);
        QCOMPARE(grid.dimensions, 3);
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 5; ++column) {
                QCOMPARE(grid.at(row, column)[0], maps[0].at(row, column)[1]);
                QCOMPARE(grid.at(row, column)[1], maps[1].at(row * 4 / 7, column * 3 / 5)[0]);
                QCOMPARE(grid.at(row, column)[2], maps[2].at(row * 2 / 7, column * 2 / 5)[7]);
            }
        }
    }

    void scoresDoNotDependOnTheNumberOfThreads()
    {
        const auto normals = pictures(36);
        configureRuntime(1);
        const auto alone = fitted(with({}), normals)->score(picture(0.5));
        configureRuntime(3);
        QCOMPARE(fitted(with({}), normals)->score(picture(0.5)).scores, alone.scores);
    }

    void loadedModelScoresAlike()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        const auto detector = fitted(with({{"channels", std::int64_t{10}}}), pictures(5));
        ModelWriter writer;
        detector->save(writer);
        writer.write(file, {});
        const auto loaded = detectorInfo("padim").create(with({{"channels", std::int64_t{10}}}), 99);
        loaded->load(ModelReader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid)));
        QCOMPARE(loaded->score(picture(0.5)).scores, detector->score(picture(0.5)).scores);
    }

    void refusesAModelWithAnotherShape_data()
    {
        QTest::addColumn<QList<int>>("grid");
        QTest::addColumn<QList<int>>("channels");
        QTest::newRow("grid too large") << QList<int>{3, 2} << QList<int>{0, 1};
        QTest::newRow("no grid") << QList<int>{0, 2} << QList<int>{0, 1};
        QTest::newRow("overflowing grid") << QList<int>{65536, 65536} << QList<int>{0, 1};
        QTest::newRow("negative channel") << QList<int>{2, 2} << QList<int>{-1, 1};
        QTest::newRow("channel twice") << QList<int>{2, 2} << QList<int>{1, 1};
        QTest::newRow("channel missing") << QList<int>{2, 2} << QList<int>{1};
    }

    void refusesAModelWithAnotherShape()
    {
        QFETCH(QList<int>, grid);
        QFETCH(QList<int>, channels);
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("model").toStdString();
        const std::vector<float> means(8, 1.0F);
        const std::vector<float> factors(48, 1.0F);
        ModelWriter writer;
        writer.integers("gaussians.grid", {2}, {grid.begin(), grid.end()});
        writer.integers("gaussians.channels", {channels.size()}, {channels.begin(), channels.end()});
        writer.floats("gaussians.means", {4, 2}, means);
        writer.floats("gaussians.factors", {1, 3, 16}, factors);
        writer.write(file, {});
        const auto loaded = detectorInfo("padim").create(with({}), 0);
        const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
        QVERIFY_EXCEPTION_THROWN(loaded->load(reader), Error);
    }

    void estimateEqualsWhatIsStored()
    {
        const DetectorInfo &info = detectorInfo("padim");
        const BackboneInfo &backbone = backboneInfo("resnet18");
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 3; ++i)
            normals.push_back({noiseMap("layer1", 64, 9, 9, i), noiseMap("layer2", 128, 5, 5, i),
                               noiseMap("layer3", 256, 3, 3, i)});
        FitSummary summary;
        fitted(with({}), normals, &summary);
        QCOMPARE(info.memoryBankBytes(with({}), backbone, {3, {36, 36}}), summary.bankBytes);
        QVERIFY(info.fittingBytes(with({}), backbone, {3, {36, 36}}) > summary.bankBytes);
    }

    void refusesOnePicture() { QVERIFY_EXCEPTION_THROWN(fitted(with({}), pictures(1)), Error); }

    void refusesGridsOfAnotherSize()
    {
        const FeatureMaps other{noiseMap("layer1", 6, 5, 7, 0), noiseMap("layer2", 10, 4, 3, 0),
                                noiseMap("layer3", 8, 2, 2, 0)};
        QVERIFY_EXCEPTION_THROWN(fitted(with({}), {picture(0), other}), Error);
        const auto detector = fitted(with({}), pictures(3));
        QVERIFY_EXCEPTION_THROWN(detector->score(other), Error);
        QVERIFY_EXCEPTION_THROWN(detector->score({noiseMap("layer1", 6, 7, 5, 0)}), Error);
    }

    void canBeCancelledWhileFitting()
    {
        const auto detector = detectorInfo("padim").create(with({}), 0);
        CancelWhileFitting monitor;
        FitCheckpoint checkpoint;
        QVERIFY_EXCEPTION_THROWN(detector->fit(FakeNormals(pictures(3)), monitor, checkpoint), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestPadim)
#include "test_padim.moc"
