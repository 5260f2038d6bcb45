#pragma once

#include <vector>

#include <spotcheck/comparison/entrant.h>

#include "ui/widgets/card.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace spotcheck::ui {

/// What came of several trainings, and where to go from here.
class QueueResult : public Card {
    Q_OBJECT

public:
    explicit QueueResult(QWidget *parent = nullptr);

    /// `waiting`: trainings that were not started, because the queue was cancelled.
    void setOutcome(const std::vector<Entrant> &trained, const std::vector<Entrant> &failures, int waiting);

signals:
    void compareRequested();
    void trainAgainRequested();

private:
    void addLine(const QString &icon, const QColor &colour, const QString &name, const QString &words);

    QLabel *m_title;
    QVBoxLayout *m_lines;
    QPushButton *m_compare;
};

} // namespace spotcheck::ui
