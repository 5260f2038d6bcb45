#include <QDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <fstream>
#include <functional>
#include <optional>
#include <set>
#include <sstream>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>

#include "data/sample/visibledifference.h"

using namespace spotcheck;

namespace {

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

bool same(const SamplePicture &a, const SamplePicture &b)
{
    return same(a.image, b.image) && same(a.mask, b.mask);
}

std::optional<Error> errorOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

/// Mean grey levels of 8 x 8 fields, RGB: noise averages out, a moved hole or a changed light does not.
std::vector<double> fingerprintOf(const cv::Mat &image)
{
    constexpr int fields = 8;
    const int side = image.rows / fields;
    std::vector<double> means;
    for (int row = 0; row < fields; ++row) {
        for (int column = 0; column < fields; ++column) {
            const cv::Scalar mean = cv::mean(image(cv::Rect(column * side, row * side, side, side)));
            means.insert(means.end(), {mean[0], mean[1], mean[2]});
        }
    }
    return means;
}

} // namespace

class TestSampleGenerator : public QObject {
    Q_OBJECT

private slots:
    void drawsPictureAndMask();
    void leavesGoodPartsUnmarked();
    void marksEveryDefect_data();
    void marksEveryDefect();
    void marksWhereTheArrowIsMissing();
    void repeatsItself();
    void repeatsItselfOnManyThreads();
    void variesWithEveryArgument();
    void looksAsItAlwaysDid();
    void looksTheSameInEverySize();
    void keepsLightWithinTolerance();
    void marksWhatIsJustVisible();
    void closesGaps();
    void checksOptions_data();
    void checksOptions();
    void refusesUnknownKind();
    void refusesNegativeIndex();
};

void TestSampleGenerator::drawsPictureAndMask()
{
    const SamplePicture picture = drawSamplePicture({}, "scratch", 0);
    QCOMPARE(picture.image.type(), CV_8UC3);
    QCOMPARE(picture.mask.type(), CV_8UC1);
    QCOMPARE(picture.image.size(), cv::Size(512, 512));
    QCOMPARE(picture.mask.size(), cv::Size(512, 512));
    // RGB, not BGR: the arrow below the dial is red.
    int reddish = 0;
    int bluish = 0;
    for (int row = 0; row < 512; ++row) {
        for (int column = 0; column < 512; ++column) {
            const cv::Vec3b &pixel = picture.image.at<cv::Vec3b>(row, column);
            reddish += pixel[0] > pixel[2] + 60 ? 1 : 0;
            bluish += pixel[2] > pixel[0] + 60 ? 1 : 0;
        }
    }
    QVERIFY(reddish > 200);
    QCOMPARE(bluish, 0);
}

void TestSampleGenerator::leavesGoodPartsUnmarked()
{
    const SamplePicture picture = drawSamplePicture({}, "", 3);
    QCOMPARE(picture.mask.size(), picture.image.size());
    QCOMPARE(cv::countNonZero(picture.mask), 0);
}

void TestSampleGenerator::marksEveryDefect_data()
{
    QTest::addColumn<QString>("kind");
    for (const std::string &kind : sampleDefectKinds())
        QTest::newRow(kind.c_str()) << QString::fromStdString(kind);
}

void TestSampleGenerator::marksEveryDefect()
{
    QFETCH(QString, kind);
    SampleOptions options;
    options.imageSize = 256;
    for (const std::uint64_t seed : {0, 1, 2}) {
        options.seed = seed;
        for (int index = 0; index < 10; ++index) {
            const cv::Mat mask = drawSamplePicture(options, kind.toStdString(), index).mask;
            const int marked = cv::countNonZero(mask);
            QCOMPARE(cv::countNonZero(mask == 255), marked);
            QVERIFY2(marked >= 4, qPrintable(QStringLiteral("seed %1, index %2").arg(seed).arg(index)));
            QVERIFY2(marked < 256 * 256 / 8, qPrintable(QStringLiteral("seed %1, index %2").arg(seed).arg(index)));
        }
    }
}

