#include <algorithm>
#include <cmath>

#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/comparison/comparison.h>
#include <spotcheck/core/peakmemory.h>
#include <spotcheck/core/runtime.h>

#include "randomweights.h"
#include "tinydataset.h"

using namespace spotcheck;

namespace {

namespace fs = std::filesystem;

struct Scored {
    std::string name;
    Label label = Label::Good;
    double score = 0;
};

/// An entrant whose run was made up; a score that is not a number stands for a picture that could not be read.
Entrant entrantOf(const std::string &name, double threshold, const std::vector<Scored> &pictures)
{
    auto run = std::make_shared<Evaluation>();
    std::vector<ScoredLabel> scores;
    for (const Scored &picture : pictures) {
        InspectionResult result;
        result.sample = {picture.name, picture.label, {}, {}};
        if (std::isnan(picture.score)) {
            ++run->failed;
        } else {
            result.prediction.emplace();
            result.prediction->score = picture.score;
            scores.push_back({picture.score, picture.label == Label::Defective});
        }
        run->results.push_back(std::move(result));
    }
    run->scores = ScoreTable(std::move(scores));
    run->millisecondsPerImage = 12.5;
    Entrant entrant;
    entrant.name = name;
    entrant.detector = "patchcore";
    entrant.evaluation = std::move(run);
    entrant.operatingPoint.threshold = threshold;
    return entrant;
}

constexpr Label good = Label::Good;
constexpr Label bad = Label::Defective;

} // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void figuresAreThoseOfEachRun();
    void unknownFiguresAreNotZero();
    void mostDividedFirst();
    void unreadablePicturesDivideNobody();
    void theNoteNamesThresholdsFromTestLabels();
    void trainsAndGoesOnAfterAFailure();
    void cancellingIsNoFailure();
    void fileBytesAreThoseOfTheFile();
    void eachTrainingHasItsOwnPeak();

private:
    fs::path path(const char *name) const { return fs::path(m_folder.path().toStdString()) / name; }
    TrainingOptions tinyOptions() const
    {
        TrainingOptions options;
        options.preprocessing.inputSize = 64;
        return options;
    }
    std::vector<Sample> normals(int count);

    QTemporaryDir m_folder;
    JobMonitor m_monitor;
};

std::vector<Sample> TestComparison::normals(int count)
{
    if (!fs::exists(path("weights"))) {
        fs::create_directories(path("weights"));
        test::writeRandomResNet18(path("weights/embedded-resnet18.safetensors"));
        test::writeTinyDataset(QString::fromStdString(path("set").string()));
    }
    Dataset dataset = readDataset(path("set"), m_monitor);
    dataset.normals.resize(static_cast<std::size_t>(count));
    return dataset.normals;
}

void TestComparison::figuresAreThoseOfEachRun()
{
    const Comparison comparison =
        compare({entrantOf("a", 2.5, {{"g1", good, 1}, {"g2", good, 3}, {"d1", bad, 2}, {"d2", bad, 4}}),
                 entrantOf("b", 0.5, {{"g1", good, 0}, {"g2", good, 0}, {"d1", bad, 1}, {"d2", bad, 1}})});
    QCOMPARE(comparison.rows.size(), std::size_t(2));
    QCOMPARE(comparison.good, 2);
    QCOMPARE(comparison.defective, 2);
    const ComparisonRow &a = comparison.rows[0];
    QCOMPARE(a.imageAuroc, 0.75);
    QCOMPARE(a.recall.value, 0.5);
    QCOMPARE(a.recall.total, 2);
    QVERIFY(a.recall.low < 0.5 && a.recall.high > 0.5);
    QCOMPARE(a.falseAlarmRate.count, 1);
    QCOMPARE(a.bestF1.value, 0.8); // both defective ones found, one false alarm
    QCOMPARE(a.millisecondsPerImage, 12.5);
    QCOMPARE(a.roc.size(), std::size_t(5));
    QCOMPARE(comparison.rows[1].imageAuroc, 1.0);
    // DeLong by hand: components of a are {1, 0.5} for the good and {0.5, 1} for the defective pictures, those of
    // b 1.
    const double error = std::sqrt(0.125 / 2 + 0.125 / 2);
    QVERIFY(std::abs(a.aurocPValue - std::erfc(0.25 / error / std::sqrt(2.0))) < 1e-12);
    QVERIFY(std::isnan(comparison.rows[1].aurocPValue)); // the best itself
    QVERIFY(a.imageAurocInterval.low < 0.75 && a.imageAurocInterval.high > 0.75);
    QCOMPARE(comparison.rows[1].imageAurocInterval.low, rateWithInterval(2, 2).low);
    QCOMPARE(comparison.rows[1].bestF1.value, 1.0);
}

