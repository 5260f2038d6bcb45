#include <QFile>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QXmlStreamReader>
#include <QtTest>

#include <spotcheck/core/error.h>

#include "ui/report/htmlreport.h"
#include "ui/report/pdfreport.h"
#include "ui/report/reportsections.h"
#include "ui/report/reporttext.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// The two reports for people, read back.
class TestReportDocuments : public QObject {
    Q_OBJECT

    struct Html {
        QString error;
        QString text; ///< all characters outside <style>
        QStringList elements;
        QStringList sources; ///< of pictures
    };

    static Html readHtml(const QString &fileName)
    {
        QFile file(fileName);
        Html html;
        if (!file.open(QIODevice::ReadOnly)) {
            html.error = file.errorString();
            return html;
        }
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement()) {
                html.elements << xml.name().toString();
                if (xml.name() == QLatin1String("img"))
                    html.sources << xml.attributes().value(QStringLiteral("src")).toString();
                if (xml.name() == QLatin1String("style"))
                    xml.readElementText();
            } else if (xml.isCharacters()) {
                html.text += xml.text();
            }
        }
        html.error = xml.errorString();
        return html;
    }

    static QString pdfText(QPdfDocument &document)
    {
        QString text;
        for (int page = 0; page < document.pageCount(); ++page)
            text += document.getAllText(page).text() + QChar('\n');
        return text;
    }

    static bool isBlank(const QImage &page)
    {
        const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x) {
                if (grey.constScanLine(y)[x] < 128 && qAlpha(page.pixel(x, y)) > 128)
                    return false;
            }
        }
        return true;
    }

    static ReportContent labelledRun(const ReportFixture &fixture)
    {
        std::vector<InspectionResult> results;
        for (int index = 0; index < 6; ++index) {
            results.push_back(fixture.result("good_" + std::to_string(index) + ".png", 1 + 0.7 * index, Label::Good));
            results.push_back(
                fixture.result("defect_" + std::to_string(index) + ".png", 4 + 0.9 * index, Label::Defective));
        }
        results.push_back(ReportFixture::failure(fixture.file("broken_7.png"), "The picture is incomplete."));
        ReportContent content = ReportFixture::content(std::move(results));
        content.fields = {QStringLiteral("Plates, week 20"), QStringLiteral("Example Works"),
                          QStringLiteral("P-4711"), QStringLiteral("L-09"), QStringLiteral("K. Muster")};
        return content;
    }

