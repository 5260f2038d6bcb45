#include <algorithm>
#include <filesystem>

#include <QDir>
#include <QLocale>
#include <QtTest>

#include "ui/report/chart.h"
#include "ui/report/reportexport.h"
#include "ui/report/reportsections.h"
#include "ui/report/reporttext.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// What a report says, before it is written as anything.
class TestReportContent : public QObject {
    Q_OBJECT

    template <typename Shape>
    static std::vector<Shape> shapes(const ChartScene &scene)
    {
        std::vector<Shape> found;
        for (const auto &shape : scene.shapes) {
            if (const auto *wanted = std::get_if<Shape>(&shape))
                found.push_back(*wanted);
        }
        return found;
    }

    static ReportContent labelled(const ReportFixture &fixture)
    {
        return ReportFixture::content(
            {fixture.result("a.png", 2, Label::Good), fixture.result("b.png", 6, Label::Good),
             fixture.result("c.png", 7, Label::Defective), fixture.result("d.png", 8, Label::Defective),
             fixture.result("e.png", 3, Label::Defective), ReportFixture::failure(fixture.file("f.png"), "broken")});
    }

private slots:
    void saysThatThereIsNoHeatMap()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        const auto named = [&](const QString &name) {
            const ReportRows rows = operatingPointRows(content);
            return std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return row.name == name; });
        };
        QVERIFY(named("Pixel threshold") && !named("Heat map"));
        content.model.hasAnomalyMap = false;
        QVERIFY(!named("Pixel threshold") && named("Heat map"));

        JobMonitor monitor;
        const ExportedReport report =
            exportReport(content, fixture.file("out"), {ReportFormat::Json, ReportFormat::RawMaps}, monitor);
        QCOMPARE(report.written.size(), std::size_t{1});
        QVERIFY(!std::filesystem::exists(fixture.file("out") / "maps"));
    }

    void theAurocIsRoundedInOneWay()
    {
        // 29 of 32 pairs in order: 0.90625, where rounding half to even gives another last digit.
        const ReportFixture fixture;
        std::vector<InspectionResult> results;
        for (int i = 0; i < 8; ++i)
            results.push_back(
                fixture.result("d" + std::to_string(i) + ".png", i == 0 ? 1.5 : 10 + i, Label::Defective));
        for (int i = 0; i < 4; ++i)
            results.push_back(fixture.result("g" + std::to_string(i) + ".png", 1 + i, Label::Good));
        const ReportContent content = ReportFixture::content(results);
        QCOMPARE(content.labelledScores().auroc(), 0.90625);
        const QString said = metricTable(content).rows[0][1];
        QCOMPARE(said, QString("0.9063"));
        const std::vector<ChartLabel> labels = shapes<ChartLabel>(rocChart(content));
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [&](const ChartLabel &label) { return label.text == "AUROC " + said; }));
    }

    void annotatedAreThoseShownAndMapsAreOfAll()
    {
        const ReportFixture fixture;
        const ReportContent content = labelled(fixture); // shown are the defective ones
        JobMonitor monitor;
        exportReport(content, fixture.file("out"), {ReportFormat::Annotated, ReportFormat::RawMaps}, monitor);
        const auto names = [&](const char *kind) {
            return QDir(fixture.fileName("out") + '/' + QLatin1String(kind)).entryList(QDir::Files, QDir::Name);
        };
        QCOMPARE(names("annotated"), (QStringList{"b.png", "c.png", "d.png"}));
        QCOMPARE(names("maps"), (QStringList{"a.tiff", "b.tiff", "c.tiff", "d.tiff", "e.tiff"}));
    }

    void countsAndOrder()
    {
        const ReportFixture fixture;
        const ReportContent content = labelled(fixture);
        const VerdictCounts counts = content.counts();
        QCOMPARE(counts.good, 2);
        QCOMPARE(counts.defective, 3);
        QCOMPARE(counts.failed, 1);
        QCOMPARE(counts.total(), 6);
        QCOMPARE(content.shown, (std::vector<std::size_t>{3, 2, 1}));
        QCOMPARE(picturesToShow(content.entries, ReportPictures::All), (std::vector<std::size_t>{3, 2, 1, 0, 4}));
        QCOMPARE(picturesToShow(content.entries, ReportPictures::Selected, {4, 2, 5, 99}),
                 (std::vector<std::size_t>{2, 4}));
    }

    void confusionAndRates()
    {
        const ReportFixture fixture;
        const ReportContent content = labelled(fixture);
        const ReportTable confusion = confusionTable(content);
        QCOMPARE(confusion.rows.size(), std::size_t{2});
        QCOMPARE(confusion.rows[0].mid(1), (QStringList{"2", "1", "3"}));
        QCOMPARE(confusion.rows[1].mid(1), (QStringList{"1", "1", "2"}));
        const ReportTable rates = rateTable(content);
        QCOMPARE(rates.rows[0][1], QStringLiteral("66.7\u00A0%"));
        QCOMPARE(rates.rows[0][2], QStringLiteral("9.4 to 99.2\u00A0%")); // Clopper-Pearson for 2 of 3
        QCOMPARE(rates.rows[0][3], QStringLiteral("2 of 3"));
    }

    void agreementHasItsLimits()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        const ReportTable table = agreementTable(content);
        QCOMPARE(table.rows.size(), std::size_t{4});
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.heading.size());
        QCOMPARE(table.rows[0].mid(1), (QStringList{"60.0\u00A0%", "14.7 to 94.7\u00A0%", "3 of 5",
                                                    "at least 90\u00A0%", "at least 80\u00A0%", "unacceptable"}));
        QCOMPARE(table.rows[1].mid(3),
                 (QStringList{"1 of 3", "at most 2\u00A0%", "at most 5\u00A0%", "unacceptable"}));
        QCOMPARE(table.rows[3][1], QStringLiteral("0.1667")); // (0.6 - 0.52) / (1 - 0.52)
        QVERIFY(agreementHeading(content).endsWith("unacceptable"));
        QVERIFY(!agreementNote(content).contains("labels:"));
        content.operatingPoint.origin = OperatingPoint::Origin::TestLabels;
        QVERIFY(agreementNote(content).contains("chosen on these labels"));
    }

    /// Nothing missed because nothing defective was tested is no success.
    void agreementIsNotKnownOfOneClass()
    {
        const ReportFixture fixture;
        const ReportContent good = ReportFixture::content(
            {fixture.result("a.png", 2, Label::Good), fixture.result("b.png", 3, Label::Good)});
        QVERIFY2(agreementHeading(good).endsWith("not known"), qPrintable(agreementHeading(good)));
        QVERIFY(agreementNote(good).contains("need pictures labelled defective"));
        const ReportTable table = agreementTable(good);
        QCOMPARE(table.rows[1].last(), QStringLiteral("not known")); // miss rate
        QCOMPARE(table.rows[3][1], QStringLiteral("–"));             // kappa
        const ReportContent defective = ReportFixture::content({fixture.result("c.png", 8, Label::Defective)});
        QVERIFY(agreementHeading(defective).endsWith("not known"));
        QVERIFY(agreementNote(defective).contains("need pictures labelled good"));
    }

    void picturesForReviewAreNoVerdicts()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        content.operatingPoint.reviewThreshold = 1.0; // all below the threshold go to a person
        const ReportTable table = agreementTable(content);
        QCOMPARE(table.rows[0][3], QStringLiteral("2 of 3"));
        QCOMPARE(table.rows[1][3], QStringLiteral("0 of 2"));
    }

    void figuresHaveTheirIntervals()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        JobMonitor monitor;
        addIntervals(content, monitor);
        const ReportTable table = metricTable(content);
        QCOMPARE(table.rows.size(), std::size_t{3});
        for (const QStringList &row : table.rows) {
            QCOMPARE(row.size(), table.heading.size());
            QVERIFY2(row[2].contains(" to "), qPrintable(row.join(' ')));
            QCOMPARE(row[3], QStringLiteral("2 good, 3 defective pictures"));
        }
    }

    void theLabelsUseIsSaid()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        using Origin = OperatingPoint::Origin;
        for (const auto &[origin, words] :
             {std::pair(Origin::ByHand, "not known"), std::pair(Origin::TestLabels, "used to"),
              std::pair(Origin::FalseAlarmRate, "not used")}) {
            content.operatingPoint.origin = origin;
            QVERIFY(operatingPointRows(content).back().value.startsWith(words));
        }
    }

    /// On a computer that writes commas, a sentence beside a table has its points.
    void figuresHaveAPointEverywhere()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        content.operatingPoint.origin = OperatingPoint::Origin::FalseAlarmRate;
        content.operatingPoint.wantedFalseAlarmRate = 0.125;
        const auto said = [&] {
            QStringList all;
            for (const auto &row : operatingPointRows(content))
                all << row.value;
            for (const QStringList &row : rateTable(content).rows)
                all << row;
            return all.join(QLatin1Char('|'));
        };
        const QString here = said();
        QVERIFY2(here.contains(QLatin1String("12.5")), qPrintable(here));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString there = said();
        QLocale::setDefault(QLocale::c());
        QCOMPARE(there, here);
        QVERIFY2(here.contains(QStringLiteral("F1|66.7\u00A0%")), qPrintable(here)); // 2 of 3 found, 1 false alarm
    }

    void withoutLabelsThereAreNoRates()
    {
        const ReportFixture fixture;
        const ReportContent content =
            ReportFixture::content({fixture.result("a.png", 2), fixture.result("b.png", 7)});
        QVERIFY(confusionTable(content).rows.empty());
        QVERIFY(rateTable(content).rows.empty());
        QVERIFY(metricTable(content).rows.empty());
        QVERIFY(agreementTable(content).rows.empty());
        QVERIFY(rocChart(content).isEmpty());
        QVERIFY(!histogramChart(content).isEmpty());
    }

    void regionsAreNumberedWithTheirFigures()
    {
        const ReportFixture fixture;
        const ReportContent content = labelled(fixture);
        const ReportTable table = regionTable(content.entries[3].regions, content.scale);
        QCOMPARE(table.rows.size(), std::size_t{1});
        const Region &region = content.entries[3].regions.front();
        QCOMPARE(table.rows[0][0], QStringLiteral("1"));
        QCOMPARE(table.rows[0][2], QString::number(region.area));
        QVERIFY(region.box.contains(cv::Point(60, 45)));
    }

    /// Smaller ones may well be there.
    void noRegionIsSaidWithTheLeastArea()
    {
        const ReportFixture fixture;
        InspectionResult defective = fixture.result("a.png", 8);
        ReportContent content = ReportFixture::content({fixture.result("b.png", 2)});
        QVERIFY(entryFacts(content, content.entries[0]).endsWith(", no region above the pixel threshold"));
        content.operatingPoint.minimumArea = 1'000'000;
        JobMonitor monitor;
        content.entries = reportEntries(content.model, {std::move(defective)}, content.operatingPoint, monitor);
        QVERIFY(content.entries[0].regions.empty());
        const QString facts = entryFacts(content, content.entries[0]);
        QVERIFY2(facts.endsWith(", no region of at least 1000000 px above the pixel threshold"), qPrintable(facts));
        content.scale.emplace(0.01);
        QVERIFY(entryFacts(content, content.entries[0]).contains("at least 1000000 px (100.000 mm²) above"));
    }

    void notesSayWhatMustNotBeMissed()
    {
        const ReportFixture fixture;
        ReportContent content = labelled(fixture);
        QCOMPARE(reportNotes(content).size(), 1); // the failed picture
        content.operatingPoint.origin = OperatingPoint::Origin::TestLabels;
        content.leaked = {fixture.file("a.png")};
        QCOMPARE(reportNotes(content).size(), 3);
        content.operatingPoint.origin = OperatingPoint::Origin::FalseAlarmRate;
        content.operatingPoint.supported = false;
        content.operatingPoint.wantedFalseAlarmRate = 0.001;
        QVERIFY(reportNotes(content).join(' ').contains(QStringLiteral("4 held-out normals")));
    }

    void leakIsToldByContent()
    {
        const ReportFixture fixture;
        const ReportContent content = labelled(fixture);
        const std::string hash = content.entries[0].result.sha256;
        QCOMPARE(hash.size(), std::size_t{64});
        QVERIFY(leakedPictures({{"a.png", std::string(64, '0'), false}}, content.entries).empty());
        const auto leaked = leakedPictures({{"elsewhere.png", hash, false}}, content.entries);
        QVERIFY(!leaked.empty());
        QCOMPARE(leaked.front(), fixture.file("a.png"));
    }

    void missingHashesAreFilledAndVanishedPicturesTolerated()
    {
        const ReportFixture fixture;
        InspectionResult present = fixture.result("a.png", 2);
        InspectionResult vanished = fixture.result("b.png", 7);
        const std::string hash = present.sha256;
        present.sha256.clear();
        vanished.sha256.clear();
        std::filesystem::remove(fixture.file("b.png"));
        const ReportContent content = ReportFixture::content({present, vanished});
        QCOMPARE(content.entries[0].result.sha256, hash);
        QVERIFY(content.entries[1].result.sha256.empty());
        QCOMPARE(content.entries[1].verdict, Verdict::Defective);
    }

    void histogramHoldsEveryPicture()
    {
        const ReportFixture fixture;
        const ReportContent content = labelled(fixture);
        const ChartScene scene = histogramChart(content);
        double up = 0;
        double down = 0;
        double unit = 1e9;
        for (const ChartBar &bar : shapes<ChartBar>(scene)) {
            (bar.ink == ChartInk::Defective ? down : up) += bar.rectangle.height();
            unit = std::min(unit, bar.rectangle.height());
            QVERIFY(QRectF(QPointF(), scene.size).contains(bar.rectangle));
        }
        QCOMPARE(qRound(up / unit), 2);
        QCOMPARE(qRound(down / unit), 3);
    }

    void rocHasTheOperatingPointOnIt()
    {
        const ReportFixture fixture;
        const ChartScene scene = rocChart(labelled(fixture));
        const std::vector<ChartDot> dots = shapes<ChartDot>(scene);
        QCOMPARE(dots.size(), std::size_t{1});
        bool onCurve = false;
        for (const ChartLine &line : shapes<ChartLine>(scene)) {
            for (const QPointF &point : line.points)
                onCurve = onCurve || (line.ink == ChartInk::Curve && QLineF(point, dots[0].centre).length() < 0.01);
        }
        QVERIFY(onCurve);
    }

    void equalScoresStillMakeAHistogram()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("a.png", 5), fixture.result("b.png", 5)});
        content.model.calibration = Calibration({5.0F}, {1.0F}, {1.0F});
        for (const ChartBar &bar : shapes<ChartBar>(histogramChart(content)))
            QVERIFY(bar.rectangle.isValid());
    }

    void namesCannotBreakALine()
    {
        QCOMPARE(printableText(QStringLiteral("a\nb\tc")), QStringLiteral("a\\nb\\tc"));
        QCOMPARE(printableText(QStringLiteral("x") + QChar(0x202E) + QStringLiteral("gnp.exe")),
                 QStringLiteral("x\\u202egnp.exe"));
        QCOMPARE(printableText(QStringLiteral("부품 3 – Ø")), QStringLiteral("부품 3 – Ø"));
    }
};

QTEST_MAIN(TestReportContent)
#include "test_report_content.moc"
