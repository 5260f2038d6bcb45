#include "ui/pages/train/trainingprogress.h"

#include <algorithm>
#include <vector>

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTime>
#include <QVBoxLayout>

#include "ui/jobs/jobrunner.h"
#include "ui/pages/train/stagelist.h"
#include "ui/pages/train/valuecurve.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/stepbar.h"

namespace spotcheck::ui {

namespace {

bool hasCoreset(const DetectorInfo &detector)
{
    return std::any_of(detector.parameters.begin(), detector.parameters.end(),
                       [](const ParameterSpec &parameter) { return parameter.id == "coreset_ratio"; });
}

QString valueName(Stage stage)
{
    return stage == Stage::Coreset ? TrainingProgress::tr("Coverage radius") : TrainingProgress::tr("Loss");
}

} // namespace

TrainingProgress::TrainingProgress(QWidget *parent)
    : Card(parent), m_title(new QLabel(this)), m_stages(new StageList(this)), m_bar(new QProgressBar(this)),
      m_timeLeft(new QLabel(this)), m_curve(new ValueCurve(this)), m_log(new QPlainTextEdit(this)),
      m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("trainingProgress"));
    setTextRole(m_title, TextRole::Heading);
    setTextRole(m_timeLeft, TextRole::Muted);
    m_bar->setObjectName(QStringLiteral("trainingBar"));
    m_bar->setTextVisible(false);
    m_timeLeft->setObjectName(QStringLiteral("trainingTimeLeft"));
    m_cancel->setObjectName(QStringLiteral("trainingCancel"));
    m_log->setObjectName(QStringLiteral("trainingLog"));
    m_log->setAccessibleName(tr("Messages of the training"));
    m_log->setReadOnly(true);
    m_log->setFixedHeight(144);
    m_log->setTabChangesFocus(true);
    m_log->setMaximumBlockCount(1000);

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::medium);
    row->addWidget(m_bar, 1);
    row->addWidget(m_timeLeft);
    row->addWidget(m_cancel);
    column()->addWidget(m_title);
    column()->addLayout(row);
    column()->addSpacing(spacing::small);
    column()->addWidget(m_stages);
    column()->addSpacing(spacing::small);
    column()->addWidget(m_curve, 1);
    column()->addWidget(m_log);
    column()->addStretch();
    connect(m_cancel, &QPushButton::clicked, this, &TrainingProgress::cancelRequested);
}

void TrainingProgress::begin(const QString &title, const DetectorInfo &detector)
{
    m_title->setText(title);
    // A guess: the list corrects itself when the detector reports another stage.
    std::vector<Stage> stages{Stage::Reading, Stage::Features};
    if (detector.needsTraining)
        stages.push_back(Stage::Fitting);
    else if (hasCoreset(detector))
        stages.push_back(Stage::Coreset);
    stages.push_back(Stage::Calibration);
    m_stages->setStages(stages);
    m_cancel->setToolTip(
        detector.needsTraining
            ? tr("Stop the training. The same settings and pictures go on from the last epoch later.")
            : tr("Stop the training; nothing is kept of it"));
    m_bar->setRange(0, 0);
    m_timeLeft->clear();
    m_curve->clear({});
    m_curve->hide();
    m_log->clear();
    m_cancel->setEnabled(true);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setFocus();
    m_stage.reset();
    log(title);
}

void TrainingProgress::setProgress(const JobProgress &progress)
{
    if (progress.stage != m_stage)
        enterStage(progress.stage);
    showSteps(m_bar, progress);
    m_stages->setRunning(progress.stage, progress.steps > 0 ? tr("%L1 of %L2").arg(progress.step).arg(progress.steps)
                                                            : tr("running"));
    if (m_cancel->isEnabled())
        m_timeLeft->setText(progress.secondsLeft < 0
                                ? tr("estimating the time left")
                                : tr("%1 left in this stage").arg(durationText(progress.secondsLeft)));
    if (progress.value) {
        if (m_curve->isHidden()) {
            m_curve->clear(valueName(progress.stage));
            m_curve->show();
        }
        m_curve->add(static_cast<double>(progress.step), *progress.value);
    }
}

void TrainingProgress::setCancelling()
{
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
    m_timeLeft->clear();
    m_bar->setRange(0, 0);
    log(tr("Cancelling"));
}

void TrainingProgress::enterStage(Stage stage)
{
    if (m_stage)
        log(tr("%1: done in %2")
                .arg(stageText(*m_stage), takenText(static_cast<double>(m_stageTime.elapsed()) / 1000)));
    m_stage = stage;
    m_stageTime.start();
    log(stageText(stage));
}

void TrainingProgress::log(const QString &line)
{
    m_log->appendPlainText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line);
}

} // namespace spotcheck::ui
