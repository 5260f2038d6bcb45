#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <Eigen/Core>
#include <Eigen/LU>
#include <QTest>
#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/detectors/registry.h>

#include "core/random.h"
#include "detectors/featurefakes.h"
#include "detectors/gridresize.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"
#include "detectors/whitening.h"
#include "jsonfile.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

void compareAll(const std::vector<float> &values, const std::vector<double> &expected, double tolerance)
{
    QCOMPARE(values.size(), expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        QVERIFY2(std::abs(values[i] - expected[i]) < tolerance,
                 qPrintable(QString("value %1 is %2, expected %3").arg(i).arg(values[i]).arg(expected[i])));
    }
}

/// Of the paper's method, without whitening, where `values` do not ask for it.
ParameterValues with(ParameterValues values)
{
    values.try_emplace("whitening", std::string("off"));
    return completeParameters(detectorInfo("patchcore").parameters, values);
}

/// Five pictures whose patches span all 16 dimensions: those of `referenceMap` alone lie in a few.
std::vector<FeatureMaps> unlikeNormals()
{
    Random random(11);
    const auto noisy = [&random](int side, int channels, double phase) {
        return makeMap(channels == 6 ? "layer2" : "layer3", side, side, channels, [&, phase](int y, int x, int c) {
            return std::sin(0.7 * c + 1.3 * y + 0.31 * x + phase) + 0.3 * random.normal();
        });
    };
    std::vector<FeatureMaps> normals;
    for (int i = 0; i < 5; ++i)
        normals.push_back({noisy(6, 6, 0.9 * i), noisy(3, 10, 0.5 * i)});
    return normals;
}

} // namespace

class TestPatchCore : public QObject {
    Q_OBJECT

    const QJsonObject m_reference = readJson(SPOTCHECK_TEST_DATA "/patchcore_reference.json");
    const FeatureMaps m_maps{referenceMap("layer2", 8, 7, 6, 0.0), referenceMap("layer3", 4, 4, 10, 0.4)};

private slots:
    /// Against PyTorch's unfold, interpolate and adaptive_avg_pool1d.
    void embeddingEqualsTheAuthorsForm()
    {
        const PatchEmbedding pooled{.form = PatchEmbedding::Form::Pooled, .neighbourhood = 3, .dimensions = 20};
        const PatchGrid grid = pooled(m_maps);
        QCOMPARE(grid.rows, 8);
        QCOMPARE(grid.columns, 7);
        QCOMPARE(grid.dimensions, 20);
        compareAll(grid.values, numbers(m_reference["pooled"]), 1e-5);

        const PatchEmbedding concatenated{.form = PatchEmbedding::Form::Concatenated, .neighbourhood = 3};
        compareAll(concatenated(m_maps).values, numbers(m_reference["concatenated"]), 1e-5);
        QCOMPARE(concatenated.outputDimensions({6, 10}), 16);
        QCOMPARE(pooled.outputDimensions({6, 10}), 20);
    }

    /// Against PyTorch's interpolate and SciPy's gaussian_filter (sigma 4, reflect).
    void anomalyMapEqualsSciPy()
    {
        PatchScores scores;
        scores.rows = 8;
        scores.columns = 7;
        for (int i = 0; i < 56; ++i)
            scores.scores.push_back(static_cast<float>(std::abs(std::sin(i * 0.9) * 3)));
        Preprocessing preprocessing;
        preprocessing.inputSize = 64;
        const cv::Mat own = expandAnomalyMap(scores, preprocessing, cv::Size(64, 64));
        std::vector<float> sampled;
        for (int row = 0; row < 64; row += 9) {
            for (int column = 0; column < 64; column += 7)
                sampled.push_back(own.at<float>(row, column));
        }
        compareAll(sampled, numbers(m_reference["blurred"]), 2e-4);

        const cv::Mat image = expandAnomalyMap(scores, preprocessing, cv::Size(100, 48));
        sampled.clear();
        for (int row = 0; row < 48; row += 5) {
            for (int column = 0; column < 100; column += 9)
                sampled.push_back(image.at<float>(row, column));
        }
        compareAll(sampled, numbers(m_reference["image_map"]), 2e-4);
    }

    void mapOfACentreCropCoversOnlyTheCrop()
    {
        PatchScores scores;
        scores.rows = scores.columns = 4;
        scores.scores.assign(16, 5.0F);
        scores.scores[0] = 1.0F;
        Preprocessing preprocessing;
        preprocessing.inputSize = 32;
        preprocessing.framing = Preprocessing::Framing::CentreCrop;
        preprocessing.cropResize = 64;
        const cv::Mat map = expandAnomalyMap(scores, preprocessing, cv::Size(200, 100));
        QCOMPARE(map.size(), cv::Size(200, 100));
        double smallest = 0;
        cv::minMaxLoc(map, &smallest);
        QCOMPARE(map.at<float>(50, 10), static_cast<float>(smallest)); // left of the crop
        QVERIFY(map.at<float>(60, 110) > smallest);
    }

