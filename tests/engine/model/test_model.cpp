#include <cmath>
#include <cstring>
#include <fstream>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "core/random.h"
#include "randomweights.h"

using namespace spotcheck;

namespace {

namespace fs = std::filesystem;

/// A noisy grey stripe pattern; a dark spot where `defective`.
cv::Mat drawPart(int index, bool defective, cv::Size size = cv::Size(96, 80))
{
    cv::Mat image(size, CV_8UC3);
    Random random(static_cast<std::uint64_t>(index) + 100);
    for (int row = 0; row < image.rows; ++row) {
        for (int column = 0; column < image.cols; ++column) {
            const double grey = 128 + 40 * std::sin(column * 0.4) + 6 * random.normal();
            image.at<cv::Vec3b>(row, column) = cv::Vec3b::all(cv::saturate_cast<uchar>(grey));
        }
    }
    if (defective)
        cv::circle(image, cv::Point(60, 30), 9, cv::Scalar(20, 30, 200), cv::FILLED);
    return image;
}

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

class TestModel : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Sample> m_normals;
    TrainingOptions m_options;
    std::shared_ptr<const Model> m_model;

    fs::path path(const QString &name) const { return fs::path(m_folder.filePath(name).toStdString()); }
    WeightsStore store() const { return WeightsStore(path("weights"), {}); }

    fs::path writePart(const QString &name, int index, bool defective)
    {
        writeImage(path(name), drawPart(index, defective));
        return path(name);
    }

    /// Runs `run` and compares the error's code, and that its message names `file`.
    static void expectError(ErrorCode code, const fs::path &file, const std::function<void()> &run)
    {
        try {
            run();
            QFAIL("nothing was thrown");
        } catch (const Error &error) {
            QVERIFY2(error.code() == code, error.what());
            QVERIFY2(QString::fromUtf8(error.what()).contains(QString::fromStdString(file.string())), error.what());
        }
    }

