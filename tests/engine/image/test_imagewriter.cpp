#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <spotcheck/image/imagereader.h>

#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

class TestImageWriter : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void roundTrip_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("rgb8.png") << CV_8UC3 << 0.0;
        QTest::newRow("rgb16.PNG") << CV_16UC3 << 0.0;
        QTest::newRow("grey8.png") << CV_8UC1 << 0.0;
        QTest::newRow("grey16.png") << CV_16UC1 << 0.0;
        QTest::newRow("rgb8.bmp") << CV_8UC3 << 0.0;
        QTest::newRow("grey8.bmp") << CV_8UC1 << 0.0;
        QTest::newRow("rgb8.tif") << CV_8UC3 << 0.0;
        QTest::newRow("rgb16.tiff") << CV_16UC3 << 0.0;
        QTest::newRow("grey16.tiff") << CV_16UC1 << 0.0;
        QTest::newRow("rgb8.webp") << CV_8UC3 << 40.0;
        QTest::newRow("rgb8.jpg") << CV_8UC3 << 40.0;
        QTest::newRow("결과 그림.png") << CV_8UC3 << 0.0;
    }

    void roundTrip()
    {
        QFETCH(int, type);
        QFETCH(double, tolerance);
        cv::Mat image = picture(40, 30, [](int x, int y) {
            return cv::Vec3b(static_cast<uchar>(x * 6), static_cast<uchar>(y * 8), static_cast<uchar>(255 - x * 4));
        });
        cv::Mat shown = image;
        if (CV_MAT_CN(type) == 1) {
            cv::extractChannel(image, image, 1);
            const std::vector<cv::Mat> planes{image, image, image};
            cv::merge(planes, shown);
        }
        if (CV_MAT_DEPTH(type) == CV_16U) {
            image.convertTo(image, CV_16U, 257, 3);
            shown.convertTo(shown, CV_16U, 257, 3);
        }
        const auto file = path(QTest::currentDataTag());
        const cv::Mat before = image.clone();
        writeImage(file, image);
        QVERIFY(largestDifference(image, before) <= 0);
        QVERIFY(largestDifference(readImage(file), shown) <= tolerance);
    }

    void floatTiffKeepsEveryBit()
    {
        cv::Mat map(7, 5, CV_32FC1);
        for (int i = 0; i < 35; ++i) {
            map.at<float>(i / 5, i % 5) = std::ldexp(1.2345F, i - 17) * (i % 2 == 0 ? 1.0F : -1.0F);
        }
        map.at<float>(3, 3) = std::numeric_limits<float>::infinity();
        map.at<float>(6, 4) = 1e-42F;
        const auto file = path("map.tiff");
        writeImage(file, map);
        cv::Mat read = cv::imread(file.string(), cv::IMREAD_UNCHANGED);
        QCOMPARE(read.type(), CV_32FC1);
        QVERIFY(read.size() == map.size());
        QCOMPARE(std::memcmp(read.data, map.data, map.total() * sizeof(float)), 0);

        // A part of a larger map, whose rows do not follow each other in memory.
        const cv::Mat part = map(cv::Rect(1, 2, 3, 4));
        writeImage(file, part);
        read = cv::imread(file.string(), cv::IMREAD_UNCHANGED);
        QVERIFY(read.size() == part.size());
        QCOMPARE(std::memcmp(read.data, part.clone().data, part.total() * sizeof(float)), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("type");
        QTest::newRow("no such folder") << "absent/a.png" << CV_8UC3;
        QTest::newRow("no ending") << "a" << CV_8UC3;
        QTest::newRow("unknown ending") << "a.gif" << CV_8UC3;
        QTest::newRow("16-bit JPEG") << "a.jpg" << CV_16UC3;
        QTest::newRow("16-bit BMP") << "a.bmp" << CV_16UC1;
        QTest::newRow("float PNG") << "a.png" << CV_32FC1;
        QTest::newRow("float RGB TIFF") << "a.tiff" << CV_32FC3;
        QTest::newRow("two channels") << "a.png" << CV_8UC2;
        QTest::newRow("signed") << "a.png" << CV_16SC1;
    }

    void refusals()
    {
        QFETCH(QString, name);
        QFETCH(int, type);
        const auto file = path(name.toStdString().c_str());
        const auto error = errorOf([&] { writeImage(file, cv::Mat(3, 3, type, cv::Scalar::all(1))); });
        QVERIFY(error.has_value());
        QCOMPARE(errorId(error->code()), errorId(ErrorCode::WriteFailed));
        QCOMPARE(error->file(), file);
        QVERIFY(!std::filesystem::exists(file));
    }

    void failureKeepsTheOldFile()
    {
        const auto file = path("kept.jpg");
        writeBytes(file, "old");
        QVERIFY(errorOf([&] { writeImage(file, cv::Mat(3, 3, CV_16UC3, cv::Scalar::all(1))); }));
        QVERIFY(errorOf([&] { writeImage(file, cv::Mat()); }));
        QCOMPARE(readBytes(file), std::string("old"));
    }
};

QTEST_GUILESS_MAIN(TestImageWriter)
#include "test_imagewriter.moc"
