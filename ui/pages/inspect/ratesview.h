#pragma once

#include <QWidget>

#include <spotcheck/evaluation/curves.h>

class QGridLayout;
class QLabel;

namespace spotcheck::ui {

/// Recall, false alarm rate, precision and F1, each with its exact 95 % interval and the counts behind it. With a
/// review band also the share that goes to review, and what the rates are when review counts as caught.
class RatesView : public QWidget {
    Q_OBJECT

public:
    explicit RatesView(QWidget *parent = nullptr);

    void setConfusion(const BandedConfusion &confusion, bool hasBand);

private:
    struct Row {
        QLabel *title;
        QLabel *value;
        QLabel *interval;
        QLabel *counts;
    };
    Row addRow(QGridLayout *grid, const QString &name, const QString &objectName, const QString &toolTip);
    static void setRowVisible(const Row &row, bool visible);
    static void showRate(const Row &row, const Rate &rate);

    Row m_recall;
    Row m_falseAlarms;
    Row m_precision;
    Row m_f1;
    Row m_review;
    Row m_recallCaught;
    Row m_falseAlarmsCaught;
};

/// "95.0 %", or a dash for NaN.
QString percentText(double share);

} // namespace spotcheck::ui
