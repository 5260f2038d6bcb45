#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfDocument>
#include <QXmlStreamReader>
#include <QtTest>

#include <spotcheck/core/error.h>

#include "ui/report/htmlreport.h"
#include "ui/report/pdfreport.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// A company's logo: which files are taken, and where it is seen.
class TestReportLogo : public QObject {
    Q_OBJECT

    static constexpr QColor red{200, 10, 30};

    static QByteArray drawing(const QByteArray &body)
    {
        return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 20\">" + body +
               "</svg>";
    }

    static void write(const std::filesystem::path &file, const QByteArray &bytes)
    {
        QFile opened(QFile::decodeName(file.c_str()));
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
    }

    static QByteArray encoded(const QImage &picture, const char *format)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, format);
        return bytes;
    }

    static QImage plain(QSize size)
    {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(red);
        return picture;
    }

    /// A file of each kind, 4 : 1.
    static QByteArray fileOf(const QString &kind)
    {
        if (kind == QLatin1String("svg"))
            return drawing("<rect width=\"80\" height=\"20\" fill=\"#c80a1e\"/>");
        return encoded(plain({160, 40}), kind == QLatin1String("png") ? "PNG" : "JPEG");
    }

    static std::optional<ErrorCode> refusal(const std::filesystem::path &file)
    {
        try {
            ReportLogo::read(file);
        } catch (const Error &error) {
            return error.code();
        }
        return {};
    }

    static bool isRed(const QColor &colour)
    {
        return qAbs(colour.red() - red.red()) < 12 && qAbs(colour.green() - red.green()) < 12 &&
               qAbs(colour.blue() - red.blue()) < 12;
    }

private slots:
    void theLogoIsOnBothDocuments_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"png", "jpeg", "svg"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void theLogoIsOnBothDocuments()
    {
        QFETCH(const QString, kind);
        const ReportFixture fixture;
        write(fixture.file("logo"), fileOf(kind)); // the content tells what it is
        ReportContent content = ReportFixture::content({fixture.result("a.png", 2)});
        content.fields.company = QStringLiteral("Example & Works");
        content.logo = ReportLogo::read(fixture.file("logo"));
        QCOMPARE(content.logo.size().width() / content.logo.size().height(), 4.0);
        JobMonitor monitor;

        writePdfReport(content, fixture.file("report.pdf"), monitor);
        QPdfDocument document;
        QCOMPARE(document.load(fixture.fileName("report.pdf")), QPdfDocument::Error::None);
        const QImage page = document.render(0, QSize(1190, 1684));
        // At the right end of the title's line: 58 x 14.5 mm below the margin of 24 mm.
        const double millimetre = 1190 / 210.0;
        const QPointF corner((18 + 174 - 58) * millimetre, 24 * millimetre);
        for (const QPointF &at : {QPointF(1, 1), QPointF(57, 1), QPointF(57, 13.5), QPointF(29, 7)})
            QVERIFY(isRed(page.pixelColor((corner + at * millimetre).toPoint())));
        QVERIFY(!isRed(page.pixelColor((corner + QPointF(-3, 7) * millimetre).toPoint())));
        QVERIFY(!isRed(page.pixelColor((corner + QPointF(29, 18) * millimetre).toPoint())));
        QVERIFY(document.getAllText(0).text().contains(QStringLiteral("Visual inspection report")));

        writeHtmlReport(content, fixture.file("report.html"), monitor);
        QFile file(fixture.fileName("report.html"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QStringList sources;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("img")) {
                sources << xml.attributes().value(QStringLiteral("src")).toString();
                QCOMPARE(xml.attributes().value(QStringLiteral("alt")).toString(), content.fields.company);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(sources.size(), 1);
        const QString type = kind == QLatin1String("svg") ? QStringLiteral("data:image/svg+xml;base64,")
                                                          : QStringLiteral("data:image/png;base64,");
        QVERIFY2(sources.front().startsWith(type), qPrintable(sources.front().left(40)));
        const QByteArray embedded = QByteArray::fromBase64(sources.front().mid(type.size()).toLatin1());
        if (kind == QLatin1String("svg"))
            QCOMPARE(embedded, fileOf(kind));
        else
            QVERIFY(isRed(QImage::fromData(embedded).pixelColor(80, 20)));
    }

    void largePicturesAreReduced()
    {
        const ReportFixture fixture;
        write(fixture.file("large.png"), encoded(plain({4800, 1200}), "PNG"));
        const ReportLogo logo = ReportLogo::read(fixture.file("large.png"));
        QCOMPARE(logo.size(), QSizeF(1200, 300));
        QVERIFY(logo.dataUri().size() < 200'000);
    }

    void whatIsNoLogoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
            QTest::newRow(name) << bytes << static_cast<int>(code);
        };
        const QByteArray png = encoded(plain({160, 40}), "PNG");
        row("empty", {}, ErrorCode::NotAnImage);
        row("text", "our logo", ErrorCode::NotAnImage);
        row("bitmap", encoded(plain({16, 4}), "BMP"), ErrorCode::NotAnImage);
        row("half a PNG", png.left(png.size() / 2), ErrorCode::NotAnImage);
        row("head of a PNG", png.left(30), ErrorCode::NotAnImage);
        row("broken SVG", drawing("<rect").left(100), ErrorCode::NotAnImage);
        row("HTML", "<html><body>logo</body></html>", ErrorCode::NotAnImage);
        row("SVG without a size", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 0\"/>",
            ErrorCode::NotAnImage);
        row("huge SVG", drawing(QByteArray("<!--") + QByteArray(3 << 20, 'x') + "-->"), ErrorCode::ImageTooLarge);
        row("huge file", QByteArray(17 << 20, 'x'), ErrorCode::ImageTooLarge);
        QImage wide(60'000, 1000, QImage::Format_Mono);
        wide.fill(0);
        row("many pixels", encoded(wide, "PNG"), ErrorCode::ImageTooLarge);
    }

    void whatIsNoLogoIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, code);
        const ReportFixture fixture;
        write(fixture.file("logo.png"), bytes);
        const std::optional<ErrorCode> refused = refusal(fixture.file("logo.png"));
        QVERIFY(refused.has_value());
        QCOMPARE(static_cast<int>(*refused), code);
        QCOMPARE(refusal(fixture.file("absent.png")).value(), ErrorCode::FileNotFound);
    }
};

QTEST_MAIN(TestReportLogo)
#include "test_report_logo.moc"
