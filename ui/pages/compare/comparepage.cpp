#include "ui/pages/compare/comparepage.h"

#include <algorithm>
#include <utility>

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <spotcheck/detectors/registry.h>

#include "ui/document/document.h"
#include "ui/document/modelqueue.h"
#include "ui/document/relabel.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/compare/comparisonplot.h"
#include "ui/pages/compare/comparisontable.h"
#include "ui/pages/compare/disagreementmodel.h"
#include "ui/report/comparisoncolumns.h"
#include "ui/report/comparisonfiles.h"
#include "ui/report/reporttext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

QTableView *tableOf(QAbstractItemModel *model, const char *name, const QString &accessibleName, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(accessibleName);
    view->setModel(model);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false); // Tab leaves the table; the arrows walk in it
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

} // namespace

ComparePage::ComparePage(Document *document, JobRunner *jobs, ModelQueue *queue,
                         std::function<TrainingOptions()> settings, QWidget *parent)
    : QWidget(parent), m_document(document), m_jobs(jobs), m_settings(std::move(settings)), m_queue(queue),
      m_table(new ComparisonTable(this)), m_order(new ComparisonOrder(this)),
      m_disagreements(new DisagreementModel(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("comparePage"));
    m_pool.setMaxThreadCount(1);
    m_order->setSourceModel(m_table);

    const auto addButtons = [this](EmptyState *state, const QString &train, const QString &name) {
        QPushButton *all = state->addButton(tr("Train all detectors"), true);
        all->setObjectName(name + QStringLiteral("All"));
        m_trainAll.push_back(all);
        QPushButton *one = state->addButton(train);
        one->setObjectName(name + QStringLiteral("One"));
        connect(one, &QPushButton::clicked, this, &ComparePage::trainRequested);
    };
    QWidget *header = makeHeader();
    m_noModels = new EmptyState(QStringLiteral("compare"), tr("Nothing to compare yet"),
                                tr("Train detectors on the same good pictures. Their figures on the test pictures, "
                                   "their ROC curves and the pictures on which they disagree appear here."));
    addButtons(m_noModels, tr("Train one detector"), QStringLiteral("compareNothing"));
    m_oneModel =
        new EmptyState(QStringLiteral("compare"), tr("One model so far"),
                       tr("Train another detector, or the same one with other settings, to compare it with."));
    addButtons(m_oneModel, tr("Train another detector"), QStringLiteral("compareOne"));
    m_content = makeContent();
    for (QWidget *state : {static_cast<QWidget *>(m_noModels), static_cast<QWidget *>(m_oneModel), m_content})
        m_stack->addWidget(state);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    page->setSpacing(spacing::small);
    page->addWidget(header);
    page->addWidget(makeQueueStrip());
    page->addWidget(m_stack, 1);
    connectParts();
    refresh();
}

ComparePage::~ComparePage()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QPushButton *ComparePage::makeButton(const char *name, const QString &text, const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    return button;
}

