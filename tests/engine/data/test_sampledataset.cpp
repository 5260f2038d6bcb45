#include <QTest>

#include <atomic>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/imagereader.h>

#include "temporarytree.h"

namespace fs = std::filesystem;
using namespace spotcheck;

namespace {

class Watcher : public JobMonitor {
public:
    explicit Watcher(int cancelAfter = -1) : m_cancelAfter(cancelAfter) {}
    void report(const Progress &progress) override
    {
        if (progress.stage != Stage::Generation)
            return;
        ++reports;
        steps = progress.steps;
        for (std::int64_t seen = furthest;
             progress.step > seen && !furthest.compare_exchange_weak(seen, progress.step);) {
        }
    }
    bool isCancelled() const override { return m_cancelAfter >= 0 && reports > m_cancelAfter; }

    std::atomic<int> reports = 0;
    std::atomic<std::int64_t> furthest = 0;
    std::atomic<std::int64_t> steps = 0;

private:
    int m_cancelAfter;
};

std::string contentOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

SampleOptions smallSet()
{
    SampleOptions options;
    options.normalCount = 3;
    options.goodTestCount = 2;
    options.defectiveTestCount = 7;
    options.imageSize = 128;
    options.seed = 42;
    return options;
}

} // namespace

class TestSampleDataset : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { configureRuntime(2); }
    void init() { m_tree = std::make_unique<TemporaryTree>(); }

    void writesMvtecAd();
    void writesWhatIsDrawn();
    void saysThatItIsGenerated();
    void keepsTestPicturesWhenCountsChange();
    void overwritesNobodysPictures();
    void mixesNoTwoSamples();
    void reportsEachPicture();
    void canBeCancelled();
    void refusesOptions();
    void failsWhereItCannotWrite();

private:
    std::unique_ptr<TemporaryTree> m_tree;
};

void TestSampleDataset::writesMvtecAd()
{
    JobMonitor monitor;
    const fs::path folder = m_tree->path("new/sample");
    writeSampleDataset(folder, smallSet(), monitor);
    QVERIFY(recogniseLayout(folder) == DatasetLayout::MvtecAd);
    const Dataset dataset = readDataset(folder, monitor);
    QVERIFY(dataset.problems.empty());
    QCOMPARE(dataset.normals.size(), std::size_t(3));
    QCOMPARE(dataset.normals[0].image, folder / "train/good/000.png");
    QCOMPARE(dataset.test.size(), std::size_t(9));
    std::map<std::string, int> counts;
    for (const Sample &sample : dataset.test) {
        ++counts[sample.defectType];
        QCOMPARE(sample.mask.empty(), sample.label == Label::Good);
    }
    // Seven over five kinds: the first two get one more.
    const std::map<std::string, int> expected{{"", 2},        {"blob", 2},    {"dent", 2},
                                              {"missing", 1}, {"scratch", 1}, {"stain", 1}};
    QVERIFY(counts == expected);
    QCOMPARE(dataset.test[0].mask, folder / "ground_truth/blob/000_mask.png");
}

void TestSampleDataset::writesWhatIsDrawn()
{
    JobMonitor monitor;
    writeSampleDataset(m_tree->root(), smallSet(), monitor);
    const SamplePicture drawn = drawSamplePicture(smallSet(), "blob", 1);
    const cv::Mat image = readImage(m_tree->path("test/blob/001.png"));
    const cv::Mat mask = readMask(m_tree->path("ground_truth/blob/001_mask.png"));
    QCOMPARE(cv::norm(image, drawn.image, cv::NORM_INF), 0.0);
    QCOMPARE(cv::norm(mask, drawn.mask, cv::NORM_INF), 0.0);
    QVERIFY(contentOf(m_tree->path("train/good/000.png")) != contentOf(m_tree->path("test/good/000.png")));
}

void TestSampleDataset::saysThatItIsGenerated()
{
    JobMonitor monitor;
    writeSampleDataset(m_tree->root(), smallSet(), monitor);
    const std::string text = contentOf(m_tree->path("README.txt"));
    QVERIFY(text.find("generated") != std::string::npos);
    QVERIFY(text.find("Seed 42") != std::string::npos);
}

