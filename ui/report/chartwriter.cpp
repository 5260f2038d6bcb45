#include "ui/report/chartwriter.h"

#include <algorithm>

#include "ui/report/seriesstyle.h"

namespace spotcheck::ui {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

struct InkStyle {
    const char *name;
    QColor colour; ///< on white paper
    double width;
};

InkStyle inkStyle(ChartInk ink)
{
    switch (ink) {
    case ChartInk::Axis:
        return {"axis", QColor(0x40, 0x40, 0x40), 0.6};
    case ChartInk::Grid:
        return {"grid", QColor(0xD8, 0xD8, 0xD8), 0.5};
    case ChartInk::Good:
        return {"good", QColor(0x1B, 0x7A, 0x78), 0.6};
    case ChartInk::Defective:
        return {"defective", QColor(0xC4, 0x4A, 0x0C), 0.6};
    case ChartInk::Unlabelled:
        return {"unlabelled", QColor(0x6B, 0x72, 0x80), 0.6};
    case ChartInk::Threshold:
        return {"threshold", QColor(0x11, 0x11, 0x11), 1.0};
    case ChartInk::Curve:
        break;
    }
    return {"curve", QColor(0x1F, 0x4E, 0x9E), 1.3};
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

constexpr double dotRadius = 3;

void paintLabel(QPainter &painter, const ChartLabel &label, double fontSize)
{
    QFont font = painter.font();
    // The painter is scaled to points; a large font scaled down keeps the spacing of the letters exact.
    constexpr int fineness = 20;
    font.setPixelSize(static_cast<int>(fontSize * fineness));
    font.setBold(label.strong);
    const double width = QFontMetricsF(font).horizontalAdvance(label.text) / fineness;
    const double shift = label.anchor == ChartLabel::Anchor::Start    ? 0
                         : label.anchor == ChartLabel::Anchor::Middle ? width / 2
                                                                      : width;
    painter.save();
    painter.translate(label.baseline.x() - shift, label.baseline.y());
    painter.scale(1.0 / fineness, 1.0 / fineness);
    painter.setFont(font);
    painter.setPen(QColor(0x22, 0x22, 0x22));
    painter.drawText(QPointF(0, 0), label.text);
    painter.restore();
}

/// In line widths; empty for a solid line.
QVector<double> dashesOf(const ChartLine &line, double width)
{
    if (line.series >= 0)
        return seriesStyle(line.series).dashes;
    return line.dashed ? QVector<double>{4 / width, 3 / width} : QVector<double>();
}

void writeLine(QXmlStreamWriter &xml, const ChartLine &line)
{
    QString points;
    for (const QPointF &point : line.points)
        points += number(point.x()) + QLatin1Char(',') + number(point.y()) + QLatin1Char(' ');
    const InkStyle style = inkStyle(line.ink);
    xml.writeEmptyElement(QStringLiteral("polyline"));
    xml.writeAttribute(QStringLiteral("class"),
                       line.series < 0 ? QStringLiteral("ink-%1").arg(QLatin1String(style.name))
                                       : QStringLiteral("series-%1").arg(line.series % seriesStyleCount));
    xml.writeAttribute(QStringLiteral("points"), points.trimmed());
    xml.writeAttribute(QStringLiteral("fill"), QStringLiteral("none"));
    xml.writeAttribute(QStringLiteral("stroke-width"), number(style.width));
    const QVector<double> dashes = dashesOf(line, style.width);
    QStringList lengths;
    for (const double length : dashes)
        lengths << number(length * style.width);
    if (!lengths.isEmpty())
        xml.writeAttribute(QStringLiteral("stroke-dasharray"), lengths.join(QLatin1Char(' ')));
}

} // namespace

void paintChart(QPainter &painter, const QRectF &target, const ChartScene &scene)
{
    const double scale = std::min(target.width() / scene.size.width(), target.height() / scene.size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    for (const auto &shape : scene.shapes) {
        std::visit(Overloaded{
                       [&](const ChartBar &bar) { painter.fillRect(bar.rectangle, inkStyle(bar.ink).colour); },
                       [&](const ChartLine &line) {
                           const InkStyle style = inkStyle(line.ink);
                           QPen pen(line.series < 0 ? style.colour : seriesStyle(line.series).onLight, style.width);
                           if (const QVector<double> dashes = dashesOf(line, style.width); !dashes.isEmpty())
                               pen.setDashPattern(dashes);
                           painter.setPen(pen);
                           painter.drawPolyline(line.points.data(), static_cast<int>(line.points.size()));
                       },
                       [&](const ChartDot &dot) {
                           painter.setPen(QPen(Qt::white, 1));
                           painter.setBrush(inkStyle(dot.ink).colour);
                           painter.drawEllipse(dot.centre, dotRadius, dotRadius);
                       },
                       [&](const ChartLabel &label) { paintLabel(painter, label, scene.fontSize); },
                   },
                   shape);
    }
    painter.restore();
}

void writeChartSvg(QXmlStreamWriter &xml, const ChartScene &scene)
{
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    xml.writeAttribute(QStringLiteral("viewBox"),
                       QStringLiteral("0 0 %1 %2").arg(number(scene.size.width()), number(scene.size.height())));
    xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    xml.writeAttribute(QStringLiteral("font-size"), number(scene.fontSize));
    xml.writeTextElement(QStringLiteral("title"), scene.title);
    for (const auto &shape : scene.shapes) {
        std::visit(Overloaded{
                       [&](const ChartBar &bar) {
                           xml.writeEmptyElement(QStringLiteral("rect"));
                           xml.writeAttribute(QStringLiteral("class"),
                                              QStringLiteral("fill-%1").arg(QLatin1String(inkStyle(bar.ink).name)));
                           xml.writeAttribute(QStringLiteral("x"), number(bar.rectangle.x()));
                           xml.writeAttribute(QStringLiteral("y"), number(bar.rectangle.y()));
                           xml.writeAttribute(QStringLiteral("width"), number(bar.rectangle.width()));
                           xml.writeAttribute(QStringLiteral("height"), number(bar.rectangle.height()));
                       },
                       [&](const ChartLine &line) { writeLine(xml, line); },
                       [&](const ChartDot &dot) {
                           xml.writeEmptyElement(QStringLiteral("circle"));
                           xml.writeAttribute(QStringLiteral("class"),
                                              QStringLiteral("fill-%1").arg(QLatin1String(inkStyle(dot.ink).name)));
                           xml.writeAttribute(QStringLiteral("cx"), number(dot.centre.x()));
                           xml.writeAttribute(QStringLiteral("cy"), number(dot.centre.y()));
                           xml.writeAttribute(QStringLiteral("r"), number(dotRadius));
                       },
                       [&](const ChartLabel &label) {
                           xml.writeStartElement(QStringLiteral("text"));
                           xml.writeAttribute(QStringLiteral("x"), number(label.baseline.x()));
                           xml.writeAttribute(QStringLiteral("y"), number(label.baseline.y()));
                           xml.writeAttribute(QStringLiteral("text-anchor"),
                                              label.anchor == ChartLabel::Anchor::Start    ? QStringLiteral("start")
                                              : label.anchor == ChartLabel::Anchor::Middle ? QStringLiteral("middle")
                                                                                           : QStringLiteral("end"));
                           if (label.strong)
                               xml.writeAttribute(QStringLiteral("font-weight"), QStringLiteral("bold"));
                           xml.writeCharacters(label.text);
                           xml.writeEndElement();
                       },
                   },
                   shape);
    }
    xml.writeEndElement();
}

} // namespace spotcheck::ui
