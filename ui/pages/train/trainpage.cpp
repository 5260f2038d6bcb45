#include "ui/pages/train/trainpage.h"

#include <algorithm>
#include <memory>

#include <QButtonGroup>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <spotcheck/core/availablememory.h>
#include <spotcheck/core/error.h>
#include <spotcheck/detectors/registry.h>
#include <spotcheck/model/memorycheck.h>
#include <spotcheck/model/model.h>

#include "ui/dialogs/normalsdialog.h"
#include "ui/document/modelqueue.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/train/detectorcard.h"
#include "ui/pages/train/queueresult.h"
#include "ui/pages/train/speedprobe.h"
#include "ui/pages/train/trainingprogress.h"
#include "ui/pages/train/trainingqueue.h"
#include "ui/pages/train/trainingresult.h"
#include "ui/pages/train/trainingsettings.h"
#include "ui/report/errortext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"

namespace spotcheck::ui {

namespace {

// One picture to learn and one to calibrate on.
constexpr int leastNormals = 2;

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setProperty("transparent", true);
    return area;
}

/// Of an extra training that was cancelled. One is enough: it is used only by the same settings and pictures.
std::filesystem::path checkpointFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return QDir().mkpath(folder) ? toPath(folder + QStringLiteral("/training.part")) : std::filesystem::path();
}

} // namespace

TrainPage::TrainPage(Document *document, JobRunner *jobs, ModelQueue *queue, WeightsStore weights, QWidget *parent)
    : QWidget(parent), m_document(document), m_jobs(jobs), m_queue(queue), m_weights(std::move(weights)),
      m_probe(new SpeedProbe(m_weights, this)), m_settings(new TrainingSettings(m_weights)),
      m_estimate(new QLabel(this)), m_obstacle(new QLabel(this)), m_memory(new MessageBar(this)),
      m_addNormals(new QPushButton(tr("Add normal pictures"), this)),
      m_check(new QPushButton(tr("Check my normals…"), this)), m_waiting(new TrainingQueue(this)),
      m_enqueue(new QPushButton(tr("Queue"), this)), m_start(new QPushButton(this)),
      m_progress(new TrainingProgress(this)), m_result(new TrainingResult(this)),
      m_queueResult(new QueueResult(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("trainPage"));
    auto *title = new QLabel(tr("Train"), this);
    setTextRole(title, TextRole::Title);
    m_settingsCard = buildSettings();
    m_stack->addWidget(m_settingsCard);
    m_stack->addWidget(m_progress);
    m_stack->addWidget(m_result);
    m_stack->addWidget(m_queueResult);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing::medium);
    columns->addWidget(buildCards(), 2);
    columns->addWidget(m_stack, 3);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::large);
    page->setSpacing(spacing::medium);
    page->addWidget(title);
    page->addLayout(columns, 1);

    connect(m_settings, &TrainingSettings::backbonesRequested, this, &TrainPage::backbonesRequested);
    connect(m_settings, &TrainingSettings::changed, this, &TrainPage::updateEstimates);
    connect(document, &Document::samplesChanged, this, &TrainPage::updateEstimates);
    connect(document, &Document::regionChanged, this, &TrainPage::updateEstimates);
    connect(document, &Document::replaced, this, [this] { // what was trained belongs to the project before
        if (m_stack->currentWidget() != m_progress)
            m_stack->setCurrentWidget(m_settingsCard);
    });
    connect(jobs, &JobRunner::started, this, &TrainPage::updateEstimates);
    connect(jobs, &JobRunner::finished, this, &TrainPage::leaveProgress);
    connect(jobs, &JobRunner::progressed, this, [this](const JobProgress &progress) {
        if (m_training || m_queued)
            m_progress->setProgress(progress);
    });
    connect(m_start, &QPushButton::clicked, this, &TrainPage::startTraining);
    connect(m_check, &QPushButton::clicked, this, &TrainPage::checkNormals);
    connect(m_enqueue, &QPushButton::clicked, this, &TrainPage::enqueue);
    connect(m_waiting, &TrainingQueue::changed, this, &TrainPage::updateEstimates);
    connect(m_queue, &ModelQueue::changed, this, &TrainPage::showQueue);
    connect(m_queue, &ModelQueue::ended, this, &TrainPage::endQueue);
    connect(m_probe, &SpeedProbe::measured, this, &TrainPage::updateEstimates);
    connect(m_addNormals, &QPushButton::clicked, this, &TrainPage::imagesRequested);
    connect(m_progress, &TrainingProgress::cancelRequested, this, [this] {
        m_progress->setCancelling();
        m_queued ? m_queue->cancel() : m_jobs->cancel();
    });
    connect(m_result, &TrainingResult::inspectRequested, this, &TrainPage::inspectRequested);
    connect(m_queueResult, &QueueResult::compareRequested, this, &TrainPage::compareRequested);
    const auto backToSettings = [this] {
        m_stack->setCurrentWidget(m_settingsCard);
        m_start->setFocus();
    };
    connect(m_result, &TrainingResult::trainAgainRequested, this, backToSettings);
    connect(m_queueResult, &QueueResult::trainAgainRequested, this, backToSettings);
    if (!m_cards.empty())
        m_cards.front()->setChecked(true);
}

