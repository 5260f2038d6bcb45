#include <atomic>
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/image/imagereader.h>

#include "core/random.h"
#include "randomweights.h"

using namespace spotcheck;

namespace {

namespace fs = std::filesystem;

constexpr int width = 96;
constexpr int height = 80;

cv::Mat drawPart(std::uint64_t seed)
{
    cv::Mat image(height, width, CV_8UC3);
    Random random(seed);
    for (int row = 0; row < image.rows; ++row)
        for (int column = 0; column < image.cols; ++column)
            image.at<cv::Vec3b>(row, column) =
                cv::Vec3b::all(cv::saturate_cast<uchar>(128 + 40 * std::sin(column * 0.4) + 6 * random.normal()));
    return image;
}

class CancelAt : public JobMonitor {
public:
    explicit CancelAt(Stage stage) : m_stage(stage) {}
    void report(const Progress &progress) override
    {
        if (progress.stage == m_stage)
            m_reached = true;
    }
    bool isCancelled() const override { return m_reached; }

private:
    Stage m_stage;
    std::atomic<bool> m_reached{false};
};

} // namespace

/// The whole way, with a PatchCore on a network of random weights: it sees a dark spot well enough.
class TestEvaluate : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreThoseOfTheResults();
    void figuresDoNotDependOnTheThreads();
    void goodPicturesAlone();
    void noPictures();
    void cancels_data();
    void cancels();

private:
    fs::path path(const std::string &name) const { return fs::path(m_folder.path().toStdString()) / name; }
    Sample goodPicture(int index);
    Sample defectivePicture(int index);

    QTemporaryDir m_folder;
    std::shared_ptr<const Model> m_model;
    std::vector<Sample> m_samples;
    JobMonitor m_monitor;
};

Sample TestEvaluate::goodPicture(int index)
{
    const fs::path file = path("good" + std::to_string(index) + ".png");
    writeImage(file, drawPart(static_cast<std::uint64_t>(index)));
    return {file, Label::Good, {}, {}};
}

Sample TestEvaluate::defectivePicture(int index)
{
    cv::Mat image = drawPart(static_cast<std::uint64_t>(1000 + index));
    cv::Mat mask(image.size(), CV_8UC1, cv::Scalar(0));
    const cv::Point centre(20 + 9 * index, 30 + 3 * index);
    cv::circle(image, centre, 9, cv::Scalar(20, 30, 200), cv::FILLED);
    cv::circle(mask, centre, 9, cv::Scalar(255), cv::FILLED);
    const fs::path file = path("spot" + std::to_string(index) + ".png");
    const fs::path maskFile = path("spot" + std::to_string(index) + "_mask.png");
    writeImage(file, image);
    writeImage(maskFile, mask);
    return {file, Label::Defective, "spot", maskFile};
}

void TestEvaluate::initTestCase()
{
    configureRuntime(2);
    QVERIFY(m_folder.isValid());
    fs::create_directories(path("weights"));
    test::writeRandomResNet18(path("weights/resnet18.safetensors"));
    std::vector<Sample> normals;
    for (int i = 0; i < 10; ++i)
        normals.push_back(goodPicture(i));
    TrainingOptions options;
    options.backbone = "resnet18";
    options.preprocessing.inputSize = 64;
    options.parameters = {{"coreset_ratio", 0.1}, {"target_dimension", std::int64_t{128}}};
    m_model = Model::train(normals, options, WeightsStore(path("weights"), {}), m_monitor);

    m_samples = {defectivePicture(0), goodPicture(20), goodPicture(21), defectivePicture(1), goodPicture(22)};
    // A picture of the training under another name, one without a mask, one without a label, one that is gone.
    fs::copy_file(normals[4].image, path("copy.png"));
    m_samples.push_back({path("copy.png"), Label::Good, {}, {}});
    m_samples.push_back(defectivePicture(2));
    m_samples.back().mask.clear();
    m_samples.push_back(defectivePicture(3));
    m_samples.back().label = Label::Unlabelled;
    m_samples.push_back({path("gone.png"), Label::Defective, "spot", {}});
    m_samples.push_back(defectivePicture(4));
}

