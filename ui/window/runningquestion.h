#pragma once

#include <functional>

#include <QString>

class QWidget;

namespace spotcheck::ui {

class JobRunner;

struct RunningQuestion {
    QString name;                    ///< the box's object name
    QString title;                   ///< of what is running
    QString consequence;             ///< why it cannot go on
    QString stop;                    ///< what the button that stops it says
    std::function<bool()> isRunning; ///< of a queue the next job runs already when one has ended
    std::function<void()> stopped;   ///< called when the button is clicked
};

/// Asks whether what is running may be stopped, and takes the question back when it ends by itself.
void askAboutRunning(const RunningQuestion &wanted, const JobRunner *jobs, QWidget *window);

} // namespace spotcheck::ui
