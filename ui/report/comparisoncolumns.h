#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QLocale>
#include <QString>

#include <spotcheck/comparison/comparison.h>

namespace spotcheck::ui {

/// A column of the comparison's table. Window, page, CSV and terminal show the same ones in the same order.
struct ComparisonColumn {
    enum class Best { Highest, Lowest, Neither };

    const char *id; ///< stable, for files: "image_auroc"
    QString title;  ///< translated, with its unit
    QString help;   ///< translated, what the figure is
    Best best = Best::Neither;
    /// In the unit that files have (shares, seconds, milliseconds, bytes); nothing where the figure is not known.
    std::function<std::optional<double>(const ComparisonRow &)> value;
    /// For people, with the interval where there is one; "no map" or "–" where there is no figure. With the C locale
    /// as files and terminal have it.
    std::function<QString(const ComparisonRow &, const QLocale &)> text;
    bool atOperatingPoint = false; ///< rests on the row's threshold
};

const std::vector<ComparisonColumn> &comparisonColumns();

/// Which rows have the best value of `column`; none unless at least two rows have a value.
std::vector<bool> bestRows(const Comparison &comparison, const ComparisonColumn &column);

/// What went wrong, and what the figures leave out: pictures that could not be read, or that were trained on. May be
/// empty.
QString rowNote(const ComparisonRow &row);

/// "Good", "Defective", "Not inspected"; "–" for a model without a run over the picture.
QString verdictText(const std::optional<Verdict> &verdict);

} // namespace spotcheck::ui
