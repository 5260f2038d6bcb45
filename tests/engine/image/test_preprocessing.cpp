#include <cmath>
#include <cstring>
#include <limits>

#include <QTest>

#include <spotcheck/image/preprocessing.h>
#include <spotcheck/image/resize.h>

#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

Preprocessing centreCrop(int inputSize, int cropResize)
{
    Preprocessing settings;
    settings.framing = Preprocessing::Framing::CentreCrop;
    settings.inputSize = inputSize;
    settings.cropResize = cropResize;
    return settings;
}

struct Reference {
    cv::Mat source;
    Preprocessing settings;
    int stride = 1;
    cv::Mat tensor; ///< every stride-th pixel
};

std::vector<Reference> torchvisionReferences()
{
    const std::string bytes = readBytes(dataFile("preprocessing.bin"));
    std::vector<Reference> references;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::array<std::int32_t, 5> header{};
        std::memcpy(header.data(), bytes.data() + at, sizeof header);
        at += sizeof header;
        const auto [width, height, size, crop, stride] = header;
        Reference reference;
        reference.source = patternPicture(width, height, 3);
        if (crop == 0) {
            reference.settings.inputSize = size;
        } else {
            reference.settings = centreCrop(size, crop);
        }
        reference.stride = stride;
        const int side = (size + stride - 1) / stride;
        reference.tensor.create(side, side, CV_32FC3);
        const std::size_t count = reference.tensor.total() * reference.tensor.elemSize();
        std::memcpy(reference.tensor.data, bytes.data() + at, count);
        at += count;
        references.push_back(reference);
    }
    return references;
}

} // namespace

class TestPreprocessing : public QObject {
    Q_OBJECT

private slots:
    void equalsTorchvision()
    {
        const std::vector<Reference> references = torchvisionReferences();
        QCOMPARE(references.size(), std::size_t{10});
        for (const Reference &reference : references) {
            const cv::Mat tensor = reference.settings.apply(reference.source);
            QCOMPARE(tensor.type(), CV_32FC3);
            QVERIFY(tensor.size() == reference.settings.inputSize);
            cv::Mat thinned(reference.tensor.size(), CV_32FC3);
            for (int y = 0; y < thinned.rows; ++y) {
                for (int x = 0; x < thinned.cols; ++x) {
                    thinned.at<cv::Vec3f>(y, x) = tensor.at<cv::Vec3f>(y * reference.stride, x * reference.stride);
                }
            }
            // One grey level, in units of the smallest deviation.
            constexpr double level = 1.0 / 255.0 / 0.224;
            QVERIFY(largestDifference(thinned, reference.tensor) <= level * 1.001);
            const double mean = cv::norm(thinned, reference.tensor, cv::NORM_L1) / (3.0 * thinned.total());
            QVERIFY2(mean < 0.35 * level, std::to_string(mean / level).c_str());
        }
    }

    void sixteenBitIsAsPrecise()
    {
        const cv::Mat source = patternPicture(90, 70, 3);
        cv::Mat deep;
        source.convertTo(deep, CV_16U, 257);
        Preprocessing settings;
        settings.inputSize = 40;
        const cv::Mat shallow = settings.apply(source);
        const cv::Mat precise = settings.apply(deep);
        const double difference = cv::norm(shallow, precise, cv::NORM_INF);
        QVERIFY(difference > 0 && difference <= 0.51 / 255.0 / 0.224);
    }

    void normalisesEachChannel()
    {
        const cv::Mat source(50, 50, CV_8UC3, cv::Scalar(255, 0, 51));
        Preprocessing settings;
        settings.inputSize = 32;
        const cv::Vec3f pixel = settings.apply(source).at<cv::Vec3f>(16, 16);
        QCOMPARE(pixel[0], (1.0F - 0.485F) / 0.229F);
        QCOMPARE(pixel[1], (0.0F - 0.456F) / 0.224F);
        QCOMPARE(pixel[2], (0.2F - 0.406F) / 0.225F);
    }