QWidget *ComparePage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *title = new QLabel(tr("Compare"), header);
    setTextRole(title, TextRole::Title);
    auto *all = makeButton("compareTrainAll", tr("Train &all detectors"),
                           tr("Train every detector with the settings of the Train page, and run it over the test "
                              "pictures"));
    m_trainAll.push_back(all);
    m_inspect = makeButton("compareInspect", QString(), tr("Run the models over the test pictures that they miss"));
    m_inspect->setProperty("primary", true); // where it is shown, it is the next step
    m_addTests = makeButton("compareAddTests", tr("Add &test pictures"), tr("Without them there are no figures"));
    connect(m_addTests, &QPushButton::clicked, this, &ComparePage::imagesRequested);
    m_use = makeButton("compareUse", tr("&Use this model"), tr("Inspect with the selected model (Enter)"));
    m_remove = makeButton("compareRemove", tr("&Remove"), tr("Take the selected model out of the comparison (Del)"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_export = makeButton("compareExport", tr("E&xport"), tr("Write table, curves and disagreements to a file"));
    auto *menu = new QMenu(m_export);
    const auto addFormat = [this, menu](const char *name, const QString &text, const QString &ending) {
        QAction *action = menu->addAction(text, this, [this, ending] { chooseExportFile(ending); });
        action->setObjectName(QLatin1String(name));
    };
    addFormat("compareExportHtml", tr("&HTML page…"), QStringLiteral("html"));
    addFormat("compareExportCsv", tr("&CSV table…"), QStringLiteral("csv"));
    addFormat("compareExportJson", tr("&JSON…"), QStringLiteral("json"));
    m_export->setMenu(menu);
    m_export->setProperty("opensMenu", true);

    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(title);
    row->addStretch();
    for (QPushButton *button : {m_addTests, m_inspect, m_use, m_remove, m_export, all})
        row->addWidget(button);
    return header;
}

QWidget *ComparePage::makeQueueStrip()
{
    m_strip = new QWidget(this);
    m_strip->setObjectName(QStringLiteral("compareQueue"));
    m_stripWords = new QLabel(m_strip);
    m_stripWords->setObjectName(QStringLiteral("compareQueueWords"));
    m_stripBar = new QProgressBar(m_strip);
    m_stripBar->setObjectName(QStringLiteral("compareQueueBar"));
    m_stripBar->setTextVisible(false);
    auto *cancel = makeButton("compareQueueCancel", tr("Cancel all"), tr("Stop this one and leave out the rest"));
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::medium);
    row->addWidget(m_stripWords);
    row->addWidget(m_stripBar, 1);
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, m_queue, &ModelQueue::cancel);
    return m_strip;
}

QWidget *ComparePage::makeContent()
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("compareSplitter"));
    splitter->setChildrenCollapsible(false);

    auto *top = new QWidget(splitter);
    m_tableView = tableOf(m_order, "compareTable", tr("Figures of the models"), top);
    m_tableView->setSortingEnabled(true);
    m_tableView->sortByColumn(-1, Qt::AscendingOrder); // as trained, until a heading is clicked
    m_notes = new QLabel(top);
    m_notes->setObjectName(QStringLiteral("compareNotes"));
    m_notes->setWordWrap(true);
    setTextRole(m_notes, TextRole::Small);
    auto *topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->setSpacing(spacing::small);
    topColumn->addWidget(m_tableView, 1);
    topColumn->addWidget(m_notes);

    auto *bottom = new QSplitter(Qt::Horizontal, splitter);
    bottom->setChildrenCollapsible(false);
    m_plot = new ComparisonPlot(bottom);
    auto *right = new QWidget(bottom);
    m_disagreementTitle = new QLabel(right);
    m_disagreementTitle->setObjectName(QStringLiteral("disagreementTitle"));
    setTextRole(m_disagreementTitle, TextRole::Heading);
    m_disagreementView =
        tableOf(m_disagreements, "disagreementList", tr("Pictures on which the verdicts differ"), right);
    m_disagreementView->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_disagreementView->setToolTip(tr("Double click on a verdict opens the picture in Inspect with that model"));
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(spacing::small, 0, 0, 0);
    rightColumn->setSpacing(spacing::small);
    rightColumn->addWidget(m_disagreementTitle);
    rightColumn->addWidget(m_disagreementView, 1);
    bottom->setStretchFactor(0, 1);
    bottom->setStretchFactor(1, 1);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

void ComparePage::connectParts()
{
    connect(m_document, &Document::modelsChanged, this, &ComparePage::refresh);
    connect(m_document, &Document::operatingPointChanged, this, &ComparePage::refresh);
    connect(m_document, &Document::samplesChanged, this, &ComparePage::refresh);
    connect(m_document, &Document::labelsChanged, this, &ComparePage::refresh);
    connect(m_queue, &ModelQueue::changed, this, [this] {
        showQueue();
        refresh();
    });
    connect(m_jobs, &JobRunner::started, this, &ComparePage::showState);
    connect(m_jobs, &JobRunner::finished, this, &ComparePage::showState);
    for (QPushButton *button : m_trainAll)
        connect(button, &QPushButton::clicked, this, &ComparePage::trainAll);
    connect(m_inspect, &QPushButton::clicked, this, &ComparePage::inspectMissing);
    connect(m_use, &QPushButton::clicked, this, &ComparePage::useSelected);
    connect(m_remove, &QPushButton::clicked, this, &ComparePage::removeSelected);
    connect(m_tableView, &QTableView::activated, this, &ComparePage::useSelected);
    connect(m_tableView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ComparePage::showState);
    connect(m_disagreementView, &QTableView::activated, this, &ComparePage::openPicture);
    showQueue();
}

