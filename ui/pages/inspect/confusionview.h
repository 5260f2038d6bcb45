#pragma once

#include <QWidget>

#include <spotcheck/evaluation/curves.h>

class QLabel;

namespace spotcheck::ui {

class ConfusionCell;

/// Found, missed, false alarms and right ones as a table of two by two, with a column for review where there is a
/// band. Missed, false alarms and what goes to review can be clicked, to see which they are.
class ConfusionView : public QWidget {
    Q_OBJECT

public:
    explicit ConfusionView(QWidget *parent = nullptr);

    void setConfusion(const BandedConfusion &confusion, bool hasBand);

signals:
    void missedClicked();
    void falseAlarmsClicked();
    void reviewClicked();

private:
    ConfusionCell *m_found;
    ConfusionCell *m_reviewDefective;
    ConfusionCell *m_reviewGood;
    QLabel *m_reviewCaption;
    ConfusionCell *m_missed;
    ConfusionCell *m_falseAlarm;
    ConfusionCell *m_right;
};

} // namespace spotcheck::ui
