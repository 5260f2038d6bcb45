#include <cmath>
#include <limits>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

#include "evaluation/evaluationcollector.h"

using namespace spotcheck;

namespace {

InspectionResult scored(const Sample &sample, double score)
{
    InspectionResult result;
    result.sample = sample;
    result.prediction.emplace();
    result.prediction->score = score;
    return result;
}

Sample sampleOf(const char *name, Label label, const std::filesystem::path &mask = {})
{
    Sample sample;
    sample.image = name;
    sample.label = label;
    sample.mask = mask;
    return sample;
}

cv::Mat constantMap(float value)
{
    return cv::Mat(6, 8, CV_32FC1, cv::Scalar(value));
}

} // namespace

class TestEvaluationCollector : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsTheOrderOfTheSamples();
    void measuresImagesAndPixels();
    void leavesOutWhatHasNoMaskOrLabel();
    void keepsNoPixelsWhereNoneAreWanted();
    void letsThePixelsGoThatDoNotFit();
    void namesUnusableMasks_data();
    void namesUnusableMasks();
    void withoutMapsThereAreNoPixelMetrics();
    void oneClassIsNoError();
    void namesLeakedPictures();
    void nothingAtAll();
    void refusesNumbersThatAreNotFinite();
    void cancels();

private:
    std::filesystem::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
    cv::Mat m_mask; ///< 6 x 8 with a square of 4 px
    cv::Mat m_map;  ///< perfect for it
    JobMonitor m_monitor;
};

