#include <fstream>

#include <QtTest>

#include "ui/report/resultscoco.h"
#include "ui/report/resultsjson.h"

#include "jsonschema.h"
#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using spotcheck::test::JsonSchema;
using Json = nlohmann::json;

/// results.json and results-coco.json against the schemas that document them, in schema/.
class TestReportSchema : public QObject {
    Q_OBJECT

    static Json read(const std::filesystem::path &file)
    {
        std::ifstream stream(file);
        return Json::parse(stream);
    }

    static JsonSchema schema(const char *name)
    {
        return JsonSchema(read(std::filesystem::path(SPOTCHECK_SOURCE_DIR) / "tests/ui/report/schema" / name));
    }

    static QByteArray joined(const std::vector<std::string> &problems)
    {
        QByteArrayList lines;
        for (const std::string &problem : problems)
            lines << QByteArray::fromStdString(problem);
        return lines.join("; ");
    }

    static ReportContent run(const ReportFixture &fixture)
    {
        InspectionResult aligned = fixture.result("d.png", 7, Label::Defective);
        aligned.prediction->alignment =
            PictureAlignment{.frame = {120, 90}, .imageSize = {120, 90}, .quality = 0.9, .aligned = true};
        return ReportFixture::content({fixture.result("a.png", 2, Label::Good),
                                       fixture.result("b.png", 8, Label::Defective), fixture.result("c.png", 6),
                                       aligned,
                                       ReportFixture::failure(fixture.file("e.png"), "The picture is incomplete.")});
    }

    static Json results(const ReportFixture &fixture, const ReportContent &content)
    {
        JobMonitor monitor;
        writeResultsJson(content, fixture.file("results.json"), monitor);
        return read(fixture.file("results.json"));
    }

    static Json coco(const ReportFixture &fixture, const ReportContent &content)
    {
        JobMonitor monitor;
        writeResultsCoco(content, fixture.file("coco.json"), monitor);
        return read(fixture.file("coco.json"));
    }

private slots:
    void filesKeepTheirSchema_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("by hand") << 0;
        QTest::newRow("with a scale and a review band") << 1;
        QTest::newRow("from normals") << 2;
        QTest::newRow("by chi-square") << 3;
        QTest::newRow("nothing inspected") << 4;
    }

    void filesKeepTheirSchema()
    {
        QFETCH(const int, kind);
        const ReportFixture fixture;
        ReportContent content = kind == 4 ? ReportFixture::content({}) : run(fixture);
        if (kind == 1) {
            content.scale.emplace(0.05);
            content.operatingPoint.reviewThreshold = 3;
            content.leaked = {content.entries[1].result.sample.image};
        } else if (kind == 2) {
            content.operatingPoint.origin = OperatingPoint::Origin::FalseAlarmRate;
            content.operatingPoint.wantedFalseAlarmRate = 0.05;
        } else if (kind == 3) {
            content.operatingPoint.origin = OperatingPoint::Origin::ChiSquare;
            content.operatingPoint.degreesOfFreedom = {64, 128};
        }
        const auto inResults = schema("results.schema.json").problems(results(fixture, content));
        QVERIFY2(inResults.empty(), joined(inResults).constData());
        for (const Json &image : results(fixture, content)["images"])
            QCOMPARE(image.contains("trained_on"), kind == 1 && image["path"] == content.leaked.front().string());
        const auto inCoco = schema("results-coco.schema.json").problems(coco(fixture, content));
        QVERIFY2(inCoco.empty(), joined(inCoco).constData());
    }

    void theSchemasSayNoToWhatIsWrong_data()
    {
        QTest::addColumn<bool>("isCoco");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value"); ///< JSON; empty: taken away
        const auto row = [](bool isCoco, const char *pointer, const char *value) {
            QTest::addRow("%s = %s", pointer, value) << isCoco << QByteArray(pointer) << QByteArray(value);
        };
        row(false, "/format_version", "2");
        row(false, "/model/sha256", "\"abc\"");
        row(false, "/operating_point/uses_test_labels", "0");
        row(false, "/operating_point/explanation", "");
        row(false, "/counts/good", "-1");
        row(false, "/images/0/trained_on", "false");
        row(false, "/images/0/score", "\"2\"");
        row(false, "/images/0/verdict", "\"fine\"");
        row(false, "/images/1/regions/0/box", "[1, 2, 3]");
        row(false, "/images/1/regions/0/area_px", "1.5");
        row(false, "/images/1/regions/0/area_mm2", "0");
        row(false, "/images/1/regions/0/extra", "1");
        row(false, "/agreement/kappa/value", "1.5");
        row(true, "/info/mm_per_pixel", "0");
        row(true, "/images/0/id", "0");
        row(true, "/annotations/0/bbox", "[0, 0, 1]");
        row(true, "/annotations/0/segmentation/0", "[1, 2, 3, 4]");
        row(true, "/annotations/0/attributes/perimeter_px", "");
        row(true, "/annotations/0/iscrowd", "true");
    }

    void theSchemasSayNoToWhatIsWrong()
    {
        QFETCH(const bool, isCoco);
        QFETCH(const QByteArray, pointer);
        QFETCH(const QByteArray, value);
        const ReportFixture fixture;
        ReportContent content = run(fixture);
        content.scale.emplace(0.05);
        const JsonSchema rules = schema(isCoco ? "results-coco.schema.json" : "results.schema.json");
        Json file = isCoco ? coco(fixture, content) : results(fixture, content);
        QVERIFY(rules.problems(file).empty());
        const Json::json_pointer place(pointer.toStdString());
        if (value.isEmpty())
            file.at(place.parent_pointer()).erase(place.back());
        else
            file[place] = Json::parse(value.toStdString());
        QCOMPARE(rules.problems(file).size(), std::size_t{1});
    }

    /// Millimetres follow from pixels, and are there only where a scale is set.
    void sizesAreInMillimetresToo()
    {
        const ReportFixture fixture;
        ReportContent content = run(fixture);
        QVERIFY(!results(fixture, content).contains("mm_per_pixel"));
        QVERIFY(!results(fixture, content)["images"][1]["regions"][0].contains("area_mm2"));
        QVERIFY(!coco(fixture, content)["annotations"][0]["attributes"].contains("area_mm2"));
        content.scale.emplace(0.5);
        const Region &region = content.entries[1].regions.front();
        const Json file = results(fixture, content);
        QCOMPARE(file["mm_per_pixel"].get<double>(), 0.5);
        const Json written = file["images"][1]["regions"][0];
        QCOMPARE(written["area_mm2"].get<double>(), 0.25 * static_cast<double>(region.area));
        QCOMPARE(written["perimeter_px"].get<double>(), region.perimeter);
        QCOMPARE(written["perimeter_mm"].get<double>(), 0.5 * region.perimeter);
        QCOMPARE(written["box_mm"][0].get<double>(), 0.5 * region.box.x);
        QCOMPARE(written["box_mm"][3].get<double>(), 0.5 * region.box.height);
        const Json inCoco = coco(fixture, content);
        QCOMPARE(inCoco["info"]["mm_per_pixel"].get<double>(), 0.5);
        QCOMPARE(inCoco["annotations"][0]["attributes"]["area_mm2"].get<double>(),
                 0.25 * static_cast<double>(region.area));
    }
};

QTEST_MAIN(TestReportSchema)
#include "test_report_schema.moc"
