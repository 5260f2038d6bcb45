#include "ui/report/reportsections.h"

#include <spotcheck/evaluation/auroc.h>

#include "ui/report/reporttext.h"

namespace spotcheck::ui {

namespace {

QStringList rateRow(const QString &name, const Rate &rate)
{
    return {name, reportPercent(rate.value),
            rate.total > 0 ? Report::tr("%1 to %2").arg(100 * rate.low, 0, 'f', 1).arg(reportPercent(rate.high))
                           : QStringLiteral("–"),
            Report::tr("%1 of %2").arg(rate.count).arg(rate.total)};
}

QStringList metricRow(const QString &name, double value, const Interval &interval, const QString &from)
{
    return {name, reportMetric(value),
            interval.isKnown() ? Report::tr("%1 to %2").arg(reportMetric(interval.low), reportMetric(interval.high))
                               : QStringLiteral("–"),
            from};
}

/// "at least 90 %", "at most 5 %", "at least 0.75".
QString limitText(double limit, const AgreementLimit &limits, bool isShare)
{
    const QString number = isShare ? QStringLiteral("%1\u00A0%").arg(100 * limit) : QString::number(limit, 'f', 2);
    return limits.acceptable > limits.marginal ? Report::tr("at least %1").arg(number)
                                               : Report::tr("at most %1").arg(number);
}

void judge(QStringList &cells, double value, const AgreementLimit &limits, bool isShare)
{
    cells << limitText(limits.acceptable, limits, isShare) << limitText(limits.marginal, limits, isShare)
          << agreementVerdictName(limits.judge(value));
}

} // namespace

QString agreementVerdictName(AgreementVerdict verdict)
{
    switch (verdict) {
    case AgreementVerdict::Acceptable:
        return Report::tr("acceptable");
    case AgreementVerdict::Marginal:
        return Report::tr("marginal");
    case AgreementVerdict::Unacceptable:
        return Report::tr("unacceptable");
    case AgreementVerdict::Unknown:
        break;
    }
    return Report::tr("not known");
}

ReportTable metricTable(const ReportContent &content)
{
    ReportTable table{{Report::tr("Figure"), Report::tr("value"), Report::tr("95 % interval"), Report::tr("from")},
                      {}};
    const ScoreTable scores = content.labelledScores();
    if (scores.hasBoth()) {
        const QString pictures =
            Report::tr("%1 good, %2 defective pictures").arg(scores.good()).arg(scores.defective());
        const AurocEstimate auroc = estimateAuroc(scores);
        table.rows.push_back(metricRow(Report::tr("Image AUROC"), auroc.value, auroc.interval, pictures));
        table.rows.push_back(metricRow(Report::tr("Image average precision"), scores.averagePrecision(),
                                       content.scoreIntervals.averagePrecision, pictures));
        table.rows.push_back(metricRow(Report::tr("Best image F1 at any threshold"), scores.bestF1().f1,
                                       content.scoreIntervals.bestF1, pictures));
    }
    if (content.pixels) {
        const PixelMetrics &pixels = *content.pixels;
        const QString regions = Report::tr("%1 defect regions").arg(pixels.regions);
        table.rows.push_back(metricRow(Report::tr("Pixel AUROC"), pixels.auroc, pixels.aurocInterval, regions));
        table.rows.push_back(metricRow(Report::tr("Pixel average precision"), pixels.averagePrecision,
                                       pixels.averagePrecisionInterval, regions));
        table.rows.push_back(metricRow(Report::tr("AUPRO to 30 %"), pixels.aupro30, pixels.aupro30Interval, regions));
        if (!pixels.aupimoOfPictures.empty())
            table.rows.push_back(metricRow(Report::tr("AUPIMO, 0.001 to 0.01 % false positive pixels"), pixels.aupimo,
                                           pixels.aupimoInterval,
                                           Report::tr("%1 defective pictures").arg(pixels.aupimoOfPictures.size())));
    }
    return table;
}

ReportTable agreementTable(const ReportContent &content)
{
    ReportTable table{{Report::tr("Figure"), Report::tr("value"), Report::tr("95 % interval"), Report::tr("pictures"),
                       Report::tr("acceptable"), Report::tr("marginal"), Report::tr("verdict")},
                      {}};
    const Agreement agreement = content.agreement();
    if (agreement.effectiveness.total == 0)
        return table;
    const auto add = [&table](const QString &name, const Rate &rate, const AgreementLimit &limits) {
        judge(table.rows.emplace_back(rateRow(name, rate)), rate.value, limits, true);
    };
    add(Report::tr("Effectiveness (right verdicts)"), agreement.effectiveness, effectivenessLimit);
    add(Report::tr("Miss rate"), agreement.missRate, missRateLimit);
    add(Report::tr("False alarm rate"), agreement.falseAlarmRate, falseAlarmLimit);
    const Kappa &kappa = agreement.kappa;
    QStringList &cells = table.rows.emplace_back(metricRow(Report::tr("Cohen's kappa"), kappa.value, kappa.interval,
                                                           QString::number(agreement.effectiveness.total)));
    judge(cells, kappa.value, kappaLimit, false);
    return table;
}

QString agreementNote(const ReportContent &content)
{
    QString note = Report::tr("Verdicts against labels, each picture judged once. Limits: AIAG, Measurement Systems "
                              "Analysis, 4th edition. The value decides about a limit, not its interval.");
    const Agreement agreement = content.agreement();
    if (agreement.missRate.total == 0)
        note += QLatin1Char(' ') + Report::tr("Miss rate and kappa need pictures labelled defective.");
    if (agreement.falseAlarmRate.total == 0)
        note += QLatin1Char(' ') + Report::tr("False alarm rate and kappa need pictures labelled good.");
    const std::int64_t review = content.counts().review;
    if (review > 0)
        note += QLatin1Char(' ') + Report::tr("Pictures for review are no verdicts and are left out.");
    if (content.operatingPoint.usesTestLabels().value_or(false))
        note += QLatin1Char(' ') +
                Report::tr("The threshold was chosen on these labels: the agreement is too favourable.");
    return note;
}

QString agreementHeading(const ReportContent &content)
{
    return Report::tr("Attribute agreement: %1").arg(agreementVerdictName(overallVerdict(content.agreement())));
}

ReportTable confusionTable(const ReportContent &content)
{
    const ScoreTable scores = content.labelledScores();
    const bool hasBand = content.operatingPoint.reviewThreshold.has_value();
    ReportTable table{{QString(), Report::tr("judged defective"), Report::tr("judged good"), Report::tr("total")},
                      {}};
    if (hasBand)
        table.heading.insert(2, Report::tr("for review"));
    if (scores.good() + scores.defective() == 0)
        return table;
    const BandedConfusion confusion =
        scores.confusionAt(content.operatingPoint.lowerThreshold(), content.operatingPoint.threshold);
    const auto row = [hasBand](const QString &name, std::int64_t defective, std::int64_t review, std::int64_t good) {
        QStringList cells{name, QString::number(defective), QString::number(good),
                          QString::number(defective + review + good)};
        if (hasBand)
            cells.insert(2, QString::number(review));
        return cells;
    };
    table.rows.push_back(row(Report::tr("labelled defective"), confusion.decided.truePositives,
                             confusion.reviewDefective(), confusion.caught.falseNegatives));
    table.rows.push_back(row(Report::tr("labelled good"), confusion.decided.falsePositives, confusion.reviewGood(),
                             confusion.caught.trueNegatives));
    return table;
}

ReportTable rateTable(const ReportContent &content)
{
    ReportTable table{{Report::tr("Rate"), Report::tr("value"), Report::tr("95 % interval"), Report::tr("pictures")},
                      {}};
    const ScoreTable scores = content.labelledScores();
    if (scores.good() + scores.defective() == 0)
        return table;
    const OperatingPoint &point = content.operatingPoint;
    const BandedConfusion banded = scores.confusionAt(point.lowerThreshold(), point.threshold);
    const Confusion &confusion = banded.decided;
    table.rows.push_back(rateRow(Report::tr("Defects found (recall)"), recall(confusion)));
    table.rows.push_back(rateRow(Report::tr("Missed defects"),
                                 rateWithInterval(banded.caught.falseNegatives, banded.caught.defective())));
    table.rows.push_back(rateRow(Report::tr("False alarms"), falseAlarmRate(confusion)));
    table.rows.push_back(rateRow(Report::tr("Precision"), precision(confusion)));
    const Rate f1 = f1WithInterval(confusion);
    QStringList f1Row = rateRow(Report::tr("F1"), f1);
    f1Row.back() = Report::tr("n = %1").arg(f1.total); // it is no share of pictures
    table.rows.push_back(f1Row);
    if (point.reviewThreshold) {
        table.rows.push_back(rateRow(Report::tr("For review"), reviewRate(banded)));
        table.rows.push_back(rateRow(Report::tr("Recall, review counted as caught"), recall(banded.caught)));
        table.rows.push_back(rateRow(Report::tr("False alarms, review counted"), falseAlarmRate(banded.caught)));
    }
    return table;
}

} // namespace spotcheck::ui
