#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "core/random.h"
#include "detectors/cfadescriptor.h"
#include "detectors/cfaloss.h"
#include "detectors/cfaplain.h"
#include "detectors/featurefakes.h"
#include "detectors/gridresize.h"
#include "detectors/patchembedding.h"
#include "model/filecheckpoint.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

constexpr std::uint64_t seed = 21;

ParameterValues with(const ParameterValues &values)
{
    return completeParameters(detectorInfo("cfa").parameters, values);
}

/// Maps on grids that do not divide each other: what all pictures have in common, and noise.
FeatureMaps picture(Random &random, int rows = 9, int columns = 11)
{
    const auto values = [&](int y, int x, int c) {
        return std::sin(0.8 * c + 0.5 * y + 0.3 * x) + 0.4 * random.normal();
    };
    return {makeMap("layer1", rows, columns, 3, values),
            makeMap("layer2", (rows + 1) / 2, (columns + 1) / 2, 5, values),
            makeMap("layer3", (rows + 3) / 4, (columns + 3) / 4, 4, values)};
}

std::vector<FeatureMaps> pictures(int count, int rows = 9, int columns = 11)
{
    Random random(4);
    std::vector<FeatureMaps> all;
    for (int index = 0; index < count; ++index)
        all.push_back(picture(random, rows, columns));
    return all;
}

PooledLayers pooled(const FeatureMaps &maps)
{
    PooledLayers layers;
    for (const FeatureMap &map : maps)
        layers.push_back(meanNeighbourhoods(map, 3));
    return layers;
}

std::vector<float> randomValues(Random &random, std::size_t count)
{
    std::vector<float> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(static_cast<float>(random.normal()));
    return values;
}

void compareClose(double value, double expected, double tolerance = 1e-5)
{
    QVERIFY2(std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected)),
             qPrintable(QString("%1, expected %2").arg(value, 0, 'g', 9).arg(expected, 0, 'g', 9)));
}

/// Asks for the end after `limit` reports of the training, and keeps its losses.
class FittingWatch : public JobMonitor {
public:
    explicit FittingWatch(std::size_t limit = std::numeric_limits<std::size_t>::max()) : m_limit(limit) {}
    void report(const Progress &progress) override
    {
        if (progress.stage == Stage::Fitting)
            reports.push_back(progress);
    }
    bool isCancelled() const override { return reports.size() >= m_limit; }

    std::vector<Progress> reports;

private:
    std::size_t m_limit;
};

struct Fitted {
    std::unique_ptr<Detector> detector;
    FitSummary summary;
};

Fitted fitted(const ParameterValues &values, const std::vector<FeatureMaps> &normals, JobMonitor &monitor,
              FitCheckpoint &checkpoint)
{
    Fitted result{detectorInfo("cfa").create(with(values), seed), {}};
    result.summary = result.detector->fit(FakeNormals(normals), monitor, checkpoint);
    return result;
}

Fitted fitted(const ParameterValues &values, const std::vector<FeatureMaps> &normals)
{
    JobMonitor monitor;
    FitCheckpoint nothing;
    return fitted(values, normals, monitor, nothing);
}

} // namespace

class TestCfa : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path fileFor(const QByteArray &name) const { return m_folder.filePath(name).toStdString(); }

    std::string contentHash(const Detector &detector) const
    {
        const std::filesystem::path file = fileFor("hashed");
        ModelWriter writer;
        detector.save(writer);
        writer.write(file, {});
        return sha256OfFile(file);
    }

    SafetensorsFile saved(const Detector &detector, const QByteArray &name) const
    {
        ModelWriter writer;
        detector.save(writer);
        writer.write(fileFor(name), {});
        return SafetensorsFile(fileFor(name), ErrorCode::ModelInvalid);
    }

