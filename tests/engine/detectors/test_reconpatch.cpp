#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "core/random.h"
#include "detectors/featurefakes.h"
#include "detectors/patchembedding.h"
#include "detectors/principaldirections.h"
#include "detectors/reconpatchplain.h"
#include "detectors/reconpatchtraining.h"
#include "jsonfile.h"
#include "model/filecheckpoint.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

std::vector<float> randomValues(std::size_t count, std::uint64_t seed)
{
    Random random(seed);
    std::vector<float> values(count);
    for (float &value : values)
        value = static_cast<float>(random.normal());
    return values;
}

/// wave() of data/make_reconpatch_reference.py.
std::vector<float> wave(int rows, int columns, double a, double b, double phase, double added = 0)
{
    std::vector<float> values;
    for (int i = 0; i < rows; ++i) {
        for (int j = 0; j < columns; ++j)
            values.push_back(static_cast<float>(std::sin(a * i * i + b * j + 0.3 * i * j + phase) + added));
    }
    return values;
}

void compareAll(std::span<const float> values, const std::vector<double> &expected, double tolerance)
{
    QCOMPARE(values.size(), expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        QVERIFY2(std::abs(values[i] - expected[i]) <= tolerance,
                 qPrintable(QString("value %1 is %2, expected %3").arg(i).arg(values[i]).arg(expected[i])));
    }
}

/// Features of `pictures` pictures of 30 patches each: a few clusters and noise.
PatchCollection clusters(int pictures, int dimensions)
{
    constexpr int perPicture = 30;
    Random random(21);
    PatchCollection patches;
    std::vector<float> features;
    for (int picture = 0; picture < pictures; ++picture) {
        for (int patch = 0; patch < perPicture; ++patch) {
            for (int d = 0; d < dimensions; ++d)
                features.push_back(
                    static_cast<float>(2 * std::sin(1.9 * d * (1 + patch % 4)) + 0.5 * random.normal()));
            patches.origins.push_back({picture, static_cast<std::int16_t>(patch), 0});
        }
    }
    patches.features = FeatureStore(std::move(features), dimensions);
    return patches;
}

constexpr ExtraTrainingOptions schedule{.pictures = 6, .batch = 3, .epochs = 5, .seed = 3};

ReConPatchTrainingOptions trainingOptions()
{
    return {.loss = {}, .outputs = 8, .patches = 48, .learningRate = 1e-2, .targetRate = 0.9, .seed = 3};
}

/// Asks for the end after some reports of `Stage::Fitting`.
class StopAfter : public JobMonitor {
public:
    explicit StopAfter(int limit) : m_left(limit) {}
    void report(const Progress &progress) override { m_left -= progress.stage == Stage::Fitting ? 1 : 0; }
    bool isCancelled() const override { return m_left <= 0; }

private:
    int m_left;
};

ParameterValues with(const ParameterValues &values)
{
    return completeParameters(detectorInfo("reconpatch").parameters, values);
}

} // namespace

