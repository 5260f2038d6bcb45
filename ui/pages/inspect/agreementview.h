#pragma once

#include <QWidget>

#include <spotcheck/evaluation/agreement.h>

#include "ui/pages/inspect/figurerow.h"

namespace spotcheck::ui {

class Badge;

/// Agreement of verdicts and labels as measurement system analysis reports it: each figure with its 95 % interval and
/// the customary limit that it keeps or breaks, and the worst of the four verdicts.
class AgreementView : public QWidget {
    Q_OBJECT

public:
    explicit AgreementView(QWidget *parent = nullptr);

    void setAgreement(const Agreement &agreement);

private:
    Badge *m_verdict;
    FigureRow m_effectiveness;
    FigureRow m_missRate;
    FigureRow m_falseAlarms;
    FigureRow m_kappa;
};

} // namespace spotcheck::ui
