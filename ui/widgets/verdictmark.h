#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <spotcheck/inspection/inspection.h>

#include "ui/report/outcome.h"

class QPainter;

namespace spotcheck::ui {

struct ThemeColours;

QString verdictWord(Verdict verdict);
QColor verdictColour(Verdict verdict, const ThemeColours &colours);

/// The shape of a verdict, so that it never hangs on colour alone: disc for good, square for review, diamond for
/// defective, triangle for unreadable.
void paintVerdictMark(QPainter &painter, const QRectF &box, Verdict verdict, const QColor &colour);

/// A raw score for reading: four significant digits in the user's number format.
QString scoreText(double score);

} // namespace spotcheck::ui