QWidget *TrainPage::buildCards()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    auto *group = new QButtonGroup(content); // exclusive even with one card in it
    column->setContentsMargins(0, 0, spacing::tiny, 0);
    column->setSpacing(spacing::small);
    for (const DetectorInfo &detector : detectorRegistry()) {
        auto *card = new DetectorCard(detector, content);
        column->addWidget(card);
        group->addButton(card);
        m_cards.push_back(card);
        connect(card, &DetectorCard::toggled, this, [this, card](bool checked) {
            if (checked)
                chooseDetector(card->detectorId());
        });
    }
    column->addStretch();
    return scrolling(content, this);
}

QWidget *TrainPage::buildSettings()
{
    auto *card = new Card(this);
    m_estimate->setObjectName(QStringLiteral("trainEstimate"));
    m_estimate->setWordWrap(true);
    m_obstacle->setObjectName(QStringLiteral("trainObstacle"));
    m_obstacle->setWordWrap(true);
    setTextRole(m_obstacle, TextRole::Muted);
    setTextRole(m_estimate, TextRole::Muted);
    m_start->setObjectName(QStringLiteral("trainStart"));
    m_start->setProperty("primary", true);
    m_addNormals->setObjectName(QStringLiteral("trainAddNormals"));
    m_check->setObjectName(QStringLiteral("trainCheckNormals"));
    m_enqueue->setObjectName(QStringLiteral("trainEnqueue"));
    m_enqueue->setToolTip(tr("Train it later together with others: choose the next detector after this"));
    m_check->setToolTip(tr("Find pictures among the normals that do not belong there"));

    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::tiny);
    words->addWidget(m_estimate);
    words->addWidget(m_obstacle);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addLayout(words, 1);
    row->addWidget(m_addNormals);
    row->addWidget(m_check);
    row->addWidget(m_enqueue);
    row->addWidget(m_start);
    m_memory->setObjectName(QStringLiteral("trainMemoryWarning"));
    card->column()->addWidget(scrolling(m_settings, card), 1);
    card->column()->addWidget(m_memory);
    auto *line = new QFrame(card);
    line->setProperty("line", true);
    card->column()->addWidget(line);
    card->column()->addWidget(m_waiting);
    card->column()->addLayout(row);
    return card;
}

void TrainPage::chooseDetector(const std::string &id)
{
    m_settings->setDetector(id);
    if (!m_training && !m_queued)
        m_stack->setCurrentWidget(m_settingsCard);
}

void TrainPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshBackbones(); // somebody may have imported weights meanwhile
}

void TrainPage::refreshBackbones()
{
    m_settings->refreshBackbones();
    updateEstimates();
}

