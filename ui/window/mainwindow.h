#pragma once

#include <QMainWindow>
#include <QPointer>

#include <spotcheck/backbone/weightsstore.h>

#include "ui/window/preferences.h"

class QAction;
class QLabel;
class QStackedWidget;

namespace spotcheck::ui {

class BackbonesDialog;
class Document;
class ImagesPage;
class JobRunner;
class MessageBar;
class NavigationRail;
class TrainPage;

/// The one window: rail, toolbar, pages, status bar. It owns the document and the job runner, and puts the
/// pages together.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(WeightsStore weights, QWidget *parent = nullptr);
    ~MainWindow() override; ///< ends the running job first

    Document *document() const { return m_document; }
    JobRunner *jobs() const { return m_jobs; }

    /// A data set folder or a model file.
    void open(const QString &path);
    void openSample();
    void openModel(const QString &file);
    void saveModel(const QString &file);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Page { Images, Train, Inspect, Compare };

    void buildPages();
    void buildMenus();
    void buildToolBar();
    QAction *makeAction(const char *name, const QString &text, const QString &icon, const QKeySequence &key,
                        const QString &help);
    void addPage(const QString &id, const QString &icon, const QString &word, QWidget *page);
    void showPage(Page page);
    void buildThemeMenu(QMenu *menu);
    void setColourScheme(ColourScheme scheme);
    void chooseModel();
    void chooseModelFile();
    void exportReport();
    void showBackbones();
    void updateActions();
    void sayBusy();

    WeightsStore m_weights;
    Preferences m_preferences;
    Document *m_document;
    JobRunner *m_jobs;
    MessageBar *m_messages;
    NavigationRail *m_rail;
    QStackedWidget *m_pages;
    QLabel *m_summary;
    ImagesPage *m_images = nullptr;
    TrainPage *m_train = nullptr;
    QPointer<BackbonesDialog> m_backbonesDialog; ///< beside the window, so that a download and work go on together

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
