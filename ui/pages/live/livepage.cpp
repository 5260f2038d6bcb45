#include "ui/pages/live/livepage.h"

#include <algorithm>
#include <functional>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/document/document.h"
#include "ui/pages/live/controlchartplot.h"
#include "ui/pages/live/livefigures.h"
#include "ui/pages/live/livemessages.h"
#include "ui/pages/live/livesetup.h"
#include "ui/pages/live/rejectdialog.h"
#include "ui/pages/live/rejectstrip.h"
#include "ui/pages/live/verdictfield.h"
#include "ui/report/enginetext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

LivePage::LivePage(Document *document, QWidget *parent)
    : QWidget(parent), m_document(document), m_session(new LiveSession(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("livePage"));
    m_noModel =
        new EmptyState(QStringLiteral("live"), tr("No model yet"),
                       tr("Live judges every new picture of a folder or a camera with a trained model. Train one "
                          "from pictures of good parts, or open one that was trained before."));
    QPushButton *train = m_noModel->addButton(tr("Train a model"), true);
    train->setObjectName(QStringLiteral("liveTrain"));
    QPushButton *open = m_noModel->addButton(tr("Open a model…"));
    open->setObjectName(QStringLiteral("liveOpenModel"));
    connect(train, &QPushButton::clicked, this, &LivePage::trainRequested);
    connect(open, &QPushButton::clicked, this, &LivePage::modelRequested);
    m_content = makeContent();
    m_stack->addWidget(m_noModel);
    m_stack->addWidget(m_content);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
    m_setup->setChoice({m_preferences.liveCamera(), m_preferences.liveFolder(), false, m_preferences.liveAddress(),
                        m_preferences.liveEvery(), m_preferences.liveLog()});
    connectParts();
    showState();
}

LivePage::~LivePage()
{
    m_session->disconnect(this);
    delete m_session; // before what it would tell its end to
}

QWidget *LivePage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *title = new QLabel(tr("Live"), header);
    setTextRole(title, TextRole::Title);
    m_summary = new ElidedLabel(header);
    m_summary->setObjectName(QStringLiteral("liveSummary"));
    m_start = new QPushButton(tr("&Start"), header);
    m_start->setObjectName(QStringLiteral("liveStart"));
    m_start->setProperty("primary", true);
    m_start->setToolTip(tr("Judge pictures as they come, with the current model and its threshold"));
    m_stop = new QPushButton(tr("&Stop"), header);
    m_stop->setObjectName(QStringLiteral("liveStop"));
    m_stop->setToolTip(tr("End the live inspection"));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::medium);
    row->addWidget(title);
    row->addWidget(m_summary, 1);
    row->addStretch(); // while the summary is hidden
    row->addWidget(m_start);
    row->addWidget(m_stop);
    return header;
}

QWidget *LivePage::makeChart()
{
    auto *card = new Card(this);
    auto *title = new QLabel(tr("Control chart"), card);
    setTextRole(title, TextRole::Heading);
    m_drift = new Badge(QString(), Tone::Neutral, card);
    m_drift->setObjectName(QStringLiteral("liveDrift"));
    m_drift->hide(); // until something is known of it
    m_chart = new ControlChartPlot(card);
    m_limits = new QLabel(card);
    m_limits->setObjectName(QStringLiteral("liveLimits"));
    m_limits->setWordWrap(true);
    setTextRole(m_limits, TextRole::Small);
    m_rule = new QLabel(card);
    m_rule->setObjectName(QStringLiteral("liveRule"));
    m_rule->setWordWrap(true);
    m_rule->hide();
    setTextRole(m_rule, TextRole::Small);
    auto *row = new QHBoxLayout;
    row->addWidget(title);
    row->addStretch();
    row->addWidget(m_drift);
    card->column()->addLayout(row);
    card->column()->addWidget(m_chart, 1);
    card->column()->addWidget(m_rule);
    card->column()->addWidget(m_limits);
    return card;
}

