#include "ui/report/pdfpages.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextLayout>
#include <QTextOption>

#include "ui/report/chartwriter.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double marginLeft = 18;
constexpr double marginTop = 24;
constexpr double rowPadding = 1.0; // above and below the text of a row
constexpr double cellGap = 2;      // right of the text of a cell
constexpr double leastSize = 4.5;  // points: smaller is not read on paper
constexpr double sizeStep = 0.25;  // points
constexpr double rounding = 0.1;   // mm, by which a line may turn out longer than it was measured

/// Lines laid out for `device`; breaks between words, or anywhere in a word that is too long.
double layOut(QTextLayout &layout, double textWidth, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double height = 0;
    for (QTextLine textLine = layout.createLine(); textLine.isValid(); textLine = layout.createLine()) {
        textLine.setLineWidth(textWidth);
        textLine.setPosition(QPointF(0, height));
        height += textLine.height();
    }
    layout.endLayout();
    return height;
}

/// Room of each for what together has no more than `room`: who needs less than an equal share leaves the rest to
/// the others.
QVector<double> fairShares(const QVector<double> &wanted, double room)
{
    QVector<qsizetype> order(wanted.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype left, qsizetype right) { return wanted[left] < wanted[right]; });
    QVector<double> shares(wanted.size());
    auto waiting = static_cast<double>(wanted.size());
    for (const qsizetype index : order) {
        shares[index] = std::min(wanted[index], room / waiting);
        room -= shares[index];
        --waiting;
    }
    return shares;
}

/// `shares` of `room`, but for columns that would be narrower than `least`: the others give what these lack, each by
/// what it can spare.
QVector<double> columnWidths(const QVector<double> &shares, double room, const QVector<double> &least)
{
    double lacking = 0;
    double spare = 0;
    for (qsizetype column = 0; column < shares.size(); ++column) {
        const double over = shares[column] * room - least[column];
        (over < 0 ? lacking : spare) += std::abs(over);
    }
    const double given = spare > 0 ? std::min(1.0, lacking / spare) : 0;
    QVector<double> widths;
    for (qsizetype column = 0; column < shares.size(); ++column) {
        const double over = shares[column] * room - least[column];
        widths << least[column] + (over > 0 ? (1 - given) * over : 0);
    }
    const double used = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (used > room) {
        for (double &width : widths)
            width *= room / used;
    }
    return widths;
}

} // namespace

PdfPages::PdfPages(QPdfWriter &writer, QPainter *painter, PageFrame frame)
    : m_writer(writer), m_painter(painter), m_frame(std::move(frame))
{
    drawFrame();
}

double PdfPages::unit() const
{
    return m_writer.resolution() / millimetresPerInch;
}

double PdfPages::x(double left) const
{
    return (marginLeft + left) * unit();
}

double PdfPages::y(double top) const
{
    return (marginTop + top) * unit();
}

