#include <ui/pages/inspect/inspectpage.h>

#include <cmath>
#include <utility>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <ui/document/document.h>
#include <ui/jobs/jobrunner.h>
#include <ui/pages/inspect/confusionview.h>
#include <ui/pages/inspect/mapsource.h>
#include <ui/pages/inspect/operatingpointpanel.h>
#include <ui/pages/inspect/pictureloader.h>
#include <ui/pages/inspect/pictureviewer.h>
#include <ui/pages/inspect/ratesview.h>
#include <ui/pages/inspect/resultlistmodel.h>
#include <ui/pages/inspect/resultpanel.h>
#include <ui/pages/inspect/rocplot.h>
#include <ui/pages/inspect/scorehistogram.h>
#include <ui/pages/inspect/viewerpanel.h>
#include <ui/theme/textrole.h>
#include <ui/theme/theme.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/messagebar.h>

namespace spotcheck::ui {

namespace {

constexpr int namesInDetail = 200; // of leaked pictures: enough to act on

QString fileList(const std::vector<std::filesystem::path> &files)
{
    QStringList names;
    for (const std::filesystem::path &file : files) {
        if (names.size() == namesInDetail) {
            names << QStringLiteral("…");
            break;
        }
        names << QString::fromStdString(file.string());
    }
    return names.join(QLatin1Char('\n'));
}

} // namespace

InspectPage::InspectPage(Document *document, JobRunner *jobs, QWidget *parent)
    : QWidget(parent), m_document(document), m_jobs(jobs), m_results(new ResultListModel(this)),
      m_loader(new PictureLoader(this)), m_stack(new QStackedWidget(this)), m_messages(new MessageBar(this))
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
    takeModel();
    takeEvaluation();
}

InspectPage::~InspectPage()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QWidget *InspectPage::makeHeader()
{
    auto *header = new QWidget(this);
    m_again = new QPushButton(header);
    m_again->setObjectName(QStringLiteral("inspectButton"));
    m_again->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_lastRun = new QLabel(header);
    m_lastRun->setObjectName(QStringLiteral("lastRunText"));
    setTextRole(m_lastRun, TextRole::Muted);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(spacing::small, spacing::small, spacing::small, 0);
    row->setSpacing(spacing::medium);
    row->addWidget(m_again);
    row->addWidget(m_lastRun, 1);
    connect(m_again, &QPushButton::clicked, this, &InspectPage::inspect);
    return header;
}

QWidget *InspectPage::makeFigures()
{
    auto *figures = new QWidget(this);
    m_histogram = new ScoreHistogram(figures);
    m_point = new OperatingPointPanel(figures);
    m_confusion = new ConfusionView(figures);
    m_rates = new RatesView(figures);
    m_roc = new RocPlot(figures);
    m_labelsNeeded =
        new QLabel(tr("Label test pictures as good or defective to see rates and their intervals."), figures);
    m_labelsNeeded->setObjectName(QStringLiteral("labelsNeeded"));
    m_labelsNeeded->setWordWrap(true);
    setTextRole(m_labelsNeeded, TextRole::Muted);

    auto *counts = new QHBoxLayout;
    counts->setSpacing(spacing::small);
    counts->addWidget(m_confusion, 1);
    counts->addWidget(m_roc, 1);
    auto *column = new QVBoxLayout(figures);
    column->setContentsMargins(0, spacing::small, spacing::small, spacing::small);
    column->setSpacing(spacing::small);
    column->addWidget(m_histogram, 3);
    column->addWidget(m_point);
    column->addLayout(counts, 3);
    column->addWidget(m_rates);
    column->addWidget(m_labelsNeeded);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("figuresArea"));
    scroll->setWidget(figures);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(figures->minimumSizeHint().width() + spacing::medium);
    return scroll;
}

