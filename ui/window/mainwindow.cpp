#include "ui/window/mainwindow.h"

#include <memory>

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTime>
#include <QUndoStack>
#include <QVBoxLayout>

#include "ui/dialogs/backbonesdialog.h"
#include "ui/dialogs/exportreportdialog.h"
#include "ui/document/document.h"
#include "ui/document/modelqueue.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/compare/comparepage.h"
#include "ui/pages/images/imagespage.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/train/trainpage.h"
#include "ui/project/projectfile.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/format.h"
#include "ui/widgets/localfiles.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/jobstatus.h"
#include "ui/window/navigationrail.h"
#include "ui/window/runningquestion.h"
#include "ui/window/undokeys.h"
#include "ui/window/wheelguard.h"

namespace spotcheck::ui {

namespace {

const QString modelEnding = QStringLiteral(".spotcheck");

} // namespace

MainWindow::MainWindow(WeightsStore weights, const std::filesystem::path &autosaveFolder, QWidget *parent)
    : QMainWindow(parent), m_weights(std::move(weights)), m_document(new Document(this)), m_jobs(new JobRunner(this)),
      m_projects(new ProjectController(m_document, m_jobs, m_weights, m_preferences, autosaveFolder, this)),
      m_messages(new MessageBar(this)), m_rail(new NavigationRail(this)), m_pages(new QStackedWidget(this)),
      m_summary(new QLabel(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Spotcheck"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/spotcheck.svg")));
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    qApp->installEventFilter(new WheelGuard(this));
    qApp->installEventFilter(new UndoKeys(this));

    m_messages->setObjectName(QStringLiteral("windowMessages"));
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(content);

    buildPages();
    buildMenus();
    buildToolBar();
    auto *status = new JobStatus(m_jobs, this);
    statusBar()->addWidget(status, 1);
    connect(m_projects, &ProjectController::fileSaved, status, [status](const QString &file) {
        status->say(
            tr("%1 was saved at %2").arg(file, QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
    });
    m_watching = new Badge(tr("Live is running"), Tone::Selection, this);
    m_watching->setObjectName(QStringLiteral("liveRunning"));
    m_watching->hide();
    statusBar()->addPermanentWidget(m_watching);
    connect(m_live, &LivePage::runningChanged, m_watching, &Badge::setVisible);
    m_summary->setObjectName(QStringLiteral("projectSummary"));
    setTextRole(m_summary, TextRole::Muted);
    m_summary->setContentsMargins(0, 0, spacing::medium, 0);
    statusBar()->addPermanentWidget(m_summary);
    statusBar()->setSizeGripEnabled(false);

    connectProjects();
    connect(m_document, &Document::nameChanged, this, &MainWindow::updateActions);
    connect(m_document, &Document::modifiedChanged, this, &MainWindow::updateActions);
    connect(m_document, &Document::modelChanged, this, &MainWindow::updateActions);
    connect(m_document, &Document::evaluationChanged, this, &MainWindow::updateActions);
    connect(m_jobs, &JobRunner::failed, this, [this](const QString &, const JobFailure &failure) {
        m_messages->showMessage(MessageBar::Severity::Error, failure.message, failure.detail);
    });
    connect(m_jobs, &JobRunner::started, m_messages, [this] {
        if (!m_messages->isOffer()) // unsaved work of a crash is offered once
            m_messages->dismiss();
    });
    updateActions();

    // restoreGeometry keeps a window on the screen by itself; the first size has to be made to fit.
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    restoreGeometry(m_preferences.windowGeometry());
    if (m_preferences.page() >= 0 && m_preferences.page() < m_pages->count())
        m_rail->setCurrent(m_preferences.page());
}

MainWindow::~MainWindow()
{
    m_jobs->cancelAndWait();
}

void MainWindow::buildPages()
{
    m_images = new ImagesPage(m_document, m_jobs, this);
    auto *queue = new ModelQueue(m_document, m_jobs, m_weights, this);
    m_train = new TrainPage(m_document, m_jobs, queue, m_weights, this);
    m_inspect = new InspectPage(m_document, m_jobs, this);
    addPage(QStringLiteral("images"), QStringLiteral("images"), tr("Images"), m_images);
    addPage(QStringLiteral("train"), QStringLiteral("train"), tr("Train"), m_train);
    addPage(QStringLiteral("inspect"), QStringLiteral("inspect"), tr("Inspect"), m_inspect);
    auto *compare = new ComparePage(
        m_document, m_jobs, queue, [this] { return m_train->options(); }, this);
    addPage(QStringLiteral("compare"), QStringLiteral("compare"), tr("Compare"), compare);
    m_live = new LivePage(m_document, this);
    addPage(QStringLiteral("live"), QStringLiteral("live"), tr("Live"), m_live);
    connect(m_rail, &NavigationRail::pageChosen, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_rail, &NavigationRail::pageChosen, m_inspect, &InspectPage::focusList);
    connect(m_train, &TrainPage::backbonesRequested, this, &MainWindow::showBackbones);
    connect(m_train, &TrainPage::compareRequested, this, [this] { showPage(Page::Compare); });
    connect(m_images, &ImagesPage::checkNormalsRequested, this, [this] {
        showPage(Page::Train);
        m_train->checkNormals();
    });
    connect(m_images, &ImagesPage::trainRequested, this, &MainWindow::chooseDetector);
    connect(m_train, &TrainPage::imagesRequested, this, [this] { showPage(Page::Images); });
    connect(m_train, &TrainPage::inspectRequested, this, [this] {
        showPage(Page::Inspect);
        m_inspect->inspect();
    });
    connect(m_inspect, &InspectPage::imagesRequested, this, [this] { showPage(Page::Images); });
    connect(m_inspect, &InspectPage::trainRequested, this, &MainWindow::chooseDetector);
    connect(compare, &ComparePage::imagesRequested, this, [this] { showPage(Page::Images); });
    connect(compare, &ComparePage::trainRequested, this, &MainWindow::chooseDetector);
    connect(compare, &ComparePage::pictureRequested, this, [this](const std::filesystem::path &image) {
        showPage(Page::Inspect);
        m_inspect->showPicture(image);
    });
    connect(m_live, &LivePage::trainRequested, this, &MainWindow::chooseDetector);
    connect(m_live, &LivePage::modelRequested, this, &MainWindow::chooseModel);
}

void MainWindow::addPage(const QString &id, const QString &icon, const QString &word, QWidget *page)
{
    m_pages->addWidget(page);
    m_rail->addPage(id, icon, word);
}

void MainWindow::chooseDetector()
{
    showPage(Page::Train);
    m_train->focusDetector();
}

void MainWindow::showPage(Page page)
{
    m_rail->setCurrent(static_cast<int>(page));
}

void MainWindow::open(const QString &path)
{
    if (path.endsWith(projectEnding, Qt::CaseInsensitive)) {
        m_projects->open(path);
    } else if (path.endsWith(modelEnding, Qt::CaseInsensitive)) {
        openModel(path);
    } else {
        showPage(Page::Images); // which says what was found, whatever page was looked at last
        m_images->openDataset(path);
    }
}

void MainWindow::openSample()
{
    showPage(Page::Images);
    m_images->openSample(ImagesPage::sampleFolder());
}

void MainWindow::openModel(const QString &file)
{
    auto model = std::make_shared<std::shared_ptr<const Model>>();
    const bool started = m_jobs->start(
        tr("Open %1").arg(QFileInfo(file).fileName()),
        [model, path = toPath(file), weights = m_weights](JobMonitor &) { *model = Model::load(path, weights); },
        [this, model, file] {
            m_document->setOpenedModel(*model, QFileInfo(file).completeBaseName());
            m_preferences.setModelFolder(QFileInfo(file).absolutePath());
            showPage(Page::Inspect);
        });
    if (!started)
        sayBusy();
}

void MainWindow::saveModel(const QString &file)
{
    const bool started = m_jobs->start(
        tr("Save %1").arg(QFileInfo(file).fileName()),
        [model = m_document->model(), path = toPath(file)](JobMonitor &) { model->save(path); },
        [this, file] { m_preferences.setModelFolder(QFileInfo(file).absolutePath()); });
    if (!started)
        sayBusy();
}

void MainWindow::chooseModel()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a model"), m_preferences.modelFolder(),
                                                      tr("Spotcheck models (*%1);;All files (*)").arg(modelEnding));
    if (!file.isEmpty())
        openModel(file);
}