const Comparison &ComparePage::comparison() const
{
    return m_table->comparison();
}

void ComparePage::trainAll()
{
    const TrainingOptions chosen = m_settings();
    std::vector<TrainingOptions> trainings;
    for (const DetectorInfo &info : detectorRegistry()) {
        trainings.push_back(chosen);
        if (info.id == chosen.detector)
            continue;
        trainings.back().detector = info.id;
        trainings.back().parameters.clear(); // those are the chosen detector's
    }
    m_queue->train(trainings);
}

void ComparePage::inspectMissing()
{
    m_queue->inspect(m_missing);
}

void ComparePage::refresh()
{
    m_stale = !isVisible(); // a threshold that is dragged in Inspect must not pay for this page
    showState();
    if (m_stale)
        return;
    std::vector<Entrant> entrants = m_document->models();
    const std::size_t models = entrants.size();
    entrants.insert(entrants.end(), m_queue->failures().begin(), m_queue->failures().end());
    const auto asked = ++m_asked;
    m_pool.clear();
    m_pool.start(
        [this, asked, models, entrants = std::move(entrants), tests = m_document->samples(Lane::Test)]() mutable {
            std::vector<int> missing;
            for (std::size_t index = 0; index < entrants.size(); ++index) {
                auto &run = entrants[index].evaluation;
                if (run)
                    run = relabelled(run, tests);
                if (index < models && (run ? run->results.size() : 0) < tests.size())
                    missing.push_back(static_cast<int>(index));
            }
            QMetaObject::invokeMethod(
                this,
                [this, asked, missing, comparison = compare(entrants)] {
                    if (asked == m_asked)
                        take(comparison, missing);
                },
                Qt::QueuedConnection);
        });
}

void ComparePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void ComparePage::take(Comparison comparison, std::vector<int> missing)
{
    m_missing = std::move(missing);
    const int selected = selectedRow();
    m_plot->setComparison(comparison, isInspected());
    m_disagreements->setComparison(comparison);
    m_disagreementTitle->setText(
        inspectedModels() >= 2
            ? tr("Verdicts differ on %n picture(s)", nullptr, static_cast<int>(comparison.disagreements.size()))
            : tr("Where verdicts differ is known once two models were inspected"));
    m_disagreementView->resizeColumnsToContents();
    m_table->setComparison(std::move(comparison), m_document->currentModel());
    m_tableView->resizeColumnsToContents();
    if (const QModelIndex index = m_order->mapFromSource(m_table->index(std::max(selected, 0), 0)); index.isValid())
        m_tableView->setCurrentIndex(index);
    showNotes();
    showState();
    emit comparisonShown();
}

void ComparePage::showNotes()
{
    QStringList notes;
    for (const ComparisonRow &row : comparison().rows) {
        if (const QString note = rowNote(row); !note.isEmpty())
            notes << QStringLiteral("%1: %2").arg(printableText(QString::fromStdString(row.name)), note);
    }
    const std::vector<Sample> &tests = m_document->samples(Lane::Test);
    if (!tests.empty() && !isInspected())
        notes << tr("%1 good and %2 defective test pictures, not inspected with these models yet.")
                     .arg(std::ranges::count(tests, Label::Good, &Sample::label))
                     .arg(std::ranges::count(tests, Label::Defective, &Sample::label));
    else if (tests.empty())
        notes << tr("There are no test pictures: add some on the Images page to see how well the models work.");
    else
        notes << tr("%1 good and %2 defective test pictures.").arg(comparison().good).arg(comparison().defective) +
                     QLatin1Char(' ') + engineText(labelUseNotes(comparison()));
    m_notes->setText(notes.join(QLatin1Char('\n')));
}

/// By one of the models at least: without a run there are no figures, whatever the labels are.
bool ComparePage::isInspected() const
{
    return inspectedModels() > 0;
}