void TrainPage::updateCards()
{
    const auto normals = static_cast<std::int64_t>(m_document->samples(Lane::Normal).size());
    const TrainingOptions options = m_settings->options();
    for (DetectorCard *card : m_cards) {
        TrainingOptions ofCard = options;
        if (card->detectorId() != options.detector) {
            ofCard.detector = card->detectorId();
            ofCard.parameters.clear();
        }
        try {
            card->setMemoryBankSize(
                normals >= leastNormals ? bytesText(estimateTraining(ofCard, normals).memoryBankBytes) : QString());
        } catch (const Error &) {
            card->setMemoryBankSize(tr("not possible with this backbone"));
        }
    }
}

QString TrainPage::estimateText(const TrainingOptions &options) const
{
    const auto normals = static_cast<std::int64_t>(m_document->samples(Lane::Normal).size());
    const TrainingEstimate estimate = estimateTraining(options, normals, m_probe->speed(options));
    QString text = tr("%1 normal pictures. The model will hold about %2; training will need about %3 of memory.")
                       .arg(normals)
                       .arg(bytesText(estimate.memoryBankBytes), bytesText(estimate.peakBytes));
    if (!m_document->regionOfInterest().isWholePicture())
        text += QLatin1Char(' ') + tr("Only the region of interest is looked at.");
    if (estimate.seconds > 0)
        text += tr(" It will take about %1.").arg(durationText(std::max(1.0, estimate.seconds)));
    return text;
}

/// Of what the button starts: the queue, not the settings on show.
QString TrainPage::queueEstimateText() const
{
    const auto normals = static_cast<std::int64_t>(m_document->samples(Lane::Normal).size());
    double seconds = 0;
    std::uint64_t peakBytes = 0;
    bool timeKnown = true;
    for (TrainingOptions training : m_waiting->trainings()) {
        training.preprocessing.region = m_document->regionOfInterest();
        const TrainingEstimate estimate = estimateTraining(training, normals, m_probe->speed(training));
        timeKnown = timeKnown && estimate.seconds > 0;
        seconds += estimate.seconds;
        peakBytes = std::max<std::uint64_t>(peakBytes, estimate.peakBytes);
    }
    const QString memory = tr("The queue needs up to %1 of memory.").arg(bytesText(peakBytes));
    return timeKnown ? memory + QLatin1Char(' ') +
                           tr("It will take about %1 in all.").arg(durationText(std::max(1.0, seconds)))
                     : memory;
}

/// Closed by the user, the warning stays away until it says something else.
void TrainPage::warnOfMemory(const TrainingOptions &options)
{
    const auto normals = static_cast<std::int64_t>(m_document->samples(Lane::Normal).size());
    const std::optional<Message> warning = memoryWarning(options, normals, availableMemoryBytes());
    if (!warning)
        m_memory->dismiss();
    else if (const QString text = engineText(*warning); text != m_memory->text() || m_memory->isHidden())
        m_memory->showMessage(MessageBar::Severity::Warning, text);
}

/// The page is seen, and nothing that computes would be disturbed or disturb.
void TrainPage::measureSpeed()
{
    const std::vector<Sample> &normals = m_document->samples(Lane::Normal);
    if (isVisible() && !m_jobs->isBusy() && normals.size() >= leastNormals && m_settings->hasWeights())
        m_probe->measure(options(), normals.front().image);
}

void TrainPage::updateEstimates()
{
    updateCards();
    const std::size_t normals = m_document->samples(Lane::Normal).size();
    const QString reason = obstacle();
    m_obstacle->setText(reason);
    m_obstacle->setVisible(!reason.isEmpty());
    m_addNormals->setVisible(normals < leastNormals);
    m_check->setVisible(normals >= 2 * leastFolds);
    m_check->setEnabled(reason.isEmpty());
    m_start->setEnabled(reason.isEmpty());
    m_start->setToolTip(reason);
    const auto waiting = static_cast<int>(m_waiting->trainings().size());
    m_start->setText(waiting > 0
                         ? tr("Train %n detector(s)", nullptr, waiting)
                         : tr("Train %1").arg(engineText(detectorInfo(m_settings->options().detector).title)));
    m_result->setTestPictures(static_cast<int>(m_document->samples(Lane::Test).size()));
    m_estimate->clear();
    m_estimate->setVisible(normals >= leastNormals);
    bool possible = true;
    if (normals >= leastNormals) {
        try {
            m_estimate->setText(waiting > 0 ? queueEstimateText() : estimateText(options()));
            warnOfMemory(options());
        } catch (const Error &error) {
            possible = false;
            m_obstacle->setText(errorText(error));
            m_obstacle->show();
            if (waiting == 0)
                m_start->setEnabled(false);
        }
    }
    m_enqueue->setEnabled(possible && normals >= leastNormals && m_settings->hasWeights());
    measureSpeed();
}