    static std::string contentOf(const fs::path &file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// A copy of the saved model with `from` replaced by `to` of the same length, in the header.
    fs::path editedModel(const QString &name, std::string from, const std::string &to)
    {
        std::string content = contentOf(path("model.spotcheck"));
        const std::size_t position = content.find(from);
        if (position == std::string::npos || from.size() != to.size())
            qFatal("the model's header has no %s", from.c_str());
        content.replace(position, from.size(), to);
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        fs::create_directories(path("weights"));
        test::writeRandomResNet18(path("weights/resnet18.safetensors"));
        for (int i = 0; i < 12; ++i)
            m_normals.push_back({writePart(QString("good%1.png").arg(i), i, false), Label::Good, {}, {}});
        m_options.backbone = "resnet18";
        m_options.preprocessing.inputSize = 64;
        m_options.parameters = {{"coreset_ratio", 0.1}, {"target_dimension", std::int64_t{128}}};
        m_options.calibrationShare = 0.25;
        m_options.seed = 3;

        StageLog log;
        m_model = Model::train(m_normals, m_options, store(), log);
        m_model->save(path("model.spotcheck"));
        QList<QString> stages;
        for (const Progress &progress : log.stages) {
            stages << QString::fromStdString(stageId(progress.stage));
            QCOMPARE(progress.step, progress.steps);
        }
        QCOMPARE(stages, (QList<QString>{"reading", "features", "coreset", "calibration"}));
    }

    void summaryTellsWhatWasDone()
    {
        const TrainingSummary &summary = m_model->summary();
        QCOMPARE(summary.fitted, std::int64_t{9});
        QCOMPARE(summary.heldOut, std::int64_t{3});
        QCOMPARE(summary.fit.patches, std::int64_t{9 * 8 * 8});
        QCOMPARE(summary.fit.stored, std::int64_t{57}); // a tenth of 576
        QVERIFY(summary.secondsTotal >= summary.secondsFitting + summary.secondsCalibration);
        QCOMPARE(m_model->manifest().size(), std::size_t{12});
        QCOMPARE(QString::fromStdString(m_model->manifest()[5].sha256),
                 QString::fromStdString(sha256OfFile(m_normals[5].image)));
        QCOMPARE(estimateTraining(m_options, 12).memoryBankBytes, summary.fit.bankBytes);
    }

    void timeFollowsTheSpeedOfTheMachine()
    {
        QCOMPARE(estimateTraining(m_options, 12).seconds, 0.0); // unknown
        // With endless arithmetic only the pictures count; a tenth of the speed takes ten times as long.
        const ComputeSpeed pictures{0.05, 1e18};
        QVERIFY(std::abs(estimateTraining(m_options, 12, pictures).seconds - 12 * 0.05 / runtimeThreads()) < 1e-6);
        for (const DetectorInfo &detector : detectorRegistry()) {
            TrainingOptions options = m_options;
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
        const ComputeSpeed speed = measureSpeed(m_options, m_normals.front().image, store(), monitor);
        QVERIFY(speed.secondsPerPicture > 0 && speed.secondsPerPicture < 60);
        QVERIFY2(speed.operationsPerSecond > 1e7, qPrintable(QString::number(speed.operationsPerSecond)));
    }

    void findsTheDefectWhereItIs()
    {
        const Prediction good = m_model->inspect(drawPart(50, false));
        const Prediction bad = m_model->inspect(drawPart(51, true));
        QVERIFY2(bad.score > 1.2 * good.score, qPrintable(QString("%1 %2").arg(bad.score).arg(good.score)));
        QCOMPARE(bad.pValue, 0.25); // none of three held-out normals scores higher: 1 / (3 + 1)
        const cv::Mat map = m_model->anomalyMap(bad);
        QCOMPARE(map.size(), cv::Size(96, 80));
        cv::Point peak;
        cv::minMaxLoc(map, nullptr, nullptr, nullptr, &peak);
        QVERIFY2(cv::norm(peak - cv::Point(60, 30)) < 16, qPrintable(QString("%1 %2").arg(peak.x).arg(peak.y)));
        const cv::Rect patch = m_model->patchRectangle(bad.peakPatch(), bad.patches, bad.imageSize);
        QVERIFY(patch.contains(peak));
        const std::string nearest = m_model->normalImage(bad.nearestNormal().value());
        QVERIFY(fs::exists(nearest));
        for (const ManifestEntry &entry : m_model->manifest()) {
            if (entry.path == nearest)
                QVERIFY(!entry.heldOut);
        }
    }

    /// Held-out pictures are scored by a detector that never saw them; fitted ones would score far lower.
    void calibrationUsesHeldOutPicturesOnly()
    {
        std::vector<float> heldOut;
        for (std::size_t i = 0; i < m_normals.size(); ++i) {
            if (m_model->manifest()[i].heldOut)
                heldOut.push_back(static_cast<float>(m_model->inspect(readImage(m_normals[i].image)).score));
        }
        std::sort(heldOut.begin(), heldOut.end());
        QCOMPARE(heldOut, m_model->calibration().scores());
        QCOMPARE(m_model->calibration().mapPeaks().size(), std::size_t{3});
        QVERIFY(m_model->calibration().displayScale().high > m_model->calibration().displayScale().low);
    }

    void scoresAreBitIdenticalAfterReload()
    {
        const std::shared_ptr<const Model> loaded = Model::load(path("model.spotcheck"), store());
        QCOMPARE(loaded->parameters(), m_model->parameters());
        QVERIFY(loaded->preprocessing() == m_model->preprocessing());
        QCOMPARE(loaded->calibration().scores(), m_model->calibration().scores());
        QCOMPARE(loaded->calibration().displayScale().high, m_model->calibration().displayScale().high);
        QCOMPARE(loaded->seed(), std::uint64_t{3});
        QCOMPARE(loaded->created(), m_model->created());
        QCOMPARE(loaded->summary().fit.stored, m_model->summary().fit.stored);
        for (int i = 0; i < 6; ++i) {
            const cv::Mat image = drawPart(70 + i, i % 2);
            const Prediction before = m_model->inspect(image);
            const Prediction after = loaded->inspect(image);
            QCOMPARE(before.score, after.score);
            QVERIFY(before.patches.scores == after.patches.scores);
            const cv::Mat first = m_model->anomalyMap(before);
            const cv::Mat second = loaded->anomalyMap(after);
            QVERIFY(std::memcmp(first.data, second.data, first.total() * sizeof(float)) == 0);
        }
        // And saving what was loaded gives the same file.
        loaded->save(path("again.spotcheck"));
        QVERIFY(contentOf(path("again.spotcheck")) == contentOf(path("model.spotcheck")));
    }

    void learnsAGoodPictureWithoutTraining()
    {
        JobMonitor monitor;
        const fs::path file = writePart("looks_bad.png", 51, true);
        const cv::Mat image = readImage(file);
        const Prediction before = m_model->inspect(image);
        const std::vector<float> normals = m_model->calibration().scores();
        QVERIFY(before.score > normals.back());
        QVERIFY(m_model->canLearnGoodPicture());

        const std::shared_ptr<const Model> learnt = m_model->withGoodPicture(file, monitor);
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
            QVERIFY(learnt->inspect(part).score <= m_model->inspect(part).score);
        }

        // The old model is what it was, and the new one says what has been done.
        QCOMPARE(m_model->inspect(image).score, before.score);
        QCOMPARE(m_model->learntLater(), std::int64_t{0});
        QCOMPARE(m_model->manifest().size(), std::size_t{12});
        QCOMPARE(learnt->learntLater(), std::int64_t{1});
        QCOMPARE(learnt->manifest().back().sha256, sha256OfFile(file));
        QCOMPARE(learnt->calibration().scores(), normals);
        const std::int64_t added = learnt->summary().fit.stored - m_model->summary().fit.stored;
        QVERIFY2(added > 0 && added <= 64, qPrintable(QString::number(added))); // of the 8 x 8 patches
        QCOMPARE(learnt->normalImage(after.nearestNormal().value()).empty(), false);

        learnt->save(path("learnt.spotcheck"));
        const std::shared_ptr<const Model> loaded = Model::load(path("learnt.spotcheck"), store());
        QCOMPARE(loaded->learntLater(), std::int64_t{1});
        QVERIFY(loaded->inspect(image).patches.scores == after.patches.scores);
        loaded->save(path("learnt_again.spotcheck"));
        QVERIFY(contentOf(path("learnt_again.spotcheck")) == contentOf(path("learnt.spotcheck")));
        // And what was loaded can learn on: the seed makes the same projection.
        const fs::path second = writePart("looks_bad_too.png", 53, true);
        QCOMPARE(loaded->withGoodPicture(second, monitor)->inspect(image).score,
                 learnt->withGoodPicture(second, monitor)->inspect(image).score);
    }

    void sameSeedSameModelWhateverTheThreads()
    {
        configureRuntime(1);
        JobMonitor monitor;
        const std::shared_ptr<const Model> single = Model::train(m_normals, m_options, store(), monitor);
        configureRuntime(2);
        QCOMPARE(single->calibration().scores(), m_model->calibration().scores());
        const cv::Mat image = drawPart(80, true);
        QVERIFY(single->inspect(image).patches.scores == m_model->inspect(image).patches.scores);
        TrainingOptions other = m_options;
        other.seed = 4;
        const std::shared_ptr<const Model> different = Model::train(m_normals, other, store(), monitor);
        QVERIFY(different->calibration().scores() != m_model->calibration().scores());
    }

    void inspectionRunGoesOnAfterABrokenFile()
    {
        std::ofstream(path("text.png")) << "no picture";
        const std::vector<Sample> samples{{writePart("test0.png", 90, true), Label::Defective, "spot", {}},
                                          {path("text.png"), Label::Unlabelled, {}, {}},
                                          {path("missing.png"), Label::Unlabelled, {}, {}},
                                          {writePart("test1.png", 91, false), Label::Good, {}, {}}};
        std::vector<InspectionResult> results;
        JobMonitor monitor;
        inspectSamples(*m_model, samples, {.hashFiles = true}, monitor,
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
        QVERIFY_EXCEPTION_THROWN(
            inspectSamples(*m_model, samples, {}, cancel, [](std::size_t, InspectionResult, const cv::Mat &) {}),
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
        QVERIFY_EXCEPTION_THROWN(Model::train(m_normals, m_options, store(), monitor), Cancelled);
    }

    void trainingNamesWhatItCannotUse()
    {
        JobMonitor monitor;
        const auto trainWith = [&](std::vector<Sample> normals) {
            Model::train(normals, m_options, store(), monitor);
        };
        expectError(ErrorCode::NotEnoughNormals, m_normals[0].image, [&] { trainWith({m_normals[0]}); });
        expectError(ErrorCode::NotEnoughNormals, {}, [&] { trainWith({}); });
        fs::copy_file(m_normals[0].image, path("copy.png"), fs::copy_options::overwrite_existing);
        expectError(ErrorCode::NotEnoughNormals, {}, [&] {
            trainWith({m_normals[0], {path("copy.png"), Label::Good, {}, {}}});
        });

        std::ofstream(path("text.png")) << "no picture";
        std::vector<Sample> normals = m_normals;
        normals.push_back({path("text.png"), Label::Good, {}, {}});
        expectError(ErrorCode::NotAnImage, path("text.png"), [&] { trainWith(normals); });

        writeImage(path("whole.jpg"), drawPart(1, false));
        const std::string jpeg = contentOf(path("whole.jpg"));
        std::ofstream(path("half.jpg"), std::ios::binary) << jpeg.substr(0, jpeg.size() / 2);
        normals.back().image = path("half.jpg");
        expectError(ErrorCode::ImageTruncated, path("half.jpg"), [&] { trainWith(normals); });

        TrainingOptions options = m_options;
        options.backbone = "embedded-resnet18";
        expectError(ErrorCode::WeightsMissing, {}, [&] { Model::train(m_normals, options, store(), monitor); });
        options = m_options;
        options.calibrationShare = 0.9;
        expectError(ErrorCode::InvalidParameter, {}, [&] { Model::train(m_normals, options, store(), monitor); });
    }

    void copiesOfOnePictureStayOnOneSide()
    {
        std::vector<Sample> normals = m_normals;
        for (int i = 0; i < 12; ++i) {
            const fs::path copy = path(QString("twin%1.png").arg(i));
            fs::copy_file(m_normals[static_cast<std::size_t>(i)].image, copy, fs::copy_options::overwrite_existing);
            normals.push_back({copy, Label::Good, {}, {}});
        }
        JobMonitor monitor;
        const std::shared_ptr<const Model> model = Model::train(normals, m_options, store(), monitor);
        for (std::size_t i = 0; i < 12; ++i)
            QCOMPARE(model->manifest()[i].heldOut, model->manifest()[i + 12].heldOut);
    }

    void refusesFilesThatAreNoWholeModel()
    {
        const std::string content = contentOf(path("model.spotcheck"));
        for (const double share : {0.0, 0.0001, 0.02, 0.5, 0.999}) {
            const auto length = static_cast<std::size_t>(share * static_cast<double>(content.size()));
            std::ofstream(path("cut.spotcheck"), std::ios::binary) << content.substr(0, length);
            expectError(ErrorCode::ModelInvalid, path("cut.spotcheck"),
                        [&] { Model::load(path("cut.spotcheck"), store()); });
        }
        expectError(ErrorCode::FileNotFound, path("none.spotcheck"),
                    [&] { Model::load(path("none.spotcheck"), store()); });
        expectError(ErrorCode::ModelInvalid, path("weights/resnet18.safetensors"),
                    [&] { Model::load(path("weights/resnet18.safetensors"), store()); });
    }

    void refusesANewerFormatWithTheVersionItNeeds()
    {
        const fs::path newer = editedModel("newer.spotcheck", "\"format_version\":\"1\"", "\"format_version\":\"7\"");
        expectError(ErrorCode::ModelTooNew, newer, [&] { Model::load(newer, store()); });
        try {
            Model::load(newer, store());
        } catch (const Error &error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QString::fromStdString(engineVersion())));
        }
    }

    void refusesWhatDoesNotFitTogether()
    {
        const fs::path unknown = editedModel("unknown.spotcheck", "\"patchcore\"", "\"patchfore\"");
        expectError(ErrorCode::UnknownDetector, {}, [&] { Model::load(unknown, store()); });
        const fs::path parameter =
            editedModel("parameter.spotcheck", "\\\"coreset_ratio\\\":0.1", "\\\"coreset_ratio\\\":9.1");
        expectError(ErrorCode::ModelInvalid, parameter, [&] { Model::load(parameter, store()); });
        const fs::path calibration =
            editedModel("calibration.spotcheck", "\"calibration\":\"{", "\"calibration\":\"[");
        expectError(ErrorCode::ModelInvalid, calibration, [&] { Model::load(calibration, store()); });

        fs::create_directories(path("other"));
        test::writeRandomResNet18(path("other/resnet18.safetensors"), 2);
        expectError(ErrorCode::WeightsChanged, path("model.spotcheck"),
                    [&] { Model::load(path("model.spotcheck"), WeightsStore(path("other"), {})); });
    }

    /// Random damage never crashes and never passes as another error than the model's own.
    void survivesDamage()
    {
        const std::string content = contentOf(path("model.spotcheck"));
        Random random(17);
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            std::string damaged = content;
            for (int i = 0; i < 3; ++i)
                damaged[static_cast<std::size_t>(random.below(6000))] = static_cast<char>(random.below(256));
            std::ofstream(path("damaged.spotcheck"), std::ios::binary | std::ios::trunc) << damaged;
            try {
                Model::load(path("damaged.spotcheck"), store());
            } catch (const Error &error) {
                ++refused;
                QVERIFY2(error.code() != ErrorCode::Internal, error.what());
            }
        }
        QVERIFY(refused > 20);
    }