/// The red arrow is the one thing that can be found in a picture without knowing how it was drawn: where it is
/// left out, the mask lies over its place, and nowhere near it otherwise.
void TestSampleGenerator::marksWhereTheArrowIsMissing()
{
    int withoutArrow = 0;
    for (int index = 0; index < 24; ++index) {
        const SamplePicture picture = drawSamplePicture({}, "missing", index);
        const cv::Rect place(200, 285, 120, 50);
        int red = 0;
        for (int row = place.y; row < place.br().y; ++row) {
            for (int column = place.x; column < place.br().x; ++column) {
                const cv::Vec3b &pixel = picture.image.at<cv::Vec3b>(row, column);
                red += pixel[0] > pixel[2] + 50 ? 1 : 0;
            }
        }
        const int marked = cv::countNonZero(picture.mask(place));
        if (red < 50) {
            ++withoutArrow;
            QVERIFY2(marked > 300, qPrintable(QString::number(index)));
        } else if (red > 350) {
            QVERIFY2(marked < 30, qPrintable(QString::number(index)));
        }
    }
    QVERIFY(withoutArrow > 0);
}

void TestSampleGenerator::repeatsItself()
{
    for (const char *kind : {"", "blob", "stain", "missing"})
        QVERIFY2(same(drawSamplePicture({}, kind, 5), drawSamplePicture({}, kind, 5)), kind);
}

void TestSampleGenerator::repeatsItselfOnManyThreads()
{
    configureRuntime(4);
    SampleOptions options;
    options.imageSize = 128;
    const SamplePicture reference = drawSamplePicture(options, "dent", 2);
    std::atomic<int> different = 0;
    JobMonitor monitor;
    parallelFor(16, monitor, [&](std::int64_t) {
        if (!same(drawSamplePicture(options, "dent", 2), reference))
            ++different;
    });
    QCOMPARE(different.load(), 0);
}

void TestSampleGenerator::variesWithEveryArgument()
{
    SampleOptions options;
    options.imageSize = 128;
    SampleOptions otherSeed = options;
    otherSeed.seed = 1;
    std::vector<cv::Mat> images{drawSamplePicture(options, "", 0).image, drawSamplePicture(options, "", 1).image,
                                drawSamplePicture(otherSeed, "", 0).image,
                                drawSamplePicture(options, "stain", 0).image,
                                drawSamplePicture(options, "scratch", 0).image};
    for (std::size_t i = 0; i < images.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!same(images[i], images[j]), qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
    }
    // The counts say how many to write, not what they look like.
    SampleOptions more = options;
    more.normalCount = 7;
    more.defectiveTestCount = 3;
    QVERIFY(same(drawSamplePicture(more, "", 0).image, images[0]));
}

/// The set is part of published figures: it must not change with a compiler, a library or a processor. A change
/// that is meant shows here; copy the file that the message names over the old one then.
void TestSampleGenerator::looksAsItAlwaysDid()
{
    const std::string stored = std::string(SPOTCHECK_TEST_DATA) + "/sample_fingerprints.txt";
    const std::string actual = QDir::temp().filePath("sample_fingerprints.txt").toStdString();
    std::ofstream writer(actual);
    std::ifstream reader(stored);
    double greatest = 0;
    int compared = 0;
    for (const char *kind : {"", "blob", "dent", "missing", "scratch", "stain"}) {
        for (const double mean : fingerprintOf(drawSamplePicture({}, kind, 1).image)) {
            writer << std::lround(mean * 10) << '\n'; // tenths of grey levels
            double expected = 0;
            if (reader >> expected) {
                greatest = std::max(greatest, std::abs(mean - expected / 10));
                ++compared;
            }
        }
    }
    QVERIFY2(compared == 6 * 64 * 3, qPrintable(QString("Compare with %1").arg(actual.c_str())));
    QVERIFY2(greatest < 1.0,
             qPrintable(QString("%1 grey levels; the new values are in %2").arg(greatest).arg(actual.c_str())));
}

void TestSampleGenerator::looksTheSameInEverySize()
{
    SampleOptions small;
    small.imageSize = 128;
    const std::vector<double> large = fingerprintOf(drawSamplePicture({}, "", 4).image);
    const std::vector<double> reduced = fingerprintOf(drawSamplePicture(small, "", 4).image);
    double sum = 0;
    for (std::size_t i = 0; i < large.size(); ++i)
        sum += std::abs(large[i] - reduced[i]);
    QVERIFY2(sum / static_cast<double>(large.size()) < 3, qPrintable(QString::number(sum)));
}