private slots:
    void pdfHoldsEverythingAnAuditorLooksFor()
    {
        const ReportFixture fixture;
        const ReportContent content = labelledRun(fixture);
        JobMonitor monitor;
        writePdfReport(content, fixture.file("report.pdf"), monitor);

        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        QVERIFY2(document.pageCount() >= 3, qPrintable(QString::number(document.pageCount())));
        const QString text = pdfText(document);
        for (const char *wanted :
             {"Plates, week 20", "Example Works", "P-4711", "L-09", "K. Muster", "PatchCore", "good_3.png",
              "defect_5.png", "broken_7.png", "95 % interval", "Set by hand", "coreset_ratio = 0.1", "held-out"})
            QVERIFY2(text.contains(QString::fromUtf8(wanted)), wanted);
        for (const ReportEntry &entry : content.entries)
            QVERIFY(text.contains(QString::fromStdString(entry.result.sha256)));
        QVERIFY(text.contains(QString(32, 'a')));
        const QString last = QStringLiteral("Page %1 of %1").arg(document.pageCount());
        QVERIFY2(document.getAllText(document.pageCount() - 1).text().contains(last), qPrintable(last));
        for (int page = 0; page < document.pageCount(); ++page) {
            QCOMPARE(document.pagePointSize(page).toSize(), QSize(595, 842));
            QVERIFY(!isBlank(document.render(page, QSize(595, 842))));
        }
        // Twelve small pictures: text and charts as vectors keep the file small.
        QVERIFY(QFileInfo(fixture.fileName("report.pdf")).size() < 1'500'000);
    }

    void htmlIsWellFormedAndNeedsNothingElse()
    {
        const ReportFixture fixture;
        const ReportContent content = labelledRun(fixture);
        JobMonitor monitor;
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        const Html html = readHtml(fixture.fileName("report.html"));
        QVERIFY2(html.error.isEmpty(), qPrintable(html.error));
        QCOMPARE(html.elements.count(QStringLiteral("svg")), 2);
        QCOMPARE(html.sources.size(), static_cast<qsizetype>(2 * content.shown.size()));
        for (const QString &source : html.sources) {
            QVERIFY(source.startsWith(QStringLiteral("data:image/jpeg;base64,")));
            const QImage image = QImage::fromData(
                QByteArray::fromBase64(source.mid(int(qstrlen("data:image/jpeg;base64,"))).toLatin1()));
            QCOMPARE(image.size(), QSize(120, 90));
        }
        QVERIFY(!html.elements.contains(QStringLiteral("link")) && !html.elements.contains(QStringLiteral("script")));
        for (const char *wanted : {"Plates, week 20", "K. Muster", "good_3.png", "broken_7.png", "recall", "AUROC",
                                   "Attribute agreement", "kappa"})
            QVERIFY2(html.text.contains(QString::fromUtf8(wanted)), wanted);
        for (const ReportEntry &entry : content.entries)
            QVERIFY(html.text.contains(QString::fromStdString(entry.result.sha256)));
    }

    /// A part missed and a false alarm stand out in the list without a colour: by a bar and a word.
    void wrongVerdictsAreMarked()
    {
        const ReportFixture fixture;
        JobMonitor monitor;
        ReportContent content = ReportFixture::content(
            {fixture.result("found.png", 8, Label::Defective), fixture.result("missed.png", 2, Label::Defective),
             fixture.result("right.png", 2, Label::Good), fixture.result("alarm.png", 8, Label::Good),
             fixture.result("unlabelled.png", 8)});
        content.shown.clear(); // the list alone
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        writePdfReport(content, fixture.file("report.pdf"), monitor);

        QFile file(fixture.fileName("report.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList marked;
        for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext()) {
            if (xml.isStartElement() && xml.attributes().value(QStringLiteral("class")) == QLatin1String("wrong"))
                marked << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
        QCOMPARE(marked.size(), 2);
        QVERIFY2(marked[0].contains("missed.png") && marked[0].contains("Missed"), qPrintable(marked[0]));
        QVERIFY2(marked[1].contains("alarm.png") && marked[1].contains("False alarm"), qPrintable(marked[1]));

        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        const int page = document.pageCount() - 1;
        const QString text = document.getAllText(page).text();
        QVERIFY2(text.contains("Missed") && text.contains("False alarm"), qPrintable(text));
        // Left of the text nothing is printed but the bars, dark enough to stand out in grey.
        const QImage grey =
            document.render(page, QSize(1190, 1684)).convertToFormat(QImage::Format_RGBA8888_Premultiplied);
        int bars = 0;
        bool inBar = false;
        for (int y = 0; y < grey.height(); ++y) {
            bool dark = false;
            for (int x = 0; x < 17 * grey.width() / 210; ++x) // 17 mm of the margin's 18
                dark = dark || (qAlpha(grey.pixel(x, y)) > 200 && qGray(grey.pixel(x, y)) < 80);
            bars += dark && !inBar ? 1 : 0;
            inBar = dark;
        }
        QCOMPARE(bars, 2);
    }

    void nothingIsMarkedWhereNothingIsWrong()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content(
            {fixture.result("found.png", 8, Label::Defective), fixture.result("right.png", 2, Label::Good),
             ReportFixture::failure(fixture.file("broken.png"), "The picture is incomplete.")});
        QVERIFY(wrongVerdictsNote(content).isEmpty());
        JobMonitor monitor;
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        QFile file(fixture.fileName("report.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("class=\"wrong\""));
    }

    /// One that could not be aligned is named in the notes, at its picture and in the list.
    void aFailedAlignmentIsTold()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("a.png", 8), fixture.result("b.png", 9)});
        content.entries[0].result.prediction->alignment.emplace().aligned = true;
        content.entries[1].result.prediction->alignment.emplace();
        QCOMPARE(reportNotes(content).size(), 1);
        QVERIFY(!entryFacts(content, content.entries[0]).contains(QStringLiteral("aligned")));
        JobMonitor monitor;
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        for (const QString &text : {readHtml(fixture.fileName("report.html")).text, pdfText(document)}) {
            const QString shown = text.simplified();
            QVERIFY(shown.contains(QStringLiteral("could not be aligned to the reference: 1.")));
            QCOMPARE(shown.count(QStringLiteral("could not be aligned to the reference and was judged")), 1);
            QCOMPARE(shown.count(QStringLiteral("not aligned")), 1);
        }
    }

    /// What was typed in Korean is found by a search in the PDF, and each syllable is drawn as itself: a font without
    /// them would draw the same box for all.
    void koreanIsPrinted()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("부품_결함.png", 8)});
        const QString part = QStringLiteral("하우징가나다라마");
        content.fields = {QStringLiteral("외관 검사 보고서"), QStringLiteral("예제 주식회사"), part,
                          QStringLiteral("로트 24-031"), QStringLiteral("김철수")};
        JobMonitor monitor;
        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        const QString text = document.getAllText(0).text();
        for (const QString &wanted :
             {content.fields.title, content.fields.company, part, content.fields.lot, content.fields.operatorName})
            QVERIFY2(text.contains(wanted), qPrintable(text));
        QVERIFY(pdfText(document).contains(QStringLiteral("부품_결함.png")));

        constexpr int scale = 8; // px a point
        const QImage page = document.render(0, QSize(595, 842) * scale);
        const qsizetype start = text.indexOf(part, text.indexOf(content.fields.company) + 1);
        QVERIFY(start >= 0);
        std::vector<QImage> glyphs;
        for (qsizetype index = 0; index < part.size(); ++index) {
            const QRectF bounds = document.getSelectionAtIndex(0, int(start + index), 1).boundingRectangle();
            const QRect place(QPoint(qRound(bounds.left() * scale), qRound(bounds.top() * scale)), QSize(60, 60));
            const QImage glyph = page.copy(place).convertToFormat(QImage::Format_Grayscale8);
            QVERIFY2(!isBlank(glyph), qPrintable(part.mid(index, 1)));
            for (const QImage &other : glyphs)
                QVERIFY2(glyph != other, qPrintable(part.mid(index, 1)));
            glyphs.push_back(glyph);
        }
    }

    void sizesAreInMillimetresWhereThereIsAScale()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("a.png", 8)});
        JobMonitor monitor;
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        QVERIFY(!readHtml(fixture.fileName("report.html")).text.contains(QStringLiteral("(mm")));
        content.scale.emplace(0.5);
        const Region &region = content.entries[0].regions.front();
        const QString area = reportMeasure(0.25 * static_cast<double>(region.area), 0.25);
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        for (const QString &text : {readHtml(fixture.fileName("report.html")).text, pdfText(document)}) {
            for (const QString &wanted : {QStringLiteral("0.5 mm a pixel"), QStringLiteral("area (mm²)"), area,
                                          reportMeasure(0.5 * region.perimeter, 0.5)})
                QVERIFY2(text.simplified().contains(wanted), qPrintable(wanted)); // headings wrap
        }
    }

    /// A browser takes a style element as it stands: nothing in it may have been escaped.
    void htmlStyleIsNotEscaped()
    {
        const ReportFixture fixture;
        JobMonitor monitor;
        writeHtmlReport(ReportFixture::content({}), fixture.file("report.html"), monitor);
        QFile file(fixture.fileName("report.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const qsizetype begin = bytes.indexOf("<style>");
        const QByteArray style = bytes.mid(begin, bytes.indexOf("</style>") - begin);
        QVERIFY(style.contains("prefers-color-scheme: dark"));
        QVERIFY(style.contains("@media print"));
        QVERIFY(!style.contains('&'));
        // An element that HTML cannot close by a slash would swallow what follows.
        for (const char *element : {"<td/>", "<div/>", "<span/>", "<p/>", "<th/>", "<title/>", "<section/>"})
            QVERIFY2(!bytes.contains(element), element);
    }

    void hostileNamesAreShownAndDoNothing()
    {
        const ReportFixture fixture;
        const std::vector<std::string> names{"<script>alert(1)<b>.png", "quote\" onerror='x' &amp;.png",
                                             "line\nbreak.png", "부품 3.png"};
        std::vector<InspectionResult> results;
        for (const std::string &name : names)
            results.push_back(fixture.result(name, 8));
        ReportContent content = ReportFixture::content(std::move(results));
        content.fields.title = QStringLiteral("</title><script>alert(2)</script>");
        JobMonitor monitor;
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        const Html html = readHtml(fixture.fileName("report.html"));
        QVERIFY2(html.error.isEmpty(), qPrintable(html.error));
        QVERIFY(!html.elements.contains(QStringLiteral("script")) && !html.elements.contains(QStringLiteral("b")));
        for (const char *shown : {"<script>alert(1)<b>.png", "quote\" onerror='x' &amp;.png", "line\\nbreak.png",
                                  "부품 3.png", "</title><script>alert(2)</script>"})
            QVERIFY2(html.text.contains(QString::fromUtf8(shown)), shown);

        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        const QString text = pdfText(document);
        QVERIFY(text.contains(QStringLiteral("<script>alert(1)<b>.png")));
        QVERIFY(text.contains(QStringLiteral("line\\nbreak.png")));
    }

    void aVanishedPictureIsReportedAndTheRestIsThere()
    {
        const ReportFixture fixture;
        const ReportContent content =
            ReportFixture::content({fixture.result("here.png", 8), fixture.result("gone.png", 9)});
        std::filesystem::remove(fixture.file("gone.png"));
        JobMonitor monitor;
        writeHtmlReport(content, fixture.file("report.html"), monitor);
        const Html html = readHtml(fixture.fileName("report.html"));
        QVERIFY(html.text.contains(QStringLiteral("The picture cannot be shown")));
        QCOMPARE(html.sources.size(), 2);

        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        QVERIFY(pdfText(document).contains(QStringLiteral("The picture cannot be shown")));
    }

    void aLongRunFillsManyPagesAndCountsThem()
    {
        const ReportFixture fixture;
        std::vector<InspectionResult> results{fixture.result("a.png", 8)};
        for (int index = 0; index < 150; ++index)
            results.push_back(ReportFixture::failure("folder/picture_" + std::to_string(index) + ".png", "gone"));
        JobMonitor monitor;
        writePdfReport(ReportFixture::content(std::move(results)), fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        const int pages = document.pageCount();
        QVERIFY(pages > 5);
        for (int page = 0; page < pages; ++page)
            QVERIFY(
                document.getAllText(page).text().contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages)));
    }

    void cancellingLeavesNoFile_data()
    {
        QTest::addColumn<bool>("pdf");
        QTest::addColumn<int>("after");
        for (const int after : {0, 1, 3}) {
            QTest::addRow("pdf after %d", after) << true << after;
            QTest::addRow("html after %d", after) << false << after;
        }
    }
    void cancellingLeavesNoFile()
    {
        QFETCH(bool, pdf);
        QFETCH(int, after);
        const ReportFixture fixture;
        std::vector<InspectionResult> results;
        for (const char *name : {"a.png", "b.png", "c.png", "d.png", "e.png"})
            results.push_back(fixture.result(name, 8));
        const ReportContent content = ReportFixture::content(std::move(results));
        StoppingMonitor monitor(after);
        const auto file = fixture.file("report");
        QVERIFY_EXCEPTION_THROWN(
            pdf ? writePdfReport(content, file, monitor) : writeHtmlReport(content, file, monitor), Cancelled);
        const QDir folder(QString::fromStdString(fixture.folder().string()));
        QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden).size(), 5);
    }

    void anUnwritablePlaceIsNamed()
    {
        const ReportFixture fixture;
        const ReportContent content = ReportFixture::content({});
        JobMonitor monitor;
        const auto file = fixture.folder() / "absent" / "report";
        for (const auto &write : {writePdfReport, writeHtmlReport}) {
            try {
                write(content, file, monitor);
                QFAIL("no error");
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::WriteFailed);
                QVERIFY(std::string(error.what()).find(file.string()) != std::string::npos);
            }
        }
    }
};

QTEST_MAIN(TestReportDocuments)
#include "test_report_documents.moc"
