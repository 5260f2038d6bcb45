#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>

#include "ui/project/project.h"

class QLockFile;
class QTimer;

namespace spotcheck::ui {

class Document;
class JobRunner;

/// Work that a program left behind when it ended without being closed.
struct LostWork {
    std::filesystem::path file;        ///< a project file in the autosave folder
    std::filesystem::path projectFile; ///< that the work was saved as before; empty: never
    QString name;
    qsizetype pictures = 0;
    QDateTime time;
};

/// Keeps a copy of the unsaved work in a folder of its own: a while after each change, on a thread of its own. The
/// copy is removed once the work is saved or given up, so that a copy without a living program is lost work. Where it
/// cannot be written, that is said once and tried again.
class Autosave : public QObject {
    Q_OBJECT

public:
    /// `document` is watched from now on. The folder is made where it is missing.
    Autosave(Document *document, std::filesystem::path folder, QObject *parent = nullptr);
    ~Autosave() override; ///< keeps the copy: only `discard` says that it is not needed

    /// How long after the first change that was not copied; the default is 10 s.
    void setDelay(int milliseconds);
    /// The file that the work belongs to, told to a later program; empty: none yet.
    void setProjectFile(const std::filesystem::path &file) { m_projectFile = file; }
    /// Copies now; what is on its way is waited for first. For closing and for tests.
    void flush();
    /// The work was saved or given up.
    void discard();

    /// What other programs, which live no more, left in the folder; newest first. Unreadable files are passed over.
    std::vector<LostWork> lostWork() const;
    /// Removes it.
    static void remove(const LostWork &work);

signals:
    void saved();
    void failed(const QString &message, const QString &detail);

private:
    void write();

    Document *m_document;
    std::filesystem::path m_folder;
    std::filesystem::path m_file;
    std::filesystem::path m_projectFile;
    std::unique_ptr<QLockFile> m_lock;
    QTimer *m_timer;
    JobRunner *m_jobs;
    Project m_copied;                                        ///< knows the files of the models in the folder
    std::vector<std::shared_ptr<const void>> m_copiedModels; ///< those of `m_copied.models`
    bool m_failing = false;                                  ///< the last copy could not be written
};

} // namespace spotcheck::ui
