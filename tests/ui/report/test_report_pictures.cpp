#include <limits>

#include <QtTest>

#include <opencv2/imgcodecs.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

#include "ui/report/heatmapimage.h"
#include "ui/report/picturefiles.h"
#include "ui/report/reportexport.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// Heat overlay, colour maps, annotated pictures and raw maps.
class TestReportPictures : public QObject {
    Q_OBJECT

private slots:
    void colourMapsRiseInLightness()
    {
        for (const ColourMap map : colourMaps()) {
            const ColourTable table = colourTable(map);
            double before = -1;
            for (const QRgb colour : table) {
                const double lightness = 0.2126 * qRed(colour) + 0.7152 * qGreen(colour) + 0.0722 * qBlue(colour);
                QVERIFY2(lightness > before - 0.6, "lightness falls");
                before = lightness;
            }
        }
    }

    void colourMapsAgreeWithThePublishedTables_data()
    {
        QTest::addColumn<int>("map");
        QTest::addColumn<double>("position");
        QTest::addColumn<QColor>("colour");
        // matplotlib 3.6.3: cm.get_cmap(name)(position)
        QTest::newRow("viridis 0") << int(ColourMap::Viridis) << 0.0 << QColor(68, 1, 84);
        QTest::newRow("viridis 0.5") << int(ColourMap::Viridis) << 128 / 255.0 << QColor(33, 145, 140);
        QTest::newRow("viridis 1") << int(ColourMap::Viridis) << 1.0 << QColor(253, 231, 37);
        QTest::newRow("cividis 1") << int(ColourMap::Cividis) << 1.0 << QColor(254, 232, 56);
        QTest::newRow("inferno 0.5") << int(ColourMap::Inferno) << 128 / 255.0 << QColor(188, 55, 84);
        QTest::newRow("clamped") << int(ColourMap::Inferno) << 7.0 << QColor(252, 255, 164);
    }
    void colourMapsAgreeWithThePublishedTables()
    {
        QFETCH(int, map);
        QFETCH(double, position);
        QFETCH(QColor, colour);
        const QColor given = colourAt(static_cast<ColourMap>(map), position);
        QVERIFY2(std::abs(given.red() - colour.red()) <= 2 && std::abs(given.green() - colour.green()) <= 2 &&
                     std::abs(given.blue() - colour.blue()) <= 2,
                 qPrintable(given.name()));
    }

