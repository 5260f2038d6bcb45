#pragma once

#include <QWidget>

#include <spotcheck/evaluation/curves.h>

#include "ui/pages/inspect/figurerow.h"

namespace spotcheck::ui {

/// Recall, false alarm rate, precision and F1, each with its exact 95 % interval and the counts behind it. With a
/// review band also the share that goes to review, and what the rates are when review counts as caught.
class RatesView : public QWidget {
    Q_OBJECT

public:
    explicit RatesView(QWidget *parent = nullptr);

    void setConfusion(const BandedConfusion &confusion, bool hasBand);

private:
    static void showRate(const FigureRow &row, const Rate &rate);

    FigureRow m_recall;
    FigureRow m_falseAlarms;
    FigureRow m_precision;
    FigureRow m_f1;
    FigureRow m_review;
    FigureRow m_recallCaught;
    FigureRow m_falseAlarmsCaught;
};

} // namespace spotcheck::ui