QWidget *InspectPage::makeContent()
{
    auto *content = new QWidget(this);
    m_list = new ResultPanel(m_results, content);
    m_viewer = new ViewerPanel(content);
    auto *splitter = new QSplitter(Qt::Horizontal, content);
    splitter->setObjectName(QStringLiteral("inspectSplitter"));
    splitter->addWidget(m_list);
    splitter->addWidget(m_viewer);
    splitter->addWidget(makeFigures());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    splitter->setStretchFactor(2, 2);
    splitter->setSizes({270, 560, 400});

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
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
    connect(m_jobs, &JobRunner::failed, this, &InspectPage::showFailure);

    connect(m_list, &ResultPanel::currentRowChanged, this, &InspectPage::showRow);
    connect(m_loader, &PictureLoader::loaded, m_viewer, &ViewerPanel::showPicture);
    connect(m_viewer->viewer(), &PictureViewer::pictureShown, this, &InspectPage::pictureShown);

    const auto byHand = [this](double threshold) { editThreshold(threshold, OperatingPoint::Origin::ByHand); };
    connect(m_histogram, &ScoreHistogram::thresholdEdited, this, byHand);
    connect(m_point, &OperatingPointPanel::thresholdEdited, this, byHand);
    // Dragging along the ROC curve is choosing by the labels of the test pictures.
    connect(m_roc, &RocPlot::thresholdEdited, this,
            [this](double threshold) { editThreshold(threshold, OperatingPoint::Origin::TestLabels); });
    connect(m_point, &OperatingPointPanel::bestF1Chosen, this, [this] {
        if (std::isfinite(m_summary.bestF1Threshold))
            editThreshold(m_summary.bestF1Threshold, OperatingPoint::Origin::TestLabels);
    });
    connect(m_point, &OperatingPointPanel::falseAlarmRateChosen, this, [this](double rate) {
        if (const auto model = m_document->model()) {
            OperatingPoint point = operatingPointFromNormals(model->calibration(), rate);
            point.minimumArea = m_document->operatingPoint().minimumArea;
            m_document->setOperatingPoint(point);
        }
    });
    const auto editPixels = [this](double threshold) {
        OperatingPoint point = m_document->operatingPoint();
        point.pixelThreshold = static_cast<float>(threshold);
        m_document->setOperatingPoint(point);
    };
    connect(m_point, &OperatingPointPanel::pixelThresholdEdited, this, editPixels);
    connect(m_viewer, &ViewerPanel::pixelThresholdEdited, this, editPixels);
    connect(m_point, &OperatingPointPanel::minimumAreaEdited, this, [this](qint64 area) {
        OperatingPoint point = m_document->operatingPoint();
        point.minimumArea = area;
        m_document->setOperatingPoint(point);
    });
    connect(m_confusion, &ConfusionView::missedClicked, m_list,
            [this] { m_list->showKind(ResultFilter::Kind::Missed); });
    connect(m_confusion, &ConfusionView::falseAlarmsClicked, m_list,
            [this] { m_list->showKind(ResultFilter::Kind::FalseAlarms); });
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
    m_ready->setText(tr("Ready to inspect"),
                     tr("The detector scores every picture of the test lane. Heat maps, verdicts and figures appear "
                        "here; nothing is changed in your files."));
    if (evaluation) {
        QString text =
            tr("%1 inspected, %2 ms a picture")
                .arg(QLocale().toString(inspected), QLocale().toString(evaluation->millisecondsPerImage, 'f', 0));
        if (tests > inspected)
            text += tr(" · %1 added since").arg(QLocale().toString(tests - inspected));
        m_lastRun->setText(text);
    }

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
    auto report = std::make_shared<EvaluationReport>();
    m_jobs->start(
        tr("Inspecting"),
        [model, samples, report](JobMonitor &monitor) { *report = evaluate(*model, samples, monitor); },
        [page = QPointer<InspectPage>(this), model, report] {
            if (page)
                page->takeReport(model, std::move(*report));
        });
}

