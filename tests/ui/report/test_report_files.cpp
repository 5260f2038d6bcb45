#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStringDecoder>
#include <QtTest>

#include <spotcheck/core/error.h>

#include "ui/report/resultscoco.h"
#include "ui/report/resultscsv.h"
#include "ui/report/resultsjson.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// results.json and results.csv against the contract, with names that want to break them.
class TestReportFiles : public QObject {
    Q_OBJECT

    static QByteArray read(const std::filesystem::path &file)
    {
        QFile opened(QFile::decodeName(file.c_str()));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    static QJsonObject writtenJson(const ReportFixture &fixture, const ReportContent &content)
    {
        JobMonitor monitor;
        writeResultsJson(content, fixture.file("results.json"), monitor);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(read(fixture.file("results.json")), &error);
        if (error.error != QJsonParseError::NoError)
            qWarning() << error.errorString();
        return document.object();
    }

    /// A reader of RFC 4180 written from the RFC.
    static std::vector<QByteArrayList> parseCsv(const QByteArray &text)
    {
        std::vector<QByteArrayList> lines;
        QByteArrayList line;
        QByteArray field;
        bool quoted = false;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (quoted) {
                if (c != '"')
                    field += c;
                else if (at + 1 < text.size() && text[at + 1] == '"')
                    field += text[++at];
                else
                    quoted = false;
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                line << field;
                field.clear();
            } else if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
                ++at;
                lines.push_back(line << field);
                line.clear();
                field.clear();
            } else {
                field += c;
            }
        }
        return lines;
    }

    const std::vector<std::string> m_hostileNames{"plain.png",          "<script>alert(1)</script>.png",
                                                  "quote\" & 'x',.png", "line\nbreak.png",
                                                  "부품 3.png",         "=SUM(A1).png",
                                                  "@cmd.png",           "-1+1.png",
                                                  "bell\a\x1b[31m.png"};

