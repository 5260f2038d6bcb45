#include <cmath>

#include <QTest>

#include <spotcheck/image/regionofinterest.h>

#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

const RelativePolygon triangle{{0.1, 0.1}, {0.9, 0.2}, {0.3, 0.8}};
const RelativePolygon square{{0.5, 0.4}, {0.95, 0.4}, {0.95, 0.95}, {0.5, 0.95}};
const RelativePolygon hole{{0.3, 0.2}, {0.45, 0.25}, {0.35, 0.5}};

/// Jordan's rule.
bool isInside(const RelativePolygon &polygon, cv::Point2d point)
{
    bool inside = false;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const cv::Point2d a = polygon[i];
        const cv::Point2d b = polygon[(i + 1) % polygon.size()];
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

} // namespace

class TestRegionOfInterest : public QObject {
    Q_OBJECT

private slots:
    void maskEqualsJordansRuleButForTheEdges()
    {
        const RegionOfInterest region{{triangle, square}, {hole}};
        const cv::Size size(200, 120);
        const cv::Mat mask = region.mask(size);
        QVERIFY(mask.size() == size && mask.type() == CV_8UC1);
        const auto wanted = [&](int x, int y) {
            const cv::Point2d point((x + 0.5) / size.width, (y + 0.5) / size.height);
            return (isInside(triangle, point) || isInside(square, point)) && !isInside(hole, point);
        };
        int compared = 0;
        for (int y = 2; y + 2 < size.height; ++y) {
            for (int x = 2; x + 2 < size.width; ++x) {
                // Away from every edge all pixels around agree.
                bool alike = true;
                for (int v = -2; v <= 2; ++v) {
                    for (int u = -2; u <= 2; ++u)
                        alike = alike && wanted(x + u, y + v) == wanted(x, y);
                }
                if (!alike)
                    continue;
                ++compared;
                QCOMPARE(mask.at<uchar>(y, x), static_cast<uchar>(wanted(x, y) ? 255 : 0));
            }
        }
        QVERIFY(compared > size.area() * 8 / 10);
    }

    void ignoringAloneKeepsTheRest()
    {
        const cv::Mat mask = RegionOfInterest{{}, {square}}.mask({100, 100});
        QCOMPARE(mask.at<uchar>(10, 10), uchar{255});
        QCOMPARE(mask.at<uchar>(70, 70), uchar{0});
    }

    void overlappingPolygonsAreNoHoles()
    {
        const cv::Mat mask = RegionOfInterest{{square, square}, {}}.mask({100, 100});
        QCOMPARE(mask.at<uchar>(70, 70), uchar{255});
    }

    void fillsOutsideWithTheColour()
    {
        const RegionOfInterest region{{square}, {}};
        const cv::Mat image = patternPicture(60, 40, 3);
        const cv::Mat mask = region.mask(image.size());
        const cv::Mat filled = region.fillOutside(image, {0.2F, 0.4F, 1.0F});
        cv::Mat deep;
        image.convertTo(deep, CV_16U, 257);
        const cv::Mat filledDeep = region.fillOutside(deep, {0.2F, 0.4F, 1.0F});
        for (int y = 0; y < image.rows; ++y) {
            for (int x = 0; x < image.cols; ++x) {
                const bool inside = mask.at<uchar>(y, x) != 0;
                QVERIFY(filled.at<cv::Vec3b>(y, x) == (inside ? image.at<cv::Vec3b>(y, x) : cv::Vec3b(51, 102, 255)));
                QVERIFY(filledDeep.at<cv::Vec3w>(y, x) ==
                        (inside ? deep.at<cv::Vec3w>(y, x) : cv::Vec3w(13107, 26214, 65535)));
            }
        }
    }

    void theWholePictureIsNotCopied()
    {
        const cv::Mat image = patternPicture(30, 20, 3);
        QVERIFY(RegionOfInterest().fillOutside(image, {0, 0, 0}).data == image.data);
        QVERIFY(RegionOfInterest().mask({30, 20}).empty());
    }

    void jsonRoundTrip()
    {
        const RegionOfInterest region{{triangle, square}, {hole}};
        QVERIFY(RegionOfInterest::fromJson(region.toJson()) == region);
        QVERIFY(RegionOfInterest::fromJson("{\"ignore\":[[[0,0],[1,0],[0,0.5]]]}").include.empty());
    }

    void refusesWhatIsNoRegion_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("text") << QByteArray("polygon");
        QTest::newRow("list") << QByteArray("[[[0,0],[1,0],[0,1]]]");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("two corners") << QByteArray("{\"include\":[[[0,0],[1,0]]]}");
        QTest::newRow("outside") << QByteArray("{\"include\":[[[0,0],[1.1,0],[0,1]]]}");
        QTest::newRow("pixels") << QByteArray("{\"include\":[[[0,0],[120,0],[0,80]]]}");
        QTest::newRow("three coordinates") << QByteArray("{\"include\":[[[0,0,0],[1,0,0],[0,1,0]]]}");
        QTest::newRow("words") << QByteArray("{\"include\":[[[\"a\",0],[1,0],[0,1]]]}");
        QTest::newRow("huge") << QByteArray("{\"include\":[[[1e400,0],[1,0],[0,1]]]}");
        QTest::newRow("numbers") << QByteArray("{\"include\":[1,2,3]}");
        QTest::newRow("all ignored") << QByteArray("{\"ignore\":[[[0,0],[1,0],[1,1],[0,1]]]}");
        QTest::newRow("included is ignored") << QByteArray("{\"include\":[[[0.2,0.2],[0.4,0.2],[0.3,0.4]]],"
                                                           "\"ignore\":[[[0.1,0.1],[0.5,0.1],[0.5,0.5],[0.1,0.5]]]}");
    }

    void refusesWhatIsNoRegion()
    {
        QFETCH(QByteArray, json);
        const auto error = errorOf([&] { RegionOfInterest::fromJson(json.toStdString()); });
        QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
        QVERIFY(!error->detail().empty());
    }

    void refusesNumbersThatAreNone()
    {
        const RegionOfInterest region{{{{0, 0}, {std::nan(""), 0}, {1, 1}}}, {}};
        QVERIFY(errorOf([&] { region.validate(); }));
    }
};

QTEST_GUILESS_MAIN(TestRegionOfInterest)
#include "test_regionofinterest.moc"
