#include <cmath>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "core/random.h"
#include "detectors/added/meandistance.h"
#include "detectors/featurefakes.h"
#include "randomweights.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

/// Grey noise; a bright disc where `defective`.
cv::Mat drawPart(std::uint64_t seed, bool defective)
{
    cv::Mat image(64, 64, CV_8UC3);
    Random random(seed);
    for (auto pixel = image.begin<cv::Vec3b>(); pixel != image.end<cv::Vec3b>(); ++pixel)
        *pixel = cv::Vec3b::all(cv::saturate_cast<uchar>(100 + 5 * random.normal()));
    if (defective)
        cv::circle(image, {44, 20}, 8, cv::Scalar::all(250), cv::FILLED);
    return image;
}

} // namespace

/// The recipe of engine/detectors/README.md, followed: everything that is made from the registry works with one more.
class TestAddedDetector : public QObject {
    Q_OBJECT

private slots:
    void isListedAsTheOthers()
    {
        QCOMPARE(detectorInfo("mean-distance").title, std::string("Mean distance"));
        QVERIFY(detectorRegistry().size() > 1);
        QCOMPARE(detectorInfo("patchcore").title, std::string("PatchCore"));
    }

    /// Against the plain sum.
    void scoresAreDistancesToTheMean()
    {
        const auto map = [](int offset) {
            return FeatureMaps{
                makeMap("layer2", 2, 3, 2, [offset](int y, int x, int c) { return y + 2 * x + 7 * c + offset; })};
        };
        const std::unique_ptr<Detector> detector = meanDistanceInfo().create({}, 0);
        JobMonitor monitor;
        FitCheckpoint checkpoint;
        const FitSummary summary = detector->fit(FakeNormals({map(0), map(4)}), monitor, checkpoint);
        QCOMPARE(summary.patches, 12);
        const double mean = 0.5 + 2 + 2; // of the first channel; the second is 7 more
        const PatchScores scores = detector->score(map(10));
        QCOMPARE(scores.scores.size(), std::size_t{6});
        QCOMPARE(scores.scores[0], static_cast<float>(std::sqrt(2.0) * (10 - mean)));
        QCOMPARE(scores.imageScore, static_cast<float>(std::sqrt(2.0) * (15 - mean)));
    }

    void isTrainedSavedLoadedAndInspectsWith()
    {
        configureRuntime(2);
        QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        writeRandomResNet18(root / "resnet18.safetensors");
        const WeightsStore weights(root, {});
        std::vector<Sample> normals;
        for (std::uint64_t part = 0; part < 6; ++part) {
            normals.push_back({root / (std::to_string(part) + ".png"), Label::Good});
            writeImage(normals.back().image, drawPart(part, false));
        }

        TrainingOptions options;
        options.detector = "mean-distance";
        options.backbone = "resnet18";
        options.parameters = parseParameters(detectorInfo(options.detector).parameters, {"layers=layer3"});
        options.preprocessing.inputSize = 64;
        QCOMPARE(estimateTraining(options, 6, {0.01, 1e9}).memoryBankBytes, std::uint64_t{256 * sizeof(float)});
        JobMonitor monitor;
        const std::shared_ptr<const Model> model = Model::train(normals, options, weights, monitor);
        QCOMPARE(model->detector().id, std::string("mean-distance"));

        model->save(root / "part.spotcheck");
        const std::shared_ptr<const Model> loaded = Model::load(root / "part.spotcheck", weights);
        QCOMPARE(loaded->parameters(), model->parameters());
        const Prediction good = loaded->inspect(drawPart(99, false));
        const Prediction defective = loaded->inspect(drawPart(99, true));
        QCOMPARE(defective.score, model->inspect(drawPart(99, true)).score);
        QVERIFY(defective.score > good.score);
        QVERIFY(defective.score > loaded->calibration().scores().back());
        const cv::Mat map = loaded->anomalyMap(defective);
        cv::Point hottest;
        cv::minMaxLoc(map, nullptr, nullptr, nullptr, &hottest);
        QVERIFY(std::hypot(hottest.x - 44, hottest.y - 20) < 20); // a patch of layer3 is 16 px wide
    }

    void theRecipeShowsTheseFiles()
    {
        QFile recipe(QStringLiteral(SPOTCHECK_SOURCE_DIR "/engine/detectors/README.md"));
        QVERIFY(recipe.open(QIODevice::ReadOnly));
        const QByteArray text = recipe.readAll();
        for (const QString name : {"meandistance.h", "meandistance.cpp"}) {
            QFile file(QStringLiteral(SPOTCHECK_SOURCE_DIR "/tests/engine/detectors/added/") + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(text.contains(file.readAll()),
                     qPrintable(name + " is another one in engine/detectors/README.md"));
        }
    }
};

QTEST_GUILESS_MAIN(TestAddedDetector)
#include "test_addeddetector.moc"
