#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "ui/report/annotation.h"
#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// What stands in a report, as translated text without layout: the PDF and the HTML page show the same words and
/// numbers because both take them from here.
struct ReportRow {
    QString name;
    QString value;
};
using ReportRows = std::vector<ReportRow>;

struct ReportTable {
    QStringList heading;
    std::vector<QStringList> rows;
};

QString reportTitle(const ReportContent &content);
ReportRows identificationRows(const ReportContent &content); ///< part, lot, operator, data set, date
ReportRows verdictRows(const ReportContent &content);
ReportRows operatingPointRows(const ReportContent &content);
ReportRows modelRows(const ReportContent &content);

/// Sentences a reader must not miss: threshold from test labels, too few normals, trained-on pictures, failures,
/// pictures that could not be aligned.
QStringList reportNotes(const ReportContent &content);

/// Two by two with totals; without rows when nothing is labelled.
ReportTable confusionTable(const ReportContent &content);
/// Rate, value, 95 % interval, count; without rows when nothing is labelled.
ReportTable rateTable(const ReportContent &content);
/// AUROC, AP, F1 and the pixel metrics: figure, value, 95 % interval, what it is from; without rows without labels.
ReportTable metricTable(const ReportContent &content);
/// Effectiveness, miss rate, false alarm rate and kappa with their customary limits; without rows when nothing is
/// labelled.
ReportTable agreementTable(const ReportContent &content);
QString agreementVerdictName(AgreementVerdict verdict); ///< "acceptable"; "not known"
QString agreementHeading(const ReportContent &content); ///< with the worst verdict
QString agreementNote(const ReportContent &content);    ///< source of the limits, what is left out
/// The first `most` of a picture's regions, numbered, in pixels and, where there is a scale, in millimetres.
ReportTable regionTable(const std::vector<Region> &regions, const std::optional<PictureScale> &scale,
                        std::size_t most = maximumShownRegions);
/// How the list of all pictures marks a verdict that the label contradicts; empty where there is none.
QString wrongVerdictsNote(const ReportContent &content);
/// "1,204 more regions are in results.json", or nothing.
QString moreRegionsNote(const ReportEntry &entry);
/// "Score 3.21 (threshold 2.87), p = 0.012, labelled defective (scratch)".
QString entryFacts(const ReportContent &content, const ReportEntry &entry);
/// What stands under a picture's name in the list: why it was not inspected, or that it could not be aligned.
QString listRemark(const ReportEntry &entry);
/// Reads the overlay's colours: which values are drawn as nothing and as the strongest colour.
QString colourScaleText(const ReportContent &content);

QString missingModelFile(); ///< stands where the model file's name would be

} // namespace spotcheck::ui
