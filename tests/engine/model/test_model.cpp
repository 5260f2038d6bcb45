#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>

#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "model/trainedmodel.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

namespace fs = std::filesystem;

class CancelAt : public JobMonitor {
public:
    CancelAt(Stage stage, std::int64_t step) : m_stage(stage), m_step(step) {}
    void report(const Progress &progress) override
    {
        if (progress.stage == m_stage && progress.step >= m_step)
            m_reached = true;
    }
    bool isCancelled() const override { return m_reached; }

private:
    Stage m_stage;
    std::int64_t m_step;
    std::atomic<bool> m_reached{false};
};

class StageLog : public JobMonitor {
public:
    void report(const Progress &progress) override
    {
        if (stages.empty() || stages.back().stage != progress.stage)
            stages.push_back(progress);
        stages.back() = progress;
    }
    std::vector<Progress> stages; ///< the last report of each
};

} // namespace

/// What a model learns and says; its file is in test_modelfiles.
class TestModel : public QObject {
    Q_OBJECT

    TrainedModel m_trained;

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        StageLog log;
        m_trained.train(log);
        QList<QString> stages;
        for (const Progress &progress : log.stages) {
            stages << QString::fromStdString(stageId(progress.stage));
            QCOMPARE(progress.step, progress.steps);
        }
        QCOMPARE(stages, (QList<QString>{"reading", "features", "coreset", "calibration"}));
    }

    void summaryTellsWhatWasDone()
    {
        const TrainingSummary &summary = m_trained.model->summary();
        QCOMPARE(summary.fitted, std::int64_t{9});
        QCOMPARE(summary.heldOut, std::int64_t{3});
        QCOMPARE(summary.fit.patches, std::int64_t{9 * 8 * 8});
        QCOMPARE(summary.fit.stored, std::int64_t{57}); // a tenth of 576
        QVERIFY(summary.secondsTotal >= summary.secondsFitting + summary.secondsCalibration);
        QCOMPARE(m_trained.model->manifest().size(), std::size_t{12});
        QCOMPARE(QString::fromStdString(m_trained.model->manifest()[5].sha256),
                 QString::fromStdString(sha256OfFile(m_trained.normals[5].image)));
        QCOMPARE(estimateTraining(m_trained.options, 12).memoryBankBytes, summary.fit.bankBytes);
    }

    void timeFollowsTheSpeedOfTheMachine()
    {
        QCOMPARE(estimateTraining(m_trained.options, 12).seconds, 0.0); // unknown
        // With endless arithmetic only the pictures count; a tenth of the speed takes ten times as long.
        const ComputeSpeed pictures{0.05, 1e18};
        QVERIFY(std::abs(estimateTraining(m_trained.options, 12, pictures).seconds - 12 * 0.05 / runtimeThreads()) <
                1e-6);
        for (const DetectorInfo &detector : detectorRegistry()) {
            TrainingOptions options = m_trained.options;
            options.detector = detector.id;
            options.parameters.clear();
            const double fast = estimateTraining(options, 100, {1e-9, 1e10}).seconds;
            const double slow = estimateTraining(options, 100, {1e-9, 1e9}).seconds;
            QVERIFY2(fast > 0 && std::abs(slow / fast - 10) < 0.1, detector.id.c_str());
            QVERIFY2(estimateTraining(options, 400, {1e-9, 1e9}).seconds > slow, detector.id.c_str());
        }
    }

    void measuresTheSpeedOfTheMachine()
    {
        JobMonitor monitor;
        const ComputeSpeed speed =
            measureSpeed(m_trained.options, m_trained.normals.front().image, m_trained.store(), monitor);
        QVERIFY(speed.secondsPerPicture > 0 && speed.secondsPerPicture < 60);
        QVERIFY2(speed.operationsPerSecond > 1e7, qPrintable(QString::number(speed.operationsPerSecond)));
    }

    void findsTheDefectWhereItIs()
    {
        const Prediction good = m_trained.model->inspect(drawPart(50, false));
        const Prediction bad = m_trained.model->inspect(drawPart(51, true));
        QVERIFY2(bad.score > 1.2 * good.score, qPrintable(QString("%1 %2").arg(bad.score).arg(good.score)));
        QCOMPARE(bad.pValue, 0.25); // none of three held-out normals scores higher: 1 / (3 + 1)
        const cv::Mat map = m_trained.model->anomalyMap(bad);
        QCOMPARE(map.size(), cv::Size(96, 80));
        cv::Point peak;
        cv::minMaxLoc(map, nullptr, nullptr, nullptr, &peak);
        QVERIFY2(cv::norm(peak - cv::Point(60, 30)) < 16, qPrintable(QString("%1 %2").arg(peak.x).arg(peak.y)));
        const cv::Rect patch = m_trained.model->patchRectangle(bad.peakPatch(), bad.patches, bad.imageSize);
        QVERIFY(patch.contains(peak));
        const std::string nearest = m_trained.model->normalImage(bad.nearestNormal().value());
        QVERIFY(fs::exists(nearest));
        for (const ManifestEntry &entry : m_trained.model->manifest()) {
            if (entry.path == nearest)
                QVERIFY(!entry.heldOut);
        }
    }

    /// Held-out pictures are scored by a detector that never saw them; fitted ones would score far lower.
    void calibrationUsesHeldOutPicturesOnly()
    {
        std::vector<float> heldOut;
        for (std::size_t i = 0; i < m_trained.normals.size(); ++i) {
            if (m_trained.model->manifest()[i].heldOut)
                heldOut.push_back(
                    static_cast<float>(m_trained.model->inspect(readImage(m_trained.normals[i].image)).score));
        }
        std::sort(heldOut.begin(), heldOut.end());
        QCOMPARE(heldOut, m_trained.model->calibration().scores());
        QCOMPARE(m_trained.model->calibration().mapPeaks().size(), std::size_t{3});
        QVERIFY(m_trained.model->calibration().displayScale().high >
                m_trained.model->calibration().displayScale().low);
    }

    void learnsAGoodPictureWithoutTraining()
    {
        JobMonitor monitor;
        const fs::path file = m_trained.writePart("looks_bad.png", 51, true);
        const cv::Mat image = readImage(file);
        const Prediction before = m_trained.model->inspect(image);
        const std::vector<float> normals = m_trained.model->calibration().scores();
        QVERIFY(before.score > normals.back());
        QVERIFY(m_trained.model->canLearnGoodPicture());

        const std::shared_ptr<const Model> learnt = m_trained.model->withGoodPicture(file, monitor);
        const Prediction after = learnt->inspect(image);
        QVERIFY2(after.score <= normals[normals.size() / 2],
                 qPrintable(QString("%1 %2").arg(before.score).arg(after.score)));
        QVERIFY(after.score < before.score);
        // A defect of another kind is still one, and no score has risen.
        cv::Mat other = drawPart(52, false);
        cv::rectangle(other, {20, 50, 14, 12}, cv::Scalar(250, 250, 20), cv::FILLED);
        QVERIFY(learnt->inspect(other).score > normals.back());
        for (int i = 0; i < 4; ++i) {
            const cv::Mat part = drawPart(60 + i, i % 2);
            QVERIFY(learnt->inspect(part).score <= m_trained.model->inspect(part).score);
        }

        // The old model is what it was, and the new one says what has been done.
        QCOMPARE(m_trained.model->inspect(image).score, before.score);
        QCOMPARE(m_trained.model->learntLater(), std::int64_t{0});
        QCOMPARE(m_trained.model->manifest().size(), std::size_t{12});
        QCOMPARE(learnt->learntLater(), std::int64_t{1});
        QCOMPARE(learnt->manifest().back().sha256, sha256OfFile(file));
        QCOMPARE(learnt->calibration().scores(), normals);
        const std::int64_t added = learnt->summary().fit.stored - m_trained.model->summary().fit.stored;
        QVERIFY2(added > 0 && added <= 64, qPrintable(QString::number(added))); // of the 8 x 8 patches
        QCOMPARE(learnt->normalImage(after.nearestNormal().value()).empty(), false);

        learnt->save(m_trained.path("learnt.spotcheck"));
        const std::shared_ptr<const Model> loaded =
            Model::load(m_trained.path("learnt.spotcheck"), m_trained.store());
        QCOMPARE(loaded->learntLater(), std::int64_t{1});
        QVERIFY(loaded->inspect(image).patches.scores == after.patches.scores);
        loaded->save(m_trained.path("learnt_again.spotcheck"));
        QVERIFY(contentOf(m_trained.path("learnt_again.spotcheck")) == contentOf(m_trained.path("learnt.spotcheck")));
        // And what was loaded can learn on: the seed makes the same projection.
        const fs::path second = m_trained.writePart("looks_bad_too.png", 53, true);
        QCOMPARE(loaded->withGoodPicture(second, monitor)->inspect(image).score,
                 learnt->withGoodPicture(second, monitor)->inspect(image).score);
    }

    void sameSeedSameModelWhateverTheThreads()
    {
        configureRuntime(1);
        JobMonitor monitor;
        const std::shared_ptr<const Model> single =
            Model::train(m_trained.normals, m_trained.options, m_trained.store(), monitor);
        configureRuntime(2);
        QCOMPARE(single->calibration().scores(), m_trained.model->calibration().scores());
        const cv::Mat image = drawPart(80, true);
        QVERIFY(single->inspect(image).patches.scores == m_trained.model->inspect(image).patches.scores);
        TrainingOptions other = m_trained.options;
        other.seed = 4;
        const std::shared_ptr<const Model> different =
            Model::train(m_trained.normals, other, m_trained.store(), monitor);
        QVERIFY(different->calibration().scores() != m_trained.model->calibration().scores());
    }

    void inspectionRunGoesOnAfterABrokenFile()
    {
        std::ofstream(m_trained.path("text.png")) << "no picture";
        const std::vector<Sample> samples{{m_trained.writePart("test0.png", 90, true), Label::Defective, "spot", {}},
                                          {m_trained.path("text.png"), Label::Unlabelled, {}, {}},
                                          {m_trained.path("missing.png"), Label::Unlabelled, {}, {}},
                                          {m_trained.writePart("test1.png", 91, false), Label::Good, {}, {}}};
        std::vector<InspectionResult> results;
        JobMonitor monitor;
        inspectSamples(*m_trained.model, samples, {.hashFiles = true}, monitor,
                       [&](std::size_t index, InspectionResult result, const cv::Mat &map) {
                           QCOMPARE(index, results.size());
                           QCOMPARE(result.prediction.has_value(), !map.empty());
                           results.push_back(std::move(result));
                       });
        QCOMPARE(results.size(), std::size_t{4});
        QVERIFY(results[0].prediction && results[3].prediction);
        QVERIFY(results[0].mapPeak > results[3].mapPeak);
        QCOMPARE(results[0].sha256, sha256OfFile(samples[0].image));
        QVERIFY(QString::fromStdString(results[1].failure).contains("text.png"));
        QVERIFY(QString::fromStdString(results[2].failure).contains("missing.png"));
        CancelAt cancel(Stage::Inspection, 1);
        QVERIFY_EXCEPTION_THROWN(inspectSamples(*m_trained.model, samples, {}, cancel,
                                                [](std::size_t, InspectionResult, const cv::Mat &) {}),
                                 Cancelled);
    }

    void trainingCanBeCancelledInEveryStage_data()
    {
        QTest::addColumn<int>("stage");
        QTest::newRow("reading") << int(Stage::Reading);
        QTest::newRow("features") << int(Stage::Features);
        QTest::newRow("coreset") << int(Stage::Coreset);
        QTest::newRow("calibration") << int(Stage::Calibration);
    }

    void trainingCanBeCancelledInEveryStage()
    {
        QFETCH(int, stage);
        CancelAt monitor(Stage(stage), 1);
        QVERIFY_EXCEPTION_THROWN(Model::train(m_trained.normals, m_trained.options, m_trained.store(), monitor),
                                 Cancelled);
    }

    void trainingNamesWhatItCannotUse()
    {
        JobMonitor monitor;
        const auto trainWith = [&](std::vector<Sample> normals) {
            Model::train(normals, m_trained.options, m_trained.store(), monitor);
        };
        expectError(ErrorCode::NotEnoughNormals, m_trained.normals[0].image,
                    [&] { trainWith({m_trained.normals[0]}); });
        expectError(ErrorCode::NotEnoughNormals, {}, [&] { trainWith({}); });
        fs::copy_file(m_trained.normals[0].image, m_trained.path("copy.png"), fs::copy_options::overwrite_existing);
        expectError(ErrorCode::NotEnoughNormals, {}, [&] {
            trainWith({m_trained.normals[0], {m_trained.path("copy.png"), Label::Good, {}, {}}});
        });

        std::ofstream(m_trained.path("text.png")) << "no picture";
        std::vector<Sample> normals = m_trained.normals;
        normals.push_back({m_trained.path("text.png"), Label::Good, {}, {}});
        expectError(ErrorCode::NotAnImage, m_trained.path("text.png"), [&] { trainWith(normals); });

        writeImage(m_trained.path("whole.jpg"), drawPart(1, false));
        const std::string jpeg = contentOf(m_trained.path("whole.jpg"));
        std::ofstream(m_trained.path("half.jpg"), std::ios::binary) << jpeg.substr(0, jpeg.size() / 2);
        normals.back().image = m_trained.path("half.jpg");
        expectError(ErrorCode::ImageTruncated, m_trained.path("half.jpg"), [&] { trainWith(normals); });

        TrainingOptions options = m_trained.options;
        options.backbone = "embedded-resnet18";
        expectError(ErrorCode::WeightsMissing, {},
                    [&] { Model::train(m_trained.normals, options, m_trained.store(), monitor); });
        options = m_trained.options;
        options.calibrationShare = 0.9;
        expectError(ErrorCode::InvalidParameter, {},
                    [&] { Model::train(m_trained.normals, options, m_trained.store(), monitor); });
    }

    /// Before the training, which may take an hour, and not after it.
    void tooFewPicturesForTheFoldsAreToldAtOnce()
    {
        class Watch : public JobMonitor {
        public:
            void report(const Progress &progress) override
            {
                if (progress.stage != Stage::Reading)
                    m_trained = true;
            }
            bool m_trained = false;
        } watch;
        TrainingOptions options = m_trained.options;
        options.calibrationFolds = 6;
        std::vector<Sample> normals = m_trained.normals;
        fs::copy_file(normals[0].image, m_trained.path("twin.png"), fs::copy_options::overwrite_existing);
        normals.back().image = m_trained.path("twin.png"); // twelve pictures, eleven different ones
        try {
            Model::train(normals, options, m_trained.store(), watch);
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::NotEnoughNormals);
            for (const char *told : {"6 parts", "12 different", "there are 11", "at most 5 parts"})
                QVERIFY2(error.detail().find(told) != std::string::npos, error.what());
        }
        QVERIFY(!watch.m_trained);
    }

    /// A checkpoint only saves time: a full disk must not cost the training.
    void aCheckpointThatCannotBeWrittenIsAWarning()
    {
        TrainingOptions options = m_trained.options;
        options.detector = "cfa";
        options.parameters = {{"epochs", std::int64_t{2}}};
        JobMonitor monitor;
        for (const fs::path &file :
             {m_trained.path("no folder/model.part"), m_trained.path(QString(251, 'm') + ".part")}) {
            options.checkpoint = file;
            const auto model = Model::train(m_trained.normals, options, m_trained.store(), monitor);
            const std::vector<Message> &warnings = model->summary().warnings;
            QCOMPARE(std::ranges::count_if(warnings,
                                           [&](const Message &warning) {
                                               return warning.english().find(file.filename().string().substr(0, 9)) !=
                                                      std::string::npos;
                                           }),
                     1);
        }
    }

    void copiesOfOnePictureStayOnOneSide()
    {
        std::vector<Sample> normals = m_trained.normals;
        for (int i = 0; i < 12; ++i) {
            const fs::path copy = m_trained.path(QString("twin%1.png").arg(i));
            fs::copy_file(m_trained.normals[static_cast<std::size_t>(i)].image, copy,
                          fs::copy_options::overwrite_existing);
            normals.push_back({copy, Label::Good, {}, {}});
        }
        JobMonitor monitor;
        const std::shared_ptr<const Model> model =
            Model::train(normals, m_trained.options, m_trained.store(), monitor);
        for (std::size_t i = 0; i < 12; ++i)
            QCOMPARE(model->manifest()[i].heldOut, model->manifest()[i + 12].heldOut);
    }

    /// A threshold promises what the number of different pictures supports.
    void copiesAreNoFurtherEvidence()
    {
        const std::vector<Sample> once(m_trained.normals.begin(), m_trained.normals.begin() + 12);
        std::vector<Sample> twice = once;
        for (int i = 0; i < 12; ++i) {
            const fs::path copy = m_trained.path(QString("again%1.png").arg(i));
            fs::copy_file(once[static_cast<std::size_t>(i)].image, copy, fs::copy_options::overwrite_existing);
            twice.push_back({copy, Label::Good, {}, {}});
        }
        JobMonitor monitor;
        for (const int folds : {0, 3}) {
            TrainingOptions options = m_trained.options;
            options.calibrationFolds = folds;
            const std::shared_ptr<const Model> plain = Model::train(once, options, m_trained.store(), monitor);
            const std::shared_ptr<const Model> copied = Model::train(twice, options, m_trained.store(), monitor);
            QCOMPARE(copied->calibration().normals(), plain->calibration().normals());
            std::vector<float> scores = copied->calibration().scores();
            QVERIFY(std::ranges::adjacent_find(scores) == scores.end());
            QVERIFY(plain->summary().warnings.empty());
            QCOMPARE(copied->summary().warnings.size(), std::size_t(1));
            QVERIFY(copied->summary().warnings[0].english().starts_with("12 of 24 normal pictures are copies"));
        }
    }
};

QTEST_GUILESS_MAIN(TestModel)
#include "test_model.moc"
