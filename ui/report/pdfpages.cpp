#include "ui/report/pdfpages.h"

#include <algorithm>
#include <utility>

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
    return font;
}

void PdfPages::drawFrame()
{
    const TextStyle style{7, Weight::Normal, muted, false};
    textAt(0, -12, width * 0.7, m_frame.headerLeft, style);
    textAt(width * 0.7, -12, width * 0.3, m_frame.headerRight, style, Qt::AlignRight);
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

void PdfPages::tableRow(const QStringList &cells, double left, double tableWidth, const QVector<double> &shares,
                        const TextStyle &style)
{
    double used = 0;
    double cellLeft = left;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const double cellWidth = shares[column] * tableWidth;
        used = std::max(used, textAt(cellLeft, m_cursor + rowPadding, cellWidth - 2, cells[column], style));
        cellLeft += cellWidth;
    }
    m_cursor += used + 2 * rowPadding;
    rule(left, m_cursor, tableWidth);
}

void PdfPages::table(const ReportTable &table, double left, double tableWidth, const QVector<double> &shares)
{
    const TextStyle headStyle{7.5, Weight::Bold, muted, false};
    const TextStyle cellStyle{8.5, Weight::Normal, TextStyle{}.colour, false};
    tableRow(table.heading, left, tableWidth, shares, headStyle);
    for (const QStringList &row : table.rows) {
        double needed = 0;
        for (qsizetype column = 0; column < row.size(); ++column)
            needed = std::max(needed, textHeight(row[column], shares[column] * tableWidth - 2, cellStyle));
        const int before = m_page;
        ensure(needed + 2 * rowPadding);
        if (m_page != before)
            tableRow(table.heading, left, tableWidth, shares, headStyle);
        tableRow(row, left, tableWidth, shares, cellStyle);
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
    m_painter->setPen(QPen(line, 0.15 * unit()));
    m_painter->drawLine(QPointF(x(left), y(top)), QPointF(x(left + ruleWidth), y(top)));
}

} // namespace spotcheck::ui
