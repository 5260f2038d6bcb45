#include "ui/window/jobstatus.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/jobs/jobrunner.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stepbar.h"

namespace spotcheck::ui {

JobStatus::JobStatus(JobRunner *jobs, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_words(new QLabel(tr("Ready"), this)), m_bar(new QProgressBar(this)),
      m_timeLeft(new QLabel(this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("jobStatus"));
    m_words->setObjectName(QStringLiteral("jobWords"));
    m_bar->setObjectName(QStringLiteral("jobBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(200);
    m_timeLeft->setObjectName(QStringLiteral("jobTimeLeft"));
    setTextRole(m_timeLeft, TextRole::Muted);
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_cancel->setToolTip(tr("Stop the running job (Ctrl+.)"));
    m_cancel->setShortcut(Qt::CTRL | Qt::Key_Period);

    QSizePolicy kept = m_cancel->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the bar keeps its height when a job starts
    m_cancel->setSizePolicy(kept);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::small, spacing::tiny, spacing::small, spacing::tiny);
    row->setSpacing(spacing::medium);
    row->addWidget(m_words);
    row->addWidget(m_bar);
    row->addWidget(m_timeLeft);
    row->addWidget(m_cancel);
    row->addStretch();
    end(tr("Ready"));

    connect(jobs, &JobRunner::started, this, &JobStatus::begin);
    connect(jobs, &JobRunner::progressed, this, &JobStatus::setProgress);
    connect(jobs, &JobRunner::succeeded, this, [this](const QString &title) { end(tr("%1: done").arg(title)); });
    connect(jobs, &JobRunner::failed, this, [this](const QString &title) { end(tr("%1: failed").arg(title)); });
    connect(jobs, &JobRunner::cancelled, this, [this](const QString &title) { end(tr("%1: cancelled").arg(title)); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_words->setText(tr("Cancelling…"));
        m_jobs->cancel();
    });
}

void JobStatus::say(const QString &words)
{
    if (!m_jobs->isBusy())
        m_words->setText(words);
}

void JobStatus::begin(const QString &title)
{
    m_words->setText(title);
    m_bar->setRange(0, 0);
    m_timeLeft->clear();
    m_cancel->setEnabled(true);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_timeLeft), static_cast<QWidget *>(m_cancel)})
        widget->show();
}

void JobStatus::setProgress(const JobProgress &progress)
{
    if (!m_cancel->isEnabled())
        return; // cancelling already
    const QString stage = stageText(progress.stage);
    m_words->setText(stage == m_jobs->title() ? stage : QStringLiteral("%1: %2").arg(m_jobs->title(), stage));
    showSteps(m_bar, progress);
    m_timeLeft->setText(progress.secondsLeft < 0 ? QString() : tr("%1 left").arg(durationText(progress.secondsLeft)));
}

void JobStatus::end(const QString &words)
{
    m_words->setText(words);
    m_bar->hide();
    m_timeLeft->hide();
    m_cancel->hide();
}

} // namespace spotcheck::ui
