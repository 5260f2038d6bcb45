#pragma once

#include <QWidget>

#include <spotcheck/evaluation/curves.h>

namespace spotcheck::ui {

class ConfusionCell;

/// Found, missed, false alarms and right ones as a table of two by two. Missed and false alarms can be clicked, to
/// see which they are.
class ConfusionView : public QWidget {
    Q_OBJECT

public:
    explicit ConfusionView(QWidget *parent = nullptr);

    void setConfusion(const Confusion &confusion);

signals:
    void missedClicked();
    void falseAlarmsClicked();

private:
    ConfusionCell *m_found;
    ConfusionCell *m_missed;
    ConfusionCell *m_falseAlarm;
    ConfusionCell *m_right;
};

} // namespace spotcheck::ui
