#include "ui/project/autosave.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTimer>
#include <QUuid>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/log.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/project/projectfile.h"
#include "ui/project/projectstore.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

constexpr int defaultDelayMs = 10'000;

/// A key of the copy alone: what the work was saved as.
const QString originKey = QStringLiteral("autosave_of");

QString lockNameFor(const std::filesystem::path &file)
{
    return fromPath(file) + lockEnding;
}

/// Whether the program whose work `file` is, or was to become, lives no more. Removes its lock then.
bool isAbandoned(const std::filesystem::path &file)
{
    QLockFile lock(lockNameFor(file));
    lock.setStaleLockTime(0); // however old: only the end of its program frees it
    return lock.tryLock(0);
}

/// What programs that were killed left in the autosave folder and what nobody can make use of: half-written files,
/// models that no project names, locks.
void removeLeftovers(const std::filesystem::path &folder)
{
    namespace fs = std::filesystem;
    removeAbandonedFiles(folder);
    const QDir entries(fromPath(folder));
    for (const QFileInfo &entry : entries.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const fs::path models = toPath(entry.absoluteFilePath());
        removeAbandonedFiles(models);
        const fs::path file = fs::path(models).replace_extension(projectEnding.toStdString());
        std::error_code ignored;
        if (models == modelFolderOf(file) && !fs::exists(file, ignored) && isAbandoned(file))
            fs::remove_all(models, ignored);
    }
    for (const QFileInfo &entry : entries.entryInfoList({'*' + projectEnding + lockEnding}, QDir::Files))
        isAbandoned(toPath(entry.absoluteFilePath().chopped(lockEnding.size())));
}

} // namespace

Autosave::Autosave(Document *document, std::filesystem::path folder, QObject *parent)
    : QObject(parent), m_document(document), m_folder(std::move(folder)), m_timer(new QTimer(this)),
      m_jobs(new JobRunner(this))
{
    QDir().mkpath(fromPath(m_folder));
    removeLeftovers(m_folder);
    m_file = m_folder / (QUuid::createUuid().toString(QUuid::WithoutBraces) + projectEnding).toStdString();
    m_lock = std::make_unique<QLockFile>(lockNameFor(m_file));
    m_lock->setStaleLockTime(0); // a lock is stale when its program lives no more, however old it is
    m_lock->tryLock();
    m_timer->setSingleShot(true);
    m_timer->setInterval(defaultDelayMs);
    connect(m_timer, &QTimer::timeout, this, &Autosave::write);
    connect(m_document, &Document::modifiedChanged, this, [this] {
        if (m_document->isModified() && !m_timer->isActive())
            m_timer->start();
    });
    connect(m_jobs, &JobRunner::failed, this, [this](const QString &, const JobFailure &failure) {
        if (!m_failing) // said once, tried again until there is room
            emit failed(tr("No copy of the unsaved work can be kept at present. %1").arg(failure.message),
                        failure.detail);
        m_failing = true;
        m_timer->start();
    });
}

Autosave::~Autosave()
{
    m_jobs->cancelAndWait();
}

void Autosave::setDelay(int milliseconds)
{
    m_timer->setInterval(milliseconds);
}

void Autosave::write()
{
    if (!m_document->isModified())
        return;
    if (m_jobs->isBusy()) {
        m_timer->start();
        return;
    }
    Project project = m_document->project();
    const std::vector<std::shared_ptr<const Model>> models = m_document->projectModels();
    project.unknown.insert(originKey, fromPath(m_projectFile));
    // Models that have a file of their own need no copy, and those copied before no second one.
    for (std::size_t index = 0; index < models.size(); ++index) {
        const auto copied = std::find(m_copiedModels.begin(), m_copiedModels.end(), models[index]);
        if (project.models[index].file.empty() && models[index] && copied != m_copiedModels.end()) {
            const ProjectModel &before = m_copied.models[static_cast<std::size_t>(copied - m_copiedModels.begin())];
            project.models[index].file = before.file;
            project.models[index].sha256 = before.sha256;
        }
    }
    auto written = std::make_shared<Project>();
    m_jobs->start(
        tr("Keep a copy of the work"),
        [written, project = std::move(project), models, file = m_file](JobMonitor &monitor) {
            *written = saveProject(project, models, file, monitor);
        },
        [this, written, models] {
            m_copied = *written;
            m_copiedModels.assign(models.begin(), models.end());
            m_failing = false;
            emit saved();
        });
}

void Autosave::flush()
{
    m_timer->stop();
    m_jobs->cancelAndWait();
    if (!m_document->isModified())
        return;
    write();
    m_jobs->wait();
}

void Autosave::discard()
{
    m_jobs->cancelAndWait();
    m_timer->stop();
    m_copied = {};
    m_copiedModels.clear();
    std::error_code ignored; // a copy that stays is offered once too often, no more
    std::filesystem::remove(m_file, ignored);
    std::filesystem::remove_all(modelFolderOf(m_file), ignored);
}

std::vector<LostWork> Autosave::lostWork() const
{
    std::vector<LostWork> found;
    const QDir folder(fromPath(m_folder));
    for (const QFileInfo &entry : folder.entryInfoList({QLatin1Char('*') + projectEnding}, QDir::Files, QDir::Time)) {
        const std::filesystem::path file = toPath(entry.absoluteFilePath());
        if (entry.fileName() == fromPath(m_file.filename()))
            continue;
        if (!isAbandoned(file))
            continue;
        try {
            const Project project = readProject(file);
            found.push_back({file, toPath(project.unknown.value(originKey).toString()), project.name,
                             static_cast<qsizetype>(project.normals.size() + project.tests.size()),
                             entry.lastModified()});
        } catch (const Error &error) {
            logWarning(std::string("passed over: ") + error.what());
        }
    }
    return found;
}

void Autosave::remove(const LostWork &work)
{
    std::error_code ignored;
    std::filesystem::remove(work.file, ignored);
    std::filesystem::remove_all(modelFolderOf(work.file), ignored);
}

} // namespace spotcheck::ui
