#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/evaluation/pixelmetrics.h>

#include "jsonfile.h"

using namespace spotcheck;

namespace {

struct Picture {
    cv::Mat map;
    cv::Mat mask; ///< empty for a good picture
};

PixelMetrics compute(const std::vector<Picture> &pictures, double limit = 0.3)
{
    PixelMetricsBuilder builder(limit);
    for (const Picture &picture : pictures)
        builder.add(picture.map, picture.mask);
    JobMonitor monitor;
    return builder.compute(monitor);
}

cv::Mat randomMap(std::mt19937 &random, int rows, int columns, unsigned levels)
{
    cv::Mat map(rows, columns, CV_32FC1);
    std::generate(map.begin<float>(), map.end<float>(),
                  [&] { return static_cast<float>(random() % levels) / 8 - 1; });
    return map;
}

cv::Mat randomMask(std::mt19937 &random, int rows, int columns, unsigned oneIn)
{
    cv::Mat mask(rows, columns, CV_8UC1);
    std::generate(mask.begin<std::uint8_t>(), mask.end<std::uint8_t>(),
                  [&] { return static_cast<std::uint8_t>(random() % oneIn == 0 ? 255 : 0); });
    return mask;
}

/// Every pair and every threshold one by one, as the definitions say.
struct SlowMetrics {
    double auroc = 0;
    double aupro = 0;
    std::vector<CurvePoint> curve;
};

SlowMetrics slowly(const std::vector<Picture> &pictures, double limit)
{
    std::vector<float> good;
    std::vector<std::vector<float>> regions;
    std::vector<float> thresholds;
    for (const Picture &picture : pictures) {
        cv::Mat labels(picture.map.size(), CV_32S, cv::Scalar(0));
        const int components = picture.mask.empty() ? 1 : cv::connectedComponents(picture.mask, labels, 8);
        const std::size_t first = regions.size();
        regions.resize(first + static_cast<std::size_t>(components - 1));
        for (int row = 0; row < labels.rows; ++row)
            for (int column = 0; column < labels.cols; ++column) {
                const float value = picture.map.at<float>(row, column);
                const int label = labels.at<int>(row, column);
                (label == 0 ? good : regions[first + static_cast<std::size_t>(label - 1)]).push_back(value);
                thresholds.push_back(value);
            }
    }
    SlowMetrics result;
    double pairs = 0;
    double defectivePixels = 0;
    for (const auto &region : regions)
        for (const float defective : region) {
            ++defectivePixels;
            for (const float value : good)
                pairs += defective > value ? 1 : defective == value ? 0.5 : 0;
        }
    result.auroc = pairs / defectivePixels / static_cast<double>(good.size());

    std::sort(thresholds.begin(), thresholds.end(), std::greater<>());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
    const auto shareFrom = [](const std::vector<float> &values, float threshold) {
        const auto count = std::count_if(values.begin(), values.end(), [&](float v) { return v >= threshold; });
        return static_cast<double>(count) / static_cast<double>(values.size());
    };
    result.curve.push_back({0, 0, 0});
    for (const float threshold : thresholds) {
        double overlap = 0;
        for (const auto &region : regions)
            overlap += shareFrom(region, threshold) / static_cast<double>(regions.size());
        const CurvePoint before = result.curve.back();
        const CurvePoint point{shareFrom(good, threshold), overlap, threshold};
        result.curve.push_back(point);
        const double end = std::min(point.x, limit);
        if (end > before.x) {
            const double y = before.y + (point.y - before.y) * (end - before.x) / (point.x - before.x);
            result.aupro += (end - before.x) * (before.y + y) / 2 / limit;
        }
    }
    return result;
}

} // namespace

class TestPixelMetrics : public QObject {
    Q_OBJECT

private slots:
    void metricsAreThoseOfThePythonReference_data();
    void metricsAreThoseOfThePythonReference();
    void metricsAreThoseOfTheSlowDefinition();
    void perfectMapIsExactlyOne();
    void neverAboveOne();
    void orderOfPicturesDoesNotMatter();
    void curveIsThinnedButNotDistorted();
    void curveThresholdsReachTheirPoints();
    void negativeZeroIsZero();
    void withoutGoodOrDefectivePixels();
    void anyMaskValueAboveZeroCounts();
    void computingEmptiesTheBuilder();
    void countsItsMemory();
    void acceptsAViewIntoALargerMap();
    void refusesBadInput_data();
    void refusesBadInput();
    void cancels();
};

void TestPixelMetrics::metricsAreThoseOfThePythonReference_data()
{
    QTest::addColumn<QJsonObject>("reference");
    const QJsonArray cases = test::readJson(SPOTCHECK_TEST_DATA "/pixelmetrics.json")["cases"].toArray();
    QVERIFY(cases.size() >= 12);
    for (const QJsonValue &reference : cases)
        QTest::newRow(qPrintable(reference["name"].toString())) << reference.toObject();
}