void MainWindow::chooseModelFile()
{
    const QString name = m_document->name().isEmpty() ? tr("model") : m_document->name();
    QFileDialog dialog(this, tr("Save the model"), m_preferences.modelFolder(),
                       tr("Spotcheck models (*%1)").arg(modelEnding));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(modelEnding.mid(1));
    dialog.selectFile(name + modelEnding);
    if (dialog.exec() == QDialog::Accepted)
        saveModel(dialog.selectedFiles().constFirst());
}

void MainWindow::exportReport()
{
    auto *dialog = new ExportReportDialog(m_document, m_jobs, this, m_projects->file());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto handOverSelection = [this, dialog] { dialog->setSelectedPictures(m_inspect->selectedResults()); };
    handOverSelection();
    connect(m_document, &Document::evaluationChanged, dialog, handOverSelection); // the rows are others then
    dialog->open();
}

void MainWindow::showBackbones()
{
    if (!m_backbonesDialog) {
        m_backbonesDialog = new BackbonesDialog(m_weights, backboneRegistry(), this);
        m_backbonesDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_backbonesDialog, &BackbonesDialog::weightsChanged, m_train, &TrainPage::refreshBackbones);
    }
    m_backbonesDialog->show();
    m_backbonesDialog->raise();
    m_backbonesDialog->activateWindow();
}

