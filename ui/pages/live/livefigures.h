#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/live/liveinspection.h>

class QGridLayout;
class QLabel;

namespace spotcheck::ui {

class IconLabel;

/// Counts, yield and latency of a live inspection.
class LiveFigures : public QWidget {
    Q_OBJECT

public:
    explicit LiveFigures(QWidget *parent = nullptr);

    void setStatus(const LiveStatus &status);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addFigure(const char *name, const QString &word, const QString &help, int row, int column);
    void applyColours();

    QGridLayout *m_grid;
    QLabel *m_good;
    QLabel *m_review;
    QLabel *m_defective;
    QLabel *m_unreadable;
    QLabel *m_yield;
    QLabel *m_latency;
    QLabel *m_waiting;
};

} // namespace spotcheck::ui