void TestPixelMetrics::metricsAreThoseOfThePythonReference()
{
    QFETCH(const QJsonObject, reference);
    std::vector<Picture> pictures;
    for (const QJsonValue &stored : reference["pictures"].toArray()) {
        const QJsonArray values = stored["map"].toArray();
        cv::Mat map(stored["rows"].toInt(), stored["columns"].toInt(), CV_32FC1);
        cv::Mat mask(map.size(), CV_8UC1, cv::Scalar(0));
        std::transform(values.begin(), values.end(), map.begin<float>(),
                       [](const QJsonValue &value) { return static_cast<float>(value.toDouble() / 16); });
        for (const QJsonValue &position : stored["mask"].toArray())
            *(mask.begin<std::uint8_t>() + position.toInt()) = 255;
        pictures.push_back({map, cv::countNonZero(mask) > 0 ? mask : cv::Mat()});
    }
    const PixelMetrics metrics = compute(pictures);
    QCOMPARE(metrics.goodPixels, reference["good"].toInteger());
    QCOMPARE(metrics.defectivePixels, reference["defective"].toInteger());
    QCOMPARE(metrics.regions, reference["regions"].toInteger());
    QVERIFY(std::abs(metrics.auroc - reference["auroc"].toDouble()) < 1e-12);
    QVERIFY(std::abs(metrics.averagePrecision - reference["average_precision"].toDouble()) < 1e-12);
    QVERIFY2(std::abs(metrics.aupro30 - reference["aupro30"].toDouble()) < 1e-12,
             QByteArray::number(metrics.aupro30, 'g', 17));
}

void TestPixelMetrics::metricsAreThoseOfTheSlowDefinition()
{
    std::mt19937 random(11);
    for (int round = 0; round < 150; ++round) {
        const unsigned levels = 1 + random() % (round % 3 == 0 ? 3 : 1000);
        const double limit = round % 5 == 0 ? 1.0 : round % 5 == 1 ? 0.05 : 0.3;
        std::vector<Picture> pictures;
        const unsigned count = 1 + random() % 4;
        for (unsigned i = 0; i < count; ++i) {
            const int rows = 1 + static_cast<int>(random() % 12);
            const int columns = 2 + static_cast<int>(random() % 12);
            cv::Mat mask = randomMask(random, rows, columns, 2 + random() % 8);
            mask.at<std::uint8_t>(0, 0) = 255;
            mask.at<std::uint8_t>(0, 1) = 0;
            pictures.push_back({randomMap(random, rows, columns, levels), mask});
        }
        pictures.push_back({randomMap(random, 5, 6, levels), cv::Mat()});
        const PixelMetrics fast = compute(pictures, limit);
        const SlowMetrics slow = slowly(pictures, limit);
        QVERIFY(std::abs(fast.auroc - slow.auroc) < 1e-12);
        QVERIFY(std::abs(fast.aupro30 - slow.aupro) < 1e-12);
        if (slow.curve.size() < 40) { // so few points are hardly ever thinned
            QVERIFY(fast.proCurve.size() <= slow.curve.size());
            for (const CurvePoint &point : fast.proCurve)
                QVERIFY(std::any_of(slow.curve.begin(), slow.curve.end(), [&](const CurvePoint &other) {
                    return std::abs(other.x - point.x) < 1e-12 && std::abs(other.y - point.y) < 1e-12;
                }));
        }
    }
}

void TestPixelMetrics::perfectMapIsExactlyOne()
{
    std::mt19937 random(2);
    const cv::Mat mask = randomMask(random, 40, 50, 7);
    cv::Mat map = randomMap(random, 40, 50, 100);
    cv::add(map, cv::Scalar(100), map, mask);
    const PixelMetrics metrics = compute({{map, mask}});
    QCOMPARE(metrics.auroc, 1.0);
    QVERIFY(std::abs(metrics.averagePrecision - 1) < 1e-13);
    QVERIFY(std::abs(metrics.aupro30 - 1) < 1e-13);
    QVERIFY(metrics.aupro30 <= 1);

    const PixelMetrics inverted = compute({{-map, mask}});
    QCOMPARE(inverted.auroc, 0.0);
    QCOMPARE(inverted.aupro30, 0.0);
}

// Summing 1/3 three times, or 1/49 forty-nine times, must not climb over the edge.
void TestPixelMetrics::neverAboveOne()
{
    for (int size = 1; size <= 60; ++size) {
        cv::Mat mask(3, 64, CV_8UC1, cv::Scalar(0));
        mask.row(0).colRange(0, size).setTo(255);
        cv::Mat map(mask.size(), CV_32FC1, cv::Scalar(0));
        for (int i = 0; i < size; ++i)
            map.at<float>(0, i) = static_cast<float>(i + 1);
        const PixelMetrics metrics = compute({{map, mask}, {map, mask}, {map, mask}});
        QVERIFY(metrics.aupro30 <= 1);
        for (const CurvePoint &point : metrics.proCurve)
            QVERIFY(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1);
    }
}

