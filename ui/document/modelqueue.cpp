#include "ui/document/modelqueue.h"

#include <spotcheck/detectors/registry.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/report/reporttext.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

ModelQueue::ModelQueue(Document *document, JobRunner *jobs, WeightsStore weights, QObject *parent)
    : QObject(parent), m_document(document), m_jobs(jobs), m_weights(std::move(weights))
{
    connect(jobs, &JobRunner::cancelled, this, [this] {
        if (m_ours)
            m_tasks.clear();
    });
    connect(jobs, &JobRunner::finished, this, [this] {
        if (!m_ours)
            return;
        m_ours = false;
        ++m_done;
        startNext();
    });
}

void ModelQueue::train(const std::vector<TrainingOptions> &trainings)
{
    std::deque<Task> tasks;
    for (const TrainingOptions &training : trainings) {
        Task task;
        task.entrant.name = detectorInfo(training.detector).title;
        task.entrant.detector = training.detector;
        task.training = training;
        tasks.push_back(std::move(task));
    }
    start(std::move(tasks));
}

void ModelQueue::inspect(const std::vector<int> &models)
{
    std::deque<Task> tasks;
    for (const int index : models) {
        if (index < static_cast<int>(m_document->models().size()))
            tasks.push_back({m_document->models()[static_cast<std::size_t>(index)], {}});
    }
    start(std::move(tasks));
}

void ModelQueue::start(std::deque<Task> tasks)
{
    if (m_running || m_jobs->isBusy() || tasks.empty())
        return;
    m_tasks = std::move(tasks);
    m_failures.clear();
    m_trained.clear();
    m_done = 0;
    m_total = static_cast<int>(m_tasks.size());
    m_running = true;
    startNext();
}

void ModelQueue::startNext()
{
    if (m_tasks.empty()) {
        end();
        return;
    }
    const Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    const bool training = !task.entrant.model;
    const QString name = printableText(QString::fromStdString(task.entrant.name));
    m_current = (training ? tr("Train %1 (%2 of %3)") : tr("Inspect with %1 (%2 of %3)"))
                    .arg(name, QString::number(m_done + 1), QString::number(m_total));
    m_detector = task.entrant.detector;
    auto entrant = std::make_shared<Entrant>(task.entrant);
    m_ours = true;
    m_jobs->start(
        m_current,
        [entrant, training, options = task.training, normals = m_document->samples(Lane::Normal),
         tests = m_document->samples(Lane::Test), weights = m_weights](JobMonitor &monitor) {
            if (training)
                *entrant = trainEntrant(entrant->name, options, normals, weights, defaultFalseAlarmRate, monitor);
            if (!tests.empty())
                evaluateEntrant(*entrant, tests, monitor);
        },
        [this, entrant, training] { take(*entrant, training); });
    emit changed();
}

void ModelQueue::take(const Entrant &entrant, bool trained)
{
    if (!entrant.failure.empty()) {
        Entrant failed = entrant;
        failed.model.reset(); // a model without a run stays what it was
        failed.evaluation.reset();
        m_failures.push_back(std::move(failed));
    }
    if (trained && entrant.model) {
        Entrant added = entrant;
        added.failure.clear();
        const int place = m_document->addModel(std::move(added));
        m_trained.push_back(m_document->models()[static_cast<std::size_t>(place)]);
        m_trained.back().evaluation.reset();
    } else if (entrant.model && entrant.failure.empty()) {
        m_document->setRun(entrant);
    }
}

void ModelQueue::cancel()
{
    if (!m_running)
        return;
    m_tasks.clear();
    m_jobs->cancel();
}

void ModelQueue::end()
{
    m_running = false;
    m_current.clear();
    emit changed();
    emit ended();
}

void ModelQueue::forgetFailure(int index)
{
    m_failures.erase(m_failures.begin() + index);
    emit changed();
}

} // namespace spotcheck::ui
