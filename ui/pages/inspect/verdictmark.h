#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <spotcheck/data/dataset.h>
#include <spotcheck/inspection/inspection.h>

class QPainter;

namespace spotcheck::ui {

struct ThemeColours;

/// A verdict held against the label.
enum class Outcome { Unlabelled, Found, Missed, FalseAlarm, Right, Review, Unreadable };
Outcome outcomeOf(Verdict verdict, Label label);

QString verdictWord(Verdict verdict);
QString outcomeWord(Outcome outcome); ///< empty for Unlabelled
QColor verdictColour(Verdict verdict, const ThemeColours &colours);

/// The shape of a verdict, so that it never hangs on colour alone: disc for good, square for review, diamond for
/// defective, triangle for unreadable.
void paintVerdictMark(QPainter &painter, const QRectF &box, Verdict verdict, const QColor &colour);

/// A raw score for reading: four significant digits in the user's number format.
QString scoreText(double score);

} // namespace spotcheck::ui
