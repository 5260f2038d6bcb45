#include "ui/pages/inspect/inspectpage.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <spotcheck/core/error.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/evaluationsummary.h"
#include "ui/pages/inspect/figurespanel.h"
#include "ui/pages/inspect/goodpicture.h"
#include "ui/pages/inspect/pictureloader.h"
#include "ui/pages/inspect/resultlistmodel.h"
#include "ui/pages/inspect/resultpanel.h"
#include "ui/pages/inspect/viewerpanel.h"
#include "ui/report/reporttext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/viewer/mapsource.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

namespace spotcheck::ui {

namespace {

constexpr int namesInDetail = 200; // enough to act on

QString fileList(const std::vector<std::filesystem::path> &files)
{
    QStringList names;
    for (const std::filesystem::path &file : files) {
        if (names.size() == namesInDetail) {
            names << QStringLiteral("…");
            break;
        }
        names << printablePath(file);
    }
    return names.join(QLatin1Char('\n'));
}

} // namespace

InspectPage::InspectPage(Document *document, JobRunner *jobs, QWidget *parent)
    : QWidget(parent), m_document(document), m_jobs(jobs), m_results(new ResultListModel(this)),
      m_loader(new PictureLoader(this)), m_good(new GoodPicture(document, jobs, this)),
      m_thisIsGood(new QAction(tr("This is &good"), this)), m_stack(new QStackedWidget(this)),
      m_messages(new MessageBar(this))
{
    setObjectName(QStringLiteral("inspectPage"));
    m_pool.setMaxThreadCount(1);
    m_messages->setObjectName(QStringLiteral("inspectMessages"));

    m_noModel =
        new EmptyState(QStringLiteral("train"), tr("No detector yet"),
                       tr("A detector learns from good pictures what a part should look like. Train one, then "
                          "inspect your test pictures here."));
    auto *train = m_noModel->addButton(tr("Train a detector first"), true);
    train->setObjectName(QStringLiteral("goTrainButton"));
    connect(train, &QPushButton::clicked, this, &InspectPage::trainRequested);
    m_noPictures =
        new EmptyState(QStringLiteral("images"), tr("No test pictures yet"),
                       tr("Add pictures to the test lane: labelled ones, good and defective, show how well "
                          "the detector works; others are simply inspected."));
    auto *images = m_noPictures->addButton(tr("Add test pictures"), true);
    images->setObjectName(QStringLiteral("goImagesButton"));
    connect(images, &QPushButton::clicked, this, &InspectPage::imagesRequested);
    m_ready = new EmptyState(QStringLiteral("inspect"), tr("Ready to inspect"), QString());
    m_start = m_ready->addButton(tr("Inspect"), true);
    m_start->setObjectName(QStringLiteral("inspectStart"));
    connect(m_start, &QPushButton::clicked, this, &InspectPage::inspect);
    m_content = makeContent();
    for (QWidget *state : {static_cast<QWidget *>(m_noModel), static_cast<QWidget *>(m_noPictures),
                           static_cast<QWidget *>(m_ready), m_content})
        m_stack->addWidget(state);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    connectParts();
    makeGoodPicture();
    takeModel();
    takeEvaluation();
    showScale();
}

InspectPage::~InspectPage()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QWidget *InspectPage::makeLeft()
{
    auto *left = new QWidget(this);
    m_again = new QPushButton(left);
    m_again->setObjectName(QStringLiteral("inspectButton"));
    m_again->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_lastRun = new QLabel(left);
    m_lastRun->setObjectName(QStringLiteral("lastRunText"));
    m_lastRun->setWordWrap(true);
    setTextRole(m_lastRun, TextRole::Small);
    m_list = new ResultPanel(m_results, left);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(spacing::small, spacing::small, 0, spacing::small);
    column->setSpacing(spacing::small);
    column->addWidget(m_again);
    column->addWidget(m_list, 1);
    column->addWidget(m_lastRun);
    connect(m_again, &QPushButton::clicked, this, &InspectPage::inspect);
    return left;
}

QWidget *InspectPage::makeContent()
{
    auto *content = new QWidget(this);
    QWidget *left = makeLeft(); // first: the order of making is the order of the Tab key
    m_viewer = new ViewerPanel(content);
    m_figures = new FiguresPanel(content);
    auto *splitter = new QSplitter(Qt::Horizontal, content);
    splitter->setObjectName(QStringLiteral("inspectSplitter"));
    splitter->addWidget(left);
    splitter->addWidget(m_viewer);
    splitter->addWidget(m_figures);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    splitter->setStretchFactor(2, 2);
    splitter->setSizes({250, 540, 390});

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(splitter, 1);
    // With the list in focus, the picture's keys work too: an inspector's hand stays on the arrows.
    m_list->view()->installEventFilter(this);
    return content;
}

void InspectPage::connectParts()
{
    connect(m_document, &Document::modelChanged, this, &InspectPage::takeModel);
    connect(m_document, &Document::evaluationChanged, this, &InspectPage::takeEvaluation);
    connect(m_document, &Document::operatingPointChanged, this, &InspectPage::showOperatingPoint);
    connect(m_document, &Document::samplesChanged, this, &InspectPage::showState);
    connect(m_jobs, &JobRunner::started, this, &InspectPage::showState);
    connect(m_jobs, &JobRunner::finished, this, &InspectPage::showState);

    connect(m_list, &ResultPanel::currentRowChanged, this, &InspectPage::showRow);
    connect(m_loader, &PictureLoader::loaded, m_viewer, &ViewerPanel::showPicture);
    connect(m_viewer->viewer(), &PictureViewer::pictureShown, this, &InspectPage::pictureShown);

    connect(m_figures, &FiguresPanel::pointEdited, m_document, &Document::setOperatingPoint);
    connect(m_figures, &FiguresPanel::goalChosen, this, &InspectPage::choosePoint);
    connect(m_viewer, &ViewerPanel::pixelThresholdEdited, this, [this](double threshold) {
        OperatingPoint point = m_document->operatingPoint();
        point.pixelThreshold = static_cast<float>(threshold);
        m_document->setOperatingPoint(point);
    });
    connect(m_viewer, &ViewerPanel::scaleEdited, m_document, &Document::setScale);
    connect(m_document, &Document::scaleChanged, this, &InspectPage::showScale);
    connect(m_figures, &FiguresPanel::missedClicked, m_list,
            [this] { m_list->showKind(ResultFilter::Kind::Missed); });
    connect(m_figures, &FiguresPanel::falseAlarmsClicked, m_list,
            [this] { m_list->showKind(ResultFilter::Kind::FalseAlarms); });
    connect(m_figures, &FiguresPanel::reviewClicked, m_list,
            [this] { m_list->showKind(ResultFilter::Kind::ForReview); });
}

void InspectPage::choosePoint(const ThresholdGoal &goal)
{
    const auto model = m_document->model();
    const auto evaluation = m_document->evaluation();
    const Calibration calibration = model ? model->calibration() : Calibration();
    const ScoreTable scores = evaluation ? evaluation->scores : ScoreTable();
    if (!canChoose(goal.kind, calibration, scores, goal.degreesOfFreedom))
        return;
    try {
        m_document->setOperatingPoint(operatingPointFor(goal, m_document->operatingPoint(), calibration, scores));
        m_messages->dismiss();
    } catch (const Error &error) { // the held-out normals speak against the chi-square limit
        m_messages->showMessage(MessageBar::Severity::Warning,
                                tr("This detector's scores are not distributed as the chi-square limit supposes: too "
                                   "many held-out normals lie above it. The threshold stays as it was."),
                                QString::fromStdString(error.detail()));
    }
}

void InspectPage::showState()
{
    const auto evaluation = m_document->evaluation();
    const auto tests = static_cast<qsizetype>(m_document->samples(Lane::Test).size());
    const auto inspected = evaluation ? static_cast<qsizetype>(evaluation->results.size()) : 0;
    const bool busy = m_jobs->isBusy();
    const bool possible = m_document->model() && tests > 0;

    const QString start =
        tests == 1 ? tr("Inspect 1 test picture") : tr("Inspect %1 test pictures").arg(QLocale().toString(tests));
    m_start->setText(start);
    m_start->setEnabled(possible && !busy);
    m_start->setToolTip(busy ? tr("Wait for the running job to end, or cancel it") : QString());
    m_again->setText(start);
    m_again->setEnabled(possible && !busy);
    m_again->setToolTip(busy ? m_start->toolTip() : tr("Inspect all test pictures again (Ctrl+I)"));
    m_ready->setText(
        busy ? tr("Wait a moment") : tr("Ready to inspect"),
        busy ? tr("A job is running: see its progress at the bottom of the window.")
             : tr("The detector scores every picture of the test lane. Heat maps, verdicts and figures appear "
                  "here; nothing is changed in your files."));
    if (evaluation) {
        const auto unread = std::ranges::count_if(
            evaluation->results, [](const InspectionResult &result) { return !result.prediction.has_value(); });
        QString text = tr("%1 inspected, %2 ms a picture")
                           .arg(QLocale().toString(inspected - static_cast<qsizetype>(unread)),
                                QLocale().toString(evaluation->millisecondsPerImage, 'f', 0));
        if (unread > 0)
            text += tr(" · %1 unreadable").arg(QLocale().toString(static_cast<qsizetype>(unread)));
        if (tests > inspected)
            text += tr(" · %1 added since").arg(QLocale().toString(tests - inspected));
        if (const auto model = m_document->model(); model && model->learntLater() > 0)
            text +=
                tr(" · %n pictures learnt after the calibration", nullptr, static_cast<int>(model->learntLater()));
        m_lastRun->setText(text);
    }

    showGoodPicture();

    if (inspected > 0)
        m_stack->setCurrentWidget(m_content);
    else if (!m_document->model())
        m_stack->setCurrentWidget(m_noModel);
    else if (tests == 0)
        m_stack->setCurrentWidget(m_noPictures);
    else
        m_stack->setCurrentWidget(m_ready);
}

void InspectPage::inspect()
{
    const auto model = m_document->model();
    const std::vector<Sample> samples = m_document->samples(Lane::Test);
    if (!model || samples.empty() || m_jobs->isBusy())
        return;
    m_messages->dismiss();
    focusList(); // before the button that was pressed is disabled, which would hand the focus to the search field
    auto report = std::make_shared<EvaluationReport>();
    m_jobs->start(
        tr("Inspecting"),
        [model, samples, report](JobMonitor &monitor) { *report = evaluate(*model, samples, monitor); },
        [page = QPointer<InspectPage>(this), model, report] {
            if (page)
                page->takeReport(model, std::move(*report));
        });
}

void InspectPage::showPicture(const std::filesystem::path &image)
{
    const int row = m_results->rowOf(QString::fromStdString(image.string()));
    if (row >= 0)
        m_list->reveal(row);
}

bool InspectPage::isAtWork() const
{
    const QWidget *inFocus = window()->focusWidget();
    return inFocus && inFocus != m_again && m_content->isVisible() && m_content->isAncestorOf(inFocus);
}

void InspectPage::focusList()
{
    if (!isAtWork() && m_list->view()->isVisible())
        m_list->view()->setFocus();
}

std::vector<std::size_t> InspectPage::selectedResults() const
{
    return m_list->selectedRows();
}

void InspectPage::takeReport(const std::shared_ptr<const Model> &model, EvaluationReport report)
{
    Entrant run;
    run.model = model;
    run.leaked = report.leaked;
    run.evaluation = std::make_shared<const Evaluation>(std::move(report.evaluation));
    m_document->setRun(run);
    if (model == m_document->model()) // another may have come meanwhile
        reportProblems(report);
}

void InspectPage::reportProblems(const EvaluationReport &report)
{
    const auto evaluation = m_document->evaluation();
    const auto failed = evaluation ? evaluation->failed : 0;
    QStringList texts;
    if (!report.leaked.empty())
        texts
            << (report.leaked.size() == 1
                    ? tr("1 test picture was also used to train this detector; its score is too favourable. Take it "
                         "out of the test lane.")
                    : tr("%1 test pictures were also used to train this detector; their scores are too favourable. "
                         "Take them out of the test lane.")
                          .arg(report.leaked.size()));
    if (failed > 0)
        texts << tr("%n picture(s) could not be read.", nullptr, static_cast<int>(failed));
    if (texts.isEmpty())
        return;
    std::vector<std::filesystem::path> files = report.leaked;
    if (failed > 0)
        for (const InspectionResult &result : evaluation->results)
            if (!result.prediction)
                files.push_back(result.sample.image);
    m_messages->showMessage(MessageBar::Severity::Warning, texts.join(QLatin1Char(' ')), fileList(files));
    if (failed > 0) {
        auto *show = m_messages->addButton(tr("List the unreadable"));
        show->setObjectName(QStringLiteral("showUnreadable"));
        connect(show, &QPushButton::clicked, m_list, [this] { m_list->showKind(ResultFilter::Kind::Unreadable); });
    }
}

void InspectPage::takeModel()
{
    const auto model = m_document->model();
    const MapSource source = MapSource::of(model);
    m_viewer->setSource(source);
    m_figures->setModelFacts(model ? model->calibration().normals() : 0, source.scale,
                             model && model->detector().hasAnomalyMap);
    m_figures->setDegreesOfFreedom(model ? degreesOfFreedom(*model) : std::vector<int>());
    m_messages->dismiss();
    showOperatingPoint();
    showState();
}

void InspectPage::takeEvaluation()
{
    const auto evaluation = m_document->evaluation();
    // Before another state hands the focus on; a list that gets it takes its first row.
    const bool wasAtWork = isAtWork();
    const QString picture = m_lastPicture;
    const bool hadResults = m_results->rowCount() > 0;
    const int place = hadResults ? m_list->currentPlace() : m_lastPlace;

    m_loader->setSource(evaluation, MapSource::of(m_document->model()));
    m_results->setEvaluation(evaluation);
    m_figures->forgetSummary();
    const auto asked = ++m_summaryAsked;
    if (evaluation) {
        m_pool.clear();
        m_pool.start([this, asked, evaluation] {
            EvaluationSummary summary = summarise(*evaluation);
            QMetaObject::invokeMethod(
                this,
                [this, asked, summary = std::move(summary)] {
                    if (asked != m_summaryAsked)
                        return;
                    m_figures->setSummary(summary);
                    emit summaryShown();
                },
                Qt::QueuedConnection);
        });
    }
    showOperatingPoint();
    showState();

    const int row = m_results->rowOf(picture);
    if (row >= 0 && row == m_list->currentRow())
        showRow(row);
    else if (row < 0 && !hadResults)
        m_list->selectFirst();
    else if (row < 0 || !m_list->selectRow(row))
        m_list->selectPlace(place); // the picture has left the list: work goes on with the one after it
    if (m_list->currentRow() < 0)
        showRow(-1);
    if (!wasAtWork && m_list->view()->isVisible())
        m_list->view()->setFocus();
}

void InspectPage::showRow(int row)
{
    const InspectionResult *result = m_results->result(row);
    if (result) {
        m_lastPicture = QString::fromStdString(result->sample.image.string());
        m_lastPlace = m_list->currentPlace();
    }
    m_viewer->showResult(result, m_document->operatingPoint());
    showGoodPicture();
    m_loader->show(row, m_list->neighbours());
}

void InspectPage::showOperatingPoint()
{
    const OperatingPoint &point = m_document->operatingPoint();
    const auto evaluation = m_document->evaluation();
    m_results->setOperatingPoint(point);
    m_list->repaintRows();
    m_loader->setRegionOptions(point.regionOptions());
    m_viewer->setOperatingPoint(point);
    showGoodPicture();
    m_figures->setOperatingPoint(point, evaluation
                                            ? evaluation->scores.confusionAt(point.lowerThreshold(), point.threshold)
                                            : BandedConfusion{});
}

void InspectPage::showScale()
{
    m_viewer->setScale(m_document->scale());
    m_figures->setScale(m_document->scale());
}

bool InspectPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->view() && (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Space:
        case Qt::Key_B:
        case Qt::Key_F:
        case Qt::Key_1:
        case Qt::Key_Plus:
        case Qt::Key_Minus:
        case Qt::Key_H:
        case Qt::Key_L:
        case Qt::Key_R:
        case Qt::Key_T:
        case Qt::Key_W:
        case Qt::Key_Escape:
            if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
                QCoreApplication::sendEvent(m_viewer->viewer(), event);
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InspectPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Right)
        m_list->walk(1);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Left)
        m_list->walk(-1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace spotcheck::ui
