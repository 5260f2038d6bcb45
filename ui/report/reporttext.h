#pragma once

#include <filesystem>

#include <QCoreApplication>
#include <QString>

#include <spotcheck/inspection/inspection.h>

namespace spotcheck::ui {

/// Translation context of everything a report says: `Report::tr("…")`.
struct Report {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString verdictName(Verdict verdict); ///< translated
QString labelName(Label label);       ///< translated

/// A path for people: control characters and bidirectional overrides are shown as escapes ("\n", "\u202e"), so
/// that a file name can neither break a line nor pretend to be another.
QString printablePath(const std::filesystem::path &path);
QString printableText(const QString &text);

/// The one line for a name in a table: the file's name without its folder.
QString printableFileName(const std::filesystem::path &path);

/// Raw scores and map values: six significant digits, the same in every language, so that they can be compared
/// with results.json. "–" for what is not a number.
QString reportScore(double score);
/// A figure in [0, 1] with four decimals, rounded the same way wherever a report gives it; "–" for what is not a
/// number.
QString reportMetric(double value);
/// A length or an area with as many decimals as `resolution`, that of a pixel, is worth, but none beyond six digits;
/// the same in every language.
QString reportMeasure(double value, double resolution);
/// A share as "12.3 %"; "–" for what is not a number.
QString reportPercent(double share);

} // namespace spotcheck::ui