void TestPixelMetrics::orderOfPicturesDoesNotMatter()
{
    std::mt19937 random(21);
    std::vector<Picture> pictures;
    for (int i = 0; i < 12; ++i)
        pictures.push_back({randomMap(random, 30, 31, 50), randomMask(random, 30, 31, 9)});
    const PixelMetrics first = compute(pictures);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(pictures.begin(), pictures.end(), random);
        const PixelMetrics again = compute(pictures);
        QVERIFY(first.auroc == again.auroc); // to the last bit
        QVERIFY(first.averagePrecision == again.averagePrecision);
        QVERIFY(first.aupro30 == again.aupro30);
    }
}

void TestPixelMetrics::curveIsThinnedButNotDistorted()
{
    std::mt19937 random(4);
    std::uniform_real_distribution<float> uniform(0, 1);
    cv::Mat map(300, 400, CV_32FC1);
    std::generate(map.begin<float>(), map.end<float>(), [&] { return uniform(random); });
    cv::Mat mask(map.size(), CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(10, 10, 90, 80)).setTo(255);
    mask(cv::Rect(200, 100, 20, 30)).setTo(255);
    cv::add(map, cv::Scalar(0.4), map, mask);
    const PixelMetrics metrics = compute({{map, mask}});

    const auto &curve = metrics.proCurve;
    QVERIFY(curve.size() <= 2000);
    QVERIFY(curve.size() > 500);
    QCOMPARE(curve.front().x + curve.front().y, 0.0);
    QCOMPARE(curve.back().x, 1.0);
    QCOMPARE(curve.back().y, 1.0);
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        QVERIFY(curve[i].x >= curve[i - 1].x);
        QVERIFY(curve[i].y >= curve[i - 1].y);
        QVERIFY(curve[i].threshold < curve[i - 1].threshold);
        if (curve[i].x <= 0.3)
            area += (curve[i].x - curve[i - 1].x) * (curve[i].y + curve[i - 1].y) / 2 / 0.3;
    }
    QVERIFY(std::abs(area - metrics.aupro30) < 0.005);
}

void TestPixelMetrics::curveThresholdsReachTheirPoints()
{
    std::mt19937 random(9);
    const cv::Mat map = randomMap(random, 20, 20, 30);
    cv::Mat mask(map.size(), CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(3, 3, 6, 5)).setTo(1);
    const PixelMetrics metrics = compute({{map, mask}});
    QCOMPARE(metrics.proCurve.size(), std::size_t(31));
    for (const CurvePoint &point : metrics.proCurve) {
        const cv::Mat called = map > point.threshold;
        const cv::Mat hits = called & (mask > 0);
        const cv::Mat alarms = called & (mask == 0);
        QVERIFY(std::abs(point.x - cv::countNonZero(alarms) / 370.0) < 1e-12);
        QVERIFY(std::abs(point.y - cv::countNonZero(hits) / 30.0) < 1e-12);
    }
}

void TestPixelMetrics::negativeZeroIsZero()
{
    cv::Mat map(1, 2000, CV_32FC1, cv::Scalar(0));
    cv::Mat mask(map.size(), CV_8UC1, cv::Scalar(0));
    for (int i = 0; i < map.cols; ++i) {
        map.at<float>(0, i) = i % 2 == 0 ? -0.0F : 0.0F;
        mask.at<std::uint8_t>(0, i) = i % 4 == 0 ? 255 : 0; // all of them -0
    }
    QCOMPARE(compute({{map, mask}}).auroc, 0.5);
}

void TestPixelMetrics::withoutGoodOrDefectivePixels()
{
    const cv::Mat map(4, 5, CV_32FC1, cv::Scalar(1));
    for (const std::vector<Picture> &pictures : {std::vector<Picture>{}, std::vector<Picture>{{map, cv::Mat()}},
                                                 std::vector<Picture>{{map, cv::Mat::zeros(4, 5, CV_8UC1)}},
                                                 std::vector<Picture>{{map, cv::Mat::ones(4, 5, CV_8UC1)}}}) {
        const PixelMetrics metrics = compute(pictures);
        QVERIFY(std::isnan(metrics.auroc));
        QVERIFY(std::isnan(metrics.averagePrecision));
        QVERIFY(std::isnan(metrics.aupro30));
        QVERIFY(metrics.proCurve.empty());
    }
    QCOMPARE(compute({{map, cv::Mat::ones(4, 5, CV_8UC1)}}).defectivePixels, 20);
    QCOMPARE(compute({{map, cv::Mat()}}).goodPixels, 20);
}