void MainWindow::updateActions()
{
    m_saveModel->setEnabled(m_document->model() != nullptr);
    m_exportReport->setEnabled(m_document->evaluation() && !m_document->evaluation()->results.empty());
    m_saveProject->setEnabled(m_document->isModified() || m_projects->file().isEmpty());
    const QString &file = m_projects->file();
    const QString name = file.isEmpty() ? m_document->name() : QFileInfo(file).completeBaseName();
    // "[*]" is where Qt shows that there is unsaved work.
    setWindowTitle(name.isEmpty() ? tr("Spotcheck[*]") : tr("%1[*] – Spotcheck").arg(name));
    setWindowModified(m_document->isModified());
    m_summary->setText(m_document->model() ? tr("Model: %1, %2")
                                                 .arg(engineText(m_document->model()->detector().title),
                                                      engineText(m_document->model()->backbone().title))
                                           : tr("No model yet"));
}

void MainWindow::sayBusy()
{
    m_messages->showMessage(
        MessageBar::Severity::Information,
        tr("“%1” is still running. Wait for it or cancel it, then try again.").arg(m_jobs->title()));
}

/// A slip of the hand must not end a training or a watch.
void MainWindow::askToStop()
{
    const auto stop = [this] {
        m_stopping = true;
        close();
        m_stopping = false; // the user may still decide to keep unsaved work
    };
    askAboutRunning({.name = QStringLiteral("stillRunning"),
                     .title = m_jobs->isBusy() ? m_jobs->title() : tr("Live"),
                     .consequence = tr("Closing Spotcheck stops it."),
                     .stop = tr("Stop and close"),
                     .isRunning = [this] { return m_live->isRunning() || m_jobs->isBusy(); },
                     .stopped = stop},
                    m_jobs, this);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_stopping && (m_jobs->isBusy() || m_live->isRunning())) {
        event->ignore();
        askToStop();
        return;
    }
    if (!m_leaving && m_document->isModified()) {
        event->ignore();
        m_projects->leave([this] {
            m_leaving = m_stopping = true; // about running work it was decided before
            close();
        });
        return;
    }
    m_jobs->cancelAndWait();
    delete m_backbonesDialog; // ends its download
    m_projects->autosave()->discard();
    m_preferences.setWindowGeometry(saveGeometry());
    m_preferences.setPage(m_pages->currentIndex());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(*event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QString &first = paths.front();
    if (paths.size() == 1 &&
        (first.endsWith(modelEnding, Qt::CaseInsensitive) || first.endsWith(projectEnding, Qt::CaseInsensitive))) {
        open(first);
        return;
    }
    showPage(Page::Images);
    m_images->addPaths(paths);
}

} // namespace spotcheck::ui