    void overlayIsClearBelowTheScaleAndStrongestAbove()
    {
        const float values[] = {-3, 2, 3, 4, 6, 60, std::numeric_limits<float>::quiet_NaN()};
        cv::Mat map(1, 7, CV_32FC1);
        std::copy(std::begin(values), std::end(values), map.ptr<float>());
        const QImage image = heatMapImage(map, DisplayScale{2, 6}, ColourMap::Cividis);
        QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
        const auto alpha = [&](int x) { return qAlpha(reinterpret_cast<const QRgb *>(image.constScanLine(0))[x]); };
        QCOMPARE(alpha(0), 0);
        QCOMPARE(alpha(1), 0);
        QVERIFY(alpha(2) > 0 && alpha(2) < alpha(3) && alpha(3) < alpha(4));
        QCOMPARE(alpha(4), qRound(255 * heatMapOpacity));
        QCOMPARE(alpha(5), alpha(4));
        QCOMPARE(alpha(6), 0);
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = reinterpret_cast<const QRgb *>(image.constScanLine(0))[x];
            QVERIFY(qRed(pixel) <= qAlpha(pixel) && qGreen(pixel) <= qAlpha(pixel) && qBlue(pixel) <= qAlpha(pixel));
        }
    }

    void overlayRefusesWhatIsNoMap()
    {
        QVERIFY(heatMapImage({}, {}).isNull());
        QVERIFY_EXCEPTION_THROWN(heatMapImage(cv::Mat(2, 2, CV_8UC1), {}), Error);
        QVERIFY_EXCEPTION_THROWN(toQImage(cv::Mat(2, 2, CV_16UC3)), Error);
    }

    void picturesAreCopiedRowByRow()
    {
        cv::Mat whole(5, 7, CV_8UC3, cv::Scalar(0, 0, 0));
        const cv::Mat part = whole(cv::Rect(2, 1, 3, 2)); // not contiguous
        whole.at<cv::Vec3b>(2, 4) = {10, 20, 30};
        const QImage image = toQImage(part);
        whole.setTo(255);
        QCOMPARE(image.size(), QSize(3, 2));
        QCOMPARE(image.pixelColor(2, 1), QColor(10, 20, 30));
        QCOMPARE(image.pixelColor(0, 0), QColor(0, 0, 0));
    }

    void annotatedPictureShowsTheHotSpotAndLeavesTheRestAlone()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({fixture.result("part.png", 8)});
        QCOMPARE(content.entries.front().regions.size(), std::size_t{1});
        const auto file = fixture.file("annotated.png");
        writeAnnotatedPicture(content, content.entries.front(), file);

        const QImage before(fixture.fileName("part.png"));
        const QImage after(fixture.fileName("annotated.png"));
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.pixelColor(2, 2), before.pixelColor(2, 2));
        QCOMPARE(after.pixelColor(117, 87), before.pixelColor(117, 87));
        QVERIFY(after.pixelColor(60, 45) != before.pixelColor(60, 45));
        QVERIFY(after.pixelColor(60, 45).green() > 150); // viridis ends in yellow
    }

    /// Beyond those that are numbered, regions are outlined too, and the picture says that it has more of them.
    void annotatedPictureShowsAllRegions()
    {
        const ReportFixture fixture;
        ReportContent content =
            ReportFixture::content({fixture.result("part.png", 2, Label::Unlabelled, {700, 500})});
        constexpr int side = 20;
        const auto annotated = [&](int count) {
            ReportEntry &entry = content.entries.front();
            entry.regions.clear();
            for (int index = 0; index < count; ++index) {
                Region region;
                region.box = {30 + 60 * (index % 10), 30 + 60 * (index / 10), side + 1, side + 1};
                const cv::Point corner = region.box.tl();
                region.contour = {corner, corner + cv::Point(side, 0), corner + cv::Point(side, side),
                                  corner + cv::Point(0, side)};
                entry.regions.push_back(region);
            }
            writeAnnotatedPicture(content, entry, fixture.file("annotated.png"));
            return QImage(fixture.fileName("annotated.png"));
        };
        const QRect corner(0, 470, 300, 30); // where the caption stands
        const QImage bare = annotated(0);
        const QImage forty = annotated(40);
        QCOMPARE(forty.copy(corner), bare.copy(corner));
        const QImage all = annotated(57);
        QVERIFY(all.copy(corner) != bare.copy(corner));
        QCOMPARE(all.copy(0, 0, 700, 250), forty.copy(0, 0, 700, 250)); // four rows of ten, with the same numbers
        for (int index = 40; index < 57; ++index) {
            const QPoint edge(30 + 60 * (index % 10) + side / 2, 30 + 60 * (index / 10));
            QVERIFY2(all.pixelColor(edge).lightness() > 200, qPrintable(QString::number(index)));
            QVERIFY(forty.pixelColor(edge).lightness() < 200);
        }
    }

    void annotatedPictureOfAVanishedFileNamesIt()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({fixture.result("part.png", 8)});
        std::filesystem::remove(fixture.file("part.png"));
        try {
            writeAnnotatedPicture(content, content.entries.front(), fixture.file("annotated.png"));
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
            QVERIFY(std::string(error.what()).find("part.png") != std::string::npos);
        }
        QVERIFY(!std::filesystem::exists(fixture.file("annotated.png")));
    }

    /// Its regions are those of the other content.
    void noAnnotatedPictureOfAChangedFile()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({fixture.result("part.png", 8)});
        fixture.result("part.png", 8, Label::Unlabelled, {50, 50});
        const QString problem =
            writeAnnotatedPicture(content, content.entries.front(), fixture.file("annotated.png"));
        QVERIFY2(problem.contains(QStringLiteral("changed")), qPrintable(problem));
        QVERIFY(!std::filesystem::exists(fixture.file("annotated.png")));
    }

    void exportNamesWhatHasNoAnnotatedPicture()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content(
            {fixture.result("changed.png", 8), fixture.result("gone.png", 8), fixture.result("stays.png", 8)});
        fixture.result("changed.png", 8, Label::Unlabelled, {50, 50});
        std::filesystem::remove(fixture.file("gone.png"));
        JobMonitor monitor;
        const ExportedReport report = exportReport(content, fixture.file("out"), {ReportFormat::Annotated}, monitor);
        QCOMPARE(report.leftOut.size(), std::size_t{2});
        QCOMPARE(report.leftOut[0].image, fixture.file("changed.png"));
        QVERIFY(report.leftOut[0].reason.contains(QStringLiteral("has changed")));
        QCOMPARE(report.leftOut[1].image, fixture.file("gone.png"));
        QVERIFY(report.leftOut[1].reason.contains(QStringLiteral("no such file")));
        QCOMPARE(report.files, std::vector{fixture.file("out") / "annotated" / "stays.png"});
        QVERIFY(std::filesystem::exists(report.files.front()));
        QVERIFY(!std::filesystem::exists(fixture.file("out") / "annotated" / "changed.png"));
    }

    void rawMapReadsBackBitByBit()
    {
        const ReportFixture fixture;
        const InspectionResult result = fixture.result("part.png", 8, Label::Unlabelled, {33, 21});
        const ReportContent content = ReportFixture::content({result});
        const cv::Mat map = anomalyMapAt(content.model, *result.prediction, result.prediction->imageSize);
        writeRawMap(map, fixture.file("map.tiff"));
        const cv::Mat read = cv::imread(fixture.file("map.tiff").string(), cv::IMREAD_UNCHANGED);
        QCOMPARE(read.type(), CV_32FC1);
        QCOMPARE(read.size(), cv::Size(33, 21));
        QCOMPARE(cv::countNonZero(read != map), 0);
    }

    void reportPictureIsNoLargerThanAsked()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({fixture.result("part.png", 8)});
        const ReportPicture small = readReportPicture(content, content.entries.front(), 60);
        QVERIFY2(small.problem.isEmpty(), qPrintable(small.problem));
        QCOMPARE(small.bare.size(), QSize(60, 45));
        QCOMPARE(small.overlaid.size(), QSize(60, 45));
        const ReportPicture large = readReportPicture(content, content.entries.front(), 900);
        QCOMPARE(large.bare.size(), QSize(120, 90)); // never enlarged
    }

    void reportPictureTellsAChangedFile()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({fixture.result("part.png", 8)});
        fixture.result("part.png", 8, Label::Unlabelled, {50, 50});
        const ReportPicture picture = readReportPicture(content, content.entries.front(), 60);
        QVERIFY(picture.problem.contains(QStringLiteral("changed")));
        QVERIFY(picture.bare.isNull());
    }

    void outputNamesStayApartAndInside()
    {
        using Paths = std::vector<std::filesystem::path>;
        QCOMPARE(outputNames({"/set/test/good/000.png", "/set/test/scratch/000.png"}, ".tiff"),
                 (Paths{"good/000.tiff", "scratch/000.tiff"}));
        QCOMPARE(outputNames({"/set/a.png", "/set/a.jpg", "/set/b.png"}, ".tiff"),
                 (Paths{"a.png.tiff", "a.jpg.tiff", "b.tiff"}));
        QCOMPARE(outputNames({"/set/x/../y/a.png"}, ".png"), (Paths{"a.png"}));
        QVERIFY(outputNames({}, ".png").empty());
    }

    void outputNamesAreThereOnce_data()
    {
        using Paths = std::vector<std::filesystem::path>;
        QTest::addColumn<Paths>("pictures");
        QTest::addColumn<Paths>("names");
        QTest::newRow("an ending within a name") << Paths{"/set/a.png", "/set/a.jpg", "/set/a.png.bmp"}
                                                 << Paths{"a.png.png", "a.jpg.png", "a.png.bmp.png"};
        QTest::newRow("one after the other")
            << Paths{"/set/a.png.bmp.bmp", "/set/a.png.bmp", "/set/a.png", "/set/a.jpg"}
            << Paths{"a.png.bmp.bmp.png", "a.png.bmp.png", "a.png.png", "a.jpg.png"};
        QTest::newRow("the same picture")
            << Paths{"/set/a.png", "/set/b.png", "/set/a.png"} << Paths{"a.png.png", "b.png", "a.png-2.png"};
        QTest::newRow("a folder of that name")
            << Paths{"/set/a.jpg", "/set/a.png/b.jpg"} << Paths{"a.jpg.png", "a.png/b.png"};
    }
    void outputNamesAreThereOnce()
    {
        QFETCH(const std::vector<std::filesystem::path>, pictures);
        QFETCH(const std::vector<std::filesystem::path>, names);
        QCOMPARE(outputNames(pictures, ".png"), names);
    }

    /// A name may have 255 bytes, 85 Korean letters: a longer ending must not make it longer.
    void longNamesStillFit()
    {
        std::string korean;
        for (int i = 0; i < 83; ++i)
            korean += "부";
        const auto names = outputNames({korean + "a.png", korean + "b.png", "x.png"}, ".tiff");
        for (const std::filesystem::path &name : names) {
            QVERIFY(name.filename().string().size() <= 255);
            QVERIFY(QString::fromStdString(name.string()).toStdString() == name.string()); // still UTF-8
            QVERIFY(name.string().ends_with(".tiff"));
        }
        QCOMPARE(names[2], std::filesystem::path("x.tiff"));
        QVERIFY(names[0] != names[1]);
    }
};

QTEST_MAIN(TestReportPictures)
#include "test_report_pictures.moc"
