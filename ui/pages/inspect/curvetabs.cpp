#include "ui/pages/inspect/curvetabs.h"

#include <cmath>

#include <QLocale>

#include "ui/pages/inspect/curveplot.h"

namespace spotcheck::ui {

namespace {

QString areaText(double area)
{
    return QLocale().toString(area, 'f', 3);
}

QString missingOverlap(OverlapGap gap)
{
    switch (gap) {
    case OverlapGap::Map:
        return CurveTabs::tr("This detector\ndraws no heat map");
    case OverlapGap::Memory:
        return CurveTabs::tr("Too little memory for\nthe pixels of so many pictures");
    case OverlapGap::Changed:
        return CurveTabs::tr("Labels or masks were changed:\ninspect again");
    case OverlapGap::None:
    case OverlapGap::Masks:
        break;
    }
    return CurveTabs::tr("Needs masks of\nthe defects");
}

} // namespace

CurveTabs::CurveTabs(QWidget *parent) : QTabWidget(parent)
{
    setObjectName(QStringLiteral("curveTabs"));
    setDocumentMode(true);
    const QString labelsNeeded = tr("Needs good and\ndefective labels");
    m_roc =
        new CurvePlot({QStringLiteral("roc"), tr("ROC curve"),
                       tr("Share of the defective pictures that are found, against the share of the good ones that "
                          "raise a false alarm. Drag along the curve, or use the left and right arrow keys, to "
                          "move the threshold."),
                       tr("False alarm rate"), tr("Recall"), labelsNeeded, true},
                      this);
    m_precisionRecall =
        new CurvePlot({QStringLiteral("precisionRecall"), tr("Precision-recall curve"),
                       tr("Share of the pictures called defective that are, against the share of the defective "
                          "pictures that are found. Drag along the curve, or use the left and right arrow keys, to "
                          "move the threshold."),
                       tr("Recall"), tr("Precision"), labelsNeeded, false},
                      this);
    m_overlap = new CurvePlot({QStringLiteral("overlap"), tr("Per-region overlap (PRO)"),
                               tr("Mean share of each defect's area that is found, against the share of defect-free "
                                  "pixels above the pixel threshold. Drag along the curve, or use the left and right "
                                  "arrow keys, to move the pixel threshold."),
                               tr("False positive pixels"), tr("Overlap"), missingOverlap(OverlapGap::Masks), false},
                              this);
    addTab(m_roc, tr("ROC"));
    addTab(m_precisionRecall, tr("PR"));
    addTab(m_overlap, tr("PRO"));
    setTabToolTip(0, tr("Receiver operating characteristic"));
    setTabToolTip(1, tr("Precision and recall"));
    setTabToolTip(2, tr("Per-region overlap, from the masks"));
    for (const CurvePlot *plot : {m_roc, m_precisionRecall})
        connect(plot, &CurvePlot::thresholdEdited, this, &CurveTabs::thresholdEdited);
    connect(m_overlap, &CurvePlot::thresholdEdited, this, &CurveTabs::pixelThresholdEdited);
}

void CurveTabs::setSummary(const EvaluationSummary &summary)
{
    const QString counts = summary.roc.empty()
                               ? QString()
                               : tr("%1 good and %2 defective pictures")
                                     .arg(QLocale().toString(summary.good), QLocale().toString(summary.defective));
    const int labelled = summary.good + summary.defective;
    m_roc->setCurve(summary.roc, tr("AUROC %1 (n = %2)").arg(areaText(summary.auroc)).arg(labelled), counts);
    m_precisionRecall->setCurve(
        summary.precisionRecall,
        tr("Average precision %1 (n = %2)").arg(areaText(summary.averagePrecision)).arg(labelled), counts);
    m_overlap->setMissing(missingOverlap(summary.overlapGap));
    m_overlap->setCurve(summary.overlap, tr("AUPRO to 30 %: %1").arg(areaText(summary.aupro30)),
                        summary.overlap.empty()
                            ? QString()
                            : tr("%n defect regions", nullptr, static_cast<int>(summary.defectRegions)));
    showOverlapPoint();
}

void CurveTabs::setOperatingPoint(const OperatingPoint &point, const Confusion &confusion)
{
    std::optional<QPointF> roc;
    std::optional<QPointF> precisionRecall;
    if (confusion.good() > 0 && confusion.defective() > 0) {
        const double found = recall(confusion).value;
        roc = QPointF(falseAlarmRate(confusion).value, found);
        if (const double share = precision(confusion).value; std::isfinite(share)) // not where nothing is called so
            precisionRecall = QPointF(found, share);
    }
    m_roc->setPoint(roc);
    m_precisionRecall->setPoint(precisionRecall);
    m_pixelThreshold = point.pixelThreshold;
    showOverlapPoint();
}

void CurveTabs::showOverlapPoint()
{
    if (m_overlap->points().empty()) {
        m_overlap->setPoint({});
        return;
    }
    const CurvePoint point = pointAt(m_overlap->points(), m_pixelThreshold);
    m_overlap->setPoint(QPointF(point.x, point.y));
}

} // namespace spotcheck::ui
