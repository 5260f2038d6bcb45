#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/model/model.h>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace spotcheck::ui {

/// The trainings that wait to be started together, a line each. Hidden while there is none.
class TrainingQueue : public QWidget {
    Q_OBJECT

public:
    explicit TrainingQueue(QWidget *parent = nullptr);

    const std::vector<TrainingOptions> &trainings() const { return m_trainings; }
    void add(const TrainingOptions &training);
    void removeFirst(int count);

signals:
    void changed();

private:
    void rebuild();
    QWidget *lineOf(int place);

    std::vector<TrainingOptions> m_trainings;
    QLabel *m_title;
    QScrollArea *m_area;
};

} // namespace spotcheck::ui