void InspectPage::takeReport(const std::shared_ptr<const Model> &model, EvaluationReport report)
{
    if (model != m_document->model())
        return; // another model came meanwhile; these results are not its own
    m_document->setEvaluation(std::make_shared<const Evaluation>(std::move(report.evaluation)));
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
        texts << (failed == 1 ? tr("1 picture could not be read.")
                              : tr("%1 pictures could not be read.").arg(QLocale().toString(qlonglong(failed))));
    if (texts.isEmpty())
        return;
    m_messages->showMessage(MessageBar::Severity::Warning, texts.join(QLatin1Char(' ')), fileList(report.leaked));
    if (failed > 0) {
        auto *show = m_messages->addButton(tr("List the unreadable"));
        show->setObjectName(QStringLiteral("showUnreadable"));
        connect(show, &QPushButton::clicked, m_list, [this] { m_list->showKind(ResultFilter::Kind::Unreadable); });
    }
}

void InspectPage::showFailure(const QString &title, const JobFailure &failure)
{
    if (title == tr("Inspecting"))
        m_messages->showMessage(MessageBar::Severity::Error, failure.message, failure.detail);
}

void InspectPage::takeModel()
{
    const auto model = m_document->model();
    const MapSource source = MapSource::of(model);
    m_viewer->setSource(source);
    m_point->setHasCalibration(model && model->calibration().normals() > 0);
    m_point->setPixelScale(source.scale.low, source.scale.high, model && model->detector().hasAnomalyMap);
    m_messages->dismiss();
    showOperatingPoint();
    showState();
}

void InspectPage::takeEvaluation()
{
    const auto evaluation = m_document->evaluation();
    const InspectionResult *before = m_results->result(m_list->currentRow());
    const QString path = before ? QString::fromStdString(before->sample.image.string()) : QString();

    m_loader->setSource(evaluation, MapSource::of(m_document->model()));
    m_results->setEvaluation(evaluation);
    const auto asked = ++m_summaryAsked;
    if (evaluation) {
        m_pool.clear();
        m_pool.start([this, asked, evaluation] {
            EvaluationSummary summary = summarise(*evaluation);
            QMetaObject::invokeMethod(
                this,
                [this, asked, summary = std::move(summary)] {
                    if (asked == m_summaryAsked)
                        takeSummary(summary);
                },
                Qt::QueuedConnection);
        });
    }
    showOperatingPoint();
    showState();

    const int row = m_results->rowOf(path);
    if (row >= 0 && row == m_list->currentRow())
        showRow(row);
    else if (row >= 0)
        m_list->selectRow(row);
    if (m_list->currentRow() < 0)
        m_list->selectFirst();
    if (m_list->currentRow() < 0)
        showRow(-1);
}

void InspectPage::takeSummary(const EvaluationSummary &summary)
{
    m_summary = summary;
    m_histogram->setSummary(summary);
    m_roc->setSummary(summary);
    const bool hasBoth = summary.good > 0 && summary.defective > 0;
    if (!summary.bins.empty())
        m_point->setScores(summary.bins.front().low, summary.bins.back().high, hasBoth);
    m_labelsNeeded->setVisible(!hasBoth);
    showOperatingPoint();
    emit summaryShown();
}

void InspectPage::showRow(int row)
{
    m_viewer->showResult(m_results->result(row), m_document->operatingPoint());
    m_loader->show(row, m_list->neighbours());
}

void InspectPage::editThreshold(double threshold, OperatingPoint::Origin origin)
{
    OperatingPoint point = m_document->operatingPoint();
    point.threshold = threshold;
    point.origin = origin;
    m_document->setOperatingPoint(point);
}

void InspectPage::showOperatingPoint()
{
    const OperatingPoint &point = m_document->operatingPoint();
    const auto model = m_document->model();
    m_results->setOperatingPoint(point);
    m_list->repaintRows();
    m_loader->setRegionOptions(point.regionOptions());
    m_viewer->setOperatingPoint(point);
    m_point->setPoint(point, model ? model->calibration().normals() : 0);
    m_histogram->setThreshold(point.threshold);
    if (const auto evaluation = m_document->evaluation()) {
        const Confusion confusion = evaluation->scores.confusionAt(point.threshold);
        m_confusion->setConfusion(confusion);
        m_rates->setConfusion(confusion);
        m_roc->setConfusion(confusion);
    }
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
        case Qt::Key_R:
        case Qt::Key_T:
        case Qt::Key_W:
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
