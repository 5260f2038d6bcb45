#include "ui/pages/inspect/agreementview.h"

#include <cmath>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/report/reportsections.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

namespace spotcheck::ui {

namespace {

Tone toneOf(AgreementVerdict verdict)
{
    switch (verdict) {
    case AgreementVerdict::Acceptable:
        return Tone::Good;
    case AgreementVerdict::Marginal:
        return Tone::Review;
    case AgreementVerdict::Unacceptable:
        return Tone::Defective;
    case AgreementVerdict::Unknown:
        break;
    }
    return Tone::Neutral;
}

/// "✓ ≥ 90 %": the limit that the value keeps, without a mark the marginal one, or after a cross the last one that it
/// breaks.
QString heldAgainst(double value, const AgreementLimit &limit, bool percent)
{
    const AgreementVerdict verdict = limit.judge(value);
    if (verdict == AgreementVerdict::Unknown)
        return QStringLiteral("–");
    const bool upwards = limit.acceptable > limit.marginal;
    const bool kept = verdict != AgreementVerdict::Unacceptable;
    const double shown = verdict == AgreementVerdict::Acceptable ? limit.acceptable : limit.marginal;
    const QString sign = kept ? (upwards ? QStringLiteral("≥") : QStringLiteral("≤"))
                              : (upwards ? QStringLiteral("<") : QStringLiteral(">"));
    const QString mark = verdict == AgreementVerdict::Acceptable ? QStringLiteral("✓ ")
                         : kept                                  ? QString()
                                                                 : QStringLiteral("✗ ");
    return QStringLiteral("%1%2 %3").arg(
        mark, sign, percent ? QStringLiteral("%1 %").arg(qRound(100 * shown)) : QLocale().toString(shown, 'f', 2));
}

void judge(const FigureRow &row, double value, const AgreementLimit &limit, bool percent)
{
    row.note->setText(heldAgainst(value, limit, percent));
    row.note->setAccessibleName(agreementVerdictName(limit.judge(value)));
}

} // namespace

AgreementView::AgreementView(QWidget *parent) : QWidget(parent), m_verdict(new Badge(QString(), Tone::Neutral, this))
{
    setObjectName(QStringLiteral("agreementView"));
    m_verdict->setObjectName(QStringLiteral("agreementVerdict"));
    m_verdict->setToolTip(tr("The worst of the four; not known while one of them is not. Limits: AIAG, Measurement "
                             "Systems Analysis, 4th edition. Pictures for review are left out."));
    auto *title = new QLabel(tr("Attribute agreement"), this);
    setTextRole(title, TextRole::Strong);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(spacing::small);
    heading->addWidget(title);
    heading->addWidget(m_verdict);
    heading->addStretch(1);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::small);
    grid->setVerticalSpacing(2);
    addFigureCaption(this, grid, tr("95 % interval"), 2);
    addFigureCaption(this, grid, tr("limit"), 3);
    m_effectiveness = addFigureRow(this, grid, tr("Effectiveness"), QStringLiteral("agreementEffectiveness"),
                                   tr("Share of right verdicts: acceptable from 90 %, marginal from 80 %"));
    m_missRate = addFigureRow(this, grid, tr("Miss rate"), QStringLiteral("agreementMissRate"),
                              tr("Share of the defective pictures called good: acceptable to 2 %, marginal to 5 %"));
    m_falseAlarms =
        addFigureRow(this, grid, tr("False alarm rate"), QStringLiteral("agreementFalseAlarms"),
                     tr("Share of the good pictures called defective: acceptable to 5 %, marginal to 10 %"));
    m_kappa = addFigureRow(this, grid, tr("Cohen's kappa"), QStringLiteral("agreementKappa"),
                           tr("Agreement beyond chance, at most 1: acceptable from 0.75, marginal from 0.40"));
    grid->setColumnStretch(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(heading);
    column->addLayout(grid);
}

void AgreementView::setAgreement(const Agreement &agreement)
{
    const AgreementVerdict verdict = overallVerdict(agreement);
    m_verdict->setText(agreementVerdictName(verdict));
    m_verdict->setTone(toneOf(verdict));
    const auto showRate = [](const FigureRow &row, const Rate &rate, const AgreementLimit &limit) {
        row.showRate(rate);
        judge(row, rate.value, limit, true);
    };
    showRate(m_effectiveness, agreement.effectiveness, effectivenessLimit);
    showRate(m_missRate, agreement.missRate, missRateLimit);
    showRate(m_falseAlarms, agreement.falseAlarmRate, falseAlarmLimit);
    const Kappa &kappa = agreement.kappa;
    // Rounded first and a zero added: "-0.00" is nobody's number.
    const auto number = [](double value) { return QLocale().toString(std::round(100 * value) / 100 + 0.0, 'f', 2); };
    m_kappa.value->setText(std::isfinite(kappa.value) ? number(kappa.value) : QStringLiteral("–"));
    m_kappa.interval->setText(
        kappa.interval.isKnown()
            ? QStringLiteral("[%1, %2]").arg(number(kappa.interval.low), number(kappa.interval.high))
            : QStringLiteral("–"));
    judge(m_kappa, kappa.value, kappaLimit, false);
}

} // namespace spotcheck::ui
