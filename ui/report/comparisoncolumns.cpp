#include "ui/report/comparisoncolumns.h"

#include <algorithm>
#include <cmath>

#include "ui/report/errortext.h"
#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

using Best = ComparisonColumn::Best;

const QString unknown = QStringLiteral("–");

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString numberText(double value, const QLocale &locale, int decimals)
{
    return std::isfinite(value) ? locale.toString(value, 'f', decimals) : unknown;
}

QString percentText(const Rate &rate, const QLocale &locale)
{
    if (!std::isfinite(rate.value))
        return unknown;
    return Report::tr("%1 % (%2–%3; %4 of %5)")
        .arg(locale.toString(100 * rate.value, 'f', 1), locale.toString(100 * rate.low, 'f', 0),
             locale.toString(100 * rate.high, 'f', 0), locale.toString(static_cast<qlonglong>(rate.count)),
             locale.toString(static_cast<qlonglong>(rate.total)));
}

QString bytesText(const std::optional<std::uint64_t> &bytes, const QLocale &locale)
{
    return bytes ? locale.formattedDataSize(static_cast<qint64>(*bytes), *bytes < 1'000'000 ? 0 : 1,
                                            QLocale::DataSizeSIFormat)
                 : unknown;
}

ComparisonColumn share(const char *id, const QString &title, const QString &help, double ComparisonRow::*figure)
{
    return {id,
            title,
            help,
            Best::Highest,
            [figure](const ComparisonRow &row) { return finite(row.*figure); },
            [figure](const ComparisonRow &row, const QLocale &locale) { return numberText(row.*figure, locale, 3); }};
}

ComparisonColumn pixelShare(const char *id, const QString &title, const QString &help, double ComparisonRow::*figure)
{
    ComparisonColumn column = share(id, title, help, figure);
    column.text = [figure](const ComparisonRow &row, const QLocale &locale) {
        return row.hasAnomalyMap ? numberText(row.*figure, locale, 3) : Report::tr("no map");
    };
    return column;
}

/// Shows the interval behind the figure, where it is known.
ComparisonColumn withInterval(ComparisonColumn column, double ComparisonRow::*figure,
                              Interval ComparisonRow::*interval)
{
    column.text = [figure, interval, plain = column.text](const ComparisonRow &row, const QLocale &locale) {
        const Interval &known = row.*interval;
        return known.isKnown() && std::isfinite(row.*figure)
                   ? QStringLiteral("%1 (%2–%3)")
                         .arg(plain(row, locale), numberText(known.low, locale, 2), numberText(known.high, locale, 2))
                   : plain(row, locale);
    };
    return column;
}

QString pValueText(double p, const QLocale &locale)
{
    return p < 0.001 ? QStringLiteral("< %1").arg(numberText(0.001, locale, 3)) : numberText(p, locale, 3);
}

ComparisonColumn rate(const char *id, const QString &title, const QString &help, Best best,
                      Rate ComparisonRow::*figure)
{
    return {id,
            title,
            help,
            best,
            [figure](const ComparisonRow &row) { return finite((row.*figure).value); },
            [figure](const ComparisonRow &row, const QLocale &locale) { return percentText(row.*figure, locale); },
            true};
}

ComparisonColumn bytes(const char *id, const QString &title, const QString &help,
                       std::optional<std::uint64_t> ComparisonRow::*figure)
{
    return {id,
            title,
            help,
            Best::Lowest,
            [figure](const ComparisonRow &row) {
                return row.*figure ? std::optional(static_cast<double>(*(row.*figure))) : std::nullopt;
            },
            [figure](const ComparisonRow &row, const QLocale &locale) { return bytesText(row.*figure, locale); }};
}

