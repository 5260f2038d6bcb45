#include "ui/pages/inspect/ratesview.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

RatesView::RatesView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ratesView"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(2);
    addFigureCaption(this, grid, tr("95 % interval"), 2);
    addFigureCaption(this, grid, tr("count"), 3);
    m_recall = addFigureRow(this, grid, tr("Recall"), QStringLiteral("rateRecall"),
                            tr("Share of the defective pictures found"));
    m_falseAlarms = addFigureRow(this, grid, tr("False alarms"), QStringLiteral("rateFalseAlarms"),
                                 tr("Share of the good pictures called defective"));
    m_precision = addFigureRow(this, grid, tr("Precision"), QStringLiteral("ratePrecision"),
                               tr("Share of the pictures called defective that are defective"));
    m_f1 = addFigureRow(
        this, grid, tr("F1"), QStringLiteral("rateF1"),
        tr("Harmonic mean of recall and precision; counted over the pictures that are defective or called "
           "so"));
    m_review = addFigureRow(this, grid, tr("To review"), QStringLiteral("rateReview"),
                            tr("Share of the labelled pictures that a person has to look at"));
    m_recallCaught = addFigureRow(this, grid, tr("Recall with review"), QStringLiteral("rateRecallCaught"),
                                  tr("Share of the defective pictures that are called defective or go to review"));
    m_falseAlarmsCaught =
        addFigureRow(this, grid, tr("False alarms with review"), QStringLiteral("rateFalseAlarmsCaught"),
                     tr("Share of the good pictures that are called defective or go to review"));
    grid->setColumnStretch(0, 1);
}

void RatesView::showRate(const FigureRow &row, const Rate &rate)
{
    row.showRate(rate);
    row.note->setText(tr("%1 of %2")
                          .arg(QLocale().toString(static_cast<qlonglong>(rate.count)),
                               QLocale().toString(static_cast<qlonglong>(rate.total))));
}

void RatesView::setConfusion(const BandedConfusion &confusion, bool hasBand)
{
    showRate(m_recall, recall(confusion.decided));
    showRate(m_falseAlarms, falseAlarmRate(confusion.decided));
    showRate(m_precision, precision(confusion.decided));
    const Rate f1 = f1WithInterval(confusion.decided);
    m_f1.showRate(f1); // a mean of two shares is no share itself, only of so many pictures
    m_f1.note->setText(tr("n = %1").arg(QLocale().toString(static_cast<qlonglong>(f1.total))));
    for (const FigureRow &row : {m_review, m_recallCaught, m_falseAlarmsCaught})
        row.setVisible(hasBand);
    if (!hasBand)
        return;
    showRate(m_review, reviewRate(confusion));
    showRate(m_recallCaught, recall(confusion.caught));
    showRate(m_falseAlarmsCaught, falseAlarmRate(confusion.caught));
}

} // namespace spotcheck::ui