void TestComparison::unknownFiguresAreNotZero()
{
    Entrant failed;
    failed.name = "failed";
    failed.failure = "layer4 is missing.";
    const Comparison comparison = compare({failed, entrantOf("unlabelled", 1, {{"x", good, 2}})});
    for (const ComparisonRow &row : comparison.rows) {
        QVERIFY(std::isnan(row.imageAuroc) && std::isnan(row.pixelAuroc) && std::isnan(row.aupro30));
        QVERIFY(std::isnan(row.bestF1.value) && std::isnan(row.recall.value));
        QVERIFY(!row.trainingPeakBytes && !row.fileBytes && !row.memoryBankBytes);
        QVERIFY(row.roc.empty());
    }
    QVERIFY(std::isnan(comparison.rows[0].falseAlarmRate.value));
    QCOMPARE(comparison.rows[1].falseAlarmRate.value, 1.0);
    QCOMPARE(comparison.rows[0].failure, std::string("layer4 is missing."));
    QVERIFY(comparison.disagreements.empty());
}

void TestComparison::mostDividedFirst()
{
    const auto run = [](const std::string &name, double p, double q, double r) {
        return entrantOf(name, 0.5, {{"p", good, p}, {"q", bad, q}, {"r", bad, r}});
    };
    const Comparison comparison =
        compare({run("a", 1, 1, 1), run("b", 0, 1, 1), run("c", 0, 0, 1), run("d", 0, 0, 1)});
    QCOMPARE(comparison.disagreements.size(), std::size_t(2));
    QCOMPARE(comparison.disagreements[0].image, fs::path("q"));
    QCOMPARE(comparison.disagreements[0].outvoted, 2);
    QVERIFY(comparison.disagreements[0].label == Label::Defective);
    QVERIFY(comparison.disagreements[0].verdicts[1] == Verdict::Defective);
    QVERIFY(comparison.disagreements[0].verdicts[2] == Verdict::Good);
    QCOMPARE(comparison.disagreements[1].image, fs::path("p"));
    QCOMPARE(comparison.disagreements[1].outvoted, 1);
}

void TestComparison::unreadablePicturesDivideNobody()
{
    const Comparison comparison = compare({entrantOf("a", 0.5, {{"p", good, std::nan("")}, {"q", good, 1}}),
                                           entrantOf("b", 0.5, {{"p", good, 1}}), Entrant{}});
    QVERIFY(comparison.disagreements.empty());
    QCOMPARE(comparison.rows[0].failedPictures, 1);
}

void TestComparison::theNoteNamesThresholdsFromTestLabels()
{
    Entrant entrant = entrantOf("chosen", 0.5, {{"p", good, 1}});
    QCOMPARE(labelUseNotes(compare({entrant})).size(), std::size_t{1});
    entrant.operatingPoint.origin = OperatingPoint::Origin::TestLabels;
    const std::vector<Message> notes = labelUseNotes(compare({entrant}));
    QCOMPARE(notes.size(), std::size_t{2});
    QVERIFY(notes.back().english().starts_with("The threshold of chosen is an exception"));
    entrant.operatingPoint.origin = OperatingPoint::Origin::ByHand;
    const std::vector<Message> byHand = labelUseNotes(compare({entrant}));
    QCOMPARE(byHand.size(), std::size_t{2});
    QVERIFY(byHand.back().english().starts_with("The threshold of chosen was set by hand"));
}