std::vector<ComparisonColumn> allColumns()
{
    using Row = ComparisonRow;
    std::vector<ComparisonColumn> columns{
        withInterval(
            share("image_auroc", Report::tr("Image AUROC"),
                  Report::tr("Chance that a defective picture scores above a good one; with its 95 % interval"),
                  &Row::imageAuroc),
            &Row::imageAuroc, &Row::imageAurocInterval),
        {"auroc_p", Report::tr("p against the best"),
         Report::tr(
             "DeLong's test on the same pictures against the highest image AUROC: how often chance alone would set "
             "two equally good detectors that far apart; not adjusted for the number of models"),
         Best::Neither, [](const Row &row) { return finite(row.aurocPValue); },
         [](const Row &row, const QLocale &locale) { return pValueText(row.aurocPValue, locale); }},
        share("image_ap", Report::tr("Image AP"), Report::tr("Area under precision over recall, step by step"),
              &Row::imageAveragePrecision),
        {"image_f1_max", Report::tr("Best F1"),
         Report::tr("Over all thresholds, chosen on the labels of the test pictures; with its 95 % interval"),
         Best::Highest, [](const Row &row) { return finite(row.bestF1.value); },
         [](const Row &row, const QLocale &locale) {
             return std::isfinite(row.bestF1.value)
                        ? QStringLiteral("%1 (%2–%3)")
                              .arg(numberText(row.bestF1.value, locale, 3), numberText(row.bestF1.low, locale, 2),
                                   numberText(row.bestF1.high, locale, 2))
                        : unknown;
         }},
        pixelShare("pixel_auroc", Report::tr("Pixel AUROC"),
                   Report::tr("Over all pixels of all test pictures; needs masks and a heat map"), &Row::pixelAuroc),
        withInterval(
            pixelShare("aupro_30", Report::tr("AUPRO 30 %"),
                       Report::tr("Mean overlap with each defect, up to 30 % false positive pixels; with its 95 % "
                                  "interval"),
                       &Row::aupro30),
            &Row::aupro30, &Row::aupro30Interval),
        pixelShare(
            "aupimo", Report::tr("AUPIMO"),
            Report::tr("Mean share of a picture's defective pixels found where 0.001 to 0.01 % of the pixels of good "
                       "pictures may be false positives"),
            &Row::aupimo),
        rate("recall", Report::tr("Recall at operating point"),
             Report::tr("Share of the defective pictures found, with its 95 % interval and n"), Best::Highest,
             &Row::recall),
        rate("false_alarm_rate", Report::tr("False alarms there"),
             Report::tr("Share of the good test pictures called defective, with its 95 % interval and n"),
             Best::Lowest, &Row::falseAlarmRate),
        {"training_seconds", Report::tr("Training (s)"), Report::tr("Wall time with calibration"), Best::Lowest,
         [](const Row &row) { return finite(row.trainingSeconds); },
         [](const Row &row, const QLocale &locale) {
             return numberText(row.trainingSeconds, locale, row.trainingSeconds < 100 ? 1 : 0);
         }},
        {"ms_per_image", Report::tr("ms a picture"),
         Report::tr("Wall time of the run over the test pictures, reading and metrics included"), Best::Lowest,
         [](const Row &row) { return finite(row.millisecondsPerImage); },
         [](const Row &row, const QLocale &locale) { return numberText(row.millisecondsPerImage, locale, 1); }},
        bytes("memory_bank_bytes", Report::tr("Memory bank"), Report::tr("What the detector stores"),
              &Row::memoryBankBytes),
        bytes("file_bytes", Report::tr("Model file"), Report::tr("Size of the model as a file"), &Row::fileBytes),
        bytes("training_peak_bytes", Report::tr("Peak memory, training"),
              Report::tr("Of the whole program while it trained; – where the system cannot tell"),
              &Row::trainingPeakBytes),
        bytes("evaluation_peak_bytes", Report::tr("Peak memory, run"),
              Report::tr("Of the whole program during the run over the test pictures, pixel metrics included"),
              &Row::evaluationPeakBytes)};
    return columns;
}

} // namespace

const std::vector<ComparisonColumn> &comparisonColumns()
{
    static const std::vector<ComparisonColumn> columns = allColumns();
    return columns;
}

namespace {

/// Whether all thresholds behind a column were set from the normals, for one rate of false alarms.
bool shareOneRate(const Comparison &comparison, const ComparisonColumn &column)
{
    std::optional<double> rate;
    return std::ranges::all_of(comparison.rows, [&](const ComparisonRow &row) {
        using Origin = OperatingPoint::Origin;
        const OperatingPoint &point = row.operatingPoint;
        if (!column.value(row))
            return true;
        if (!rate)
            rate = point.wantedFalseAlarmRate;
        return (point.origin == Origin::FalseAlarmRate || point.origin == Origin::ChiSquare) &&
               point.wantedFalseAlarmRate == *rate;
    });
}

} // namespace

std::vector<bool> bestRows(const Comparison &comparison, const ComparisonColumn &column)
{
    std::vector<bool> best(comparison.rows.size(), false);
    std::vector<double> known;
    for (const ComparisonRow &row : comparison.rows) {
        if (const auto value = column.value(row))
            known.push_back(*value);
    }
    if (column.best == Best::Neither || known.size() < 2 ||
        (column.atOperatingPoint && !shareOneRate(comparison, column)))
        return best;
    const auto [lowest, highest] = std::minmax_element(known.begin(), known.end());
    const double wanted = column.best == Best::Highest ? *highest : *lowest;
    for (std::size_t index = 0; index < best.size(); ++index)
        best[index] = column.value(comparison.rows[index]) == std::optional(wanted);
    return best;
}

QString rowNote(const ComparisonRow &row)
{
    QStringList notes;
    if (!row.failure.empty())
        notes << printableText(reasonText(row.failure));
    if (row.failedPictures > 0)
        notes << Report::tr("%1 test pictures could not be read and are in no figure.").arg(row.failedPictures);
    if (row.leakedPictures > 0)
        notes << Report::tr("%1 test pictures were trained or calibrated on: the figures are too favourable.")
                     .arg(row.leakedPictures);
    return notes.join(QLatin1Char(' '));
}

QString verdictText(const std::optional<Verdict> &verdict)
{
    return verdict ? verdictName(*verdict) : unknown;
}

} // namespace spotcheck::ui
