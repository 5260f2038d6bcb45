#include <random>

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/decision/outline.h>
#include <spotcheck/decision/regions.h>

using namespace spotcheck;

class TestOutline : public QObject {
    Q_OBJECT

    /// By the formula of trapezia, in halves of a pixel: positive where the corners go clockwise as seen.
    static std::int64_t twiceTheArea(const std::vector<cv::Point> &corners)
    {
        std::int64_t area = 0;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const cv::Point &from = corners[i];
            const cv::Point &to = corners[(i + 1) % corners.size()];
            area += static_cast<std::int64_t>(from.x) * to.y - static_cast<std::int64_t>(to.x) * from.y;
        }
        return area;
    }

    static Region onlyRegion(const cv::Mat &mask)
    {
        cv::Mat map;
        mask.convertTo(map, CV_32F);
        const std::vector<Region> regions = findRegions(map, {0.5F, 1});
        return regions.size() == 1 ? regions.front() : Region{};
    }

private slots:
    void aPixelIsASquare()
    {
        const std::vector<cv::Point> square{{3, 4}, {4, 4}, {4, 5}, {3, 5}};
        QCOMPARE(pixelOutline({{3, 4}}), square);
    }

    void aRectangleHasFourCorners()
    {
        cv::Mat mask(40, 50, CV_8UC1, cv::Scalar(0));
        mask(cv::Rect(0, 20, 50, 20)).setTo(1); // to the borders of the picture
        const std::vector<cv::Point> corners{{0, 20}, {50, 20}, {50, 40}, {0, 40}};
        QCOMPARE(pixelOutline(onlyRegion(mask).contour), corners);
    }

    /// Two pixels that touch by a corner are one region, so one outline, which passes that corner twice.
    void whatTouchesByACornerStaysTogether()
    {
        for (const bool falling : {true, false}) {
            cv::Mat mask(4, 4, CV_8UC1, cv::Scalar(0));
            mask.at<uchar>(1, falling ? 1 : 2) = 1;
            mask.at<uchar>(2, falling ? 2 : 1) = 1;
            const std::vector<cv::Point> outline = pixelOutline(onlyRegion(mask).contour);
            QCOMPARE(twiceTheArea(outline), 4);
            QCOMPARE(std::count(outline.begin(), outline.end(), cv::Point(2, 2)), 2);
        }
    }

    void aRingIsFilled()
    {
        cv::Mat mask(9, 9, CV_8UC1, cv::Scalar(0));
        for (const cv::Point &pixel : {cv::Point(4, 2), cv::Point(3, 3), cv::Point(5, 3), cv::Point(4, 4)})
            mask.at<uchar>(pixel) = 1; // closed by corners alone
        QCOMPARE(twiceTheArea(pixelOutline(onlyRegion(mask).contour)), 2 * 5);
    }

    /// Of many shapes, ragged ones among them: only right angles, each edge once, and the area of all that is
    /// enclosed.
    void theAreaIsTheNumberOfPixels()
    {
        std::mt19937 random(7);
        int shapes = 0;
        for (int round = 0; round < 60; ++round) {
            cv::Mat noise(48, 64, CV_32F);
            for (auto pixel = noise.begin<float>(); pixel != noise.end<float>(); ++pixel)
                *pixel = std::uniform_real_distribution<float>(0, 1)(random);
            if (round % 3 > 0)
                cv::GaussianBlur(noise, noise, {}, round % 3);
            const auto level = static_cast<float>(cv::mean(noise)[0]) * (round % 2 == 0 ? 1.0F : 1.02F);
            for (const Region &region : findRegions(noise, {level, 1})) {
                const std::vector<cv::Point> outline = pixelOutline(region.contour);
                cv::Mat filled(noise.size(), CV_8UC1, cv::Scalar(0));
                cv::fillPoly(filled, std::vector<std::vector<cv::Point>>{region.contour}, cv::Scalar(1));
                QCOMPARE(twiceTheArea(outline), std::int64_t(2) * cv::countNonZero(filled));
                for (std::size_t i = 0; i < outline.size(); ++i) {
                    const cv::Point edge = outline[(i + 1) % outline.size()] - outline[i];
                    const cv::Point next = outline[(i + 2) % outline.size()] - outline[(i + 1) % outline.size()];
                    QVERIFY((edge.x == 0) != (edge.y == 0));
                    QVERIFY((edge.x == 0) != (next.x == 0));
                }
                ++shapes;
            }
        }
        QVERIFY(shapes > 1000);
    }
};

QTEST_APPLESS_MAIN(TestOutline)
#include "test_outline.moc"