void TrainPage::focusDetector()
{
    const auto chosen = std::ranges::find_if(m_cards, &DetectorCard::isChecked);
    if (chosen != m_cards.end())
        (*chosen)->setFocus();
}

QString TrainPage::obstacle() const
{
    if (m_cards.empty())
        return tr("No detector is built into this program.");
    if (m_document->samples(Lane::Normal).size() < leastNormals)
        return tr("Training needs at least %1 normal pictures.").arg(leastNormals);
    if (!m_settings->hasWeights())
        return tr("There are no weights for this backbone on this computer.");
    if (m_jobs->isBusy())
        return tr("“%1” is still running.").arg(m_jobs->title());
    return {};
}

TrainingOptions TrainPage::options() const
{
    TrainingOptions options = m_settings->options();
    options.preprocessing.region = m_document->regionOfInterest();
    return options;
}

void TrainPage::checkNormals()
{
    auto *dialog = new NormalsDialog(m_document, m_jobs, m_weights, options(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NormalsDialog::trainRequested, this, &TrainPage::startTraining);
    dialog->open();
}

void TrainPage::enqueue()
{
    m_waiting->add(options());
}

void TrainPage::startTraining()
{
    if (!obstacle().isEmpty())
        return;
    m_waiting->trainings().empty() ? trainOne() : trainQueue();
}

void TrainPage::trainQueue()
{
    std::vector<TrainingOptions> trainings = m_waiting->trainings();
    for (TrainingOptions &training : trainings) // pictures and region are those of now
        training.preprocessing.region = m_document->regionOfInterest();
    m_queued = true;
    m_queue->train(trainings);
}

void TrainPage::showQueue()
{
    if (!m_queued || !m_queue->isRunning())
        return;
    m_progress->begin(m_queue->current(), detectorInfo(m_queue->currentDetector()));
    m_stack->setCurrentWidget(m_progress);
}

void TrainPage::endQueue()
{
    if (!m_queued)
        return;
    m_queued = false;
    const int ended = static_cast<int>(m_queue->trained().size() + m_queue->failures().size());
    m_waiting->removeFirst(ended); // those that a cancel kept from running stay
    if (ended == 0) {
        m_stack->setCurrentWidget(m_settingsCard);
        m_start->setFocus();
        return;
    }
    m_queueResult->setOutcome(m_queue->trained(), m_queue->failures(),
                              static_cast<int>(m_waiting->trainings().size()));
    m_stack->setCurrentWidget(m_queueResult);
}

void TrainPage::trainOne()
{
    TrainingOptions options = this->options();
    options.checkpoint = checkpointFile();
    const QString title = tr("Train %1").arg(engineText(detectorInfo(options.detector).title));
    auto model = std::make_shared<std::shared_ptr<const Model>>();
    m_training = true;
    m_progress->begin(title, detectorInfo(options.detector));
    m_stack->setCurrentWidget(m_progress);
    m_jobs->start(
        title,
        [model, options, normals = m_document->samples(Lane::Normal), weights = m_weights](JobMonitor &monitor) {
            *model = Model::train(normals, options, weights, monitor);
        },
        [this, model] {
            m_document->setModel(*model);
            m_result->setModel(**model, m_document->operatingPoint());
            m_stack->setCurrentWidget(m_result);
            m_training = false;
        });
}

void TrainPage::leaveProgress()
{
    if (m_training) { // it failed or was cancelled: the window says which
        m_training = false;
        m_stack->setCurrentWidget(m_settingsCard);
        m_start->setFocus();
    }
    updateEstimates();
}

} // namespace spotcheck::ui