std::ptrdiff_t ComparePage::inspectedModels() const
{
    return std::ranges::count_if(m_document->models(),
                                 [](const Entrant &entrant) { return entrant.evaluation != nullptr; });
}

void ComparePage::showQueue()
{
    m_strip->setVisible(m_queue->isRunning());
    m_stripWords->setText(m_queue->current());
    m_stripBar->setRange(0, m_queue->total());
    m_stripBar->setValue(m_queue->done());
}

void ComparePage::showState()
{
    const std::size_t models = m_document->models().size();
    const std::size_t rows = models + m_queue->failures().size();
    const bool busy = m_jobs->isBusy();
    const bool normals = m_document->samples(Lane::Normal).size() >= 2;
    const QString wait = tr("Wait for the running job to end, or cancel it");
    for (QPushButton *button : m_trainAll) {
        button->setEnabled(normals && !busy);
        if (!normals || busy)
            button->setToolTip(busy ? wait : tr("Add normal pictures first"));
        else
            button->setToolTip(tr("Train every detector with the settings of the Train page, and run it over the "
                                  "test pictures"));
    }
    const std::size_t missing = m_missing.size();
    m_inspect->setText(missing == 1 ? tr("&Inspect with 1 model") : tr("&Inspect with %1 models").arg(missing));
    m_inspect->setVisible(missing > 0);
    m_inspect->setEnabled(!busy);
    const int selected = selectedRow();
    const bool isModel = selected >= 0 && selected < static_cast<int>(models);
    m_use->setEnabled(isModel && selected != m_document->currentModel());
    m_remove->setEnabled(selected >= 0 && !m_queue->isRunning());
    m_export->setEnabled(rows > 0 && !busy);
    m_addTests->setVisible(rows > 0 && m_document->samples(Lane::Test).empty());

    QWidget *state = rows == 0 ? static_cast<QWidget *>(m_noModels) : rows == 1 ? m_oneModel : m_content;
    m_stack->setCurrentWidget(state);
    for (QWidget *widget : {static_cast<QWidget *>(m_use), static_cast<QWidget *>(m_remove),
                            static_cast<QWidget *>(m_export), static_cast<QWidget *>(m_trainAll.front())})
        widget->setVisible(state == m_content);
}

int ComparePage::selectedRow() const
{
    const QModelIndex current = m_tableView->currentIndex();
    return current.isValid() ? m_order->mapToSource(current).row() : -1;
}

void ComparePage::useSelected()
{
    const int row = selectedRow();
    if (row >= 0 && row < static_cast<int>(m_document->models().size()))
        m_document->useModel(row);
}

void ComparePage::removeSelected()
{
    const int row = selectedRow();
    const int models = static_cast<int>(m_document->models().size());
    if (row >= models)
        m_queue->forgetFailure(row - models);
    else if (row >= 0)
        m_document->removeModel(row);
}

void ComparePage::openPicture(const QModelIndex &index)
{
    const std::filesystem::path image = m_disagreements->picture(index.row()).image;
    const int row = m_disagreements->rowOfColumn(index.column());
    if (row >= 0 && row < static_cast<int>(m_document->models().size()) && row != m_document->currentModel())
        m_document->useModel(row);
    emit pictureRequested(image);
}

void ComparePage::chooseExportFile(const QString &ending)
{
    QFileDialog dialog(this, tr("Export the comparison"), QString(), QStringLiteral("*.%1").arg(ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(QStringLiteral("comparison.%1").arg(ending));
    if (dialog.exec() == QDialog::Accepted)
        exportTo(dialog.selectedFiles().constFirst());
}

void ComparePage::exportTo(const QString &file)
{
    const ComparisonContent content{comparison(), m_document->name().toStdString(), comparisonDate()};
    const QString ending = QFileInfo(file).suffix().toLower();
    m_jobs->start(tr("Write %1").arg(QFileInfo(file).fileName()),
                  [content, ending, path = toPath(file)](JobMonitor &) {
                      if (ending == QLatin1String("csv"))
                          writeComparisonCsv(content, path);
                      else if (ending == QLatin1String("json"))
                          writeComparisonJson(content, path);
                      else
                          writeComparisonHtml(content, path);
                  },
                  {});
}

} // namespace spotcheck::ui
