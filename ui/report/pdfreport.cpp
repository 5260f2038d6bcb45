#include "ui/report/pdfreport.h"

#include <algorithm>

#include <QFontDatabase>
#include <QPageSize>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/report/outcome.h"
#include "ui/report/pdfpages.h"
#include "ui/report/picturefiles.h"
#include "ui/report/reporttext.h"
#include "ui/report/streamdevice.h"

namespace spotcheck::ui {

namespace {

constexpr int resolution = 600;     ///< dots per inch of the page's coordinates; text and charts stay vectors
constexpr int pdfPictureSide = 900; ///< px, longer side: 270 dots per inch in its column
constexpr double columnGap = 6;     ///< mm
constexpr double columnWidth = (PdfPages::width - columnGap) / 2;
constexpr double tallestPicture = 80; ///< mm: two to a page

using Style = PdfPages::TextStyle;
const Style small{7, PdfPages::Weight::Normal, PdfPages::muted, false};
const Style hashStyle{6.5, PdfPages::Weight::Normal, PdfPages::muted, true};

QColor verdictColour(Verdict verdict)
{
    return verdict == Verdict::Good        ? QColor(0x0F, 0x6B, 0x69)
           : verdict == Verdict::Defective ? QColor(0xB3, 0x40, 0x0A)
           : verdict == Verdict::Review    ? QColor(0x7A, 0x5A, 0x00)
                                           : PdfPages::muted;
}

void layOutCounts(PdfPages &pages, const ReportContent &content)
{
    const VerdictCounts counts = content.counts();
    struct Tile {
        QString name;
        std::int64_t count;
        QColor colour;
    };
    std::vector<Tile> tiles{{Report::tr("pictures"), counts.total(), Style{}.colour},
                            {Report::tr("judged good"), counts.good, verdictColour(Verdict::Good)}};
    if (content.operatingPoint.reviewThreshold)
        tiles.push_back({Report::tr("for review"), counts.review, verdictColour(Verdict::Review)});
    tiles.push_back({Report::tr("judged defective"), counts.defective, verdictColour(Verdict::Defective)});
    tiles.push_back({Report::tr("not inspected"), counts.failed, verdictColour(Verdict::Failed)});
    constexpr double tileHeight = 17;
    constexpr double gap = 4;
    const double tileWidth =
        (PdfPages::width - gap * static_cast<double>(tiles.size() - 1)) / static_cast<double>(tiles.size());
    pages.ensure(tileHeight);
    double left = 0;
    for (const Tile &tile : tiles) {
        pages.box(left, pages.cursor(), tileWidth, tileHeight, QColor(0xF3, 0xF5, 0xF7));
        pages.box(left, pages.cursor(), tileWidth, 0.8, tile.colour);
        const auto write = [&](double below, const QString &text, const Style &style) {
            pages.textAt(left + 3, pages.cursor() + below, tileWidth - 6, text,
                         pages.fitting(text, tileWidth - 6, style));
        };
        write(2.2, QString::number(tile.count), {18, PdfPages::Weight::Bold, tile.colour, false});
        // In one line: a second one would leave the tile.
        write(11, QString(tile.name).replace(u' ', QChar::Nbsp),
              {8, PdfPages::Weight::Normal, Style{}.colour, false});
        left += tileWidth + gap;
    }
    pages.space(tileHeight + 4);
}

/// Short rows in two columns, read down the left one first.
void layOutInColumns(PdfPages &pages, const ReportRows &rows, double nameWidth)
{
    const auto half = static_cast<std::ptrdiff_t>((rows.size() + 1) / 2);
    pages.ensure(6.0 * static_cast<double>(half));
    const double top = pages.cursor();
    pages.rows({rows.begin(), rows.begin() + half}, 0, columnWidth, nameWidth);
    const double below = pages.cursor();
    pages.moveTo(top);
    pages.rows({rows.begin() + half, rows.end()}, columnWidth + columnGap, columnWidth, nameWidth);
    pages.moveTo(std::max(below, pages.cursor()));
}

void layOutAgreement(PdfPages &pages, const ReportContent &content)
{
    const ReportTable confusion = confusionTable(content);
    if (confusion.rows.empty())
        return;
    pages.heading(Report::tr("Agreement with the labels"));
    pages.ensure(34);
    const double top = pages.cursor();
    const bool hasBand = content.operatingPoint.reviewThreshold.has_value();
    const double confusionWidth = hasBand ? 80 : 70;
    pages.table(confusion, 0, confusionWidth,
                hasBand ? QVector<double>{0.38, 0.2, 0.16, 0.14, 0.12} : QVector<double>{0.44, 0.24, 0.18, 0.14});
    const double below = pages.cursor();
    pages.moveTo(top);
    const double ratesLeft = confusionWidth + 4;
    pages.table(rateTable(content), ratesLeft, PdfPages::width - ratesLeft, {0.34, 0.16, 0.32, 0.18});
    pages.moveTo(std::max(below, pages.cursor()));
    pages.space(2);

    if (const ReportTable metrics = metricTable(content); !metrics.rows.empty())
        pages.table(metrics, 0, PdfPages::width, {0.34, 0.11, 0.19, 0.36});
    pages.heading(agreementHeading(content));
    pages.table(agreementTable(content), 0, PdfPages::width, {0.225, 0.085, 0.165, 0.11, 0.135, 0.13, 0.15});
    pages.space(1);
    pages.paragraph(agreementNote(content), small);
}

void layOutCharts(PdfPages &pages, const ReportContent &content)
{
    double left = 0;
    double tallest = 0;
    for (const ChartScene &chart : {histogramChart(content), rocChart(content)}) {
        if (chart.isEmpty())
            continue;
        const double chartHeight = PdfPages::chartHeight(chart, columnWidth);
        if (left == 0) {
            pages.ensure(chartHeight + 14);
            pages.space(5);
        }
        pages.textAt(left, pages.cursor(), columnWidth, chart.title,
                     {8.5, PdfPages::Weight::Bold, Style{}.colour, false});
        const double top = pages.cursor();
        pages.space(5);
        pages.chart(chart, left, columnWidth);
        pages.moveTo(top);
        tallest = std::max(tallest, chartHeight + 6);
        left += columnWidth + columnGap;
    }
    pages.space(tallest);
}

void layOutSignatures(PdfPages &pages)
{
    pages.ensure(18);
    pages.space(12);
    double left = 0;
    for (const QString &name :
         {Report::tr("Inspected by: name, date, signature"), Report::tr("Released by: name, date, signature")}) {
        pages.rule(left, pages.cursor(), columnWidth);
        pages.textAt(left, pages.cursor() + 1, columnWidth, name, small);
        left += columnWidth + columnGap;
    }
    pages.space(6);
}

/// The title, and the logo at the right end of its line.
void layOutTitle(PdfPages &pages, const ReportContent &content)
{
    constexpr double gap = 8;
    const QSizeF room(58, 18); // mm
    QSizeF logo(0, 0);
    if (!content.logo.isEmpty())
        logo = pages.logo(content.logo, PdfPages::width, room) + QSizeF(gap, 0);
    const double title = pages.textAt(0, pages.cursor(), PdfPages::width - logo.width(), reportTitle(content),
                                      {20, PdfPages::Weight::Bold, Style{}.colour, false});
    pages.space(std::max(title, logo.height()) + 4);
}

void layOutSummary(PdfPages &pages, const ReportContent &content)
{
    layOutTitle(pages, content);
    layOutInColumns(pages, identificationRows(content), 24);
    pages.space(5);
    layOutCounts(pages, content);
    for (const QString &note : reportNotes(content))
        pages.note(note);
    pages.heading(Report::tr("Operating point"));
    pages.rows(operatingPointRows(content), 0, PdfPages::width, 42);
    layOutAgreement(pages, content);
    layOutCharts(pages, content);
    pages.heading(Report::tr("Model"));
    pages.rows(modelRows(content), 0, PdfPages::width, 42);
    layOutSignatures(pages);
}

/// Height of the picture row: the picture's own proportions, as far as the page allows.
double pictureHeight(const Prediction &prediction)
{
    if (prediction.imageSize.empty())
        return 20;
    return std::clamp(columnWidth * prediction.imageSize.height / prediction.imageSize.width, 10.0, tallestPicture);
}

void layOutPicture(PdfPages &pages, const ReportContent &content, const ReportEntry &entry, bool drawing)
{
    const QString name = printablePath(entry.result.sample.image);
    const Style nameStyle{9.5, PdfPages::Weight::Bold, Style{}.colour, false};
    const Style verdictStyle{9.5, PdfPages::Weight::Bold, verdictColour(entry.verdict), false};
    constexpr double verdictWidth = 34;
    const double nameHeight = pages.textHeight(name, PdfPages::width - verdictWidth, nameStyle);
    const double shownHeight = pictureHeight(*entry.result.prediction);
    const double shortTable = 6.0 * static_cast<double>(std::min<std::size_t>(entry.regions.size() + 1, 5));
    pages.ensure(nameHeight + shownHeight + shortTable + 20);

    if (pages.cursor() > 0)
        pages.space(6);
    pages.textAt(PdfPages::width - verdictWidth, pages.cursor(), verdictWidth, verdictName(entry.verdict),
                 verdictStyle, Qt::AlignRight);
    pages.space(pages.textAt(0, pages.cursor(), PdfPages::width - verdictWidth, name, nameStyle) + 0.5);
    pages.paragraph(entryFacts(content, entry), {8, PdfPages::Weight::Normal, PdfPages::muted, false});
    if (drawing) {
        const ReportPicture picture = readReportPicture(content, entry, pdfPictureSide);
        if (picture.problem.isEmpty()) {
            pages.image(picture.bare, 0, columnWidth, shownHeight);
            if (content.model.hasAnomalyMap)
                pages.image(picture.overlaid, columnWidth + columnGap, columnWidth, shownHeight);
        } else {
            pages.box(0, pages.cursor(), PdfPages::width, shownHeight, QColor(0xFF, 0xF4, 0xE0));
            pages.textAt(4, pages.cursor() + 3, PdfPages::width - 8, printableText(picture.problem), {});
        }
    }
    pages.space(shownHeight + 2);
    if (!entry.regions.empty())
        pages.table(regionTable(entry.regions, content.scale), 0, PdfPages::width,
                    content.scale ? QVector<double>{0.035, 0.21, 0.085, 0.1, 0.185, 0.09, 0.1, 0.1, 0.095}
                                  : QVector<double>{0.06, 0.28, 0.16, 0.18, 0.16, 0.16});
    if (const QString more = moreRegionsNote(entry); !more.isEmpty())
        pages.paragraph(more, small);
}

void layOutList(PdfPages &pages, const ReportContent &content, JobMonitor &monitor)
{
    constexpr double nameWidth = 93; ///< a checksum is 89 mm long
    constexpr double barWidth = 1.2; ///< of the mark in the margin
    const QStringList heading{Report::tr("File and SHA-256"), Report::tr("Verdict"), Report::tr("Label"),
                              Report::tr("Score"), Report::tr("p")};
    const double lefts[] = {0, 95, 119, 141, 159};
    const double widths[] = {nameWidth, 23, 21, 17, 15};
    const auto drawHeading = [&] {
        for (qsizetype column = 0; column < heading.size(); ++column)
            pages.textAt(lefts[column], pages.cursor(), 60, heading[column],
                         {7.5, PdfPages::Weight::Bold, PdfPages::muted, false});
        pages.space(5);
    };
    pages.heading(Report::tr("All pictures"));
    if (const QString note = wrongVerdictsNote(content); !note.isEmpty())
        pages.paragraph(note, small);
    drawHeading();
    const Style cell{7.5, PdfPages::Weight::Normal, Style{}.colour, false};
    for (const ReportEntry &entry : content.entries) {
        monitor.throwIfCancelled();
        const auto &prediction = entry.result.prediction;
        const QString name = printablePath(entry.result.sample.image);
        const QString remark = listRemark(entry);
        const QString hash = QString::fromStdString(entry.result.sha256);
        double needed = pages.textHeight(name, nameWidth, cell) + pages.textHeight(hash, nameWidth, hashStyle) + 2;
        if (!remark.isEmpty())
            needed += pages.textHeight(remark, nameWidth, small);
        const Outcome outcome = outcomeOf(entry.verdict, entry.result.sample.label);
        const QString verdict = isWrong(outcome)
                                    ? verdictName(entry.verdict) + QChar(QChar::LineSeparator) + outcomeWord(outcome)
                                    : verdictName(entry.verdict);
        const Style verdictStyle =
            pages.fitting(verdict, widths[1], {7.5, PdfPages::Weight::Bold, verdictColour(entry.verdict), false});
        needed = std::max(needed, pages.textHeight(verdict, widths[1], verdictStyle) + 2);
        const int before = pages.page();
        pages.ensure(needed);
        if (pages.page() != before)
            drawHeading();

        const double top = pages.cursor() + 1;
        if (isWrong(outcome))
            pages.box(-barWidth - 1.5, top, barWidth, needed - 2, Style{}.colour);
        pages.textAt(lefts[1], top, widths[1], verdict, verdictStyle);
        const auto write = [&](int column, const QString &text) {
            pages.textAt(lefts[column], top, widths[column], text, pages.fitting(text, widths[column], cell));
        };
        write(2, labelName(entry.result.sample.label));
        if (prediction) {
            write(3, reportScore(prediction->score));
            write(4, QString::number(prediction->pValue, 'g', 3));
        }
        double below = top + pages.textAt(0, top, nameWidth, name, cell);
        if (!hash.isEmpty())
            below += pages.textAt(0, below, nameWidth, hash, hashStyle);
        if (!remark.isEmpty())
            pages.textAt(0, below, nameWidth, remark, small);
        pages.space(needed);
        pages.rule(0, pages.cursor(), PdfPages::width);
    }
}

/// Lays the whole report out; with a painter it is drawn, without one only its pages are counted.
int layOutReport(QPdfWriter &writer, QPainter *painter, const ReportContent &content, const PageFrame &frame,
                 JobMonitor &monitor)
{
    PdfPages pages(writer, painter, frame);
    layOutSummary(pages, content);
    if (!content.shown.empty()) {
        pages.newPage();
        pages.heading(Report::tr("Pictures"));
        if (content.model.hasAnomalyMap)
            pages.paragraph(colourScaleText(content), {8, PdfPages::Weight::Normal, PdfPages::muted, false});
        std::int64_t done = 0;
        for (const std::size_t index : content.shown) {
            monitor.throwIfCancelled();
            layOutPicture(pages, content, content.entries[index], painter != nullptr);
            if (painter) {
                monitor.report({.stage = Stage::Writing,
                                .step = ++done,
                                .steps = static_cast<std::int64_t>(content.shown.size()),
                                .value = {}});
            }
        }
    }
    pages.newPage();
    layOutList(pages, content, monitor);
    return pages.page();
}

PageFrame pageFrame(const ReportContent &content)
{
    PageFrame frame;
    frame.headerLeft << reportTitle(content);
    for (const QString &field : {content.fields.part, content.fields.lot}) {
        if (!field.trimmed().isEmpty())
            frame.headerLeft << printableText(field.trimmed());
    }
    frame.headerRight = printableText(content.fields.company.trimmed());
    frame.footer =
        QStringLiteral("Spotcheck %1 · %2")
            .arg(QString::fromStdString(engineVersion()), content.date.toString(QStringLiteral("yyyy-MM-dd hh:mm")));
    if (!content.model.sha256.empty())
        frame.footer += Report::tr(" · model %1…").arg(QString::fromStdString(content.model.sha256.substr(0, 16)));
    return frame;
}

} // namespace

void writePdfReport(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor)
{
    if (QFontDatabase::families().isEmpty())
        throw Error(ErrorCode::Internal, file, "no font is installed; install one, such as fonts-dejavu-core");
    writeFileAtomically(file, [&](std::ostream &stream) {
        StreamDevice target(stream);
        QPdfWriter writer(&target);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(reportTitle(content));
        writer.setCreator(QStringLiteral("Spotcheck %1").arg(QString::fromStdString(engineVersion())));

        PageFrame frame = pageFrame(content);
        frame.pages = layOutReport(writer, nullptr, content, frame, monitor);
        QPainter painter;
        if (!painter.begin(&writer))
            throw Error(ErrorCode::WriteFailed, file, "no PDF can be begun");
        layOutReport(writer, &painter, content, frame, monitor);
        painter.end();
    });
}

} // namespace spotcheck::ui