QFont PdfPages::font(const TextStyle &style) const
{
    QFont font;
    font.setFamilies(style.fixedPitch ? QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")}
                                      : QStringList{QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                                                    QStringLiteral("sans-serif")});
    font.setPointSizeF(style.size);
    font.setBold(style.weight == Weight::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // No ligatures: what is copied from the page would hold "ff" as one character, and no search would find a
    // checksum. Any spacing of letters turns them off; this is the least that Qt holds, 1/64 of a dot.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

double PdfPages::textWidth(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(font(style), &m_writer).horizontalAdvance(text) / unit();
}

double PdfPages::widestWord(const QString &text, const TextStyle &style) const
{
    static const QRegularExpression gaps(QStringLiteral("[ \\n\u2028]+"));
    double widest = 0;
    for (const QString &word : text.split(gaps, Qt::SkipEmptyParts))
        widest = std::max(widest, textWidth(word, style) + rounding);
    return widest;
}

PdfPages::TextStyle PdfPages::fitting(const QString &text, double textWidth, TextStyle style) const
{
    while (style.size > leastSize && widestWord(text, style) > textWidth)
        style.size -= sizeStep;
    return style;
}

QString PdfPages::line(const QStringList &pieces, double lineWidth, const TextStyle &style) const
{
    const QString separator = QStringLiteral(" · ");
    QVector<double> wanted;
    for (const QString &piece : pieces)
        wanted << textWidth(piece, style) + rounding;
    const double separators = textWidth(separator, style) * static_cast<double>(pieces.size() - 1);
    const QVector<double> rooms = fairShares(wanted, lineWidth - separators - rounding);
    const QFontMetricsF metrics(font(style), &m_writer);
    QStringList shown;
    for (qsizetype index = 0; index < pieces.size(); ++index)
        shown << metrics.elidedText(pieces[index], Qt::ElideRight, rooms[index] * unit());
    return shown.join(separator);
}

void PdfPages::drawFrame()
{
    const TextStyle style{7, Weight::Normal, muted, false};
    constexpr double gap = 4;
    textAt(0, -12, width * 0.7 - gap, line(m_frame.headerLeft, width * 0.7 - gap, style), style);
    textAt(width * 0.7, -12, width * 0.3, line({m_frame.headerRight}, width * 0.3, style), style, Qt::AlignRight);
    rule(0, -7, width);
    rule(0, height + 4, width);
    textAt(0, height + 6, width * 0.8, m_frame.footer, style);
    textAt(width * 0.8, height + 6, width * 0.2, Report::tr("Page %1 of %2").arg(m_page).arg(m_frame.pages), style,
           Qt::AlignRight);
}

void PdfPages::newPage()
{
    ++m_page;
    m_cursor = 0;
    if (m_painter)
        m_writer.newPage();
    drawFrame();
}

void PdfPages::ensure(double needed)
{
    if (m_cursor > 0 && m_cursor + needed > height)
        newPage();
}

double PdfPages::textHeight(const QString &text, double textWidth, const TextStyle &style) const
{
    QTextLayout layout(text, font(style), &m_writer);
    return layOut(layout, textWidth * unit(), Qt::AlignLeft) / unit();
}

double PdfPages::textAt(double left, double top, double textWidth, const QString &text, const TextStyle &style,
                        Qt::Alignment alignment)
{
    QTextLayout layout(text, font(style), &m_writer);
    const double used = layOut(layout, textWidth * unit(), alignment) / unit();
    if (m_painter) {
        m_painter->setPen(style.colour);
        layout.draw(m_painter, QPointF(x(left), y(top)));
    }
    return used;
}

void PdfPages::heading(const QString &text)
{
    const TextStyle style{12, Weight::Bold, TextStyle{}.colour, false};
    ensure(30); // never alone at the foot of a page
    if (m_cursor > 0)
        space(6);
    m_cursor += textAt(0, m_cursor, width, text, style) + 1.5;
}

void PdfPages::paragraph(const QString &text, const TextStyle &style)
{
    ensure(textHeight(text, width, style));
    m_cursor += textAt(0, m_cursor, width, text, style) + 1.5;
}

void PdfPages::note(const QString &text)
{
    const TextStyle style{8.5, Weight::Bold, TextStyle{}.colour, false};
    const double needed = textHeight(text, width - 8, style) + 4;
    ensure(needed);
    box(0, m_cursor, width, needed, QColor(0xFF, 0xF4, 0xE0));
    box(0, m_cursor, 1.2, needed, QColor(0xB3, 0x40, 0x0A));
    textAt(5, m_cursor + 2, width - 8, text, style);
    m_cursor += needed + 2;
}

void PdfPages::rows(const ReportRows &rows, double left, double rowsWidth, double nameWidth)
{
    const TextStyle nameStyle{8.5, Weight::Normal, muted, false};
    const TextStyle valueStyle;
    for (const ReportRow &row : rows) {
        const double rowHeight = std::max(textHeight(row.name, nameWidth - 3, nameStyle),
                                          textHeight(row.value, rowsWidth - nameWidth, valueStyle)) +
                                 2 * rowPadding;
        ensure(rowHeight);
        textAt(left, m_cursor + rowPadding, nameWidth - 3, row.name, nameStyle);
        textAt(left + nameWidth, m_cursor + rowPadding, rowsWidth - nameWidth, row.value, valueStyle);
        m_cursor += rowHeight;
        rule(left, m_cursor, rowsWidth);
    }
}

void PdfPages::tableRow(const QStringList &cells, double left, double tableWidth, const QVector<double> &widths,
                        const TextStyle &style)
{
    double used = 0;
    double cellLeft = left;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        used =
            std::max(used, textAt(cellLeft, m_cursor + rowPadding, widths[column] - cellGap, cells[column], style));
        cellLeft += widths[column];
    }
    m_cursor += used + 2 * rowPadding;
    rule(left, m_cursor, tableWidth);
}

QVector<double> PdfPages::leastWidths(const ReportTable &table, const TextStyle &headStyle,
                                      const TextStyle &cellStyle) const
{
    QVector<double> least;
    for (const QString &cell : table.heading)
        least << widestWord(cell, headStyle) + cellGap;
    for (const QStringList &row : table.rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            least[column] = std::max(least[column], widestWord(row[column], cellStyle) + cellGap);
    }
    return least;
}

void PdfPages::table(const ReportTable &table, double left, double tableWidth, const QVector<double> &shares)
{
    TextStyle headStyle{7.5, Weight::Bold, muted, false};
    TextStyle cellStyle{8.5, Weight::Normal, TextStyle{}.colour, false};
    QVector<double> least = leastWidths(table, headStyle, cellStyle);
    while (std::accumulate(least.begin(), least.end(), 0.0) > tableWidth && headStyle.size > leastSize) {
        headStyle.size -= sizeStep;
        cellStyle.size -= sizeStep;
        least = leastWidths(table, headStyle, cellStyle);
    }
    const QVector<double> widths = columnWidths(shares, tableWidth, least);
    tableRow(table.heading, left, tableWidth, widths, headStyle);
    for (const QStringList &row : table.rows) {
        double needed = 0;
        for (qsizetype column = 0; column < row.size(); ++column)
            needed = std::max(needed, textHeight(row[column], widths[column] - cellGap, cellStyle));
        const int before = m_page;
        ensure(needed + 2 * rowPadding);
        if (m_page != before)
            tableRow(table.heading, left, tableWidth, widths, headStyle);
        tableRow(row, left, tableWidth, widths, cellStyle);
    }
}

double PdfPages::chartHeight(const ChartScene &scene, double chartWidth)
{
    return chartWidth * scene.size.height() / scene.size.width();
}

void PdfPages::chart(const ChartScene &scene, double left, double chartWidth)
{
    if (!m_painter)
        return;
    m_painter->save();
    m_painter->setFont(font({}));
    paintChart(*m_painter, QRectF(x(left), y(m_cursor), chartWidth * unit(), chartHeight(scene, chartWidth) * unit()),
               scene);
    m_painter->restore();
}

void PdfPages::image(const QImage &image, double left, double imageWidth, double imageHeight)
{
    if (!m_painter || image.isNull())
        return;
    const QSizeF fitted = QSizeF(image.size()).scaled(QSizeF(imageWidth, imageHeight) * unit(), Qt::KeepAspectRatio);
    m_painter->drawImage(QRectF(QPointF(x(left), y(m_cursor)), fitted), image);
}

QSizeF PdfPages::logo(const ReportLogo &logo, double right, const QSizeF &room)
{
    const QSizeF fitted = logo.size().scaled(room, Qt::KeepAspectRatio);
    if (m_painter)
        logo.paint(*m_painter, QRectF(QPointF(x(right - fitted.width()), y(m_cursor)), fitted * unit()));
    return fitted;
}

void PdfPages::box(double left, double top, double boxWidth, double boxHeight, const QColor &fill)
{
    if (m_painter)
        m_painter->fillRect(QRectF(x(left), y(top), boxWidth * unit(), boxHeight * unit()), fill);
}

void PdfPages::rule(double left, double top, double ruleWidth)
{
    if (!m_painter)
        return;
    m_painter->setPen(QPen(ruleColour, 0.15 * unit()));
    m_painter->drawLine(QPointF(x(left), y(top)), QPointF(x(left + ruleWidth), y(top)));
}

} // namespace spotcheck::ui
