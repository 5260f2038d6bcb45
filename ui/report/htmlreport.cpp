#include "ui/report/htmlreport.h"

#include <QBuffer>

#include <spotcheck/core/runtime.h>

#include "ui/report/chartwriter.h"
#include "ui/report/htmlwriter.h"
#include "ui/report/outcome.h"
#include "ui/report/picturefiles.h"
#include "ui/report/reportsections.h"
#include "ui/report/reporttext.h"
#include "ui/report/streamdevice.h"

namespace spotcheck::ui {

namespace {

constexpr int htmlPictureSide = 900; ///< px, longer side: enough to judge a region, small enough to mail a report
constexpr int jpegQuality = 85;

/// The report's page.
class HtmlPage : private HtmlWriter {
public:
    HtmlPage(QIODevice *device, const ReportContent &content) : HtmlWriter(device), m_xml(xml()), m_content(content)
    {}

    void write(JobMonitor &monitor)
    {
        begin(reportTitle(m_content));
        writeSummary();
        writeShownPictures(monitor);
        writeAllPictures(monitor);
        finish();
    }

private:
    void writeRows(const ReportRows &rows)
    {
        start("table");
        start("tbody");
        for (const ReportRow &row : rows) {
            start("tr");
            element("th", row.name);
            element("td", row.value);
            end();
        }
        end();
        end();
    }

    void writeTable(const ReportTable &table)
    {
        start("table", QStringLiteral("numbers"));
        headingRow(table.heading);
        start("tbody");
        for (const QStringList &row : table.rows) {
            start("tr");
            for (const QString &cell : row)
                element("td", cell);
            end();
        }
        end();
        end();
    }

    void writeSummary()
    {
        start("header");
        writeLogo();
        element("h1", reportTitle(m_content));
        end();
        start("div", QStringLiteral("columns"));
        start("section");
        writeRows(identificationRows(m_content));
        end();
        start("section");
        writeRows(verdictRows(m_content));
        end();
        end();
        for (const QString &note : reportNotes(m_content))
            element("p", note, QStringLiteral("note"));

        element("h2", Report::tr("Operating point"));
        writeRows(operatingPointRows(m_content));
        writeRates();
        writeCharts();
        element("h2", Report::tr("Model"));
        writeRows(modelRows(m_content));
    }

    void writeLogo()
    {
        if (m_content.logo.isEmpty())
            return;
        m_xml.writeEmptyElement(QStringLiteral("img"));
        m_xml.writeAttribute(QStringLiteral("class"), QStringLiteral("logo"));
        m_xml.writeAttribute(QStringLiteral("src"), m_content.logo.dataUri());
        m_xml.writeAttribute(QStringLiteral("alt"), m_content.fields.company.trimmed().isEmpty()
                                                        ? Report::tr("Logo")
                                                        : printableText(m_content.fields.company.trimmed()));
    }

    void writeRates()
    {
        const ReportTable confusion = confusionTable(m_content);
        if (confusion.rows.empty())
            return;
        element("h2", Report::tr("Agreement with the labels"));
        start("div", QStringLiteral("columns"));
        start("section");
        writeTable(confusion);
        end();
        start("section");
        writeTable(rateTable(m_content));
        end();
        end();
        if (const ReportTable metrics = metricTable(m_content); !metrics.rows.empty())
            writeTable(metrics);
        element("h2", agreementHeading(m_content));
        writeTable(agreementTable(m_content));
        element("p", agreementNote(m_content), QStringLiteral("muted"));
    }

    void writeCharts()
    {
        start("div", QStringLiteral("columns"));
        for (const ChartScene &chart : {histogramChart(m_content), rocChart(m_content)}) {
            if (chart.isEmpty())
                continue;
            start("figure");
            writeChartSvg(m_xml, chart);
            element("figcaption", chart.title);
            end();
        }
        m_xml.writeCharacters(QStringLiteral("\n"));
        end();
    }

    void writeVerdict(const ReportEntry &entry)
    {
        element("span", verdictName(entry.verdict),
                QStringLiteral("verdict verdict-%1").arg(QString::fromStdString(verdictId(entry.verdict))));
    }

