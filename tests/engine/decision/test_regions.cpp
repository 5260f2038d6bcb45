#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include <QElapsedTimer>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/decision/regions.h>

using namespace spotcheck;

class TestRegions : public QObject {
    Q_OBJECT

    static double croftonLineByLine(const cv::Mat &mask);

private slots:
    void describesARectangle();
    void touchingCornersConnect();
    void largestPeakFirstThenTopLeft();
    void leavesOutSmallOnes();
    void regionInsideAHole();
    void regionsAtTheBorder();
    void thresholdIsExclusive();
    void notANumberBelongsToNoRegion();
    void negativeValues();
    void nothingAbove();
    void everyPixelIsAccountedFor();
    void contourEnclosesTheRegion();
    void perimeterIsThatOfCrofton();
    void perimeterIsNearTheTrueOne();
    void refusesBadInput();
    void largeNoisyMapIsFast();
};

void TestRegions::describesARectangle()
{
    cv::Mat map(60, 80, CV_32FC1, cv::Scalar(0.5));
    map(cv::Rect(10, 20, 30, 15)).setTo(2);
    map.at<float>(25, 17) = 7;
    const auto regions = findRegions(map, {1, 1});
    QCOMPARE(regions.size(), std::size_t(1));
    const Region &region = regions.front();
    QCOMPARE(region.box, cv::Rect(10, 20, 30, 15));
    QCOMPARE(region.area, 450);
    QCOMPARE(region.peak, 7.0F);
    QCOMPARE(region.peakAt, cv::Point(17, 25));
    QCOMPARE(region.mean, static_cast<float>((449 * 2 + 7) / 450.0));
    QCOMPARE(region.contour.size(), std::size_t(4));
}

void TestRegions::touchingCornersConnect()
{
    const cv::Mat map = (cv::Mat_<float>(3, 5) << 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0);
    const auto regions = findRegions(map, {0.5F, 1});
    QCOMPARE(regions.size(), std::size_t(2));
    QCOMPARE(regions[0].area, 2);
    QCOMPARE(regions[1].area, 1);
    QCOMPARE(regions[1].contour.size(), std::size_t(1));
}

void TestRegions::largestPeakFirstThenTopLeft()
{
    cv::Mat map(20, 20, CV_32FC1, cv::Scalar(0));
    map.at<float>(15, 2) = 3;
    map.at<float>(2, 15) = 3;
    map.at<float>(2, 5) = 3;
    map.at<float>(10, 10) = 8;
    const auto regions = findRegions(map, {1, 1});
    QCOMPARE(regions.size(), std::size_t(4));
    QCOMPARE(regions[0].peakAt, cv::Point(10, 10));
    QCOMPARE(regions[1].peakAt, cv::Point(5, 2));
    QCOMPARE(regions[2].peakAt, cv::Point(15, 2));
    QCOMPARE(regions[3].peakAt, cv::Point(2, 15));
}

void TestRegions::leavesOutSmallOnes()
{
    cv::Mat map(20, 20, CV_32FC1, cv::Scalar(0));
    map(cv::Rect(1, 1, 3, 2)).setTo(2);
    map(cv::Rect(10, 10, 5, 1)).setTo(9);
    QCOMPARE(findRegions(map, {1, 5}).size(), std::size_t(2));
    QCOMPARE(findRegions(map, {1, 6}).size(), std::size_t(1));
    QCOMPARE(findRegions(map, {1, 6}).front().area, 6);
    QCOMPARE(findRegions(map, {1, 7}).size(), std::size_t(0));
    QCOMPARE(findRegions(map, {1, 0}).size(), std::size_t(2));
}

void TestRegions::regionInsideAHole()
{
    cv::Mat map(40, 40, CV_32FC1, cv::Scalar(0));
    map(cv::Rect(5, 5, 30, 30)).setTo(2);
    map(cv::Rect(8, 8, 24, 24)).setTo(0);
    map(cv::Rect(15, 15, 6, 6)).setTo(3);
    map(cv::Rect(17, 17, 2, 2)).setTo(0);
    const auto regions = findRegions(map, {1, 1});
    QCOMPARE(regions.size(), std::size_t(2));
    QCOMPARE(regions[0].box, cv::Rect(15, 15, 6, 6));
    QCOMPARE(regions[0].area, 32);
    QCOMPARE(regions[1].box, cv::Rect(5, 5, 30, 30));
    QCOMPARE(regions[1].area, 900 - 576);
}

