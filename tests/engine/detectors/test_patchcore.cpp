#include <cmath>

#include <QTest>
#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/detectors/anomalymap.h>
#include <spotcheck/detectors/registry.h>

#include "detectors/featurefakes.h"
#include "detectors/gridresize.h"
#include "detectors/memorybank.h"
#include "detectors/patchembedding.h"
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

ParameterValues with(const ParameterValues &values)
{
    return completeParameters(detectorInfo("patchcore").parameters, values);
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

    void estimateEqualsWhatIsStored()
    {
        const DetectorInfo &info = detectorInfo("patchcore");
        const BackboneInfo &backbone = backboneInfo("resnet18");
        std::vector<FeatureMaps> normals;
        for (int i = 0; i < 4; ++i)
            normals.push_back({referenceMap("layer2", 8, 8, 128, i), referenceMap("layer3", 4, 4, 256, i)});
        const ParameterValues values = with({{"coreset_ratio", 0.25}, {"target_dimension", std::int64_t{64}}});
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

    void refusesFeaturesOfAnotherBackbone()
    {
        const ParameterValues values =
            with({{"embedding", std::string("concatenated")}, {"layers", std::string("layer2")}});
        const std::unique_ptr<Detector> detector = detectorInfo("patchcore").create(values, 0);
        JobMonitor monitor;
        FitCheckpoint checkpoint;
        detector->fit(FakeNormals({{referenceMap("layer2", 4, 4, 6, 0)}}), monitor, checkpoint);
        QVERIFY_EXCEPTION_THROWN(detector->score({referenceMap("layer2", 4, 4, 7, 0)}), Error);
    }
};

QTEST_GUILESS_MAIN(TestPatchCore)
#include "test_patchcore.moc"