void TestSampleDataset::keepsTestPicturesWhenCountsChange()
{
    JobMonitor monitor;
    writeSampleDataset(m_tree->path("a"), smallSet(), monitor);
    SampleOptions fewer = smallSet();
    fewer.normalCount = 1;
    fewer.defectiveTestCount = 5;
    writeSampleDataset(m_tree->path("b"), fewer, monitor);
    for (const char *name : {"train/good/000.png", "test/good/001.png", "test/stain/000.png"}) {
        QVERIFY2(!contentOf(m_tree->path("a") / name).empty(), name);
        QVERIFY2(contentOf(m_tree->path("a") / name) == contentOf(m_tree->path("b") / name), name);
    }
}

/// The names of the sample's pictures are those of many data sets.
void TestSampleDataset::overwritesNobodysPictures()
{
    JobMonitor monitor;
    const fs::path own = m_tree->addFile("train/good/000.png");
    const std::string before = contentOf(own);
    try {
        writeSampleDataset(m_tree->root(), smallSet(), monitor);
        QFAIL("it was written into a folder of others");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::FolderNotEmpty);
        QCOMPARE(error.file(), m_tree->root());
    }
    QCOMPARE(contentOf(own), before);
    QVERIFY(!fs::exists(m_tree->path("README.txt")));
    QVERIFY(!fs::exists(m_tree->path("test")));
    // Folders alone are nobody's pictures.
    fs::create_directories(m_tree->path("sample/train/good"));
    // Its own is drawn again.
    writeSampleDataset(m_tree->path("sample"), smallSet(), monitor);
    const std::string drawn = contentOf(m_tree->path("sample/train/good/000.png"));
    fs::remove(m_tree->path("sample/train/good/000.png"));
    writeSampleDataset(m_tree->path("sample"), smallSet(), monitor);
    QCOMPARE(contentOf(m_tree->path("sample/train/good/000.png")), drawn);
}

void TestSampleDataset::mixesNoTwoSamples()
{
    JobMonitor monitor;
    writeSampleDataset(m_tree->path("sample"), smallSet(), monitor);
    const std::string drawn = contentOf(m_tree->path("sample/train/good/000.png"));
    SampleOptions fewer = smallSet();
    --fewer.normalCount;
    SampleOptions other = smallSet();
    ++other.seed;
    for (const SampleOptions &options : {fewer, other}) {
        try {
            writeSampleDataset(m_tree->path("sample"), options, monitor);
            QFAIL("pictures of two samples lie in one folder");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::FolderNotEmpty);
        }
    }
    QCOMPARE(contentOf(m_tree->path("sample/train/good/000.png")), drawn);
}

void TestSampleDataset::reportsEachPicture()
{
    Watcher watcher;
    writeSampleDataset(m_tree->root(), smallSet(), watcher);
    QCOMPARE(watcher.steps.load(), std::int64_t(12));
    QCOMPARE(watcher.furthest.load(), std::int64_t(12));
    QVERIFY(watcher.reports >= 12);
}

void TestSampleDataset::canBeCancelled()
{
    Watcher watcher(2);
    QVERIFY_EXCEPTION_THROWN(writeSampleDataset(m_tree->root(), smallSet(), watcher), Cancelled);
    QVERIFY(watcher.furthest < 12);
    JobMonitor monitor;
    writeSampleDataset(m_tree->root(), smallSet(), monitor); // what is there is known as the sample's
    QCOMPARE(readDataset(m_tree->root(), monitor).test.size(), std::size_t(9));
}

void TestSampleDataset::refusesOptions()
{
    JobMonitor monitor;
    SampleOptions options = smallSet();
    options.imageSize = 4;
    std::optional<Error> error;
    try {
        writeSampleDataset(m_tree->path("new"), options, monitor);
    } catch (const Error &thrown) {
        error = thrown;
    }
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidParameter);
    QVERIFY(!fs::exists(m_tree->path("new")));
}

void TestSampleDataset::failsWhereItCannotWrite()
{
    JobMonitor monitor;
    const fs::path file = m_tree->addFile("file");
    // A file where the folder should be; a folder where a picture should be.
    writeSampleDataset(m_tree->path("set"), smallSet(), monitor);
    fs::remove(m_tree->path("set/test/good/001.png"));
    m_tree->addFolder("set/test/good/001.png/inside");
    for (const fs::path &folder : {file / "set", m_tree->path("set")}) {
        std::optional<Error> error;
        try {
            writeSampleDataset(folder, smallSet(), monitor);
        } catch (const Error &thrown) {
            error = thrown;
        }
        QVERIFY(error);
        QCOMPARE(error->code(), ErrorCode::WriteFailed);
        QVERIFY(std::string(error->what()).find(folder.string()) != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TestSampleDataset)
#include "test_sampledataset.moc"