void TestComparison::trainsAndGoesOnAfterAFailure()
{
    const std::vector<Sample> pictures = normals(4);
    const WeightsStore weights(path("weights"), {});
    TrainingOptions options = tinyOptions();
    Entrant trained = trainEntrant("trained", options, pictures, weights, 0.05, m_monitor);
    QVERIFY2(trained.model && trained.failure.empty(), trained.failure.c_str());
    evaluateEntrant(trained, readDataset(path("set"), m_monitor).test, m_monitor);
    QVERIFY(trained.evaluation);

    options.backbone = "resnet50"; // no weights for it here
    Entrant failed = trainEntrant("failed", options, pictures, weights, 0.05, m_monitor);
    QVERIFY(!failed.model && failed.failure.find("resnet50") != std::string::npos);
    evaluateEntrant(failed, pictures, m_monitor);
    QVERIFY(!failed.evaluation);

    const Comparison comparison = compare({failed, trained});
    QVERIFY(!comparison.rows[0].inspected && comparison.rows[1].inspected);
    QCOMPARE(comparison.rows[1].detectorTitle, std::string("PatchCore"));
    QCOMPARE(comparison.rows[1].inputSize, cv::Size(64, 64));
    QVERIFY(comparison.rows[1].trainingSeconds > 0);
    QVERIFY(comparison.rows[1].memoryBankBytes > 0u);
    QVERIFY(std::isfinite(comparison.rows[1].pixelAuroc));

    trained.model->save(path("again.spotcheck"));
    const Entrant loaded = loadEntrant(path("again.spotcheck"), weights, 0.05);
    QCOMPARE(loaded.name, std::string("again"));
    QCOMPARE(loaded.operatingPoint.threshold, trained.operatingPoint.threshold);
    QVERIFY(!loadEntrant(path("nowhere.spotcheck"), weights, 0.05).failure.empty());
}

void TestComparison::cancellingIsNoFailure()
{
    struct CancelledMonitor : JobMonitor {
        bool isCancelled() const override { return true; }
    } cancelled;
    const std::vector<Sample> pictures = normals(4);
    QVERIFY_THROWS_EXCEPTION(
        Cancelled, trainEntrant("x", tinyOptions(), pictures, WeightsStore(path("weights"), {}), 0.05, cancelled));
}

void TestComparison::fileBytesAreThoseOfTheFile()
{
    const Entrant trained =
        trainEntrant("x", tinyOptions(), normals(4), WeightsStore(path("weights"), {}), 0.05, m_monitor);
    QVERIFY2(trained.model, trained.failure.c_str());
    trained.model->save(path("size.spotcheck"));
    QCOMPARE(trained.model->fileBytes(), static_cast<std::uint64_t>(fs::file_size(path("size.spotcheck"))));
}

void TestComparison::eachTrainingHasItsOwnPeak()
{
    constexpr std::size_t many = 600'000'000;
    {
        std::vector<char> large(many, 1); // written to, or it would not be resident
        QVERIFY(std::all_of(large.begin(), large.end(), [](char value) { return value == 1; }));
    }
    QVERIFY(peakMemoryBytes() >= many);
    if (PeakMemory().bytes() == 0)
        QSKIP("this system does not let a process reset its peak");
    QVERIFY(peakMemoryBytes() < many);
    const Entrant trained =
        trainEntrant("x", tinyOptions(), normals(4), WeightsStore(path("weights"), {}), 0.05, m_monitor);
    QVERIFY(trained.model->summary().peakMemoryBytes > 0);
    QVERIFY(trained.model->summary().peakMemoryBytes < many);
}

QTEST_GUILESS_MAIN(TestComparison)
#include "test_comparison.moc"