void TestRegions::regionsAtTheBorder()
{
    const cv::Mat map(7, 9, CV_32FC1, cv::Scalar(4));
    const auto regions = findRegions(map, {1, 1});
    QCOMPARE(regions.size(), std::size_t(1));
    QCOMPARE(regions[0].box, cv::Rect(0, 0, 9, 7));
    QCOMPARE(regions[0].area, 63);
    QCOMPARE(regions[0].peakAt, cv::Point(0, 0));

    const cv::Mat onePixel(1, 1, CV_32FC1, cv::Scalar(4));
    QCOMPARE(findRegions(onePixel, {1, 1}).size(), std::size_t(1));
}

void TestRegions::thresholdIsExclusive()
{
    const cv::Mat map(2, 2, CV_32FC1, cv::Scalar(1));
    QVERIFY(findRegions(map, {1, 1}).empty());
    QCOMPARE(findRegions(map, {std::nextafter(1.0F, 0.0F), 1}).size(), std::size_t(1));
    // A threshold that is no short decimal, compared as the float it is.
    const cv::Mat tenth(2, 2, CV_32FC1, cv::Scalar(0.1F));
    QVERIFY(findRegions(tenth, {0.1F, 1}).empty());
}

void TestRegions::notANumberBelongsToNoRegion()
{
    cv::Mat map(1, 5, CV_32FC1, cv::Scalar(2));
    map.at<float>(0, 2) = std::numeric_limits<float>::quiet_NaN();
    const auto regions = findRegions(map, {1, 1});
    QCOMPARE(regions.size(), std::size_t(2));
    QCOMPARE(regions[0].area, 2);
    QCOMPARE(regions[0].mean, 2.0F);

    map.setTo(std::numeric_limits<float>::quiet_NaN());
    QVERIFY(findRegions(map, {1, 1}).empty());
}

void TestRegions::negativeValues()
{
    cv::Mat map(3, 3, CV_32FC1, cv::Scalar(-5));
    map.at<float>(1, 1) = -2;
    const auto regions = findRegions(map, {-3, 1});
    QCOMPARE(regions.size(), std::size_t(1));
    QCOMPARE(regions[0].peak, -2.0F);
    QCOMPARE(regions[0].mean, -2.0F);
}

void TestRegions::nothingAbove()
{
    QVERIFY(findRegions(cv::Mat(), {1, 1}).empty());
    QVERIFY(findRegions(cv::Mat(5, 5, CV_32FC1, cv::Scalar(1)), {2, 1}).empty());
    QVERIFY(findRegions(cv::Mat(5, 5, CV_32FC1, cv::Scalar(1)), {std::numeric_limits<float>::infinity(), 1}).empty());
    QCOMPARE(findRegions(cv::Mat(5, 5, CV_32FC1, cv::Scalar(1)), {-std::numeric_limits<float>::infinity(), 1}).size(),
             std::size_t(1));
}

void TestRegions::everyPixelIsAccountedFor()
{
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        cv::Mat map(37, 53, CV_32FC1);
        std::generate(map.begin<float>(), map.end<float>(), [&] { return static_cast<float>(random() % 100); });
        const float threshold = static_cast<float>(round * 5);
        const auto regions = findRegions(map, {threshold, 1});
        std::int64_t area = 0;
        double sum = 0;
        for (std::size_t i = 0; i < regions.size(); ++i) {
            area += regions[i].area;
            sum += static_cast<double>(regions[i].mean) * static_cast<double>(regions[i].area);
            QVERIFY(i == 0 || regions[i - 1].peak >= regions[i].peak);
            QVERIFY(regions[i].box.contains(regions[i].peakAt));
            QCOMPARE(map.at<float>(regions[i].peakAt), regions[i].peak);
            QCOMPARE(cv::boundingRect(regions[i].contour), regions[i].box);
        }
        const cv::Mat above = map > threshold;
        QCOMPARE(area, std::int64_t(cv::countNonZero(above)));
        cv::Mat kept;
        map.copyTo(kept, above);
        QVERIFY(std::abs(sum - cv::sum(kept)[0]) < 1e-3 * (1 + sum));
        cv::Mat labels;
        QCOMPARE(static_cast<int>(regions.size()), cv::connectedComponents(above, labels, 8) - 1);
    }
}

void TestRegions::contourEnclosesTheRegion()
{
    cv::Mat map(100, 100, CV_32FC1, cv::Scalar(0));
    cv::circle(map, {50, 50}, 30, cv::Scalar(3), cv::FILLED);
    const auto regions = findRegions(map, {1, 1});
    QCOMPARE(regions.size(), std::size_t(1));
    cv::Mat drawn(map.size(), CV_8UC1, cv::Scalar(0));
    cv::drawContours(drawn, std::vector<std::vector<cv::Point>>{regions[0].contour}, 0, cv::Scalar(255), cv::FILLED);
    QCOMPARE(cv::countNonZero(drawn != (map > 1)), 0);
}

