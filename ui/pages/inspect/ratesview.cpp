#include <ui/pages/inspect/ratesview.h>

#include <cmath>

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <ui/theme/textrole.h>
#include <ui/theme/theme.h>

namespace spotcheck::ui {

QString percentText(double share)
{
    return std::isfinite(share) ? QStringLiteral("%1 %").arg(QLocale().toString(share * 100, 'f', 1))
                                : QStringLiteral("–");
}

RatesView::RatesView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ratesView"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(2);
    const auto caption = [this, grid](const QString &text, int column) {
        auto *label = new QLabel(text, this);
        label->setAlignment(Qt::AlignRight);
        setTextRole(label, TextRole::Small);
        grid->addWidget(label, 0, column);
    };
    caption(tr("95 % interval"), 2);
    caption(tr("count"), 3);
    m_recall = addRow(grid, tr("Recall"), QStringLiteral("rateRecall"), tr("Share of the defective pictures found"));
    m_falseAlarms = addRow(grid, tr("False alarms"), QStringLiteral("rateFalseAlarms"),
                           tr("Share of the good pictures called defective"));
    m_precision = addRow(grid, tr("Precision"), QStringLiteral("ratePrecision"),
                         tr("Share of the pictures called defective that are defective"));
    m_f1 = addRow(grid, tr("F1"), QStringLiteral("rateF1"),
                  tr("Harmonic mean of recall and precision; counted over the pictures that are defective or called "
                     "so"));
    m_review = addRow(grid, tr("To review"), QStringLiteral("rateReview"),
                      tr("Share of the labelled pictures that a person has to look at"));
    m_recallCaught = addRow(grid, tr("Recall with review"), QStringLiteral("rateRecallCaught"),
                            tr("Share of the defective pictures that are called defective or go to review"));
    m_falseAlarmsCaught = addRow(grid, tr("False alarms with review"), QStringLiteral("rateFalseAlarmsCaught"),
                                 tr("Share of the good pictures that are called defective or go to review"));
    grid->setColumnStretch(0, 1);
}

void RatesView::setRowVisible(const Row &row, bool visible)
{
    for (QLabel *label : {row.title, row.value, row.interval, row.counts})
        label->setVisible(visible);
}

RatesView::Row RatesView::addRow(QGridLayout *grid, const QString &name, const QString &objectName,
                                 const QString &toolTip)
{
    const int line = grid->rowCount();
    auto *title = new QLabel(name, this);
    title->setToolTip(toolTip);
    grid->addWidget(title, line, 0);
    const auto add = [&](int column, const QString &part, TextRole role) {
        auto *label = new QLabel(this);
        label->setObjectName(objectName + part);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setToolTip(toolTip);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setTextRole(label, role);
        grid->addWidget(label, line, column);
        return label;
    };
    Row row{title, add(1, QString(), TextRole::Strong), add(2, QStringLiteral("Interval"), TextRole::Body),
            add(3, QStringLiteral("Count"), TextRole::Muted)};
    row.value->setAccessibleName(name);
    return row;
}

void RatesView::showRate(const Row &row, const Rate &rate)
{
    row.value->setText(rate.total > 0 ? percentText(rate.value) : QStringLiteral("–"));
    row.interval->setText(rate.total > 0
                              ? QStringLiteral("[%1, %2]").arg(percentText(rate.low), percentText(rate.high))
                              : QStringLiteral("–"));
    row.counts->setText(tr("%1 of %2")
                            .arg(QLocale().toString(static_cast<qlonglong>(rate.count)),
                                 QLocale().toString(static_cast<qlonglong>(rate.total))));
}

void RatesView::setConfusion(const BandedConfusion &confusion, bool hasBand)
{
    showRate(m_recall, recall(confusion.decided));
    showRate(m_falseAlarms, falseAlarmRate(confusion.decided));
    showRate(m_precision, precision(confusion.decided));
    showRate(m_f1, f1WithInterval(confusion.decided));
    for (const Row &row : {m_review, m_recallCaught, m_falseAlarmsCaught})
        setRowVisible(row, hasBand);
    if (!hasBand)
        return;
    showRate(m_review, reviewRate(confusion));
    showRate(m_recallCaught, recall(confusion.caught));
    showRate(m_falseAlarmsCaught, falseAlarmRate(confusion.caught));
}

} // namespace spotcheck::ui