    void keepsItsPrecision()
    {
        QCOMPARE(m_model->precision(), Precision::Exact);
        TrainingOptions options = m_options;
        options.precision = Precision::Fast;
        JobMonitor monitor;
        const auto fast = Model::train(m_normals, options, store(), monitor);
        fast->save(path("fast.spotcheck"));
        const auto loaded = Model::load(path("fast.spotcheck"), store());
        QCOMPARE(loaded->precision(), Precision::Fast);
        const cv::Mat part = drawPart(70, true);
        QCOMPARE(loaded->inspect(part).score, fast->inspect(part).score);
        const double exact = m_model->inspect(part).score;
        QVERIFY(std::abs(fast->inspect(part).score / exact - 1) < 0.05);
        const fs::path wrong = path("wrong.spotcheck");
        std::string content = contentOf(path("fast.spotcheck"));
        content.replace(content.find("\"fast\""), 6, "\"last\"");
        std::ofstream(wrong, std::ios::binary) << content;
        expectError(ErrorCode::ModelInvalid, wrong, [&] { Model::load(wrong, store()); });
    }

    void keepsMetadataItDoesNotKnow()
    {
        // "software_version" is needed; a key of a later version takes the place of nothing.
        const SafetensorsFile original(path("model.spotcheck"), ErrorCode::ModelInvalid);
        std::map<std::string, std::string> metadata = original.metadata();
        metadata["line_speed"] = "12 m/min";
        std::vector<TensorToWrite> tensors;
        for (const auto &[name, view] : original.tensors())
            tensors.push_back({name, view.type, view.shape, view.bytes});
        writeSafetensors(path("extra.spotcheck"), metadata, tensors);
        Model::load(path("extra.spotcheck"), store())->save(path("resaved.spotcheck"));
        const SafetensorsFile resaved(path("resaved.spotcheck"), ErrorCode::ModelInvalid);
        QCOMPARE(resaved.metadata().at("line_speed"), std::string("12 m/min"));
    }

    void savingIntoAMissingFolderFails()
    {
        expectError(ErrorCode::WriteFailed, "/nowhere/model.spotcheck",
                    [&] { m_model->save("/nowhere/model.spotcheck"); });
    }
};

QTEST_GUILESS_MAIN(TestModel)
#include "test_model.moc"
