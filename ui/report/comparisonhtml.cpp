#include <QBuffer>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/report/chart.h"
#include "ui/report/chartwriter.h"
#include "ui/report/comparisoncolumns.h"
#include "ui/report/comparisonfiles.h"
#include "ui/report/enginetext.h"
#include "ui/report/htmlwriter.h"
#include "ui/report/reporttext.h"
#include "ui/report/seriesstyle.h"

namespace spotcheck::ui {

namespace {

constexpr std::size_t listedDisagreements = 1000; // what a person may still read; the JSON file has all

/// More rules for the page: the wide table, and a colour a curve in both schemes.
QString pageStyle()
{
    QString light;
    QString dark;
    for (int index = 0; index < seriesStyleCount; ++index) {
        const QString rule = QStringLiteral(".series-%1 { stroke: %2; } ");
        light += rule.arg(index).arg(seriesStyle(index).onLight.name());
        dark += rule.arg(index).arg(seriesStyle(index).onDark.name());
    }
    return light +
           QStringLiteral("\n@media (prefers-color-scheme: dark) { %1}\n@media print { %2}\n").arg(dark, light) +
           QStringLiteral("main { max-width: 1500px; } .wide { overflow-x: auto; } .best { font-weight: 700; }\n"
                          ".wide td, .wide th { white-space: nowrap; } .wide thead th { white-space: normal; "
                          "min-width: 76px; }\nsvg { max-width: 760px; }\n");
}

QString nameOf(const ComparisonRow &row)
{
    return printableText(QString::fromStdString(row.name));
}

void writeModels(HtmlWriter &page, const Comparison &comparison)
{
    page.start("div", QStringLiteral("wide"));
    page.start("table");
    QStringList heading{Report::tr("Model"), Report::tr("Backbone")};
    for (const ComparisonColumn &column : comparisonColumns())
        heading << column.title;
    page.headingRow(heading);
    page.start("tbody");
    std::vector<std::vector<bool>> best;
    for (const ComparisonColumn &column : comparisonColumns())
        best.push_back(bestRows(comparison, column));
    for (std::size_t row = 0; row < comparison.rows.size(); ++row) {
        const ComparisonRow &figures = comparison.rows[row];
        page.start("tr");
        page.element("td", nameOf(figures));
        page.element("td", QString::fromStdString(figures.backbone));
        for (std::size_t column = 0; column < best.size(); ++column)
            page.element("td", comparisonColumns()[column].text(figures, QLocale::c()),
                         best[column][row] ? QStringLiteral("best") : QString());
        page.end();
    }
    page.end();
    page.end();
    page.end();
    page.element("p", Report::tr("Bold: the best of the column."), QStringLiteral("muted"));
    for (const ComparisonRow &row : comparison.rows) {
        if (const QString note = rowNote(row); !note.isEmpty())
            page.element("p", QStringLiteral("%1: %2").arg(nameOf(row), note), QStringLiteral("note"));
    }
}

void writeOperatingPoints(HtmlWriter &page, const Comparison &comparison)
{
    page.element("h2", Report::tr("Operating points"));
    page.start("table");
    page.start("tbody");
    for (const ComparisonRow &row : comparison.rows) {
        if (row.parameters.empty())
            continue;
        page.start("tr");
        page.element("th", nameOf(row));
        page.element("td", reportScore(row.operatingPoint.threshold));
        page.element("td", engineText(row.operatingPoint.explanation(row.calibrationNormals), QLocale::c()));
        page.end();
    }
    page.end();
    page.end();
}

void writeDisagreements(HtmlWriter &page, const Comparison &comparison)
{
    page.element("h2", Report::tr("Pictures on which the verdicts differ (%1)").arg(comparison.disagreements.size()));
    if (comparison.disagreements.empty())
        return;
    page.start("div", QStringLiteral("wide"));
    page.start("table");
    QStringList heading{Report::tr("Picture"), Report::tr("Label")};
    for (const ComparisonRow &row : comparison.rows)
        heading << nameOf(row);
    page.headingRow(heading);
    page.start("tbody");
    const std::size_t shown = std::min(comparison.disagreements.size(), listedDisagreements);
    for (std::size_t index = 0; index < shown; ++index) {
        const Disagreement &picture = comparison.disagreements[index];
        page.start("tr");
        page.element("td", printablePath(picture.image));
        page.element("td", labelName(picture.label));
        for (const auto &verdict : picture.verdicts)
            page.element("td", verdictText(verdict),
                         verdict
                             ? QStringLiteral("verdict verdict-%1").arg(QString::fromStdString(verdictId(*verdict)))
                             : QString());
        page.end();
    }
    page.end();
    page.end();
    page.end();
    if (shown < comparison.disagreements.size())
        page.element(
            "p", Report::tr("And %1 more; the JSON file names all.").arg(comparison.disagreements.size() - shown));
}

} // namespace

void writeComparisonHtml(const ComparisonContent &content, const std::filesystem::path &file)
{
    const Comparison &comparison = content.comparison;
    QByteArray text;
    QBuffer buffer(&text);
    buffer.open(QIODevice::WriteOnly);
    HtmlWriter page(&buffer);
    page.begin(Report::tr("Comparison of detectors"), pageStyle());
    page.start("header");
    page.element("h1", Report::tr("Comparison of detectors"));
    page.end();
    page.element("p", Report::tr("%1: %2 good and %3 defective test pictures. Spotcheck %4, %5.")
                          .arg(printableText(QString::fromStdString(content.dataset)))
                          .arg(comparison.good)
                          .arg(comparison.defective)
                          .arg(QString::fromStdString(engineVersion()), QString::fromStdString(content.date)));
    for (const Message &note : labelUseNotes(comparison))
        page.element("p", engineText(note, QLocale::c()));
    writeModels(page, comparison);
    if (const ChartScene chart = comparisonRocChart(comparison); !chart.isEmpty()) {
        page.element("h2", chart.title);
        page.start("figure");
        writeChartSvg(page.xml(), chart);
        page.element("figcaption", Report::tr("The number is the image AUROC."));
        page.end();
    }
    writeOperatingPoints(page, comparison);
    writeDisagreements(page, comparison);
    page.finish();
    writeFileAtomically(file, [&](std::ostream &out) { out.write(text.constData(), text.size()); });
}

} // namespace spotcheck::ui
