#include "ui/window/projectcontroller.h"

#include <algorithm>
#include <system_error>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLockFile>
#include <QPushButton>
#include <QStandardPaths>
#include <QSysInfo>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/project/drawnmasks.h"
#include "ui/project/pictureseeker.h"
#include "ui/project/projectfile.h"
#include "ui/project/projectstore.h"
#include "ui/widgets/format.h"
#include "ui/widgets/question.h"
#include "ui/window/runningquestion.h"

namespace spotcheck::ui {

namespace {

/// How many of a lane's pictures are not there once some were replaced.
int stillMissing(std::vector<Sample> lane, const std::vector<std::pair<int, Sample>> &replacements)
{
    for (const auto &[row, sample] : replacements)
        lane[static_cast<std::size_t>(row)] = sample;
    return static_cast<int>(std::ranges::count_if(lane, [](const Sample &sample) {
        std::error_code unknown;
        return !std::filesystem::exists(sample.image, unknown);
    }));
}

QString openTitle(const QString &file)
{
    return ProjectController::tr("Open %1").arg(QFileInfo(file).fileName());
}

/// Of a project file; null while another program has it.
std::shared_ptr<QLockFile> lockFor(const QString &file)
{
    auto lock = std::make_shared<QLockFile>(file + lockEnding);
    lock->setStaleLockTime(0); // the lock of a program that crashed does not count, however young it is
    const bool free =
        lock->tryLock(0) || lock->error() != QLockFile::LockFailedError; // a read-only folder has no lock
    return free ? lock : nullptr;
}

} // namespace

ProjectController::ProjectController(Document *document, JobRunner *jobs, WeightsStore weights,
                                     Preferences &preferences, const std::filesystem::path &autosaveFolder,
                                     QWidget *window)
    : QObject(window), m_document(document), m_jobs(jobs), m_storage(new JobRunner(this)),
      m_weights(std::move(weights)), m_preferences(preferences), m_window(window),
      m_autosave(new Autosave(document, autosaveFolder, this))
{
    connect(m_storage, &JobRunner::failed, this,
            [this](const QString &, const JobFailure &failure) { emit failed(failure.message, failure.detail); });
    connect(m_autosave, &Autosave::failed, this, &ProjectController::failed);
}

ProjectController::~ProjectController() = default;

std::filesystem::path ProjectController::standardAutosaveFolder()
{
    return toPath(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                  QStringLiteral("/autosave"));
}

void ProjectController::setFile(const QString &file, std::shared_ptr<QLockFile> lock)
{
    m_file = file;
    m_lock = std::move(lock);
    if (!file.isEmpty())
        m_preferences.addRecentProject(file);
    m_autosave->setProjectFile(toPath(file));
    emit fileChanged();
}

void ProjectController::newProject()
{
    endJobsAndLeave([this] {
        m_autosave->discard();
        m_document->clear();
        setFile({});
    });
}

void ProjectController::chooseAndOpen()
{
    endJobsAndLeave([this] {
        const QString folder = m_file.isEmpty() ? m_preferences.modelFolder() : QFileInfo(m_file).absolutePath();
        const QString file = QFileDialog::getOpenFileName(
            m_window, tr("Open a project"), folder, tr("Spotcheck projects (*%1);;All files (*)").arg(projectEnding));
        if (!file.isEmpty())
            openNow(file);
    });
}

void ProjectController::open(const QString &file)
{
    endJobsAndLeave([this, file] { openNow(file); });
}

void ProjectController::openNow(const QString &file)
{
    const QString absolute = QFileInfo(file).absoluteFilePath();
    const std::shared_ptr<QLockFile> lock = absolute == m_file            ? m_lock
                                            : QFileInfo::exists(absolute) ? lockFor(absolute)
                                                                          : nullptr;
    if (!lock && QFileInfo::exists(absolute)) {
        askAboutLock(absolute);
        return;
    }
    // The lock of the project that is open now is kept until the other one is: it may turn out to be unreadable.
    load(toPath(absolute), openTitle(absolute), [this, absolute, lock](OpenedProject opened) {
        m_autosave->discard();
        setFile(absolute, lock);
        show(std::move(opened));
    });
}

void ProjectController::load(const std::filesystem::path &file, const QString &title,
                             std::function<void(OpenedProject)> deliver)
{
    auto opened = std::make_shared<OpenedProject>();
    const bool started = m_jobs->start(
        title,
        [opened, file, weights = m_weights](JobMonitor &monitor) { *opened = openProject(file, weights, monitor); },
        [opened, deliver = std::move(deliver)] { deliver(std::move(*opened)); });
    if (!started)
        emit busy();
}

void ProjectController::show(OpenedProject project)
{
    QStringList problems;
    for (const Entrant &entrant : project.entrants) {
        if (!entrant.failure.empty())
            problems << tr("The model %1 could not be opened: %2")
                            .arg(QString::fromStdString(entrant.name), QString::fromStdString(entrant.failure));
    }
    const int missing = static_cast<int>(project.missingPictures.size());
    m_document->open(std::move(project));
    emit opened(problems.join(QLatin1Char('\n')), missing);
}

void ProjectController::askAboutLock(const QString &file)
{
    qint64 process = 0;
    QString host;
    QString program;
    QLockFile(file + lockEnding).getLockInfo(&process, &host, &program);
    const bool elsewhere = host != QSysInfo::machineHostName();
    QString text =
        tr("Program %1 on %2 has it open. Opened as a copy, it has to be saved under another name, so that "
           "neither overwrites the other.")
            .arg(process)
            .arg(host);
    if (elsewhere)
        text += QLatin1Char(' ') + tr("Whether that program still runs cannot be seen from here.");
    QMessageBox *question = makeQuestion(QStringLiteral("projectLocked"),
                                         tr("%1 is open in another window.").arg(QFileInfo(file).fileName()), text,
                                         m_window, QStringLiteral("warning"));
    QPushButton *copy = question->addButton(tr("Open a copy"), QMessageBox::AcceptRole);
    copy->setObjectName(QStringLiteral("openCopy"));
    if (elsewhere) {
        QPushButton *takeOver = question->addButton(tr("It is closed there: open it"), QMessageBox::DestructiveRole);
        takeOver->setObjectName(QStringLiteral("takeOver"));
        connect(takeOver, &QPushButton::clicked, this, [this, file] {
            QLockFile(file + lockEnding).removeStaleLockFile();
            openNow(file);
        });
    }
    question->addButton(QMessageBox::Cancel);
    connect(copy, &QPushButton::clicked, this, [this, file] {
        load(toPath(file), openTitle(file), [this](OpenedProject opened) {
            m_autosave->discard();
            setFile({});
            show(std::move(opened));
        });
    });
    question->open();
}

void ProjectController::save()
{
    if (m_file.isEmpty())
        askWhereToSave({});
    else
        saveTo(m_file, {});
}

void ProjectController::saveAs()
{
    askWhereToSave({});
}

void ProjectController::askWhereToSave(const std::function<void()> &proceed)
{
    auto *dialog = new QFileDialog(m_window, tr("Save the project"),
                                   m_file.isEmpty() ? m_preferences.modelFolder() : QFileInfo(m_file).absolutePath(),
                                   tr("Spotcheck projects (*%1)").arg(projectEnding));
    dialog->setObjectName(QStringLiteral("saveProjectDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(projectEnding.mid(1));
    const QString name = m_document->name().isEmpty() ? tr("project") : m_document->name();
    dialog->selectFile((m_file.isEmpty() ? name : QFileInfo(m_file).completeBaseName()) + projectEnding);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, proceed](const QString &file) { saveTo(QFileInfo(file).absoluteFilePath(), proceed); });
    dialog->open();
}

void ProjectController::saveTo(const QString &file, std::function<void()> proceed)
{
    if (m_storage->isBusy()) {
        emit busy();
        return;
    }
    const std::shared_ptr<QLockFile> lock = file == m_file ? m_lock : lockFor(file);
    if (file != m_file && !lock) {
        emit failed(tr("%1 is open in another window. Save under another name.").arg(QFileInfo(file).fileName()), {});
        return;
    }
    const std::vector<std::shared_ptr<const Model>> models = m_document->projectModels();
    auto saved = std::make_shared<Project>();
    // Edits made while it is being written stay unsaved work.
    auto untouched = std::make_shared<bool>(true);
    auto watch = std::make_shared<QMetaObject::Connection>();
    *watch = connect(m_document, &Document::modifiedChanged, this, [untouched] { *untouched = false; });
    m_storage->start(
        tr("Save %1").arg(QFileInfo(file).fileName()),
        [saved, project = m_document->project(), models, path = toPath(file)](JobMonitor &monitor) mutable {
            bringMasksAlong(project, standardMaskFolder(), path);
            forgetForeignModels(project, models, path);
            *saved = saveProject(std::move(project), models, path, monitor);
        },
        [this, saved, models, untouched, file, lock, proceed = std::move(proceed)] {
            const bool unchanged = *untouched; // marking it as saved is a change for the watch
            m_document->markSaved(*saved, models, unchanged);
            setFile(file, lock);
            if (unchanged)
                m_autosave->discard();
            emit fileSaved(QFileInfo(file).fileName());
            if (proceed)
                proceed();
        });
    connect(
        m_storage, &JobRunner::finished, this, [watch] { disconnect(*watch); }, Qt::SingleShotConnection);
}

void ProjectController::endJobsAndLeave(const std::function<void()> &proceed)
{
    if (!m_jobs->isBusy()) {
        leave(proceed);
        return;
    }
    const auto stop = [this, proceed] {
        // Queued: whoever waits for the job's end comes first.
        connect(
            m_jobs, &JobRunner::finished, this, [this, proceed] { leave(proceed); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        m_jobs->cancel();
    };
    askAboutRunning({.name = QStringLiteral("jobOfProject"),
                     .title = m_jobs->title(),
                     .consequence = tr("It belongs to this project. Leaving the project stops it."),
                     .stop = tr("Stop and leave"),
                     .isRunning = [this] { return m_jobs->isBusy(); },
                     .stopped = stop},
                    m_jobs, m_window);
}

void ProjectController::leave(const std::function<void()> &proceed)
{
    if (!m_document->isModified()) {
        proceed();
        return;
    }
    QMessageBox *question =
        makeQuestion(QStringLiteral("unsavedWork"), tr("There is unsaved work."),
                     tr("Labels, thresholds, the lists of pictures and trained models that are not saved "
                        "will be lost."),
                     m_window);
    QPushButton *saveButton = question->addButton(QMessageBox::Save);
    QPushButton *discardButton = question->addButton(QMessageBox::Discard);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(saveButton);
    connect(saveButton, &QPushButton::clicked, this, [this, proceed] {
        if (m_file.isEmpty())
            askWhereToSave(proceed);
        else
            saveTo(m_file, proceed);
    });
    connect(discardButton, &QPushButton::clicked, this, [this, proceed] {
        m_autosave->discard();
        proceed();
    });
    question->open();
}

void ProjectController::seekPictures()
{
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Where are the pictures now?"),
                                                             QFileInfo(m_file).absolutePath());
    if (!folder.isEmpty())
        seekPicturesIn(folder);
}

void ProjectController::seekPicturesIn(const QString &folder)
{
    using Replacements = std::vector<std::pair<int, Sample>>;
    struct Found {
        Replacements normals;
        Replacements tests;
        int missing = 0;
    };
    auto found = std::make_shared<Found>();
    const bool started = m_jobs->start(
        tr("Look for the pictures"),
        [found, folder = toPath(folder), normals = m_document->samples(Lane::Normal),
         tests = m_document->samples(Lane::Test)](JobMonitor &monitor) {
            const PictureSeeker seeker(folder, monitor);
            found->normals = seeker.replacements(normals);
            monitor.throwIfCancelled();
            found->tests = seeker.replacements(tests);
            found->missing = stillMissing(normals, found->normals) + stillMissing(tests, found->tests);
        },
        [this, found] {
            m_document->replaceSamples(Lane::Normal, found->normals);
            m_document->replaceSamples(Lane::Test, found->tests);
            emit picturesSought(static_cast<int>(found->normals.size() + found->tests.size()), found->missing);
        });
    if (!started)
        emit busy();
}

bool ProjectController::offerLostWork()
{
    const std::vector<LostWork> lost = m_autosave->lostWork();
    if (!lost.empty())
        emit lostWorkFound(lost.front());
    return !lost.empty();
}

void ProjectController::recover(const LostWork &work)
{
    load(work.file, tr("Recover unsaved work"), [this, work](OpenedProject opened) {
        opened.project.unknown.remove(QStringLiteral("autosave_of"));
        for (std::size_t index = 0; index < opened.entrants.size(); ++index) {
            ProjectModel &model = opened.project.models[index];
            // Copies go with the lost work; what was opened from them is saved again.
            if (opened.entrants[index].model && model.file.parent_path() == modelFolderOf(work.file))
                model.file.clear();
        }
        const QString file = fromPath(work.projectFile);
        // Where that project is open here already, this window holds its lock.
        const std::shared_ptr<QLockFile> lock = file.isEmpty() ? nullptr : file == m_file ? m_lock : lockFor(file);
        setFile(lock ? file : QString(), lock);
        show(std::move(opened));
        m_document->markModified();
        m_autosave->flush();
        Autosave::remove(work);
    });
}

} // namespace spotcheck::ui
