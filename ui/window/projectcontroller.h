#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QString>

#include <spotcheck/backbone/weightsstore.h>

#include "ui/project/autosave.h"
#include "ui/settings/preferences.h"

class QLockFile;
class QWidget;

namespace spotcheck::ui {

class Document;
class JobRunner;
struct JobFailure;
struct OpenedProject;

/// New, open, save, recover: keeps the document and a project file together. Asks the user through dialogs of the
/// window and never throws work away without having asked.
class ProjectController : public QObject {
    Q_OBJECT

public:
    /// `jobs`: the window's; opening is shown there. Saving has a thread of its own, so that it need not wait for a
    /// training. `autosaveFolder`: for the copies of unsaved work.
    ProjectController(Document *document, JobRunner *jobs, WeightsStore weights, Preferences &preferences,
                      const std::filesystem::path &autosaveFolder, QWidget *window);
    ~ProjectController() override;

    /// Where copies of unsaved work lie: below the user's state folder.
    static std::filesystem::path standardAutosaveFolder();

    const QString &file() const { return m_file; } ///< empty: never saved
    Autosave *autosave() const { return m_autosave; }

    void newProject();
    void chooseAndOpen();
    void open(const QString &file);
    void save();
    void saveAs();
    /// Asks where the pictures have gone, and looks for them there.
    void seekPictures();
    /// Asks for a folder to look in: in `folder`.
    void seekPicturesIn(const QString &folder);
    /// Offers what an earlier program left behind; false: there is nothing.
    bool offerLostWork();
    void recover(const LostWork &work);

    /// Calls `proceed` now, or once the user has saved or given up the unsaved work; never if they stay.
    void leave(const std::function<void()> &proceed);

signals:
    void fileChanged();
    /// With what could not be opened, a line each; `missing` pictures are not where they were.
    void opened(const QString &problems, int missing);
    void fileSaved(const QString &name);
    void picturesSought(int found, int missing);
    void failed(const QString &message, const QString &detail);
    void lostWorkFound(const spotcheck::ui::LostWork &work);
    void busy();

private:
    void setFile(const QString &file, std::shared_ptr<QLockFile> lock = nullptr);
    void saveTo(const QString &file, std::function<void()> proceed);
    void askWhereToSave(const std::function<void()> &proceed);
    /// `leave`, once the job that works for the project has ended by itself or by the user's word.
    void endJobsAndLeave(const std::function<void()> &proceed);
    void openNow(const QString &file);
    /// `title`: of the job.
    void load(const std::filesystem::path &file, const QString &title, std::function<void(OpenedProject)> deliver);
    void show(OpenedProject opened);
    void askAboutLock(const QString &file);

    Document *m_document;
    JobRunner *m_jobs;
    JobRunner *m_storage;
    WeightsStore m_weights;
    Preferences &m_preferences;
    QWidget *m_window;
    Autosave *m_autosave;
    QString m_file;
    std::shared_ptr<QLockFile> m_lock; ///< of `m_file`
};

} // namespace spotcheck::ui
