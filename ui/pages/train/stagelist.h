#pragma once

#include <map>
#include <vector>

#include <QWidget>

#include <spotcheck/core/jobmonitor.h>

class QGridLayout;
class QLabel;

namespace spotcheck::ui {

class IconLabel;

/// The stages of a running job, one a line: waiting, running or done, as a sign and a word.
class StageList : public QWidget {
    Q_OBJECT

public:
    enum class State { Waiting, Running, Done };

    explicit StageList(QWidget *parent = nullptr);

    void setStages(const std::vector<Stage> &stages);
    /// Marks `stage` as running with what it says of itself, and what ran before as done. A stage that was not
    /// announced gets a line of its own; one that was passed over loses its line.
    void setRunning(Stage stage, const QString &words);
    State state(Stage stage) const;

private:
    struct Row {
        IconLabel *sign = nullptr;
        QLabel *title = nullptr;
        QLabel *words = nullptr;
        State state = State::Waiting;
    };
    void rebuild();
    static void remove(Row &row);
    void setState(Row &row, State state);

    QGridLayout *m_grid;
    std::map<Stage, Row> m_rows; ///< stages come in the order of their enumeration
};

} // namespace spotcheck::ui
