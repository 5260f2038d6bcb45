#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace spotcheck::ui {

class JobRunner;
struct JobProgress;

/// The running job in the status bar: what it does in words, how far it is, how long it will take, Cancel.
class JobStatus : public QWidget {
    Q_OBJECT

public:
    explicit JobStatus(JobRunner *jobs, QWidget *parent = nullptr);

    /// Shown where no job runs, and until the next one starts.
    void say(const QString &words);

private:
    void begin(const QString &title);
    void setProgress(const JobProgress &progress);
    void end(const QString &words);

    JobRunner *m_jobs;
    QLabel *m_words;
    QProgressBar *m_bar;
    QLabel *m_timeLeft;
    QPushButton *m_cancel;
};

} // namespace spotcheck::ui
