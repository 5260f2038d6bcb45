#pragma once

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>

#include "ui/report/chart.h"
#include "ui/report/reportsections.h"

namespace spotcheck::ui {

/// What stands on every page.
struct PageFrame {
    QStringList headerLeft; ///< pieces, each shortened where they do not fit into one line
    QString headerRight;
    QString footer;
    int pages = 0; ///< in all; found by a first pass without a painter
};

/// A4 pages filled from top to bottom. Lengths are millimetres. Without a painter nothing is drawn and only the
/// pages are counted, by the very same layout.
class PdfPages {
public:
    enum class Weight { Normal, Bold };
    struct TextStyle {
        double size = 8.5; ///< points
        Weight weight = Weight::Normal;
        QColor colour = QColor(0x1C, 0x20, 0x24);
        bool fixedPitch = false;
    };

    static constexpr double width = 174;  ///< of the text area
    static constexpr double height = 247; ///< of the text area
    static inline const QColor muted{0x55, 0x5D, 0x65};
    static inline const QColor ruleColour{0xCF, 0xD4, 0xD9};

    /// `writer` must be set to A4 and zero margins.
    PdfPages(QPdfWriter &writer, QPainter *painter, PageFrame frame);

    int page() const { return m_page; }
    double cursor() const { return m_cursor; } ///< below the top of the text area

    void newPage();
    void ensure(double needed); ///< a new page unless so much room is left
    void space(double amount) { m_cursor += amount; }
    void moveTo(double cursor) { m_cursor = cursor; } ///< for columns side by side

    double textHeight(const QString &text, double textWidth, const TextStyle &style) const;
    /// `style`, smaller where a single word would not fit into the width.
    TextStyle fitting(const QString &text, double textWidth, TextStyle style) const;
    /// Draws wrapped text without moving the cursor; returns its height. Long names break anywhere.
    double textAt(double left, double top, double textWidth, const QString &text, const TextStyle &style,
                  Qt::Alignment alignment = Qt::AlignLeft);

    void heading(const QString &text);
    void paragraph(const QString &text, const TextStyle &style);
    void note(const QString &text);
    void rows(const ReportRows &rows, double left, double rowsWidth, double nameWidth);
    /// `shares`: of the width, one a column. No word is broken: columns that are too narrow for one get more, and
    /// where all together are too wide, the letters are smaller. The heading is repeated on a new page.
    void table(const ReportTable &table, double left, double tableWidth, const QVector<double> &shares);
    void chart(const ChartScene &scene, double left, double chartWidth); ///< without moving the cursor
    static double chartHeight(const ChartScene &scene, double chartWidth);
    /// Fits the picture into the rectangle at `left` and the cursor, without moving it.
    void image(const QImage &image, double left, double imageWidth, double imageHeight);
    /// Fits the logo into the box's upper right corner at the cursor, without moving it; returns its size, mm.
    QSizeF logo(const ReportLogo &logo, double right, const QSizeF &room);
    void box(double left, double top, double boxWidth, double boxHeight, const QColor &fill);
    void rule(double left, double top, double ruleWidth);

private:
    double unit() const; ///< device units per millimetre
    double x(double left) const;
    double y(double top) const;
    QFont font(const TextStyle &style) const;
    double textWidth(const QString &text, const TextStyle &style) const;  ///< mm, in one line
    double widestWord(const QString &text, const TextStyle &style) const; ///< mm
    /// The pieces side by side, the longest of them shortened where they are too long together.
    QString line(const QStringList &pieces, double lineWidth, const TextStyle &style) const;
    void drawFrame();
    /// What each column must have for its words and for the gap to the next, mm.
    QVector<double> leastWidths(const ReportTable &table, const TextStyle &headStyle,
                                const TextStyle &cellStyle) const;
    void tableRow(const QStringList &cells, double left, double tableWidth, const QVector<double> &widths,
                  const TextStyle &style);

    QPdfWriter &m_writer;
    QPainter *m_painter;
    PageFrame m_frame;
    int m_page = 1;
    double m_cursor = 0;
};

} // namespace spotcheck::ui
