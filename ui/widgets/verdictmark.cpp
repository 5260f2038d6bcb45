#include "ui/widgets/verdictmark.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return QCoreApplication::translate("Verdict", "Good");
    case Verdict::Review:
        return QCoreApplication::translate("Verdict", "Review");
    case Verdict::Defective:
        return QCoreApplication::translate("Verdict", "Defective");
    case Verdict::Failed:
        break;
    }
    return QCoreApplication::translate("Verdict", "Unreadable");
}

QColor verdictColour(Verdict verdict, const ThemeColours &colours)
{
    switch (verdict) {
    case Verdict::Good:
        return colours.good;
    case Verdict::Defective:
        return colours.defective;
    case Verdict::Review:
    case Verdict::Failed:
        break;
    }
    return colours.review;
}

void paintVerdictMark(QPainter &painter, const QRectF &box, Verdict verdict, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPointF centre = box.center();
    switch (verdict) {
    case Verdict::Good:
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case Verdict::Review:
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        break;
    case Verdict::Defective:
        painter.drawPolygon(QPolygonF{{centre.x(), box.top() - 0.5},
                                      {box.right() + 0.5, centre.y()},
                                      {centre.x(), box.bottom() + 0.5},
                                      {box.left() - 0.5, centre.y()}});
        break;
    case Verdict::Failed:
        painter.drawPolygon(
            QPolygonF{{centre.x(), box.top()}, {box.right(), box.bottom() - 0.5}, {box.left(), box.bottom() - 0.5}});
        break;
    }
    painter.restore();
}

QString scoreText(double score)
{
    if (!std::isfinite(score))
        return QStringLiteral("–");
    QString text = QLocale().toString(score, 'g', 4);
    // 'g' drops trailing zeros; a column of scores reads better with a steady number of digits.
    const double size = std::abs(score);
    if (size >= 0.001 && size < 10000) {
        const int before = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
        text = QLocale().toString(score, 'f', 4 - before > 0 ? 4 - before : 0);
    }
    return text;
}

} // namespace spotcheck::ui
