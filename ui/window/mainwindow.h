#pragma once

#include <optional>

#include <QMainWindow>
#include <QPointer>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/crashreports.h>

#include "ui/settings/preferences.h"
#include "ui/window/projectcontroller.h"

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;

namespace spotcheck::ui {

class BackbonesDialog;
class Badge;
class Document;
class GuideWindow;
class ImagesPage;
class InspectPage;
class JobRunner;
class LivePage;
class MessageBar;
class NavigationRail;
class TrainPage;

/// The one window: rail, toolbar, pages, status bar. It owns the document and the job runner, and puts the
/// pages together.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `autosaveFolder`: of copies of unsaved work.
    explicit MainWindow(WeightsStore weights,
                        const std::filesystem::path &autosaveFolder = ProjectController::standardAutosaveFolder(),
                        QWidget *parent = nullptr);
    ~MainWindow() override; ///< ends the running job first

    Document *document() const { return m_document; }
    JobRunner *jobs() const { return m_jobs; }

    ProjectController *projects() const { return m_projects; }

    /// A project file, a model file or a data set folder.
    void open(const QString &path);
    void openSample();
    /// Offers the work that a program left behind which ended without being closed, and says that it crashed where
    /// there is a report of it in `crashFolder` that the user does not know.
    void offerLostWork(const std::filesystem::path &crashFolder = {});
    void openModel(const QString &file);
    void saveModel(const QString &file);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Page { Images, Train, Inspect, Compare, Live };

    void buildPages();
    void buildMenus();
    void buildToolBar();
    void connectProjects();
    void fillRecentMenu();
    void showOpened(const QString &problems, int missing);
    void showLostWork(const LostWork &work);
    void addReportButton();
    void showPreferences();
    void showShortcuts();
    void showGuide();
    QAction *makeAction(const char *name, const QString &text, const QString &icon, const QKeySequence &key,
                        const QString &help);
    void addPage(const QString &id, const QString &icon, const QString &word, QWidget *page);
    void chooseDetector();
    void showPage(Page page);
    void buildThemeMenu(QMenu *menu);
    void setColourScheme(ColourScheme scheme);
    void chooseModel();
    void chooseModelFile();
    void exportReport();
    void showBackbones();
    void updateActions();
    void sayBusy();
    void askToStop();

    WeightsStore m_weights;
    Preferences m_preferences;
    Document *m_document;
    JobRunner *m_jobs;
    ProjectController *m_projects;
    MessageBar *m_messages;
    NavigationRail *m_rail;
    QStackedWidget *m_pages;
    QLabel *m_summary;
    Badge *m_watching = nullptr; ///< in the status bar, while Live runs
    ImagesPage *m_images = nullptr;
    TrainPage *m_train = nullptr;
    InspectPage *m_inspect = nullptr;
    LivePage *m_live = nullptr;
    QPointer<GuideWindow> m_guide;               ///< beside the window, to be read while working
    QPointer<BackbonesDialog> m_backbonesDialog; ///< beside the window, so that a download and work go on together

    QMenu *m_recent = nullptr;
    std::optional<CrashReport> m_crash; ///< that the user is being told of
    bool m_leaving = false;             ///< the user has decided about unsaved work
    bool m_stopping = false;            ///< and about what is running

    QAction *m_newProject = nullptr;
    QAction *m_openProject = nullptr;
    QAction *m_saveProject = nullptr;
    QAction *m_saveProjectAs = nullptr;
    QAction *m_showPreferences = nullptr;
    QAction *m_showShortcuts = nullptr;
    QAction *m_showGuide = nullptr;
    QAction *m_openDataset = nullptr;
    QAction *m_addNormals = nullptr;
    QAction *m_addTests = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_openModel = nullptr;
    QAction *m_saveModel = nullptr;
    QAction *m_exportReport = nullptr;
    QAction *m_openSample = nullptr;
    QAction *m_backbones = nullptr;
};

} // namespace spotcheck::ui