class TestReConPatch : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path fileFor(const char *name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void initTestCase() { configureRuntime(2); }

    /// Against PyTorch's dense form and its autograd.
    void lossAndGradientEqualPyTorch()
    {
        const QJsonObject reference = readJson(SPOTCHECK_TEST_DATA "/reconpatch_reference.json");
        const LinearHeads heads{7, 4, wave(4, 7, 0.9, 0.7, 0.5), wave(4, 4, 1.3, 0.4, 1.0)};
        const LinearHeads targets{7, 4, wave(4, 7, 0.9, 0.7, 0.5, 0.1), wave(4, 4, 1.3, 0.4, 1.0, -0.2)};
        const std::vector<float> features = wave(18, 7, 0.37, 1.1, 0.2);
        const ReConPatchLossOptions options{.alpha = 0.4, .sigma = 0.3, .neighbours = 5, .margin = 1.0};
        JobMonitor monitor;
        const std::vector<float> projections = targets.project(targets.represent(features, monitor), monitor);
        compareAll(patchSimilarity(allSquaredDistances(projections, 4, monitor), 18, options, monitor),
                   numbers(reference["similarity"]), 1e-5);
        const HeadsGradient gradient = headsGradient(features, heads, targets, options, monitor);
        QVERIFY(std::abs(gradient.loss / reference["loss"].toDouble() - 1) < 1e-5);
        compareAll(gradient.f, numbers(reference["gradient_f"]), 1e-4);
        compareAll(gradient.g, numbers(reference["gradient_g"]), 1e-4);
    }

    void similarityAndLossEqualThePlainForm_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("neighbours");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("margin");
        QTest::newRow("defaults, several blocks") << 150 << 5 << 0.5 << 1.0;
        QTest::newRow("pairwise only") << 40 << 5 << 1.0 << 1.0;
        QTest::newRow("contextual only, even k") << 40 << 8 << 0.0 << 0.7;
        QTest::newRow("k of 2") << 40 << 2 << 0.3 << 1.2;
        QTest::newRow("fewer patches than k") << 3 << 5 << 0.5 << 1.0;
    }

    void similarityAndLossEqualThePlainForm()
    {
        QFETCH(int, count);
        QFETCH(int, neighbours);
        QFETCH(double, alpha);
        QFETCH(double, margin);
        const ReConPatchLossOptions options{alpha, 0.8, neighbours, margin};
        const std::vector<float> target = randomValues(static_cast<std::size_t>(count) * 6, 1);
        const std::vector<float> vectors = randomValues(static_cast<std::size_t>(count) * 9, 2);
        JobMonitor monitor;
        const std::vector<float> similarity =
            patchSimilarity(allSquaredDistances(target, 6, monitor), count, options, monitor);
        const plain::Matrix expected = plain::similarity(plain::matrix(target, 6), options);
        std::vector<double> flat;
        for (const plain::Vector &row : expected)
            flat.insert(flat.end(), row.begin(), row.end());
        compareAll(similarity, flat, 1e-5);
        const double loss = relaxedContrastiveLoss(vectors, 9, similarity, options, monitor).value;
        QVERIFY(std::abs(loss / plain::loss(plain::matrix(vectors, 9), expected, margin) - 1) < 1e-5);
    }

    /// Central differences of the plain form, with the similarity held as the targets give it.
    void gradientsEqualFiniteDifferences()
    {
        const LinearHeads heads{6, 5, randomValues(30, 4), randomValues(25, 5)};
        const LinearHeads targets{6, 5, randomValues(30, 6), randomValues(25, 7)};
        const std::vector<float> features = randomValues(32 * 6, 8);
        const ReConPatchLossOptions options;
        JobMonitor monitor;
        const HeadsGradient gradient = headsGradient(features, heads, targets, options, monitor);
        const plain::Matrix x = plain::matrix(features, 6);
        const plain::Matrix w = plain::similarity(
            plain::linear(plain::linear(x, plain::matrix(targets.f, 6)), plain::matrix(targets.g, 5)), options);
        plain::Matrix f = plain::matrix(heads.f, 6);
        plain::Matrix g = plain::matrix(heads.g, 5);
        const auto differences = [&](plain::Matrix &weights) {
            constexpr double step = 1e-6;
            std::vector<double> all;
            for (plain::Vector &row : weights) {
                for (double &value : row) {
                    const double before = value;
                    value = before + step;
                    const double above = plain::loss(plain::linear(plain::linear(x, f), g), w, options.margin);
                    value = before - step;
                    const double below = plain::loss(plain::linear(plain::linear(x, f), g), w, options.margin);
                    value = before;
                    all.push_back((above - below) / (2 * step));
                }
            }
            return all;
        };
        const std::vector<double> ofF = differences(f);
        const std::vector<double> ofG = differences(g);
        const auto largest = [](const std::vector<double> &values) {
            return std::abs(*std::max_element(values.begin(), values.end(),
                                              [](double a, double b) { return std::abs(a) < std::abs(b); }));
        };
        QVERIFY(largest(ofF) > 0.01 && largest(ofG) > 0.01);
        compareAll(gradient.f, ofF, 1e-5 * largest(ofF));
        compareAll(gradient.g, ofG, 1e-5 * largest(ofG));
    }

    /// Equal patches have no direction to move in, and must not make the loss infinite.
    void equalPatchesDoNoHarm()
    {
        JobMonitor monitor;
        const ReConPatchLossOptions options;
        std::vector<float> vectors(20 * 4, 0.7F);
        for (const float moved : {0.7F, 2.0F}) {
            vectors.front() = moved;
            const RelaxedContrastiveLoss loss = relaxedContrastiveLoss(
                vectors, 4, patchSimilarity(allSquaredDistances(vectors, 4, monitor), 20, options, monitor), options,
                monitor);
            QVERIFY(std::isfinite(loss.value));
            for (const float value : loss.gradient)
                QVERIFY(std::isfinite(value));
        }
    }

    void principalDirectionsFollowTheVariance()
    {
        Random random(9);
        std::vector<float> vectors;
        for (int i = 0; i < 20000; ++i) { // more than are looked at
            const double along = 5 * random.normal();
            for (const double part : {0.6, 0.0, 0.8})
                vectors.push_back(static_cast<float>(part * along + 0.1 * random.normal() + 3));
        }
        JobMonitor monitor;
        const std::vector<float> directions = principalDirections(vectors, 3, 2, monitor);
        QCOMPARE(directions.size(), std::size_t{6});
        QVERIFY(std::abs(std::abs(0.6F * directions[0] + 0.8F * directions[2]) - 1) < 1e-3F);
        for (int a = 0; a < 2; ++a) {
            for (int b = 0; b < 2; ++b) {
                const float product = std::inner_product(directions.begin() + 3 * a, directions.begin() + 3 * a + 3,
                                                         directions.begin() + 3 * b, 0.0F);
                QVERIFY(std::abs(product - (a == b ? 1.0F : 0.0F)) < 1e-5F);
            }
        }
    }

    /// What the targets are for: they change, and by what Eq. 8 says.
    void targetsFollowTheHeads()
    {
        const PatchCollection patches = clusters(6, 12);
        JobMonitor monitor;
        const LinearHeads start = startingHeads(patches, trainingOptions(), monitor);
        ReConPatchTraining training(patches, start, trainingOptions());
        const std::vector<std::int64_t> pictures{0, 3, 5};
        training.step({0, 0, 10, 1}, pictures, monitor);
        QVERIFY(training.heads().f != start.f);
        QVERIFY(training.heads().g != start.g);
        std::vector<double> expected;
        for (std::size_t i = 0; i < start.f.size(); ++i)
            expected.push_back(0.9 * start.f[i] + 0.1 * training.heads().f[i]);
        compareAll(training.targets().f, expected, 1e-6);
        QVERIFY(training.targets().g != start.g);
        const std::vector<float> before = training.targets().f;
        training.step({0, 1, 10, 2}, pictures, monitor);
        QVERIFY(training.targets().f != before);
    }

    void lossFalls_data()
    {
        QTest::addColumn<bool>("principal");
        QTest::newRow("principal") << true;
        QTest::newRow("random") << false;
    }

    /// With the targets held, for otherwise the loss changes its meaning while it falls.
    void lossFalls()
    {
        QFETCH(bool, principal);
        using Start = ReConPatchTrainingOptions::Start;
        const PatchCollection patches = clusters(6, 12);
        ReConPatchTrainingOptions options = trainingOptions();
        options.start = principal ? Start::Principal : Start::Random;
        options.targetRate = 1;
        options.patches = 90;
        JobMonitor monitor;
        FitCheckpoint nothing;
        ReConPatchTraining training(patches, startingHeads(patches, options, monitor), options);
        ExtraTrainingOptions longer = schedule;
        longer.epochs = 30;
        const std::vector<float> losses = runExtraTraining(training, longer, monitor, nothing).losses;
        QVERIFY2(losses.back() < 0.98F * losses.front(),
                 qPrintable(QString("%1, then %2").arg(losses.front()).arg(losses.back())));
    }

    /// Cancelled in the third epoch and taken up again: the same bits as without the interruption.
    void goesOnFromTheCheckpoint()
    {
        const PatchCollection patches = clusters(6, 12);
        JobMonitor monitor;
        FitCheckpoint nothing;
        const LinearHeads start = startingHeads(patches, trainingOptions(), monitor);
        ReConPatchTraining whole(patches, start, trainingOptions());
        runExtraTraining(whole, schedule, monitor, nothing);

        const std::filesystem::path file = fileFor("checkpoint");
        {
            StopAfter stop(6); // the first report, and five of the ten steps
            FileCheckpoint checkpoint(file, "same");
            ReConPatchTraining interrupted(patches, start, trainingOptions());
            QVERIFY_EXCEPTION_THROWN(runExtraTraining(interrupted, schedule, stop, checkpoint), Cancelled);
        }
        FileCheckpoint checkpoint(file, "same");
        ReConPatchTraining resumed(patches, start, trainingOptions());
        QCOMPARE(runExtraTraining(resumed, schedule, monitor, checkpoint).resumedEpochs, 2);
        QVERIFY(resumed.heads().f == whole.heads().f);
        QVERIFY(resumed.heads().g == whole.heads().g);
        QVERIFY(resumed.targets().f == whole.targets().f);
        QVERIFY(resumed.targets().g == whole.targets().g);
    }

    /// The whole detector, everything kept: nearest neighbour in the learnt representation, then Eq. 7 of PatchCore.
    void scoresEqualThePlainForm()
    {
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 5; ++i)
            normals.push_back({referenceMap("layer2", 6, 6, 6, 0.9 * i), referenceMap("layer3", 3, 3, 10, 0.5 * i)});
        const FeatureMaps test{referenceMap("layer2", 6, 6, 6, 0.37), referenceMap("layer3", 3, 3, 10, 2.2)};
        const ParameterValues values = with({{"coreset_ratio", 1.0},
                                             {"embedding", std::string("pooled")},
                                             {"target_dimension", std::int64_t{24}},
                                             {"representation_dimension", std::int64_t{10}},
                                             {"reweight_neighbours", std::int64_t{4}},
                                             {"learning_rate", 1e-3},
                                             {"epochs", std::int64_t{3}}});
        const std::unique_ptr<Detector> detector = detectorInfo("reconpatch").create(values, 0);
        JobMonitor monitor;
        FitCheckpoint nothing;
        const FitSummary summary = detector->fit(FakeNormals(normals), monitor, nothing);
        QVERIFY(summary.lastLoss.has_value());
        QCOMPARE(summary.stored, std::int64_t{5 * 36});
        QCOMPARE(summary.bankBytes,
                 detectorInfo("reconpatch").memoryBankBytes(values, backboneInfo("resnet18"), {5, {48, 48}}));
        const PatchScores scores = detector->score(test);

        const std::filesystem::path file = fileFor("model");
        ModelWriter writer;
        detector->save(writer);
        writer.write(file, {});
        const ModelReader reader(std::make_shared<const SafetensorsFile>(file, ErrorCode::ModelInvalid));
        const plain::Matrix f = plain::matrix(reader.floatView("reconpatch.f", {10, 24}), 24);
        const PatchEmbedding embedding{.dimensions = 24};
        plain::Matrix bank;
        for (const FeatureMaps &maps : normals) {
            for (plain::Vector &vector : plain::linear(plain::matrix(embedding(maps).values, 24), f))
                bank.push_back(std::move(vector));
        }
        const plain::Matrix queries = plain::linear(plain::matrix(embedding(test).values, 24), f);
        double highest = -1;
        double imageScore = 0;
        for (std::size_t patch = 0; patch < queries.size(); ++patch) {
            plain::Vector toBank;
            for (const plain::Vector &vector : bank)
                toBank.push_back(plain::distance(queries[patch], vector));
            const std::size_t winner = plain::nearest(toBank, 1).front();
            const double expected = toBank[winner] * toBank[winner];
            QVERIFY2(std::abs(scores.scores[patch] - expected) <= 1e-5 * (1 + expected),
                     qPrintable(QString("%1, expected %2").arg(scores.scores[patch]).arg(expected)));
            if (expected <= highest)
                continue;
            highest = expected;
            plain::Vector around;
            for (const plain::Vector &vector : bank)
                around.push_back(plain::distance(bank[winner], vector));
            double sum = 0;
            for (const std::size_t member : plain::nearest(around, 4))
                sum += std::exp(toBank[member]);
            imageScore = (1 - std::exp(toBank[winner]) / sum) * toBank[winner];
        }
        QVERIFY2(std::abs(scores.imageScore - imageScore) < 1e-5,
                 qPrintable(QString("%1, expected %2").arg(scores.imageScore).arg(imageScore)));
    }

    void refusesImpossibleOptions()
    {
        ReConPatchTrainingOptions options = trainingOptions();
        options.loss.sigma = 0;
        QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
        options = trainingOptions();
        options.targetRate = 1.5;
        QVERIFY_EXCEPTION_THROWN(options.validate(), Error);
    }
};

QTEST_GUILESS_MAIN(TestReConPatch)
#include "test_reconpatch.moc"
