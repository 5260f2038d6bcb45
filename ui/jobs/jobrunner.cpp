#include "ui/jobs/jobrunner.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <new>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QThread>

#include <spotcheck/core/log.h>

#include "ui/jobs/timeestimate.h"
#include "ui/report/enginetext.h"
#include "ui/report/errortext.h"

namespace spotcheck::ui {

namespace {

// About 20 signals a second: what an eye can follow, and little enough for the event loop.
constexpr qint64 reportIntervalMilliseconds = 50;

/// The file and what to do about it go into the message; the technical reason waits one click away.
JobFailure failureOf(const std::exception &exception)
{
    if (const auto *error = dynamic_cast<const Error *>(&exception)) {
        QString message = engineText(errorSentence(error->code()));
        if (!error->file().empty())
            message = QStringLiteral("%1: %2").arg(
                QFile::decodeName(QByteArray::fromStdString(error->file().filename().string())), message);
        return {error->code(), message, QString::fromStdString(error->what())};
    }
    const auto code = dynamic_cast<const std::bad_alloc *>(&exception) ? ErrorCode::OutOfMemory : ErrorCode::Internal;
    return {code, errorText(exception), QString::fromUtf8(exception.what())};
}

} // namespace

class JobRunner::ThreadMonitor : public JobMonitor {
public:
    explicit ThreadMonitor(JobRunner *runner) : m_runner(runner) { m_clock.start(); }

    void cancel() { m_cancelled = true; }
    bool isCancelled() const override { return m_cancelled; }

    void report(const Progress &progress) override
    {
        const std::lock_guard lock(m_mutex);
        const qint64 now = m_clock.elapsed();
        const double secondsLeft = m_estimate.update(progress, static_cast<double>(now) / 1000);
        // The first and the last word of a stage always pass, so that no stage seems skipped or unfinished.
        const bool first = !m_reported || progress.stage != m_lastStage;
        const bool last = progress.steps > 0 && progress.step == progress.steps && progress.step != m_lastStep;
        if (!first && !last && now - m_lastReport < reportIntervalMilliseconds)
            return;
        m_reported = true;
        m_lastStage = progress.stage;
        m_lastStep = progress.step;
        m_lastReport = now;
        const JobProgress shown{progress.stage, progress.step, progress.steps, progress.value, secondsLeft};
        JobRunner *runner = m_runner;
        QMetaObject::invokeMethod(
            runner, [runner, shown] { emit runner->progressed(shown); }, Qt::QueuedConnection);
    }

private:
    JobRunner *m_runner; // outlives the thread: the runner's destructor waits for it
    std::atomic_bool m_cancelled = false;
    std::mutex m_mutex;
    QElapsedTimer m_clock;
    TimeEstimate m_estimate;
    bool m_reported = false;
    Stage m_lastStage = Stage::Reading;
    qint64 m_lastStep = -1;
    qint64 m_lastReport = 0;
};

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<JobProgress>();
    qRegisterMetaType<JobFailure>();
}

JobRunner::~JobRunner()
{
    if (!m_thread)
        return;
    m_monitor->cancel();
    m_thread->wait();
    delete m_thread;
}

bool JobRunner::start(const QString &title, Work work, std::function<void()> deliver)
{
    if (isBusy())
        return false;
    m_title = title;
    m_monitor = std::make_shared<ThreadMonitor>(this);
    m_thread =
        QThread::create([this, monitor = m_monitor, title, work = std::move(work), deliver = std::move(deliver)] {
            std::function<void()> outcome;
            try {
                work(*monitor);
                outcome = [this, title, deliver] {
                    if (deliver)
                        deliver();
                    emit succeeded(title);
                };
            } catch (const Cancelled &) {
                outcome = [this, title] { emit cancelled(title); };
            } catch (const std::exception &exception) {
                logError(title.toStdString() + ": " + exception.what());
                outcome = [this, title, failure = failureOf(exception)] { emit failed(title, failure); };
            } catch (...) {
                const JobFailure unknown{ErrorCode::Internal, engineText(errorSentence(ErrorCode::Internal)),
                                         QStringLiteral("an exception of an unknown type")};
                outcome = [this, title, unknown] { emit failed(title, unknown); };
            }
            QMetaObject::invokeMethod(
                this, [this, outcome] { finish(outcome); }, Qt::QueuedConnection);
        });
    emit started(title);
    m_thread->start();
    return true;
}

bool JobRunner::isBusy() const
{
    return m_thread != nullptr;
}

const QString &JobRunner::title() const
{
    return m_title;
}

void JobRunner::cancel()
{
    if (m_monitor)
        m_monitor->cancel();
}

void JobRunner::cancelAndWait()
{
    cancel();
    wait();
}

void JobRunner::wait()
{
    if (!m_thread)
        return;
    m_thread->wait();
    // The outcome is in the queue by now: hand it over, so that the runner is free when this returns.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void JobRunner::finish(const std::function<void()> &outcome)
{
    m_thread->wait();
    outcome();
    delete m_thread;
    m_thread = nullptr;
    m_monitor.reset();
    emit finished();
}

} // namespace spotcheck::ui