    void extremeProportionsNeedNoMemory()
    {
        // Resized as a whole before the crop, this would be 25 million x 256 pixels.
        const cv::Mat line(1, 100'000, CV_8UC3, cv::Scalar::all(200));
        const cv::Mat tensor = centreCrop(224, 256).apply(line);
        QVERIFY(tensor.size() == cv::Size(224, 224));
        const cv::Mat column(100'000, 1, CV_8UC3, cv::Scalar::all(200));
        QVERIFY(largestDifference(centreCrop(224, 256).apply(column), tensor) < 1e-6);
    }

    void visibleRegion()
    {
        QVERIFY(Preprocessing().visibleRegion({640, 480}) == cv::Rect2d(0, 0, 640, 480));
        // 1024 x 512 becomes 512 x 256, of which 224 x 224 from (144, 16) on are seen: twice that in the picture.
        QVERIFY(centreCrop(224, 256).visibleRegion({1024, 512}) == cv::Rect2d(288, 32, 448, 448));
        QVERIFY(centreCrop(224, 256).visibleRegion({512, 1024}) == cv::Rect2d(32, 288, 448, 448));
        QVERIFY(centreCrop(256, 256).visibleRegion({100, 100}) == cv::Rect2d(0, 0, 100, 100));
    }

    void visibleRegionIsWhatApplyShows()
    {
        const Preprocessing settings = centreCrop(64, 80);
        for (const cv::Size size : {cv::Size(200, 160), cv::Size(161, 320), cv::Size(243, 201)}) {
            // A gradient of x tells where the tensor's columns come from.
            cv::Mat ramp(size, CV_16UC3);
            for (int y = 0; y < size.height; ++y) {
                for (int x = 0; x < size.width; ++x) {
                    ramp.at<cv::Vec3w>(y, x) = {static_cast<ushort>(x * 100), static_cast<ushort>(y * 100), 0};
                }
            }
            const cv::Mat tensor = settings.apply(ramp);
            const cv::Rect2d region = settings.visibleRegion(size);
            for (const int i : {5, 32, 60}) {
                const cv::Vec3f pixel = tensor.at<cv::Vec3f>(i, i);
                const double x = (pixel[0] * 0.229 + 0.485) * 655.35;
                const double y = (pixel[1] * 0.224 + 0.456) * 655.35;
                QVERIFY(std::abs(x - (region.x + (i + 0.5) / 64 * region.width - 0.5)) < 0.02);
                QVERIFY(std::abs(y - (region.y + (i + 0.5) / 64 * region.height - 0.5)) < 0.02);
            }
        }
    }

    void widthAndHeightMayDiffer()
    {
        const cv::Mat source = patternPicture(90, 70, 3);
        Preprocessing settings;
        settings.inputSize = {64, 40};
        const cv::Mat tensor = settings.apply(source);
        const cv::Mat resized = resizeAntialiased(source, {64, 40});
        QVERIFY(tensor.size() == resized.size());
        for (int y = 0; y < tensor.rows; ++y) {
            for (int x = 0; x < tensor.cols; ++x)
                QCOMPARE(tensor.at<cv::Vec3f>(y, x)[0],
                         (static_cast<float>(resized.at<cv::Vec3b>(y, x)[0]) / 255.0F - 0.485F) / 0.229F);
        }
        settings.framing = Preprocessing::Framing::CentreCrop;
        settings.cropResize = 80;
        // 200 x 100 becomes 160 x 80, of which the middle 64 x 40 are seen.
        QVERIFY(settings.visibleRegion({200, 100}) == cv::Rect2d(60, 25, 80, 50));
        settings.cropResize = 63;
        QVERIFY(errorOf([&] { settings.validate(); }));
    }

    void tilesAreCutFromTheWholeInput()
    {
        const cv::Mat source = patternPicture(411, 333, 3);
        for (const Preprocessing::Framing framing :
             {Preprocessing::Framing::FullFrame, Preprocessing::Framing::CentreCrop}) {
            Preprocessing tiled;
            tiled.framing = framing;
            tiled.inputSize = {96, 64};
            tiled.tiling = {3, 2, 0.25};
            tiled.cropResize = 330;
            Preprocessing whole = tiled;
            whole.tiling = {};
            whole.inputSize = {tiled.wholeInput().width, tiled.wholeInput().height};
            QVERIFY(whole.inputSize == cv::Size(96 + 2 * 96, 64 + 64)); // 72 px are no grid step; 96 are
            tiled.inputSize = {128, 64};
            whole.inputSize = {tiled.wholeInput().width, tiled.wholeInput().height};
            QVERIFY(whole.inputSize == cv::Size(128 + 2 * 96, 64 + 64));
            const cv::Size size = source.size();
            QVERIFY(tiled.visibleRegion(size) == whole.visibleRegion(size));
            const cv::Mat all = whole.apply(source);
            for (int tile = 0; tile < 6; ++tile) {
                const cv::Rect place(tiled.tiling.origin(tile, tiled.inputSize), tiled.inputSize);
                QCOMPARE(place.x, tile % 3 * 96);
                QCOMPARE(place.y, tile / 3 * 64);
                QCOMPARE(largestDifference(tiled.apply(source, tile), all(place)), 0.0);
            }
            QVERIFY(errorOf([&] { tiled.apply(source, 6); }));
        }
    }

    void tilesOverlapAtLeastAsAskedFor()
    {
        for (int side = 64; side <= 512; side += 32) {
            for (const double overlap : {0.0, 0.1, 0.25, 0.5}) {
                const Tiling tiling{4, 3, overlap};
                const int step = tiling.step({side, side}).width;
                QCOMPARE(step % 32, 0);
                QVERIFY(step >= side / 2 && step <= side);
                // Never more than a grid step beside what was asked for.
                QVERIFY(std::abs(side - step - overlap * side) < 32);
            }
        }
        QCOMPARE(Tiling({2, 2, 0}).step({224, 100}), cv::Size(224, 96));
    }

    void jsonKeepsEveryOption()
    {
        Preprocessing settings;
        settings.inputSize = {320, 224};
        settings.tiling = {3, 2, 0.2};
        settings.region = {{{{0.1, 0.2}, {0.9, 0.1}, {1.0 / 3.0, 0.8}}}, {{{0.3, 0.3}, {0.4, 0.3}, {0.3, 0.4}}}};
        settings.alignment = AlignmentMode::Features;
        QVERIFY(Preprocessing::fromJson(settings.toJson()) == settings);
        settings.alignment = AlignmentMode::Ecc;
        QVERIFY(Preprocessing::fromJson(settings.toJson()) == settings);
        for (const auto &[from, to] : {std::pair("[320,224]", "[320]"),
                                       {"[320,224]", "[320,24]"},
                                       {"\"ecc\"", "\"eye\""},
                                       {"\"columns\":3", "\"columns\":0"},
                                       {"\"columns\":3", "\"columns\":33"},
                                       {"\"overlap\":0.2", "\"overlap\":0.6"},
                                       {"\"overlap\":0.2", "\"overlap\":\"\""},
                                       {"\"ignore\"", "\"igno\""}}) {
            std::string json = settings.toJson();
            const std::size_t at = json.find(from);
            QVERIFY2(at != std::string::npos, from);
            json.replace(at, std::strlen(from), to);
            const bool lenient = std::string(to) == "\"igno\""; // an unknown key is left alone
            QCOMPARE(errorOf([&] { Preprocessing::fromJson(json); }).has_value(), !lenient);
        }
    }

    void jsonRoundTrip()
    {
        Preprocessing settings = centreCrop(320, 366);
        settings.mean = {0.1F, 1.0F / 3.0F, -2.5e-8F};
        settings.deviation = {1.0F, 0.3F, 7e9F};
        QVERIFY(Preprocessing::fromJson(settings.toJson()) == settings);
        QVERIFY(Preprocessing::fromJson(Preprocessing().toJson()) == Preprocessing());
        QCOMPARE(Preprocessing().toJson(),
                 std::string(R"({"input_size":224,"framing":"full_frame","crop_resize":256,)"
                             R"("mean":[0.485,0.456,0.406],"deviation":[0.229,0.224,0.225]})"));
    }

    void badJson_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *from, const char *to) {
            QTest::newRow(to) << QByteArray(from) << QByteArray(to);
        };
        row("224,", "\"224\",");
        row("224,", "224.5,");
        row("224,", "31,");
        row("224,", "2049,");
        row("224,", "-1,");
        row("224,", "18446744073709551615,");
        row("full_frame", "tiles");
        row("\"full_frame\"", "7");
        row("\"framing\"", "\"frame\"");
        row("0.485,", "");
        row("0.485,", "\"a\",");
        row("0.485,", "1e99,");
        row("0.229", "0");
        row("0.229", "-0.2");
        row("0.229", "null");
        row("{", "[");
        row("}", "");
    }

