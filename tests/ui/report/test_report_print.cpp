#include <QPdfDocument>
#include <QtTest>

#include "ui/report/pdfreport.h"
#include "ui/report/reportsections.h"
#include "ui/report/reporttext.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// What is easily lost between a report's words and the printed page: whole words, single lines, letters that can be
/// copied.
class TestReportPrint : public QObject {
    Q_OBJECT

    static void print(const ReportFixture &fixture, const ReportContent &content, QPdfDocument &document)
    {
        JobMonitor monitor;
        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
    }

    static QStringList words(const QString &text)
    {
        return text.simplified().split(QChar(u' '), Qt::SkipEmptyParts); // no-break spaces too
    }

    /// Everything on the pages; a word that is broken at the end of a line is two.
    static QStringList printedWords(QPdfDocument &document)
    {
        QStringList printed;
        for (int page = 0; page < document.pageCount(); ++page)
            printed << words(document.getAllText(page).text());
        return printed;
    }

    /// Of a large part: sizes with up to nine digits.
    static Region largeRegion()
    {
        Region region;
        region.box = {10440, 12007, 13333, 12345};
        region.area = 164404100;
        region.perimeter = 123456.7;
        region.peak = 123.4567F;
        region.mean = 0.00001234567F;
        return region;
    }

    /// The tables by which a reader turns the letters drawn into characters, in capitals. Qt's own reader takes
    /// ligatures apart, others do not.
    static QByteArray characterMaps(const QByteArray &pdf)
    {
        QByteArray maps;
        for (qsizetype start = pdf.indexOf("stream\n"); start >= 0; start = pdf.indexOf("stream\n", start + 1)) {
            start += qstrlen("stream\n");
            const QByteArray packed = pdf.mid(start, pdf.indexOf("endstream", start) - start);
            const QByteArray expectedSize("\0\x10\0\0", 4); // qUncompress wants to be told how much it will be
            const QByteArray stream = packed.startsWith('\x78') ? qUncompress(expectedSize + packed) : packed;
            if (stream.contains("begincmap"))
                maps += stream.toUpper();
        }
        return maps;
    }

private slots:
    void noWordOfATableIsBroken_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("no scale") << 0.0;
        for (const double scale : {1.0, 0.01, 0.0123, 0.000371})
            QTest::addRow("%g mm", scale) << scale;
    }

    void noWordOfATableIsBroken()
    {
        QFETCH(const double, scale);
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("a.png", 123456.78, Label::Defective),
                                                        fixture.result("b.png", 0.0000123456, Label::Good)});
        content.entries[1].result.prediction->pValue = 0.0000123;
        content.entries[0].regions = {largeRegion()};
        if (scale > 0)
            content.scale.emplace(scale);
        QPdfDocument document;
        print(fixture, content, document);
        const QStringList printed = printedWords(document);
        for (const ReportTable &table : {regionTable(content.entries[0].regions, content.scale), rateTable(content),
                                         metricTable(content), confusionTable(content), agreementTable(content)}) {
            std::vector<QStringList> rows = table.rows;
            rows.push_back(table.heading);
            for (const QStringList &row : rows) {
                for (const QString &word : words(row.join(QChar(' '))))
                    QVERIFY2(printed.contains(word), qPrintable(word));
            }
        }
        for (const char *number : {"164404100", "123457", "1.23456e-05", "1.23e-05"})
            QVERIFY2(printed.contains(QString::fromLatin1(number)), number);
    }

    void sizesHaveNoMoreDigitsThanAreKnown()
    {
        QCOMPARE(reportMeasure(164.40410, 0.0001), QStringLiteral("164.404"));
        QCOMPARE(reportMeasure(16440410.4, 0.0001), QStringLiteral("16440410"));
        QCOMPARE(reportMeasure(0.0123, 0.0001), QStringLiteral("0.0123"));
        QCOMPARE(reportMeasure(0.000123, 0.000001), QStringLiteral("0.000123"));
        QCOMPARE(reportMeasure(12, 0.25), QStringLiteral("12.0"));
        QCOMPARE(reportMeasure(0, 0.01), QStringLiteral("0.00"));
    }

    /// The head of a page is one line above its rule, whatever was typed; what is short stays whole.
    void theHeadIsOneLine()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("a.png", 8)});
        const QString title =
            QStringLiteral("Final inspection of the anodised housings before delivery to the customer");
        content.fields = {title, QStringLiteral("Example Precision Works Manufacturing and Trading Company Limited"),
                          QStringLiteral("Housing, upper half, anodised, drawing 4711-0815-22 revision C"),
                          QStringLiteral("L-2024-31"), QStringLiteral("K. Muster")};
        QPdfDocument document;
        print(fixture, content, document);
        constexpr double mm = 8; // px
        for (int page = 0; page < document.pageCount(); ++page) {
            const QImage image = document.render(page, QSize(210, 297) * mm);
            const auto isClear = [&](double top, double bottom) {
                for (int y = qRound(top * mm); y < qRound(bottom * mm); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        if (qAlpha(image.pixel(x, y)) > 20 && qGray(image.pixel(x, y)) < 230)
                            return false;
                    }
                }
                return true;
            };
            QVERIFY2(isClear(15.6, 16.7), qPrintable(QString::number(page)));
            QVERIFY2(isClear(17.3, 23.5), qPrintable(QString::number(page)));
            QVERIFY(!isClear(12, 15.6));
        }
        // Two pages without the summary, where these fields stand too.
        const QString text = document.getAllText(document.pageCount() - 1).text();
        QVERIFY2(text.contains(QStringLiteral("L-2024-31")), qPrintable(text));
        QVERIFY2(text.contains(QChar(0x2026)) && !text.contains(title), qPrintable(text));
        QVERIFY2(text.contains(title.left(20)) && text.contains(content.fields.part.left(20)), qPrintable(text));
        QVERIFY2(text.contains(content.fields.company.left(20)), qPrintable(text));
    }

    /// A checksum that holds "ff" is found by a search.
    void noLettersAreDrawnAsOne()
    {
        const ReportFixture fixture;
        ReportContent content = ReportFixture::content({fixture.result("offline_fluff_fi.png", 8)});
        content.model.sha256 = "ff0ffe" + std::string(52, '0') + "ffffff";
        content.fields.title = QStringLiteral("Office, affine and official flow");
        QPdfDocument document;
        print(fixture, content, document);
        QFile file(fixture.fileName("report.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray maps = characterMaps(file.readAll());
        QVERIFY(maps.contains("<0066>")); // f
        for (const char *ligature : {"FB00", "FB01", "FB02", "FB03", "FB04"})
            QVERIFY2(!maps.contains(QByteArray("<") + ligature + '>'), ligature);
    }
};

QTEST_MAIN(TestReportPrint)
#include "test_report_print.moc"
