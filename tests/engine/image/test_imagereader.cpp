#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/image/imagereader.h>
#include <spotcheck/image/resize.h>

#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

constexpr int width = 13;
constexpr int height = 9;

int alphaAt(int x, int y)
{
    constexpr std::array<int, 3> levels{0, 128, 255};
    return levels[static_cast<std::size_t>((x + y) % 3)];
}

uchar onWhite(int colour, int alpha)
{
    return static_cast<uchar>((colour * alpha + 255 * (255 - alpha) + 127) / 255);
}

cv::Vec3b onWhite(cv::Vec3b colour, int alpha)
{
    return {onWhite(colour[0], alpha), onWhite(colour[1], alpha), onWhite(colour[2], alpha)};
}

cv::Vec3b greyPixel(int x, int y)
{
    return cv::Vec3b::all(rgbPixel(x, y)[0]);
}

cv::Vec3b palettePixel(int x, int y)
{
    const std::array<cv::Vec3b, 4> palette{cv::Vec3b{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {10, 20, 30}};
    return palette[static_cast<std::size_t>((x + y) % 4)];
}

/// What a file of make_pictures.py shows, in 8 bits, by the first part of its name.
cv::Mat expectedPicture(const std::string &content)
{
    const std::map<std::string, std::function<cv::Vec3b(int, int)>> pixels{
        {"rgb", rgbPixel},
        {"grey", greyPixel},
        {"palette", palettePixel},
        {"bits", [](int x, int y) { return cv::Vec3b::all(greyPixel(x, y)[0] > 100 ? 255 : 0); }},
        {"rgba", [](int x, int y) { return onWhite(rgbPixel(x, y), alphaAt(x, y)); }},
        {"greyAlpha", [](int x, int y) { return onWhite(greyPixel(x, y), alphaAt(x, y)); }},
        {"paletteAlpha", [](int x, int y) { return onWhite(palettePixel(x, y), (x + y) % 4 == 1 ? 128 : 255); }},
        {"greyKey", [](int x, int y) { return x == 0 ? cv::Vec3b::all(255) : greyPixel(x, y); }},
    };
    return picture(width, height, pixels.at(content));
}

/// make_pictures.py: smooth.
cv::Mat smoothPicture()
{
    return picture(32, 24, [](int x, int y) {
        return cv::Vec3b(static_cast<uchar>(x * 7 + 10), static_cast<uchar>(y * 9 + 20),
                         static_cast<uchar>(200 - x * 2 - y * 3));
    });
}

} // namespace