// Walks along every row, column and diagonal of the mask and counts the runs inside it.
double TestRegions::croftonLineByLine(const cv::Mat &mask)
{
    const auto isInside = [&mask](int x, int y) {
        return cv::Rect({}, mask.size()).contains(cv::Point(x, y)) && mask.at<uchar>(y, x) != 0;
    };
    const int reach = mask.rows + mask.cols;
    const auto runsAlong = [&](cv::Point step, cv::Point nextLine) {
        int runs = 0;
        for (int line = -reach; line <= reach; ++line) {
            bool before = false;
            for (int place = -reach; place <= reach; ++place) {
                const bool inside = isInside(line * nextLine.x + place * step.x, line * nextLine.y + place * step.y);
                runs += inside && !before ? 1 : 0;
                before = inside;
            }
        }
        return runs;
    };
    const double straight = runsAlong({1, 0}, {0, 1}) + runsAlong({0, 1}, {1, 0});
    const double diagonal = runsAlong({1, 1}, {1, 0}) + runsAlong({1, -1}, {1, 0});
    return std::numbers::pi / 4 * (straight + diagonal / std::numbers::sqrt2);
}

void TestRegions::perimeterIsThatOfCrofton()
{
    cv::Mat map(60, 80, CV_32FC1, cv::Scalar(0));
    map(cv::Rect(0, 0, 12, 9)).setTo(2); // at two borders of the picture
    map(cv::Rect(20, 20, 30, 25)).setTo(3);
    map(cv::Rect(24, 24, 20, 15)).setTo(0); // a hole with another region in it
    cv::ellipse(map, {33, 31}, {6, 3}, 30, 0, 360, cv::Scalar(4), cv::FILLED);
    map.at<float>(5, 70) = 1;
    map.at<float>(6, 71) = 1; // connected by a corner
    cv::RNG random(7);
    for (int spot = 0; spot < 40; ++spot)
        map.at<float>(50 + random.uniform(0, 9), 5 + random.uniform(0, 70)) = 5;
    const auto regions = findRegions(map, {0.5F, 1});
    QVERIFY(regions.size() > 10);
    cv::Mat labels;
    cv::connectedComponents(map > 0.5, labels, 8);
    for (const Region &region : regions) {
        const cv::Mat mask = labels == labels.at<std::int32_t>(region.peakAt);
        const double expected = croftonLineByLine(mask);
        QVERIFY2(std::abs(region.perimeter - expected) < 1e-9 * expected,
                 qPrintable(QStringLiteral("%1 and not %2").arg(region.perimeter).arg(expected)));
    }
}

void TestRegions::perimeterIsNearTheTrueOne()
{
    for (const double radius : {6.0, 12.5, 30.0, 55.3}) {
        cv::Mat map(128, 128, CV_32FC1, cv::Scalar(0));
        for (int y = 0; y < map.rows; ++y) {
            for (int x = 0; x < map.cols; ++x)
                map.at<float>(y, x) = std::hypot(x - 63.3, y - 64.1) <= radius ? 1.0F : 0.0F;
        }
        const double share = findRegions(map, {0.5F, 1})[0].perimeter / (2 * std::numbers::pi * radius);
        QVERIFY2(std::abs(share - 1) < 0.02, qPrintable(QStringLiteral("%1 at %2").arg(share).arg(radius)));
    }
}

void TestRegions::refusesBadInput()
{
    const auto refused = [](const cv::Mat &map, const RegionOptions &options) {
        try {
            findRegions(map, options);
        } catch (const Error &error) {
            return error.code() == ErrorCode::InvalidParameter;
        }
        return false;
    };
    const cv::Mat map(4, 4, CV_32FC1, cv::Scalar(1));
    QVERIFY(refused(cv::Mat(4, 4, CV_8UC1, cv::Scalar(1)), {}));
    QVERIFY(refused(cv::Mat(4, 4, CV_32FC3, cv::Scalar(1)), {}));
    QVERIFY(refused(map, {std::numeric_limits<float>::quiet_NaN(), 1}));
    QVERIFY(refused(map, {0, -1}));
}

void TestRegions::largeNoisyMapIsFast()
{
    std::mt19937 random(3);
    cv::Mat map(2000, 2000, CV_32FC1);
    std::generate(map.begin<float>(), map.end<float>(), [&] { return static_cast<float>(random() % 1000); });
    QElapsedTimer timer;
    timer.start();
    const auto regions = findRegions(map, {800, 1}); // the worst case: every fifth pixel, hundreds of thousands
    qInfo("%zu regions of a 2000 x 2000 map in %lld ms", regions.size(), static_cast<long long>(timer.elapsed()));
    QVERIFY(regions.size() > 100'000);
    QVERIFY(timer.elapsed() < 20'000); // a guard against quadratic time, not a benchmark
}

QTEST_GUILESS_MAIN(TestRegions)
#include "test_regions.moc"
