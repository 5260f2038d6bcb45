#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QString>

#include <spotcheck/core/error.h>
#include <spotcheck/core/jobmonitor.h>

class QThread;

namespace spotcheck::ui {

/// What the status bar shows of a running job.
struct JobProgress {
    Stage stage = Stage::Reading;
    qint64 step = 0;
    qint64 steps = 0;            ///< 0 where unknown
    std::optional<double> value; ///< loss or coverage radius
    double secondsLeft = -1;     ///< of this stage; negative while unknown
};

/// Why a job failed, for a message to people and the detail behind it.
struct JobFailure {
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< names the file and the remedy
    QString detail;
};

/// Runs one long computation at a time on a thread of its own, and posts exactly one outcome to the thread
/// that owns the runner: succeeded, failed or cancelled. Cancelling is not an error.
class JobRunner : public QObject {
    Q_OBJECT

public:
    /// Runs on the job's thread. Must not touch widgets or the live document: it owns copies of what it needs.
    using Work = std::function<void(JobMonitor &)>;

    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override; ///< cancels, then waits

    /// Starts `work`; `deliver` is called on the owner's thread when it succeeded, before `succeeded` is
    /// emitted. Returns false, and does nothing, while another job runs.
    bool start(const QString &title, Work work, std::function<void()> deliver);

    bool isBusy() const;
    const QString &title() const;
    void cancel();        ///< asks; the outcome follows within a second
    void cancelAndWait(); ///< for closing the window
    void wait();          ///< for the outcome of a job that is short

signals:
    void started(const QString &title);
    void progressed(const spotcheck::ui::JobProgress &progress); ///< at most about 20 a second
    void succeeded(const QString &title);
    void failed(const QString &title, const spotcheck::ui::JobFailure &failure);
    void cancelled(const QString &title);
    void finished(); ///< after any of the three outcomes; the runner is free again

private:
    class ThreadMonitor;
    void finish(const std::function<void()> &outcome);

    QThread *m_thread = nullptr;
    std::shared_ptr<ThreadMonitor> m_monitor;
    QString m_title;
};

} // namespace spotcheck::ui