    void writeShownPictures(JobMonitor &monitor)
    {
        if (m_content.shown.empty())
            return;
        element("h2", Report::tr("Pictures"));
        if (m_content.model.hasAnomalyMap)
            element("p", colourScaleText(m_content), QStringLiteral("muted"));
        std::int64_t done = 0;
        for (const std::size_t index : m_content.shown) {
            monitor.throwIfCancelled();
            writePicture(m_content.entries[index]);
            monitor.report({.stage = Stage::Writing,
                            .step = ++done,
                            .steps = static_cast<std::int64_t>(m_content.shown.size()),
                            .value = {}});
        }
    }

    void writePicture(const ReportEntry &entry)
    {
        start("article");
        start("h3");
        m_xml.writeCharacters(printablePath(entry.result.sample.image) + QStringLiteral("  "));
        writeVerdict(entry);
        end();
        element("p", entryFacts(m_content, entry), QStringLiteral("muted"));
        const ReportPicture picture = readReportPicture(m_content, entry, htmlPictureSide);
        if (!picture.problem.isEmpty()) {
            element("p", printableText(picture.problem), QStringLiteral("note"));
        } else {
            start("div", QStringLiteral("columns"));
            writeImage(picture.bare, Report::tr("Picture"));
            if (m_content.model.hasAnomalyMap)
                writeImage(picture.overlaid, Report::tr("Anomaly map with numbered regions"));
            end();
        }
        if (!entry.regions.empty())
            writeTable(regionTable(entry.regions, m_content.scale));
        if (const QString more = moreRegionsNote(entry); !more.isEmpty())
            element("p", more, QStringLiteral("muted"));
        end();
    }

    void writeImage(const QImage &image, const QString &caption)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG", jpegQuality);
        start("figure");
        m_xml.writeEmptyElement(QStringLiteral("img"));
        m_xml.writeAttribute(QStringLiteral("src"),
                             QLatin1String("data:image/jpeg;base64,") + QLatin1String(bytes.toBase64()));
        m_xml.writeAttribute(QStringLiteral("width"), QString::number(image.width()));
        m_xml.writeAttribute(QStringLiteral("height"), QString::number(image.height()));
        m_xml.writeAttribute(QStringLiteral("alt"), caption);
        element("figcaption", caption);
        end();
    }

    void writeAllPictures(JobMonitor &monitor)
    {
        element("h2", Report::tr("All pictures"));
        if (const QString note = wrongVerdictsNote(m_content); !note.isEmpty())
            element("p", note, QStringLiteral("muted"));
        start("table");
        headingRow({Report::tr("File and SHA-256"), Report::tr("Verdict"), Report::tr("Label"), Report::tr("Score"),
                    Report::tr("p"), Report::tr("Regions")});
        start("tbody");
        for (const ReportEntry &entry : m_content.entries) {
            monitor.throwIfCancelled();
            const auto &prediction = entry.result.prediction;
            const Outcome outcome = outcomeOf(entry.verdict, entry.result.sample.label);
            start("tr", isWrong(outcome) ? QStringLiteral("wrong") : QString());
            start("td");
            element("div", printablePath(entry.result.sample.image));
            element("div", QString::fromStdString(entry.result.sha256), QStringLiteral("hash"));
            if (const QString remark = listRemark(entry); !remark.isEmpty())
                element("div", remark);
            end();
            start("td");
            writeVerdict(entry);
            if (isWrong(outcome))
                element("div", outcomeWord(outcome));
            end();
            element("td", labelName(entry.result.sample.label));
            element("td", prediction ? reportScore(prediction->score) : QStringLiteral("–"));
            element("td", prediction ? QString::number(prediction->pValue, 'g', 3) : QStringLiteral("–"));
            element("td", prediction ? QString::number(entry.regions.size()) : QStringLiteral("–"));
            end();
        }
        end();
        end();
    }

    QXmlStreamWriter &m_xml;
    const ReportContent &m_content;
};

} // namespace

void writeHtmlReport(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor)
{
    writeFileAtomically(file, [&](std::ostream &stream) {
        StreamDevice target(stream);
        HtmlPage page(&target, content);
        page.write(monitor);
    });
}

} // namespace spotcheck::ui