void TestEvaluationCollector::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_mask = cv::Mat(6, 8, CV_8UC1, cv::Scalar(0));
    m_mask(cv::Rect(2, 2, 2, 2)).setTo(255);
    m_map = constantMap(1);
    m_map.setTo(5, m_mask);
    writeImage(path("mask.png"), m_mask);
    writeImage(path("small.png"), m_mask(cv::Rect(0, 0, 5, 5)).clone());
    writeImage(path("black.png"), cv::Mat::zeros(6, 8, CV_8UC1));
    QFile broken(m_folder.filePath("broken.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
}

void TestEvaluationCollector::keepsTheOrderOfTheSamples()
{
    EvaluationCollector collector(3, {});
    collector.take(2, scored(sampleOf("c", Label::Good), 3), {});
    collector.take(0, scored(sampleOf("a", Label::Good), 1), {});
    InspectionResult failure;
    failure.sample = sampleOf("b", Label::Defective);
    failure.failure = "b cannot be read";
    collector.take(1, failure, {});
    const Evaluation evaluation = collector.finish(m_monitor).evaluation;
    QCOMPARE(evaluation.results.size(), std::size_t(3));
    QCOMPARE(evaluation.results[0].sample.image.string(), std::string("a"));
    QCOMPARE(evaluation.results[1].failure, std::string("b cannot be read"));
    QCOMPARE(evaluation.results[2].prediction->score, 3.0);
    QCOMPARE(evaluation.failed, 1);
    QCOMPARE(evaluation.scores.good(), 2);
    QCOMPARE(evaluation.scores.defective(), 0);
}

void TestEvaluationCollector::measuresImagesAndPixels()
{
    EvaluationCollector collector(3, {});
    collector.take(0, scored(sampleOf("a", Label::Good), 1), constantMap(2));
    collector.take(1, scored(sampleOf("b", Label::Defective, path("mask.png")), 4), m_map);
    collector.take(2, scored(sampleOf("c", Label::Defective, path("mask.png")), 0.5), -m_map);
    const EvaluationReport report = collector.finish(m_monitor);
    QCOMPARE(report.evaluation.scores.auroc(), 0.5);
    QVERIFY(report.evaluation.pixels.has_value());
    QCOMPARE(report.evaluation.pixels->goodPixels, 48 + 44 + 44);
    QCOMPARE(report.evaluation.pixels->defectivePixels, 8);
    QCOMPARE(report.evaluation.pixels->regions, 2);
    QCOMPARE(report.evaluation.pixels->auroc, 0.5);
    QCOMPARE(report.evaluation.withoutMask, 0);
    QVERIFY(report.leaked.empty());
}

void TestEvaluationCollector::leavesOutWhatHasNoMaskOrLabel()
{
    EvaluationCollector collector(4, {});
    collector.take(0, scored(sampleOf("a", Label::Good), 1), constantMap(0));
    collector.take(1, scored(sampleOf("b", Label::Defective, path("mask.png")), 4), m_map);
    collector.take(2, scored(sampleOf("c", Label::Defective), 2), constantMap(100));
    collector.take(3, scored(sampleOf("d", Label::Unlabelled, path("mask.png")), 100), constantMap(100));
    const Evaluation evaluation = collector.finish(m_monitor).evaluation;
    QCOMPARE(evaluation.withoutMask, 1);
    QVERIFY(evaluation.maskProblems.empty());
    QCOMPARE(evaluation.pixels->goodPixels, 48 + 44);
    QCOMPARE(evaluation.pixels->auroc, 1.0);
    QCOMPARE(evaluation.scores.good() + evaluation.scores.defective(), 3);
    QCOMPARE(evaluation.scores.auroc(), 1.0);
}

void TestEvaluationCollector::keepsNoPixelsWhereNoneAreWanted()
{
    EvaluationCollector collector(2, {}, 0);
    // Kept, its pixels would be refused: they are not finite.
    collector.take(0, scored(sampleOf("a", Label::Good), 1), constantMap(std::numeric_limits<float>::quiet_NaN()));
    collector.take(1, scored(sampleOf("b", Label::Defective), 2), constantMap(100));
    const Evaluation evaluation = collector.finish(m_monitor).evaluation;
    QVERIFY(!evaluation.pixels);
    QCOMPARE(evaluation.withoutMask, 1);
    QCOMPARE(evaluation.scores.auroc(), 1.0);
}

void TestEvaluationCollector::letsThePixelsGoThatDoNotFit()
{
    constexpr std::uint64_t twoMaps = 2 * 6 * 8 * sizeof(float);
    for (const std::uint64_t room : {twoMaps - 1, twoMaps}) {
        EvaluationCollector collector(2, {}, room);
        collector.take(0, scored(sampleOf("a", Label::Good), 1), constantMap(2));
        collector.take(1, scored(sampleOf("b", Label::Defective, path("mask.png")), 4), m_map);
        const Evaluation evaluation = collector.finish(m_monitor).evaluation;
        QCOMPARE(evaluation.pixels.has_value(), room == twoMaps);
        QCOMPARE(evaluation.pixelsNeeded, room == twoMaps ? std::uint64_t(0) : twoMaps);
        QCOMPARE(evaluation.scores.auroc(), 1.0);
    }
}

void TestEvaluationCollector::namesUnusableMasks_data()
{
    QTest::addColumn<QString>("mask");
    for (const char *name : {"missing.png", "broken.png", "small.png", "black.png"})
        QTest::newRow(name) << QString(name);
}

void TestEvaluationCollector::namesUnusableMasks()
{
    QFETCH(const QString, mask);
    const std::filesystem::path file = path(qPrintable(mask));
    EvaluationCollector collector(3, {});
    collector.take(0, scored(sampleOf("a", Label::Good), 1), constantMap(0));
    collector.take(1, scored(sampleOf("b", Label::Defective, path("mask.png")), 4), m_map);
    collector.take(2, scored(sampleOf("c", Label::Defective, file), 9), m_map);
    const Evaluation evaluation = collector.finish(m_monitor).evaluation;
    QCOMPARE(evaluation.withoutMask, 1);
    QCOMPARE(evaluation.maskProblems.size(), std::size_t(1));
    QVERIFY(evaluation.maskProblems.front().file == file);
    QVERIFY2(evaluation.maskProblems.front().reason.find(file.string()) != std::string::npos,
             evaluation.maskProblems.front().reason.c_str());
    QVERIFY(evaluation.results[2].prediction.has_value());
    QCOMPARE(evaluation.failed, 0);
    QCOMPARE(evaluation.scores.defective(), 2);
    QCOMPARE(evaluation.pixels->defectivePixels, 4);
}

void TestEvaluationCollector::withoutMapsThereAreNoPixelMetrics()
{
    EvaluationCollector collector(2, {});
    collector.take(0, scored(sampleOf("a", Label::Good), 1), {});
    collector.take(1, scored(sampleOf("b", Label::Defective, path("missing.png")), 4), {});
    const Evaluation evaluation = collector.finish(m_monitor).evaluation;
    QVERIFY(!evaluation.pixels.has_value());
    QVERIFY(evaluation.maskProblems.empty());
    QCOMPARE(evaluation.scores.auroc(), 1.0);
}

void TestEvaluationCollector::oneClassIsNoError()
{
    for (const Label label : {Label::Good, Label::Unlabelled}) {
        EvaluationCollector collector(2, {});
        collector.take(0, scored(sampleOf("a", label), 1), constantMap(1));
        collector.take(1, scored(sampleOf("b", label), 2), constantMap(2));
        const Evaluation evaluation = collector.finish(m_monitor).evaluation;
        QVERIFY(!evaluation.pixels.has_value());
        QVERIFY(std::isnan(evaluation.scores.auroc()));
    }
}

void TestEvaluationCollector::namesLeakedPictures()
{
    const std::vector<ManifestEntry> manifest{
        {"train/1.png", "aa", false}, {"train/2.png", "bb", true}, {"train/3.png", "", false}};
    EvaluationCollector collector(4, manifest);
    const char *hashes[] = {"bb", "cc", "", "aa"};
    const char *names[] = {"test/1.png", "test/2.png", "test/3.png", "test/4.png"};
    for (std::size_t i = 0; i < 4; ++i) {
        InspectionResult result = scored(sampleOf(names[i], Label::Good), 1);
        result.sha256 = hashes[i];
        collector.take(i, result, {});
    }
    const EvaluationReport report = collector.finish(m_monitor);
    QCOMPARE(report.leaked.size(), std::size_t(2));
    QCOMPARE(report.leaked[0].string(), std::string("test/1.png"));
    QCOMPARE(report.leaked[1].string(), std::string("test/4.png"));
}

void TestEvaluationCollector::nothingAtAll()
{
    EvaluationCollector collector(0, {});
    const EvaluationReport report = collector.finish(m_monitor);
    QVERIFY(report.evaluation.results.empty());
    QVERIFY(!report.evaluation.pixels.has_value());
}

void TestEvaluationCollector::refusesNumbersThatAreNotFinite()
{
    EvaluationCollector collector(1, {});
    try {
        collector.take(0, scored(sampleOf("a", Label::Good), 1),
                       constantMap(std::numeric_limits<float>::quiet_NaN()));
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::InvalidParameter);
    }
    EvaluationCollector other(1, {});
    other.take(0, scored(sampleOf("a", Label::Good), std::nan("")), {});
    try {
        other.finish(m_monitor);
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::Internal);
    }
}

void TestEvaluationCollector::cancels()
{
    class Stopped : public JobMonitor {
    public:
        bool isCancelled() const override { return true; }
    } stopped;
    EvaluationCollector collector(1, {});
    collector.take(0, scored(sampleOf("b", Label::Defective, path("mask.png")), 4), m_map);
    QVERIFY_EXCEPTION_THROWN(collector.finish(stopped), Cancelled);
}

QTEST_GUILESS_MAIN(TestEvaluationCollector)
#include "test_evaluationcollector.moc"