/// Light drifts from picture to picture, and never so far that details are lost.
void TestSampleGenerator::keepsLightWithinTolerance()
{
    SampleOptions options;
    options.imageSize = 128;
    std::set<int> brightnesses;
    for (int index = 0; index < 30; ++index) {
        const cv::Mat image = drawSamplePicture(options, "", index).image;
        const cv::Mat sheet = image(cv::Rect(16, 80, 96, 5)); // between dial and label, free of print
        const double mean = cv::mean(sheet)[1];
        QVERIFY2(mean > 110 && mean < 215, qPrintable(QString::number(mean)));
        brightnesses.insert(static_cast<int>(mean) / 4);
        const double mat = cv::mean(image(cv::Rect(0, 0, 128, 3)))[1];
        QVERIFY2(mat > 8 && mat < 40, qPrintable(QString::number(mat)));
    }
    QVERIFY(brightnesses.size() >= 4);
}

void TestSampleGenerator::marksWhatIsJustVisible()
{
    const cv::Mat3f clean(40, 40, cv::Vec3f(100, 100, 100));
    cv::Mat3f changed = clean.clone();
    changed(cv::Rect(5, 5, 6, 6)) = cv::Vec3f(100, 100, 100 - sample::justVisible); // in blue alone
    changed(cv::Rect(25, 25, 6, 6)) = cv::Vec3f::all(99.9F + sample::justVisible);  // hardly less
    const cv::Mat mask = sample::visibleDifference(clean, changed, 1);
    QCOMPARE(mask.type(), CV_8UC1);
    QCOMPARE(cv::countNonZero(mask), 36);
    QCOMPARE(cv::countNonZero(mask(cv::Rect(5, 5, 6, 6)) == 255), 36);
    QCOMPARE(cv::countNonZero(sample::visibleDifference(clean, clean, 1)), 0);
}

void TestSampleGenerator::closesGaps()
{
    const cv::Mat3f clean(60, 60, cv::Vec3f(100, 100, 100));
    cv::Mat3f changed = clean.clone();
    changed(cv::Rect(10, 20, 15, 15)) = cv::Vec3f::all(150);
    changed(cv::Rect(29, 20, 15, 15)) = cv::Vec3f::all(150); // 4 px away
    const cv::Mat mask = sample::visibleDifference(clean, changed, 1);
    QCOMPARE(int(mask.at<unsigned char>(27, 27)), 255);
    QCOMPARE(int(mask.at<unsigned char>(27, 50)), 0);
    QCOMPARE(int(mask.at<unsigned char>(10, 27)), 0);
}

void TestSampleGenerator::checksOptions_data()
{
    QTest::addColumn<int>("normals");
    QTest::addColumn<int>("good");
    QTest::addColumn<int>("defective");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("named");
    QTest::newRow("default") << 60 << 20 << 40 << 512 << "";
    QTest::newRow("smallest") << 1 << 0 << 0 << 128 << "";
    QTest::newRow("no normals") << 0 << 20 << 40 << 512 << "normalCount";
    QTest::newRow("negative good") << 60 << -1 << 40 << 512 << "goodTestCount";
    QTest::newRow("negative defective") << 60 << 20 << -40 << 512 << "defectiveTestCount";
    QTest::newRow("too many") << 10001 << 20 << 40 << 512 << "normalCount";
    QTest::newRow("too small") << 60 << 20 << 40 << 127 << "imageSize";
    QTest::newRow("too large") << 60 << 20 << 40 << 2049 << "imageSize";
}

void TestSampleGenerator::checksOptions()
{
    QFETCH(int, normals);
    QFETCH(int, good);
    QFETCH(int, defective);
    QFETCH(int, size);
    QFETCH(QString, named);
    const SampleOptions options{normals, good, defective, size, 0};
    const auto error = errorOf([&] { options.validate(); });
    QCOMPARE(error.has_value(), !named.isEmpty());
    if (error) {
        QCOMPARE(error->code(), ErrorCode::InvalidParameter);
        QVERIFY(QString(error->what()).contains(named));
        const auto drawing = errorOf([&] { drawSamplePicture(options, "", 0); });
        QVERIFY(drawing && drawing->code() == ErrorCode::InvalidParameter);
    }
}

void TestSampleGenerator::refusesUnknownKind()
{
    const auto error = errorOf([] { drawSamplePicture({}, "rust", 0); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidParameter);
    QVERIFY(QString(error->what()).contains("rust"));
}

void TestSampleGenerator::refusesNegativeIndex()
{
    const auto error = errorOf([] { drawSamplePicture({}, "", -1); });
    QVERIFY(error);
    QCOMPARE(error->code(), ErrorCode::InvalidParameter);
}

QTEST_GUILESS_MAIN(TestSampleGenerator)
#include "test_samplegenerator.moc"