private slots:
    void jsonFollowsTheContract()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content(
            {fixture.result("a.png", 2.000000123456789, Label::Good), fixture.result("b.png", 8, Label::Defective),
             ReportFixture::failure(fixture.file("c.png"), "The picture is incomplete.")});
        const QJsonObject json = writtenJson(fixture, content);

        const QJsonObject model = json["model"].toObject();
        QCOMPARE(model["file"].toString(), QStringLiteral("plate.spotcheck"));
        QCOMPARE(model["sha256"].toString(), QString(64, 'a'));
        QCOMPARE(model["detector"].toString(), QStringLiteral("patchcore"));
        QCOMPARE(model["backbone"].toString(), QStringLiteral("embedded-resnet18"));
        QCOMPARE(model["parameters"].toObject()["coreset_ratio"].toDouble(), 0.1);
        QCOMPARE(model["parameters"].toObject()["neighbours"].toInt(), 1);
        const QJsonObject point = json["operating_point"].toObject();
        QCOMPARE(point["threshold"].toDouble(), 5.0);
        QCOMPARE(point["pixel_threshold"].toDouble(), 4.0);
        QCOMPARE(point["minimum_area_px"].toInt(), 1);
        QCOMPARE(point["how_chosen"].toString(), QStringLiteral("by_hand"));
        QVERIFY(point["uses_test_labels"].isNull()); // set by hand
        const QJsonObject agreement = json["agreement"].toObject();
        QCOMPARE(agreement["effectiveness"]["value"].toDouble(), 1.0);
        QCOMPARE(agreement["effectiveness"]["n"].toInt(), 2);
        QCOMPARE(agreement["effectiveness"]["verdict"].toString(), QStringLiteral("acceptable"));
        QCOMPARE(agreement["kappa"]["value"].toDouble(), 1.0);
        QVERIFY(agreement["kappa"]["interval"][0].toDouble() < 0.5);
        QVERIFY(!json["software_version"].toString().isEmpty());
        QCOMPARE(json["date"].toString(), QStringLiteral("2024-05-17T09:30:00Z"));

        const QJsonArray images = json["images"].toArray();
        QCOMPARE(images.size(), 3);
        const QJsonObject good = images[0].toObject();
        QCOMPARE(good["path"].toString(), fixture.fileName("a.png"));
        QCOMPARE(good["sha256"].toString().size(), 64);
        QCOMPARE(good["score"].toDouble(), 2.000000123456789); // bit by bit
        QCOMPARE(good["p_value"].toDouble(), 0.25);
        QCOMPARE(good["verdict"].toString(), QStringLiteral("good"));
        QVERIFY(good["regions"].isArray() && good["regions"].toArray().isEmpty());

        const QJsonObject region = images[1].toObject()["regions"].toArray().at(0).toObject();
        const Region &expected = content.entries[1].regions.front();
        QCOMPARE(region["box"].toArray().size(), 4);
        QCOMPARE(region["box"].toArray()[2].toInt(), expected.box.width);
        QCOMPARE(region["area_px"].toInt(), static_cast<int>(expected.area));
        QCOMPARE(region["peak"].toDouble(), static_cast<double>(expected.peak));
        QCOMPARE(region["mean"].toDouble(), static_cast<double>(expected.mean));
        QCOMPARE(region["contour"].toArray().size(), static_cast<qsizetype>(expected.contour.size()));
        QCOMPARE(region["contour"].toArray()[0].toArray()[1].toInt(), expected.contour[0].y);

        const QJsonObject failed = images[2].toObject();
        QCOMPARE(failed["verdict"].toString(), QStringLiteral("failed"));
        QVERIFY(failed["score"].isNull());
        QVERIFY(failed["p_value"].isNull());
        QVERIFY(failed["error"].toString().contains(QStringLiteral("c.png")));
    }

    /// What a COCO reader relies on: ids that refer to each other, boxes and polygons inside their picture.
    void cocoHoldsTheRegions()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content(
            {fixture.result("a.png", 2, Label::Good), fixture.result("b.png", 8, Label::Defective),
             ReportFixture::failure(fixture.file("c.png"), "The picture is incomplete.")});
        Region speck; // a single pixel, whose contour of centres is no polygon
        speck.box = {3, 4, 1, 1};
        speck.area = 1;
        speck.contour = {{3, 4}};
        content.entries[1].regions.push_back(speck);
        JobMonitor monitor;
        writeResultsCoco(content, fixture.file("results-coco.json"), monitor);
        QJsonParseError error;
        const QJsonObject coco = QJsonDocument::fromJson(read(fixture.file("results-coco.json")), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        const QJsonArray images = coco["images"].toArray();
        QCOMPARE(images.size(), 2); // the third could not be read
        const QJsonArray categories = coco["categories"].toArray();
        QCOMPARE(categories.size(), 1);
        const QJsonArray annotations = coco["annotations"].toArray();
        QCOMPARE(annotations.size(), static_cast<qsizetype>(content.entries[1].regions.size()));
        QSet<int> ids;
        for (const QJsonValue &value : annotations) {
            const QJsonObject annotation = value.toObject();
            ids.insert(annotation["id"].toInt());
            QCOMPARE(annotation["image_id"], images[1].toObject()["id"]);
            QCOMPARE(annotation["category_id"], categories[0].toObject()["id"]);
            QCOMPARE(annotation["iscrowd"].toInt(-1), 0);
            const QJsonArray box = annotation["bbox"].toArray();
            QVERIFY(box[0].toInt() + box[2].toInt() <= images[1].toObject()["width"].toInt());
            QVERIFY(box[1].toInt() + box[3].toInt() <= images[1].toObject()["height"].toInt());
            const QJsonArray polygon = annotation["segmentation"].toArray().at(0).toArray();
            QVERIFY(polygon.size() >= 8 && polygon.size() % 2 == 0);
            QList<int> across;
            QList<int> down;
            for (qsizetype i = 0; i < polygon.size(); i += 2) {
                across << polygon[i].toInt();
                down << polygon[i + 1].toInt();
            }
            // The outline fills its box to the last pixel's far edge.
            QCOMPARE(*std::min_element(across.begin(), across.end()), box[0].toInt());
            QCOMPARE(*std::max_element(across.begin(), across.end()), box[0].toInt() + box[2].toInt());
            QCOMPARE(*std::min_element(down.begin(), down.end()), box[1].toInt());
            QCOMPARE(*std::max_element(down.begin(), down.end()), box[1].toInt() + box[3].toInt());
        }
        QCOMPARE(ids.size(), annotations.size());
        QVERIFY(!ids.contains(0));
        QCOMPARE(annotations[0].toObject()["area"].toInt(), static_cast<int>(content.entries[1].regions[0].area));
    }

    void jsonKeepsHostileNames()
    {
        const ReportFixture fixture;
        std::vector<InspectionResult> results;
        for (const std::string &name : m_hostileNames)
            results.push_back(ReportFixture::failure(name, "x"));
        results.push_back(ReportFixture::failure("latin1-\xE9.png", "x")); // no UTF-8
        const QJsonArray images = writtenJson(fixture, ReportFixture::content(results))["images"].toArray();
        QCOMPARE(images.size(), static_cast<qsizetype>(m_hostileNames.size() + 1));
        for (std::size_t index = 0; index < m_hostileNames.size(); ++index)
            QCOMPARE(images[static_cast<qsizetype>(index)].toObject()["path"].toString().toStdString(),
                     m_hostileNames[index]);
        QVERIFY(images.last().toObject()["path"].toString().startsWith(QStringLiteral("latin1-")));
    }

    void csvKeepsHostileNames()
    {
        const ReportFixture fixture;
        std::vector<InspectionResult> results;
        for (const std::string &name : m_hostileNames)
            results.push_back(ReportFixture::failure(name, "a \"reason\", with commas"));
        JobMonitor monitor;
        writeResultsCsv(ReportFixture::content(results), fixture.file("results.csv"), monitor);
        const auto lines = parseCsv(read(fixture.file("results.csv")));
        QCOMPARE(lines.size(), m_hostileNames.size() + 1);
        QCOMPARE(lines[0].first(), QByteArray("path"));
        for (std::size_t index = 0; index < m_hostileNames.size(); ++index) {
            QCOMPARE(lines[index + 1].size(), lines[0].size());
            // A spreadsheet computes what begins with one of these; "./" leaves the path what it was.
            const std::string &name = m_hostileNames[index];
            const bool formula = name.find_first_of("=+-@\t") == 0;
            QCOMPARE(lines[index + 1].first().toStdString(), (formula ? "./" : "") + name);
            QCOMPARE(lines[index + 1][lines[0].indexOf("verdict")], QByteArray("failed"));
            QCOMPARE(lines[index + 1].last().toStdString(),
                     (formula ? "'" : "") + name + ": a \"reason\", with commas");
        }
    }

    /// A Latin-1 name must not make the whole file unreadable as UTF-8.
    void csvIsUtf8WhateverTheNames()
    {
        const ReportFixture fixture;
        ReportContent content =
            ReportFixture::content({fixture.result("caf\xE9.png", 8),
                                    ReportFixture::failure("latin1-\xE9", "\xFC"), // cut off in a character
                                    ReportFixture::failure("\xEF\xBB\xBF부품.png", "x")});
        JobMonitor monitor;
        writeResultsCsv(content, fixture.file("results.csv"), monitor);
        writeRegionsCsv(content, fixture.file("regions.csv"), monitor);
        for (const char *name : {"results.csv", "regions.csv"}) {
            const QByteArray bytes = read(fixture.file(name));
            QStringDecoder decoder(QStringConverter::Utf8);
            const QString text = decoder(bytes);
            QVERIFY2(!decoder.hasError(), name);
            QVERIFY2(text.contains(QStringLiteral("caf\uFFFD.png")), name);
        }
        const auto lines = parseCsv(read(fixture.file("results.csv")));
        QCOMPARE(QString::fromUtf8(lines[2].first()), QStringLiteral("latin1-\uFFFD"));
        QCOMPARE(lines[3].first(), QByteArray("\xEF\xBB\xBF부품.png"));
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"=HYPERLINK(\"http://x\")", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1"})
            QTest::newRow(text) << QByteArray(text);
    }
    void noCellIsAFormula()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(csvField(text.toStdString()).starts_with("\"'"));
        const std::string path = csvPath(text.toStdString());
        QVERIFY(path.starts_with("./") || path.starts_with("\"./"));
        QCOMPARE(csvField("a" + text.toStdString()).find('\''), std::string::npos);
    }

    /// The mark whether labels had a part in the threshold is in every file.
    void filesSayWhetherLabelsSetTheThreshold_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QJsonValue>("json");
        QTest::addColumn<QByteArray>("csv");
        using Origin = OperatingPoint::Origin;
        QTest::newRow("labels") << static_cast<int>(Origin::TestLabels) << QJsonValue(true) << QByteArray("1");
        QTest::newRow("normals") << static_cast<int>(Origin::FalseAlarmRate) << QJsonValue(false) << QByteArray("0");
        QTest::newRow("by hand") << static_cast<int>(Origin::ByHand) << QJsonValue() << QByteArray();
    }

    void filesSayWhetherLabelsSetTheThreshold()
    {
        QFETCH(const int, origin);
        const ReportFixture fixture;
        ReportContent content =
            ReportFixture::content({fixture.result("a.png", 2.5), fixture.result("b.png", 8, Label::Defective)});
        content.operatingPoint.origin = static_cast<OperatingPoint::Origin>(origin);
        const QJsonValue mark = writtenJson(fixture, content)["operating_point"].toObject()["uses_test_labels"];
        QTEST(mark, "json");
        JobMonitor monitor;
        writeResultsCsv(content, fixture.file("results.csv"), monitor);
        const auto lines = parseCsv(read(fixture.file("results.csv")));
        QTEST(lines[1][lines[0].indexOf("threshold_uses_test_labels")], "csv");
    }

    /// Lines of both files are brought together by the path.
    void bothCsvFilesNameAPictureAlike()
    {
        const ReportFixture fixture;
        std::filesystem::create_directory(fixture.file("+line"));
        InspectionResult result = fixture.result("+line/a.png", 8);
        result.sample.image = "+line/a.png";
        const ReportContent content = ReportFixture::content({result});
        JobMonitor monitor;
        writeResultsCsv(content, fixture.file("results.csv"), monitor);
        writeRegionsCsv(content, fixture.file("regions.csv"), monitor);
        const auto regions = parseCsv(read(fixture.file("regions.csv")));
        QVERIFY(regions.size() > 1);
        QCOMPARE(regions[1].first(), QByteArray("./+line/a.png"));
        QCOMPARE(parseCsv(read(fixture.file("results.csv")))[1].first(), regions[1].first());
    }

    void csvHasOneLineAPicture()
    {
        const ReportFixture fixture;
        const ReportContent content =
            ReportFixture::content({fixture.result("a.png", 2.5), fixture.result("b.png", 8, Label::Defective)});
        JobMonitor monitor;
        writeResultsCsv(content, fixture.file("results.csv"), monitor);
        const auto lines = parseCsv(read(fixture.file("results.csv")));
        QCOMPARE(lines.size(), std::size_t{3});
        const auto cell = [&](std::size_t line, const char *column) { return lines[line][lines[0].indexOf(column)]; };
        QCOMPARE(cell(1, "score"), QByteArray("2.5"));
        QCOMPARE(cell(1, "verdict"), QByteArray("good"));
        QCOMPARE(cell(1, "regions"), QByteArray("0"));
        QCOMPARE(cell(2, "label"), QByteArray("defective"));
        QCOMPARE(cell(2, "defect_type"), QByteArray("scratch"));
        QCOMPARE(cell(2, "regions"), QByteArray("1"));
        QCOMPARE(cell(2, "regions_area_px").toLongLong(), content.entries[1].regions[0].area);
    }

    void csvSaysWhatCouldNotBeAligned()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("a.png", 2.5), fixture.result("b.png", 8),
                                                        ReportFixture::failure(fixture.file("c.png"), "gone")});
        const auto write = [&] {
            JobMonitor monitor;
            writeResultsCsv(content, fixture.file("results.csv"), monitor);
            return parseCsv(read(fixture.file("results.csv")));
        };
        QVERIFY(!write()[0].contains("aligned")); // the model does not align
        content.model.preprocessing.alignment = AlignmentMode::Ecc;
        content.entries[0].result.prediction->alignment.emplace().aligned = true;
        content.entries[1].result.prediction->alignment.emplace();
        const auto lines = write();
        QByteArrayList marks;
        for (const QByteArrayList &line : lines) {
            QCOMPARE(line.size(), lines[0].size());
            marks << line.last();
        }
        QCOMPARE(marks, (QByteArrayList{"aligned", "1", "0", ""}));
    }

    void csvHasALineARegionWithItsSizes()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content(
            {fixture.result("a.png", 2.5), fixture.result("b,c.png", 8), fixture.result("d.png", 9)});
        const auto write = [&] {
            JobMonitor monitor;
            writeRegionsCsv(content, fixture.file("regions.csv"), monitor);
            return parseCsv(read(fixture.file("regions.csv")));
        };
        QVERIFY(!write()[0].contains("area_mm2"));
        content.scale.emplace(0.25);
        const auto lines = write();
        QCOMPARE(lines.size(), 1 + content.entries[1].regions.size() + content.entries[2].regions.size());
        const Region &region = content.entries[1].regions[0];
        const auto cell = [&](const char *column) { return lines[1][lines[0].indexOf(column)]; };
        QCOMPARE(lines[1].size(), lines[0].size());
        QCOMPARE(cell("path"), QByteArray::fromStdString(fixture.file("b,c.png").string()));
        QCOMPARE(cell("region"), QByteArray("1"));
        QCOMPARE(cell("x_px").toInt(), region.box.x);
        QCOMPARE(cell("height_px").toInt(), region.box.height);
        QCOMPARE(cell("area_px").toLongLong(), region.area);
        QCOMPARE(cell("perimeter_px").toDouble(), region.perimeter);
        QCOMPARE(cell("peak").toFloat(), region.peak);
        QCOMPARE(cell("mean").toFloat(), region.mean);
        QCOMPARE(cell("width_mm").toDouble(), 0.25 * region.box.width);
        QCOMPARE(cell("area_mm2").toDouble(), 0.0625 * static_cast<double>(region.area));
        QVERIFY(std::abs(cell("perimeter_mm").toDouble() / (0.25 * region.perimeter) - 1) < 1e-8);

        JobMonitor monitor;
        writeResultsCsv(content, fixture.file("results.csv"), monitor);
        const auto pictures = parseCsv(read(fixture.file("results.csv")));
        QCOMPARE(pictures[2][pictures[0].indexOf("regions_area_mm2")].toDouble(),
                 0.0625 * static_cast<double>(region.area));
        QCOMPARE(pictures[2].size(), pictures[0].size());
    }

    void anEmptyRunIsStillValid()
    {
        const ReportFixture fixture;
        const QJsonObject json = writtenJson(fixture, ReportFixture::content({}));
        QVERIFY(json["images"].isArray());
        QVERIFY(json["images"].toArray().isEmpty());
    }

    void cancellingLeavesTheOldFile()
    {
        const ReportFixture fixture;
        const ReportContent content =
            ReportFixture::content({fixture.result("a.png", 2), fixture.result("b.png", 8)});
        QFile old(fixture.fileName("results.json"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        StoppingMonitor jsonMonitor(1);
        QVERIFY_EXCEPTION_THROWN(writeResultsJson(content, fixture.file("results.json"), jsonMonitor), Cancelled);
        StoppingMonitor csvMonitor(1);
        QVERIFY_EXCEPTION_THROWN(writeResultsCsv(content, fixture.file("results.csv"), csvMonitor), Cancelled);
        QCOMPARE(read(fixture.file("results.json")), QByteArray("old"));
        QStringList names =
            QDir(QString::fromStdString(fixture.folder().string())).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(names, (QStringList{"a.png", "b.png", "results.json"}));
    }

    void anUnwritablePlaceIsNamed()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({});
        JobMonitor monitor;
        const auto file = fixture.folder() / "absent" / "results.json";
        try {
            writeResultsJson(content, file, monitor);
            QFAIL("no error");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::WriteFailed);
            QVERIFY(std::string(error.what()).find(file.string()) != std::string::npos);
        }
    }
};

QTEST_MAIN(TestReportFiles)
#include "test_report_files.moc"