    void noMapWithoutGrid() { QVERIFY(expandAnomalyMap(PatchScores(), Preprocessing(), cv::Size(9, 9)).empty()); }

    void gridResizeKeepsConstantsAndRamps()
    {
        PatchGrid grid{4, 4, 1, std::vector<float>(16, 2.5F)};
        for (const float value : resizeGrid(grid, 9, 11).values)
            QCOMPARE(value, 2.5F);
        for (int i = 0; i < 16; ++i)
            grid.values[static_cast<std::size_t>(i)] = static_cast<float>(i % 4);
        const PatchGrid doubled = resizeGrid(grid, 4, 8);
        QCOMPARE(*doubled.at(0, 0), 0.0F);  // the border repeats
        QCOMPARE(*doubled.at(0, 3), 1.25F); // (3 + 0.5) / 2 - 0.5
        QCOMPARE(*doubled.at(3, 7), 3.0F);
    }

    /// The whole detector against a plain slow double-precision version, with everything kept (ratio 1).
    void scoresEqualThePlainForm()
    {
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 5; ++i)
            normals.push_back({referenceMap("layer2", 6, 6, 6, 0.9 * i), referenceMap("layer3", 3, 3, 10, 0.5 * i)});
        const FeatureMaps test{referenceMap("layer2", 6, 6, 6, 0.37), referenceMap("layer3", 3, 3, 10, 2.2)};
        for (const std::int64_t k : {1, 3}) {
            const ParameterValues values = with({{"coreset_ratio", 1.0},
                                                 {"embedding", std::string("pooled")},
                                                 {"target_dimension", std::int64_t{24}},
                                                 {"neighbours", k}});
            const std::unique_ptr<Detector> detector = detectorInfo("patchcore").create(values, 0);
            JobMonitor monitor;
            FitCheckpoint checkpoint;
            const FitSummary summary = detector->fit(FakeNormals(normals), monitor, checkpoint);
            QCOMPARE(summary.patches, std::int64_t{5 * 36});
            QCOMPARE(summary.stored, std::int64_t{5 * 36});
            QVERIFY(summary.coverageRadius.value() < 1e-6);
            const PatchScores scores = detector->score(test);
            QCOMPARE(scores.rows, 6);
            QCOMPARE(scores.columns, 6);

            const PatchEmbedding embedding{.dimensions = 24};
            const PatchGrid query = embedding(test);
            double highest = 0;
            for (std::size_t patch = 0; patch < 36; ++patch) {
                std::vector<std::pair<double, NormalPatch>> distances;
                for (int image = 0; image < 5; ++image) {
                    const PatchGrid grid = embedding(normals[static_cast<std::size_t>(image)]);
                    for (std::size_t other = 0; other < 36; ++other) {
                        double sum = 0;
                        for (std::size_t d = 0; d < 24; ++d)
                            sum += std::pow(double(query.values[patch * 24 + d]) - grid.values[other * 24 + d], 2);
                        distances.push_back({sum, NormalPatch{image, static_cast<std::int16_t>(other / 6),
                                                              static_cast<std::int16_t>(other % 6)}});
                    }
                }
                std::sort(distances.begin(), distances.end(),
                          [](const auto &a, const auto &b) { return a.first < b.first; });
                double mean = 0;
                for (std::size_t i = 0; i < static_cast<std::size_t>(k); ++i)
                    mean += distances[i].first / static_cast<double>(k);
                QVERIFY(std::abs(scores.scores[patch] - mean) < 1e-5);
                if (distances[1].first - distances[0].first > 1e-4) {
                    QCOMPARE(scores.nearest[patch].image, distances[0].second.image);
                    QCOMPARE(scores.nearest[patch].row, distances[0].second.row);
                    QCOMPARE(scores.nearest[patch].column, distances[0].second.column);
                }
                highest = std::max(highest, mean);
            }
            QVERIFY(std::abs(scores.imageScore - highest) < 1e-5);
        }
    }

    /// Scores are squared Mahalanobis distances, with the covariance of all normal patches written out in double
    /// precision; everything is kept (ratio 1).
    void whitenedScoresAreThoseOfMahalanobis()
    {
        const auto normals = unlikeNormals();
        const FeatureMaps test{referenceMap("layer2", 6, 6, 6, 0.37), referenceMap("layer3", 3, 3, 10, 2.2)};
        const std::unique_ptr<Detector> detector =
            detectorInfo("patchcore").create(with({{"coreset_ratio", 1.0}, {"whitening", std::string("auto")}}), 0);
        JobMonitor monitor;
        FitCheckpoint checkpoint;
        detector->fit(FakeNormals(normals), monitor, checkpoint);
        const PatchScores scores = detector->score(test);

        const PatchEmbedding embedding{.form = PatchEmbedding::Form::Concatenated};
        const auto rowsOf = [&](const FeatureMaps &maps) {
            const PatchGrid grid = embedding(maps);
            return Eigen::MatrixXd(
                Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
                    grid.values.data(), 36, 16)
                    .cast<double>());
        };
        Eigen::MatrixXd bank(5 * 36, 16);
        for (int image = 0; image < 5; ++image)
            bank.middleRows(image * 36, 36) = rowsOf(normals[static_cast<std::size_t>(image)]);
        const Eigen::MatrixXd centred = bank.rowwise() - bank.colwise().mean();
        const Eigen::MatrixXd plain = centred.transpose() * centred / (5 * 36);
        const Eigen::MatrixXd covariance = (1 - whiteningShrinkage) * plain + whiteningShrinkage * plain.trace() /
                                                                                  16 *
                                                                                  Eigen::MatrixXd::Identity(16, 16);
        const Eigen::MatrixXd inverse = covariance.inverse();
        const Eigen::MatrixXd queries = rowsOf(test);
        double highest = 0;
        for (int patch = 0; patch < 36; ++patch) {
            double nearest = std::numeric_limits<double>::infinity();
            for (int other = 0; other < 5 * 36; ++other) {
                const Eigen::VectorXd difference = queries.row(patch) - bank.row(other);
                nearest = std::min(nearest, difference.dot(inverse * difference));
            }
            QVERIFY(std::abs(scores.scores[static_cast<std::size_t>(patch)] - nearest) < 1e-3 * (1 + nearest));
            highest = std::max(highest, nearest);
        }
        QVERIFY(std::abs(scores.imageScore - highest) < 1e-3 * highest);
    }

    /// Whatever precision features wait in: the same patches are kept.
    void halfPrecisionKeepsTheSamePatches()
    {
        const FeatureMaps test{referenceMap("layer2", 6, 6, 6, 0.37), referenceMap("layer3", 3, 3, 10, 2.2)};
        const auto fitted = [&](const std::string &precision) {
            std::unique_ptr<Detector> detector = detectorInfo("patchcore")
                                                     .create(with({{"coreset_ratio", 0.2},
                                                                   {"projection", std::int64_t{8}},
                                                                   {"feature_store", precision},
                                                                   {"whitening", std::string("auto")}}),
                                                             0);
            JobMonitor monitor;
            FitCheckpoint checkpoint;
            const FitSummary summary = detector->fit(FakeNormals(unlikeNormals()), monitor, checkpoint);
            return std::pair(summary, detector->score(test));
        };
        const auto [single, singleScores] = fitted("single");
        const auto [half, halfScores] = fitted("half");
        QCOMPARE(half.stored, single.stored);
        QCOMPARE(half.coverageRadius, single.coverageRadius);
        QVERIFY(halfScores.scores != singleScores.scores); // it does something
        for (std::size_t patch = 0; patch < singleScores.scores.size(); ++patch)
            QVERIFY(std::abs(halfScores.scores[patch] - singleScores.scores[patch]) <
                    0.02 * (1 + singleScores.scores[patch]));
    }

    /// Where nobody chooses, features of more than 512 values stay as they are.
    void whitensShortFeaturesOnly_data()
    {
        QTest::addColumn<QString>("whitening");
        QTest::addColumn<int>("channels");
        QTest::addColumn<bool>("whitened");
        QTest::newRow("auto, 512") << "auto" << 512 << true;
        QTest::newRow("auto, 513") << "auto" << 513 << false;
        QTest::newRow("on, 513") << "on" << 513 << true;
        QTest::newRow("off, 16") << "off" << 16 << false;
    }

    void whitensShortFeaturesOnly()
    {
        QFETCH(QString, whitening);
        QFETCH(int, channels);
        QFETCH(bool, whitened);
        const std::vector<FeatureMaps> normals{{referenceMap("layer2", 5, 5, channels, 0)},
                                               {referenceMap("layer2", 5, 5, channels, 0.4)}};
        const FeatureMaps test{referenceMap("layer2", 5, 5, channels, 1)};
        const auto scoresWith = [&](const std::string &choice) {
            const std::unique_ptr<Detector> detector =
                detectorInfo("patchcore")
                    .create(with({{"coreset_ratio", 1.0}, {"layers", std::string("layer2")}, {"whitening", choice}}),
                            0);
            JobMonitor monitor;
            FitCheckpoint checkpoint;
            detector->fit(FakeNormals(normals), monitor, checkpoint);
            return detector->score(test).scores;
        };
        QCOMPARE(scoresWith(whitening.toStdString()) == scoresWith(whitened ? "on" : "off"), true);
        QVERIFY(scoresWith("on") != scoresWith("off"));
    }

    /// Eq. 7 against NumPy: one test patch, a bank of twelve.
    void reweightingEqualsEquationSeven()
    {
        const ParameterValues values = with({{"coreset_ratio", 1.0},
                                             {"embedding", std::string("concatenated")},
                                             {"neighbourhood", std::string("1")},
                                             {"layers", std::string("layer2")},
                                             {"reweight", true},
                                             {"reweight_neighbours", std::int64_t{4}}});
        const FeatureMap bank = makeMap(
            "layer2", 1, 12, 5, [](int, int i, int d) { return std::sin(1.1 * i + 0.6 * d) * (1 + 0.1 * i); });
        const double query[] = {0.9, -0.4, 0.3, 1.2, -0.7};
        const FeatureMap test = makeMap("layer2", 1, 1, 5, [&](int, int, int d) { return query[d]; });
        const std::unique_ptr<Detector> detector = detectorInfo("patchcore").create(values, 0);
        JobMonitor monitor;
        FitCheckpoint checkpoint;
        detector->fit(FakeNormals({{bank}}), monitor, checkpoint);
        const PatchScores scores = detector->score({test});
        QVERIFY(std::abs(scores.imageScore - m_reference["reweighted_score"].toDouble()) < 1e-5);
        QVERIFY(std::abs(scores.scores[0] - m_reference["nearest_squared"].toDouble()) < 1e-5);
    }

    void estimateEqualsWhatIsStored_data()
    {
        QTest::addColumn<QString>("whitening");
        QTest::newRow("whitened") << "auto";
        QTest::newRow("as they are") << "off";
    }

    void estimateEqualsWhatIsStored()
    {
        QFETCH(QString, whitening);
        const DetectorInfo &info = detectorInfo("patchcore");
        const BackboneInfo &backbone = backboneInfo("resnet18");
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 4; ++i)
            normals.push_back({referenceMap("layer2", 8, 8, 128, i), referenceMap("layer3", 4, 4, 256, i)});
        const ParameterValues values = with({{"coreset_ratio", 0.25},
                                             {"target_dimension", std::int64_t{64}},
                                             {"whitening", whitening.toStdString()}});
        const std::unique_ptr<Detector> detector = info.create(values, 0);
        JobMonitor monitor;
        FitCheckpoint checkpoint;
        const FitSummary summary = detector->fit(FakeNormals(normals), monitor, checkpoint);
        QCOMPARE(info.memoryBankBytes(values, backbone, {4, {64, 64}}), summary.bankBytes);
        QVERIFY(info.fittingBytes(values, backbone, {4, {64, 64}}) > summary.bankBytes);
    }

    void searchFindsNoMoreThanTheBankHolds()
    {
        const MemoryBank bank(std::vector<float>{0, 0, 3, 4}, 2, {{0, 0, 0}, {1, 2, 3}});
        const MemoryBank::Neighbours found = bank.search(std::vector<float>{0, 0}, 9);
        QCOMPARE(found.perQuery, 2);
        QCOMPARE(found.squaredDistances, (std::vector<float>{0, 25}));
        QCOMPARE(found.indices, (std::vector<std::int64_t>{0, 1}));
    }

    void refusesFeaturesOfAnotherBackbone_data()
    {
        QTest::addColumn<QString>("whitening");
        QTest::newRow("whitened") << "auto";
        QTest::newRow("as they are") << "off";
    }

    void refusesFeaturesOfAnotherBackbone()
    {
        QFETCH(QString, whitening);
        const ParameterValues values = with({{"embedding", std::string("concatenated")},
                                             {"layers", std::string("layer2")},
                                             {"whitening", whitening.toStdString()}});
        const std::unique_ptr<Detector> detector = detectorInfo("patchcore").create(values, 0);
        JobMonitor monitor;
        FitCheckpoint checkpoint;
        detector->fit(FakeNormals({{referenceMap("layer2", 4, 4, 6, 0)}}), monitor, checkpoint);
        QVERIFY_EXCEPTION_THROWN(detector->score({referenceMap("layer2", 4, 4, 7, 0)}), Error);
    }
};

QTEST_GUILESS_MAIN(TestPatchCore)
#include "test_patchcore.moc"