QWidget *LivePage::makeContent()
{
    auto *content = new QWidget(this);
    m_setup = new LiveSetup(content);
    m_bar = new MessageBar(content);
    m_bar->setObjectName(QStringLiteral("liveMessages"));
    m_messages = new LiveMessages(m_bar, this);
    m_verdict = new VerdictField(content);
    m_figures = new LiveFigures(content);
    m_rejects = new RejectStrip(content);
    auto *rejectsTitle = new QLabel(tr("Recent rejects"), content);
    setTextRole(rejectsTitle, TextRole::Strong);
    rejectsTitle->setBuddy(m_rejects);

    auto *side = new QWidget(content);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(spacing::small, 0, 0, 0);
    sideColumn->setSpacing(spacing::medium);
    sideColumn->addWidget(m_figures);
    sideColumn->addWidget(makeChart(), 1);
    auto *splitter = new QSplitter(Qt::Horizontal, content);
    splitter->setObjectName(QStringLiteral("liveSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_verdict);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({600, 400}); // shares: the verdict is what is looked at

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    column->setSpacing(spacing::small);
    column->addWidget(makeHeader());
    column->addWidget(m_setup);
    column->addWidget(m_bar);
    column->addWidget(splitter, 1);
    column->addWidget(rejectsTitle);
    column->addWidget(m_rejects);
    return content;
}

void LivePage::connectParts()
{
    connect(m_start, &QPushButton::clicked, this, &LivePage::start);
    connect(m_stop, &QPushButton::clicked, this, &LivePage::stop);
    connect(m_setup, &LiveSetup::changed, this, &LivePage::showState);
    connect(m_document, &Document::modelChanged, this, &LivePage::leaveOtherModel);
    connect(m_document, &Document::modelChanged, this, &LivePage::showState);
    connect(m_document, &Document::modelChanged, this, &LivePage::sayChanged);
    connect(m_document, &Document::operatingPointChanged, this, &LivePage::sayChanged);
    connect(m_rejects, &RejectStrip::opened, this, &LivePage::openReject);
    connect(m_session, &LiveSession::updated, this, &LivePage::take);
    connect(m_session, &LiveSession::failed, this, &LivePage::takeFailure);
    connect(m_session, &LiveSession::ended, this, &LivePage::end);
}

void LivePage::start()
{
    const std::shared_ptr<const Model> model = m_document->model();
    const LiveChoice choice = m_setup->choice();
    if (!model || !choice.isComplete() || isRunning())
        return;
    remember();
    clearResults();
    m_judge = model;
    const std::optional<ChartLimits> limits = chartLimits(model->calibration().scores());
    m_chart->restart(limits, m_document->operatingPoint().threshold);
    m_limits->setText(engineText(ControlChart(limits).explanation()));
    m_verdict->setScale(model->calibration().displayScale());
    m_source = MapSource::of(model);
    m_regionOptions = m_document->operatingPoint().regionOptions();
    m_isStopping = false;
    m_summary->setText(summaryOf(choice));
    m_hasLimits = limits.has_value();
    m_session->start(model, m_document->operatingPoint(), choice);
    showState();
    m_stop->setFocus();
    emit runningChanged(true);
}

/// What judges, from where on, and what: the document may have another model by and by.
QString LivePage::summaryOf(const LiveChoice &choice) const
{
    const Entrant &entrant = m_document->models()[static_cast<std::size_t>(m_document->currentModel())];
    const QString source = choice.camera ? choice.address : choice.folder;
    return tr("%1, defective above %2 · %3")
        .arg(QString::fromStdString(entrant.name), scoreText(m_document->operatingPoint().threshold),
             choice.log.isEmpty() ? source : tr("%1, log: %2").arg(source, choice.log));
}

void LivePage::clearResults()
{
    m_messages->clear();
    m_rejects->clear();
    m_figures->setStatus({});
    m_chart->restart({}, {});
    m_limits->clear();
    m_rule->hide();
    m_drift->hide();
    m_hasShot = false;
    m_hasBegun = false;
    m_isLost = false;
    m_judge.reset();
    m_source = {};
}

/// What one model found must not be taken for another one's.
void LivePage::leaveOtherModel()
{
    if (!isRunning() && m_judge && m_judge != m_document->model())
        clearResults();
}

void LivePage::stop()
{
    m_isStopping = true;
    m_messages->clear(); // what was said of a watch that goes on
    m_session->stop();
    showState();
}

void LivePage::take(const LiveUpdate &update)
{
    if (update.hasBegun) {
        m_hasBegun = true;
        showState();
    }
    if (update.shot) {
        m_hasShot = true;
        m_verdict->showShot(*update.shot);
    }
    for (const LiveReject &reject : update.rejects)
        m_rejects->add(reject);
    m_chart->add(update.points);
    showRules(update.points);
    m_figures->setStatus(update.status);
    showLost(update.status.sourceLost);
    m_messages->add(update.notices, update.status);
    // Without limits, and before a score that counts, nothing can be said of a drift.
    if (m_hasLimits && std::any_of(update.points.begin(), update.points.end(), std::mem_fn(&ChartPoint::counted)))
        m_drift->show();
    showDrift(update.status.drift);
    emit updated();
}

/// A large OK beside a line that nobody looks at would be believed.
void LivePage::showLost(bool lost)
{
    if (lost == m_isLost && !(lost && m_hasShot))
        return;
    m_isLost = lost;
    m_hasShot = m_hasShot && !lost;
    showState();
}

void LivePage::openReject(const LiveReject &reject)
{
    auto *dialog = new RejectDialog(reject, m_source, m_regionOptions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show(); // beside the window: the line goes on
}

void LivePage::takeFailure(const JobFailure &failure)
{
    m_bar->showMessage(MessageBar::Severity::Error, failure.message, failure.detail);
}

void LivePage::end()
{
    m_isStopping = false;
    m_isLost = false;
    showState();
    m_start->setFocus();
    emit runningChanged(false);
}

void LivePage::showState()
{
    const bool running = isRunning();
    const bool hasModel = m_document->model() != nullptr;
    m_stack->setCurrentWidget(hasModel || running ? m_content : static_cast<QWidget *>(m_noModel));
    m_setup->setVisible(!running);
    m_summary->setVisible(running);
    m_start->setVisible(!running);
    m_start->setEnabled(hasModel && m_setup->choice().isComplete());
    m_stop->setVisible(running);
    m_stop->setEnabled(!m_isStopping);
    if (running && !m_hasShot)
        m_verdict->showMessage(waitingText());
    else if (!m_hasShot)
        m_verdict->showMessage(m_setup->choice().isComplete() ? tr("Ready. Start to judge pictures as they come.")
                                                              : tr("Choose a folder or a camera, then start."));
}

QString LivePage::waitingText() const
{
    if (m_isLost)
        return m_setup->choice().camera ? tr("Nothing is judged: the camera gives no pictures.")
                                        : tr("Nothing is judged: the folder cannot be reached.");
    if (!m_hasBegun)
        return tr("Starting…");
    return m_chart->pointCount() > 0 ? tr("Waiting for the next picture") : tr("Waiting for the first picture");
}

void LivePage::showDrift(Drift drift)
{
    switch (drift) {
    case Drift::None:
        m_drift->setText(tr("No drift"));
        break;
    case Drift::Up:
        m_drift->setText(tr("Drift upwards"));
        break;
    case Drift::Down:
        m_drift->setText(tr("Drift downwards"));
        break;
    }
    m_drift->setTone(drift == Drift::None ? Tone::Good : Tone::Review);
    m_drift->updateGeometry();
}

void LivePage::showRules(const std::vector<ChartPoint> &points)
{
    for (const ChartPoint &point : points) {
        if (point.rules.empty())
            continue;
        m_rule->setText(
            tr("Picture %1: %2").arg(QString::number(point.number), engineText(runRuleText(point.rules.front()))));
        m_rule->show();
    }
}

void LivePage::sayChanged()
{
    if (isRunning())
        m_messages->sayChanged();
}

void LivePage::remember()
{
    const LiveChoice choice = m_setup->choice();
    m_preferences.setLive(choice.camera, choice.folder, choice.address, choice.every, choice.log);
}

} // namespace spotcheck::ui