    void badJson()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        std::string json = Preprocessing().toJson();
        json.replace(json.find(from.toStdString()), static_cast<std::size_t>(from.size()), to.toStdString());
        const auto error = errorOf([&] { Preprocessing::fromJson(json); });
        QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
        QVERIFY(!error->detail().empty());
    }

    void otherJson()
    {
        for (const char *json : {"", "null", "[]", "{}", "7", "{\"input_size\":224}"}) {
            const auto error = errorOf([&] { Preprocessing::fromJson(json); });
            QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
        }
    }

    void invalidSettings()
    {
        const cv::Mat source = patternPicture(40, 40, 3);
        const auto compareRefused = [&](const Preprocessing &settings) {
            for (const auto &error :
                 {errorOf([&] { settings.validate(); }), errorOf([&] { settings.apply(source); })}) {
                QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
            }
        };
        compareRefused(centreCrop(224, 223));
        compareRefused(centreCrop(224, 100'000));
        Preprocessing settings;
        for (const int size : {-5, 0, 31, 2049}) {
            settings.inputSize = size;
            compareRefused(settings);
        }
        settings = {};
        settings.deviation[1] = 0;
        compareRefused(settings);
        settings = {};
        settings.mean[2] = std::numeric_limits<float>::quiet_NaN();
        compareRefused(settings);
        // A full frame has no use for the size before the crop.
        settings = {};
        settings.inputSize = 512;
        settings.validate();
    }

    void refusesOtherPictures()
    {
        for (const int type : {CV_8UC1, CV_8UC4, CV_32FC3}) {
            const auto error = errorOf([&] { Preprocessing().apply(cv::Mat(40, 40, type, cv::Scalar::all(0))); });
            QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
        }
        QVERIFY(errorOf([] { Preprocessing().apply(cv::Mat()); }));
        QVERIFY(errorOf([] { Preprocessing().visibleRegion({0, 5}); }));
    }
};

QTEST_GUILESS_MAIN(TestPreprocessing)
#include "test_preprocessing.moc"
