#pragma once

#include <deque>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/comparison/entrant.h>

namespace spotcheck::ui {

class Document;
class JobRunner;

/// Trains detectors and runs models over the test pictures, one job after the other. One that fails does not stop the
/// rest; cancelling a job does. Trained models and runs go into the document.
class ModelQueue : public QObject {
    Q_OBJECT

public:
    ModelQueue(Document *document, JobRunner *jobs, WeightsStore weights, QObject *parent = nullptr);

    /// A training and a run for each. Does nothing while a job is running.
    void train(const std::vector<TrainingOptions> &trainings);
    /// A run for each of the document's models at these places. Does nothing while a job is running.
    void inspect(const std::vector<int> &models);
    void cancel();

    bool isRunning() const { return m_running; }
    int done() const { return m_done; }
    int total() const { return m_total; }
    const QString &current() const { return m_current; } ///< what is being done, in words
    const std::string &currentDetector() const { return m_detector; }
    /// Those trained since the last start, without their runs.
    const std::vector<Entrant> &trained() const { return m_trained; }

    /// Those that failed, with their reasons, until a new start or `forget`.
    const std::vector<Entrant> &failures() const { return m_failures; }
    void forgetFailure(int index);

signals:
    void changed(); ///< another task, or the end
    void ended();

private:
    struct Task {
        Entrant entrant; ///< without a model: to be trained
        TrainingOptions training;
    };
    void start(std::deque<Task> tasks);
    void startNext();
    void take(const Entrant &entrant, bool trained);
    void end();

    Document *m_document;
    JobRunner *m_jobs;
    WeightsStore m_weights;
    std::deque<Task> m_tasks;
    std::vector<Entrant> m_failures;
    std::vector<Entrant> m_trained;
    QString m_current;
    std::string m_detector;
    bool m_running = false;
    bool m_ours = false; ///< the running job is one of the queue's
    int m_done = 0;
    int m_total = 0;
};

} // namespace spotcheck::ui