void TestPixelMetrics::anyMaskValueAboveZeroCounts()
{
    const cv::Mat map = (cv::Mat_<float>(1, 4) << 1, 2, 3, 4);
    const cv::Mat mask = (cv::Mat_<std::uint8_t>(1, 4) << 0, 0, 1, 255);
    const PixelMetrics metrics = compute({{map, mask}});
    QCOMPARE(metrics.defectivePixels, 2);
    QCOMPARE(metrics.regions, 1);
}

void TestPixelMetrics::computingEmptiesTheBuilder()
{
    PixelMetricsBuilder builder;
    const cv::Mat map = (cv::Mat_<float>(1, 2) << 1, 2);
    const cv::Mat mask = (cv::Mat_<std::uint8_t>(1, 2) << 0, 255);
    builder.add(map, mask);
    JobMonitor monitor;
    QCOMPARE(builder.compute(monitor).auroc, 1.0);
    QCOMPARE(builder.bytes(), std::uint64_t(0));
    builder.add(-map, mask);
    QCOMPARE(builder.compute(monitor).auroc, 0.0);
}

void TestPixelMetrics::countsItsMemory()
{
    PixelMetricsBuilder builder;
    builder.add(cv::Mat(100, 100, CV_32FC1, cv::Scalar(0)), cv::Mat());
    QCOMPARE(builder.bytes(), std::uint64_t(40000));
    cv::Mat mask(100, 100, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(0, 0, 10, 10)).setTo(255);
    builder.add(cv::Mat(100, 100, CV_32FC1, cv::Scalar(0)), mask);
    QCOMPARE(builder.bytes(), std::uint64_t(40000 + 4 * 9900 + 8 * 100 + 8));
}

void TestPixelMetrics::acceptsAViewIntoALargerMap()
{
    std::mt19937 random(33);
    const cv::Mat map = randomMap(random, 20, 30, 40);
    const cv::Mat mask = randomMask(random, 20, 30, 5);
    const cv::Rect part(3, 4, 11, 9);
    QCOMPARE(compute({{map(part), mask(part)}}).aupro30, compute({{map(part).clone(), mask(part).clone()}}).aupro30);
}

void TestPixelMetrics::refusesBadInput_data()
{
    QTest::addColumn<cv::Mat>("map");
    QTest::addColumn<cv::Mat>("mask");
    const cv::Mat map(4, 5, CV_32FC1, cv::Scalar(1));
    cv::Mat notANumber = map.clone();
    notANumber.at<float>(2, 3) = std::numeric_limits<float>::quiet_NaN();
    cv::Mat infinite = map.clone();
    infinite.at<float>(3, 4) = std::numeric_limits<float>::infinity();
    QTest::newRow("no map") << cv::Mat() << cv::Mat();
    QTest::newRow("doubles") << cv::Mat(4, 5, CV_64FC1, cv::Scalar(1)) << cv::Mat();
    QTest::newRow("three channels") << cv::Mat(4, 5, CV_32FC3, cv::Scalar(1)) << cv::Mat();
    QTest::newRow("NaN") << notANumber << cv::Mat();
    QTest::newRow("infinity") << infinite << cv::Mat();
    QTest::newRow("mask of another size") << map << cv::Mat(5, 4, CV_8UC1, cv::Scalar(0));
    QTest::newRow("mask of floats") << map << cv::Mat(4, 5, CV_32FC1, cv::Scalar(0));
    QTest::newRow("mask of three channels") << map << cv::Mat(4, 5, CV_8UC3, cv::Scalar(0));
}

void TestPixelMetrics::refusesBadInput()
{
    QFETCH(const cv::Mat, map);
    QFETCH(const cv::Mat, mask);
    PixelMetricsBuilder builder;
    try {
        builder.add(map, mask);
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::InvalidParameter);
    }
    QCOMPARE(builder.bytes(), std::uint64_t(0));
    for (const double limit : {0.0, -0.1, 1.01, std::nan("")})
        QVERIFY_EXCEPTION_THROWN(PixelMetricsBuilder{limit}, Error);
}

void TestPixelMetrics::cancels()
{
    class Stopped : public JobMonitor {
    public:
        bool isCancelled() const override { return true; }
    } monitor;
    PixelMetricsBuilder builder;
    builder.add((cv::Mat_<float>(1, 2) << 1, 2), (cv::Mat_<std::uint8_t>(1, 2) << 0, 255));
    QVERIFY_EXCEPTION_THROWN(builder.compute(monitor), Cancelled);
}

QTEST_GUILESS_MAIN(TestPixelMetrics)
#include "test_pixelmetrics.moc"