class TestImageReader : public QObject {
    Q_OBJECT

private slots:
    void readsLosslessPictures_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("channels");
        QTest::addColumn<double>("tolerance"); // in 8-bit levels
        const auto row = [](const char *name, const char *content, int bits, int channels, double tolerance = 0) {
            QTest::newRow(name) << content << bits << channels << tolerance;
        };
        row("rgb.png", "rgb", 8, 3);
        row("rgba.png", "rgba", 8, 4);
        row("grey.png", "grey", 8, 1);
        row("grey_alpha.png", "greyAlpha", 8, 2);
        row("grey_key.png", "greyKey", 8, 1);
        row("grey16.png", "grey", 16, 1);
        row("bits.png", "bits", 8, 1);
        row("palette.png", "palette", 8, 3);
        row("palette_transparent.png", "paletteAlpha", 8, 3);
        row("rgb.bmp", "rgb", 8, 3);
        row("grey.bmp", "grey", 8, 3);
        row("bits.bmp", "bits", 8, 3);
        row("palette.bmp", "palette", 8, 3);
        row("rgba.bmp", "rgb", 8, 4); // the fourth byte has no meaning in this kind of BMP
        row("rgba_masks.bmp", "rgba", 8, 4);
        row("rgb_masks.bmp", "rgb", 8, 4);
        row("rgb.webp", "rgb", 8, 3);
        row("rgba.webp", "rgba", 8, 4);
        row("animated.webp", "rgb", 8, 4);
        row("rgb.tif", "rgb", 8, 3);
        row("rgb_lzw.tif", "rgb", 8, 3);
        row("rgb_bigtiff.tif", "rgb", 8, 3);
        row("rgb_planar.tif", "rgb", 8, 3);
        row("rgb_unused_channel.tif", "rgb", 8, 4);
        row("rgb16.tif", "rgb", 16, 3);
        row("rgb16_big_endian.tif", "rgb", 16, 3);
        row("pages.tif", "rgb", 8, 3);
        row("palette.tif", "palette", 8, 3);
        row("bits_group4.tif", "bits", 8, 1);
        row("grey.tif", "grey", 8, 1);
        row("grey_white0.tif", "grey", 8, 1);
        row("grey16.tif", "grey", 16, 1);
        row("grey16_white0.tif", "grey", 16, 1);
        // Premultiplied colours are rounded to 8 bits once more.
        row("rgba.tif", "rgba", 8, 4, 1);
        row("rgba_premultiplied.tif", "rgba", 8, 4, 1);
        row("rgba16.tif", "rgba", 16, 4, 1);
        row("rgba16_premultiplied.tif", "rgba", 16, 4, 1);
    }

    void readsLosslessPictures()
    {
        QFETCH(QString, content);
        QFETCH(int, bits);
        QFETCH(int, channels);
        QFETCH(double, tolerance);
        const auto file = pictureFile(QTest::currentDataTag());
        cv::Mat expected = expectedPicture(content.toStdString());
        if (bits == 16) {
            expected.convertTo(expected, CV_16U, 257);
            tolerance *= 257;
        }
        QVERIFY(largestDifference(readImage(file), expected) <= tolerance);

        const ImageFacts facts = readImageFacts(file);
        QVERIFY(facts.size == cv::Size(width, height));
        QCOMPARE(facts.bitsPerChannel, bits);
        QCOMPARE(facts.channels, channels);
        QCOMPARE(facts.exifOrientation, 1);
    }

    void readsLossyPictures_data()
    {
        QTest::addColumn<double>("tolerance");
        QTest::newRow("rgb.jpg") << 6.0;
        QTest::newRow("progressive.jpg") << 6.0;
        QTest::newRow("subsampled.jpg") << 16.0;
        QTest::newRow("cmyk.jpg") << 8.0;
    }

    void readsLossyPictures()
    {
        QFETCH(double, tolerance);
        const cv::Mat image = readImage(pictureFile(QTest::currentDataTag()));
        QVERIFY(largestDifference(image, smoothPicture()) <= tolerance);
        QVERIFY(readImageFacts(pictureFile(QTest::currentDataTag())).size == cv::Size(32, 24));
    }

    void spreadsGreyJpeg()
    {
        const cv::Mat image = readImage(pictureFile("grey.jpg"));
        const cv::Mat expected =
            picture(32, 24, [](int x, int) { return cv::Vec3b::all(static_cast<uchar>(x * 7 + 10)); });
        QVERIFY(largestDifference(image, expected) <= 4);
    }

    void readsLossyWebP()
    {
        QVERIFY(largestDifference(readImage(pictureFile("lossy.webp")), expectedPicture("rgb")) <= 60);
    }

    void appliesOrientation_data()
    {
        QTest::addColumn<int>("orientation");
        for (const char *ending : {".png", ".webp", ".tif", ".jpg"}) {
            for (int orientation = 1; orientation <= 8; ++orientation) {
                QTest::addRow("orientation%d%s", orientation, ending) << orientation;
            }
        }
    }

    void appliesOrientation()
    {
        QFETCH(int, orientation);
        const auto file = pictureFile(QTest::currentDataTag());
        const bool lossy = file.extension() == ".jpg";
        const cv::Mat expected = lossy ? smoothPicture() : expectedPicture("rgb");
        QVERIFY(largestDifference(readImage(file), expected) <= (lossy ? 6 : 0));
        const ImageFacts facts = readImageFacts(file);
        QVERIFY(facts.size == expected.size());
        QCOMPARE(facts.exifOrientation, orientation);

        const cv::Size half(expected.cols / 2, static_cast<int>(std::lround(expected.rows * (expected.cols / 2) /
                                                                            static_cast<double>(expected.cols))));
        const cv::Mat thumbnail = readThumbnail(file, half.width);
        QVERIFY(largestDifference(thumbnail, resizeAntialiased(expected, half)) <= (lossy ? 16 : 0));
    }

    void makesThumbnails_data()
    {
        QTest::addColumn<int>("longSide");
        for (const int longSide : {1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 64}) {
            QTest::addRow("%d px", longSide) << longSide;
        }
    }

    void makesThumbnails()
    {
        QFETCH(int, longSide);
        const cv::Size size(longSide, std::max(1, static_cast<int>(std::lround(longSide * 0.75))));
        for (const char *name : {"rgb.jpg", "progressive.jpg", "cmyk.jpg", "orientation6.jpg"}) {
            const cv::Mat thumbnail = readThumbnail(pictureFile(name), longSide);
            QVERIFY(largestDifference(thumbnail, resizeAntialiased(smoothPicture(), size)) <= 24);
        }
        QCOMPARE(readThumbnail(pictureFile("grey.jpg"), longSide).type(), CV_8UC3);
        QCOMPARE(readThumbnail(pictureFile("rgb16.tif"), longSide).type(), CV_8UC3);
        QCOMPARE(readThumbnail(pictureFile("rgba.png"), longSide).cols, longSide);
    }

    void thumbnailsOfFineTextureAreAveraged()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("texture.jpg").toStdString();
        const cv::Mat texture =
            picture(400, 400, [](int x, int y) { return cv::Vec3b::all((x + y) % 2 == 0 ? uchar(60) : uchar(180)); });
        writeImage(file, texture);
        // Picking pixels instead of averaging would leave 60 and 180.
        const cv::Mat average(30, 30, CV_8UC3, cv::Scalar::all(120));
        QVERIFY(largestDifference(readThumbnail(file, 30), average) <= 3);
    }

    void readsMasks_data()
    {
        QTest::addColumn<QString>("content");
        for (const char *name : {"bits.png", "bits.bmp", "bits_group4.tif"}) {
            QTest::newRow(name) << "bits";
        }
        for (const char *name : {"rgb.png", "rgba.png", "rgb16.tif", "rgb.webp", "orientation7.png"}) {
            QTest::newRow(name) << "rgb";
        }
        QTest::newRow("grey16.png") << "grey";
    }

    void readsMasks()
    {
        QFETCH(QString, content);
        const cv::Mat shown = expectedPicture(content.toStdString());
        cv::Mat expected(shown.size(), CV_8UC1);
        for (int y = 0; y < shown.rows; ++y) {
            for (int x = 0; x < shown.cols; ++x) {
                expected.at<uchar>(y, x) = shown.at<cv::Vec3b>(y, x) == cv::Vec3b::all(0) ? 0 : 255;
            }
        }
        const cv::Mat mask = readMask(pictureFile(QTest::currentDataTag()));
        QVERIFY(largestDifference(mask, expected) <= 0);
    }

    void everyValueAboveZeroMarksADefect()
    {
        QTemporaryDir folder;
        for (const int type : {CV_8UC1, CV_16UC1, CV_8UC3, CV_16UC3}) {
            const std::filesystem::path file = folder.filePath("mask.png").toStdString();
            cv::Mat faint(3, 4, type, cv::Scalar::all(0));
            cv::Mat plane;
            cv::extractChannel(faint, plane, faint.channels() - 1);
            plane.row(1).setTo(1);
            cv::insertChannel(plane, faint, faint.channels() - 1);
            writeImage(file, faint);
            const cv::Mat mask = readMask(file);
            QCOMPARE(mask.type(), CV_8UC1);
            QCOMPARE(cv::countNonZero(mask), 4);
            QCOMPARE(cv::countNonZero(mask.row(1) == 255), 4);
        }
    }

    void knowsEndings()
    {
        for (const char *name : {"a.png", "b.JPG", "c.Jpeg", "d.bmp", "e.TIF", "f.tiff", "g.webp", "한글.PNG"}) {
            QVERIFY(hasImageEnding(name));
        }
        for (const char *name : {"a.gif", "png", ".png", "a.png.txt", "", "a.pn", "folder/"}) {
            QVERIFY(!hasImageEnding(name));
        }
    }

    void convertsToDisplayDepth()
    {
        const cv::Mat deep = (cv::Mat_<ushort>(1, 5) << 0, 257, 65535, 128, 129);
        const cv::Mat expected = (cv::Mat_<uchar>(1, 5) << 0, 1, 255, 0, 1);
        QVERIFY(largestDifference(toDisplayDepth(deep), expected) <= 0);
        QCOMPARE(toDisplayDepth(expected).data, expected.data);
    }
};

QTEST_GUILESS_MAIN(TestImageReader)
#include "test_imagereader.moc"