private slots:
    void initTestCase() { configureRuntime(1); }

    void gridResizeBackwardIsTheTranspose()
    {
        Random random(1);
        const PatchGrid small{4, 3, 2, randomValues(random, 24)};
        const PatchGrid gradient{9, 7, 2, randomValues(random, 126)};
        const PatchGrid large = resizeGrid(small, 9, 7);
        const PatchGrid back = resizeGridBackward(gradient, 4, 3);
        QCOMPARE(back.rows, 4);
        QCOMPARE(back.columns, 3);
        double forward = 0;
        double backward = 0;
        for (std::size_t i = 0; i < large.values.size(); ++i)
            forward += double(large.values[i]) * gradient.values[i];
        for (std::size_t i = 0; i < small.values.size(); ++i)
            backward += double(small.values[i]) * back.values[i];
        compareClose(backward, forward);
    }

    void descriptorEqualsThePlainForm()
    {
        const FeatureMaps maps = pictures(1).front();
        const CfaDescriptor descriptor({3, 5, 4}, 6, seed);
        const std::vector<plain::Vector> expected =
            plain::descriptors(maps, plain::inDouble(descriptor.weights()), 6);
        const PatchGrid grid = descriptor(pooled(maps));
        QCOMPARE(grid.patches(), expected.size());
        for (std::size_t patch = 0; patch < expected.size(); ++patch) {
            for (std::size_t i = 0; i < 6; ++i)
                compareClose(grid.values[patch * 6 + i], expected[patch][i]);
        }
    }

    void descriptorStartsAsPyTorchWould()
    {
        const CfaDescriptor descriptor({64, 128, 256}, 20, seed);
        const double bound = 1 / std::sqrt(450.0);
        double largest = 0;
        double sum = 0;
        double squares = 0;
        for (const float weight : descriptor.weights()) {
            largest = std::max(largest, std::abs(double(weight)));
            sum += weight;
            squares += double(weight) * weight;
        }
        const auto count = static_cast<double>(descriptor.weights().size());
        QCOMPARE(count, 20.0 * 451);
        QVERIFY(largest <= bound && largest > 0.99 * bound);
        QVERIFY(std::abs(sum / count) < 0.05 * bound);
        QVERIFY(std::abs(squares / count * 3 / (bound * bound) - 1) < 0.05); // the variance of a uniform one
    }

    void lossAndGradientEqualThePlainForm_data()
    {
        QTest::addColumn<double>("radius");
        QTest::newRow("start: attraction alone") << 1e-5;
        QTest::newRow("both") << 0.7;
        QTest::newRow("repulsion alone") << 5.0;
    }

    /// The gradient by every weight of the descriptor and by the radius, against central differences.
    void lossAndGradientEqualThePlainForm()
    {
        QFETCH(double, radius);
        constexpr std::size_t outputs = 4;
        const FeatureMaps maps = pictures(1, 5, 7).front();
        const PooledLayers layers = pooled(maps);
        const CfaDescriptor descriptor({3, 5, 4}, outputs, seed);
        Random random(3);
        const std::vector<float> centroidValues = randomValues(random, 9 * outputs);
        const MemoryBank bank(centroidValues, outputs, {});
        const std::vector<plain::Vector> centroids = plain::rowsOf(centroidValues, outputs);
        const CfaLossOptions options;
        const auto lossFor = [&](const plain::Vector &weights, double r) {
            return plain::loss(plain::descriptors(maps, weights, outputs), centroids, r, options);
        };

        const PatchGrid grid = descriptor(layers);
        PatchGrid gradient = grid;
        const CfaLoss loss = cfaLoss(grid.values, bank, radius, 35, options, gradient.values);
        std::vector<float> byWeights(descriptor.weights().size(), -7.0F);
        JobMonitor monitor;
        descriptor.backward(layers, gradient, byWeights, monitor);

        const plain::Vector weights = plain::inDouble(descriptor.weights());
        compareClose(loss.value, lossFor(weights, radius));
        constexpr double step = 1e-6;
        compareClose(loss.radiusGradient,
                     (lossFor(weights, radius + step) - lossFor(weights, radius - step)) / (2 * step), 1e-4);
        double largest = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            plain::Vector more = weights;
            plain::Vector less = weights;
            more[i] += step;
            less[i] -= step;
            const double expected = (lossFor(more, radius) - lossFor(less, radius)) / (2 * step);
            compareClose(byWeights[i], expected, 1e-4);
            largest = std::max(largest, std::abs(expected));
        }
        QVERIFY(largest > 1);
    }

    void bankSmallerThanTheLossesWantIsEnough()
    {
        Random random(5);
        const MemoryBank bank(randomValues(random, 8), 4, {});
        const std::vector<float> descriptors = randomValues(random, 12);
        std::vector<float> gradient(12);
        const CfaLoss loss = cfaLoss(descriptors, bank, 0.1, 3, {}, gradient);
        QVERIFY(std::isfinite(loss.value) && loss.value > 0);
    }

    /// Without compression the bank is the mean of what the untrained descriptor says, position by position.
    void bankIsTheMeanOfTheInitialDescriptor()
    {
        const std::vector<FeatureMaps> normals = pictures(5);
        const Fitted cfa = fitted({{"bank_compression", std::int64_t{1}}, {"epochs", std::int64_t{2}}}, normals);
        const CfaDescriptor initial({3, 5, 4}, 12, seed);
        plain::Vector mean(99 * 12, 0.0);
        for (const FeatureMaps &maps : normals) {
            const std::vector<plain::Vector> rows = plain::descriptors(maps, plain::inDouble(initial.weights()), 12);
            for (std::size_t i = 0; i < mean.size(); ++i)
                mean[i] += rows[i / 12][i % 12] / 5;
        }
        const std::vector<float> centroids = saved(*cfa.detector, "mean").floats("centroids", {99, 12});
        for (std::size_t i = 0; i < mean.size(); ++i)
            compareClose(centroids[i], mean[i]);
        QCOMPARE(cfa.summary.stored, 99);
        QCOMPARE(cfa.summary.patches, 5 * 99);
    }

    void scoresEqualThePlainForm_data()
    {
        QTest::addColumn<int>("bankCompression");
        QTest::addColumn<int>("dimensionCompression");
        QTest::addColumn<int>("neighbours");
        QTest::newRow("paper") << 1 << 1 << 3;
        QTest::newRow("compressed") << 4 << 3 << 3;
        QTest::newRow("one neighbour") << 8 << 1 << 1;
    }

    void scoresEqualThePlainForm()
    {
        QFETCH(int, bankCompression);
        QFETCH(int, dimensionCompression);
        QFETCH(int, neighbours);
        const Fitted cfa = fitted({{"bank_compression", std::int64_t{bankCompression}},
                                   {"dimension_compression", std::int64_t{dimensionCompression}},
                                   {"neighbours", std::int64_t{neighbours}},
                                   {"epochs", std::int64_t{3}}},
                                  pictures(6));
        const auto outputs = static_cast<std::size_t>(12 / dimensionCompression);
        const SafetensorsFile file = saved(*cfa.detector, "scored");
        plain::Vector weights;
        for (const char *name : {"descriptor.layer_0", "descriptor.layer_1", "descriptor.layer_2",
                                 "descriptor.coordinates", "descriptor.bias"}) {
            const std::vector<float> part = file.floats(name);
            weights.insert(weights.end(), part.begin(), part.end());
        }
        const std::vector<float> bank = file.floats("centroids");
        QCOMPARE(bank.size(), static_cast<std::size_t>(99 / bankCompression) * outputs);
        QCOMPARE(cfa.summary.bankBytes, bank.size() * sizeof(float));
        const std::vector<plain::Vector> centroids = plain::rowsOf(bank, outputs);

        Random random(77);
        const FeatureMaps test = picture(random);
        const PatchScores scores = cfa.detector->score(test);
        const std::vector<plain::Vector> descriptors = plain::descriptors(test, weights, outputs);
        QCOMPARE(scores.rows, 9);
        QCOMPARE(scores.columns, 11);
        QVERIFY(scores.nearest.empty()); // a centroid is no picture's
        double largest = 0;
        for (std::size_t patch = 0; patch < descriptors.size(); ++patch) {
            const double expected = plain::score(descriptors[patch], centroids, static_cast<std::size_t>(neighbours));
            compareClose(scores.scores[patch], expected);
            largest = std::max(largest, expected);
        }
        compareClose(scores.imageScore, largest);
    }

    void theLossFalls()
    {
        FittingWatch watch;
        FitCheckpoint nothing;
        const Fitted cfa =
            fitted({{"epochs", std::int64_t{20}}, {"learning_rate", 1e-2}}, pictures(8), watch, nothing);
        QCOMPARE(watch.reports.size(), std::size_t{1 + 20 * 2});
        QVERIFY2(*watch.reports.back().value < 0.8 * *watch.reports[1].value,
                 qPrintable(QString("%1 after %2").arg(*watch.reports.back().value).arg(*watch.reports[1].value)));
        compareClose(*cfa.summary.lastLoss,
                     (*watch.reports.back().value + *watch.reports[watch.reports.size() - 2].value) / 2);
    }

    /// Two blocks a picture, and an epoch's last step with fewer pictures.
    void sameBitsWithMoreThreads()
    {
        const std::vector<FeatureMaps> normals = pictures(6, 20, 21);
        const ParameterValues values{{"epochs", std::int64_t{2}}};
        const std::string expected = contentHash(*fitted(values, normals).detector);
        configureRuntime(3);
        const std::string threaded = contentHash(*fitted(values, normals).detector);
        configureRuntime(1);
        QCOMPARE(threaded, expected);
    }

    void goesOnAfterCancellingWithTheSameBits()
    {
        const std::vector<FeatureMaps> normals = pictures(6);
        const ParameterValues values{{"epochs", std::int64_t{4}}}; // of two steps each
        const std::string expected = contentHash(*fitted(values, normals).detector);
        for (const std::size_t limit : {2, 4, 8}) {
            const std::filesystem::path file = fileFor("checkpoint" + QByteArray::number(qulonglong(limit)));
            {
                FittingWatch watch(limit);
                FileCheckpoint checkpoint(file, "this training");
                QVERIFY_EXCEPTION_THROWN(fitted(values, normals, watch, checkpoint), Cancelled);
            }
            FittingWatch watch;
            FileCheckpoint checkpoint(file, "this training");
            const Fitted cfa = fitted(values, normals, watch, checkpoint);
            QCOMPARE(watch.reports.front().step, static_cast<std::int64_t>((limit - 1) / 2 * 2));
            QCOMPARE(contentHash(*cfa.detector), expected);
        }
    }

    void refusesFeaturesOfAnotherBackbone()
    {
        const Fitted cfa = fitted({{"epochs", std::int64_t{1}}}, pictures(2));
        FeatureMaps other = pictures(1).front();
        other[1] = referenceMap("layer2", 5, 6, 8, 0);
        QVERIFY_EXCEPTION_THROWN(cfa.detector->score(other), Error);
        other.pop_back();
        QVERIFY_EXCEPTION_THROWN(cfa.detector->score(other), Error);
    }

    void refusesNormalsOfDifferentSizes()
    {
        std::vector<FeatureMaps> normals = pictures(2);
        normals.push_back(pictures(1, 8, 11).front());
        QVERIFY_EXCEPTION_THROWN(fitted({{"epochs", std::int64_t{1}}}, normals), Error);
    }

    void refusesCentroidsThatDoNotFitTheDescriptor()
    {
        const CfaDescriptor descriptor({3, 5, 4}, 6, seed);
        const std::vector<float> centroids(10);
        ModelWriter writer;
        descriptor.save(writer);
        writer.floats("centroids", {2, 5}, centroids);
        writer.write(fileFor("misfit"), {});
        const ModelReader reader(std::make_shared<const SafetensorsFile>(fileFor("misfit"), ErrorCode::ModelInvalid));
        QVERIFY_EXCEPTION_THROWN(detectorInfo("cfa").create(with({}), seed)->load(reader), Error);
    }
};

QTEST_GUILESS_MAIN(TestCfa)
#include "test_cfa.moc"