void TestEvaluate::figuresAreThoseOfTheResults()
{
    const EvaluationReport report = evaluate(*m_model, m_samples, m_monitor);
    const Evaluation &evaluation = report.evaluation;
    QCOMPARE(evaluation.results.size(), m_samples.size());
    PixelMetricsBuilder pixels;
    std::vector<ScoredLabel> scores;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        const Sample &sample = m_samples[i];
        const InspectionResult &result = evaluation.results[i];
        QVERIFY(result.sample == sample);
        if (sample.image == path("gone.png")) {
            QVERIFY(!result.prediction);
            QVERIFY(result.failure.find("gone.png") != std::string::npos);
            continue;
        }
        const Prediction alone = m_model->inspect(readImage(sample.image));
        QVERIFY(alone.score == result.prediction->score);
        QCOMPARE(result.sha256, sha256OfFile(sample.image));
        if (sample.label == Label::Unlabelled)
            continue;
        scores.push_back({alone.score, sample.label == Label::Defective});
        if (sample.label == Label::Good || !sample.mask.empty())
            pixels.add(m_model->anomalyMap(alone), sample.mask.empty() ? cv::Mat() : readMask(sample.mask));
    }
    QCOMPARE(evaluation.failed, 1);
    QCOMPARE(evaluation.withoutMask, 1);
    QVERIFY(evaluation.maskProblems.empty());
    QCOMPARE(evaluation.scores.good(), 4);
    QCOMPARE(evaluation.scores.defective(), 4);
    QVERIFY(evaluation.scores.auroc() == ScoreTable(scores).auroc());
    QVERIFY(evaluation.millisecondsPerImage > 0);

    const PixelMetrics expected = pixels.compute(m_monitor);
    QVERIFY(evaluation.pixels.has_value());
    QVERIFY(evaluation.pixels->auroc == expected.auroc);
    QVERIFY(evaluation.pixels->aupro30 == expected.aupro30);
    QCOMPARE(evaluation.pixels->regions, 3);
    QCOMPARE(evaluation.pixels->goodPixels + evaluation.pixels->defectivePixels, 7 * width * height);
    QVERIFY2(evaluation.pixels->auroc > 0.9, QByteArray::number(evaluation.pixels->auroc)); // not upside down

    QCOMPARE(report.leaked.size(), std::size_t(1));
    QVERIFY(report.leaked.front() == path("copy.png"));
}

void TestEvaluate::figuresDoNotDependOnTheThreads()
{
    const Evaluation two = evaluate(*m_model, m_samples, m_monitor).evaluation;
    configureRuntime(1);
    const Evaluation one = evaluate(*m_model, m_samples, m_monitor).evaluation;
    configureRuntime(2);
    QVERIFY(two.scores.auroc() == one.scores.auroc());
    QVERIFY(two.pixels->auroc == one.pixels->auroc);
    QVERIFY(two.pixels->averagePrecision == one.pixels->averagePrecision);
    QVERIFY(two.pixels->aupro30 == one.pixels->aupro30);
}

void TestEvaluate::goodPicturesAlone()
{
    const Evaluation evaluation = evaluate(*m_model, {m_samples[1], m_samples[2]}, m_monitor).evaluation;
    QVERIFY(!evaluation.pixels.has_value());
    QVERIFY(std::isnan(evaluation.scores.auroc()));
    QCOMPARE(evaluation.scores.good(), 2);
}

void TestEvaluate::noPictures()
{
    const EvaluationReport report = evaluate(*m_model, {}, m_monitor);
    QVERIFY(report.evaluation.results.empty());
    QCOMPARE(report.evaluation.millisecondsPerImage, 0.0);
}

void TestEvaluate::cancels_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("while inspecting") << static_cast<int>(Stage::Inspection);
    QTest::newRow("while computing pixel metrics") << static_cast<int>(Stage::Evaluation);
}

void TestEvaluate::cancels()
{
    QFETCH(const int, stage);
    CancelAt monitor(static_cast<Stage>(stage));
    QVERIFY_EXCEPTION_THROWN(evaluate(*m_model, m_samples, monitor), Cancelled);
}

QTEST_GUILESS_MAIN(TestEvaluate)
#include "test_evaluate.moc"
