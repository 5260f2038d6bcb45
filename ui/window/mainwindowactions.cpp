// Menus and toolbar of the main window: what can be done, with which key.
#include "ui/window/mainwindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

#include "ui/document/document.h"
#include "ui/pages/images/imagespage.h"
#include "ui/theme/icons.h"
#include "ui/window/aboutdialog.h"

namespace spotcheck::ui {

QAction *MainWindow::makeAction(const char *name, const QString &text, const QString &icon, const QKeySequence &key,
                                const QString &help)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(QLatin1String(name));
    // What a tool button shows: without the key, which Korean has in brackets behind the word.
    static const QRegularExpression bracketedKey(QStringLiteral("\\(&.\\)"));
    action->setIconText(QString(text).remove(bracketedKey).remove(QLatin1Char('&')));
    action->setShortcut(key);
    action->setToolTip(key.isEmpty() ? help
                                     : QStringLiteral("%1 (%2)").arg(help, key.toString(QKeySequence::NativeText)));
    return action;
}

void MainWindow::buildMenus()
{
    m_newProject = makeAction("newProject", tr("&New project"), QStringLiteral("project-new"), QKeySequence::New,
                              tr("Start anew, without pictures and models"));
    m_openProject = makeAction("openProject", tr("&Open project…"), QStringLiteral("project-open"),
                               QKeySequence::Open, tr("Open a project that was saved before"));
    m_saveProject = makeAction("saveProject", tr("&Save project"), QStringLiteral("project-save"), QKeySequence::Save,
                               tr("Save the lists of pictures, labels, thresholds and trained models"));
    m_saveProjectAs = makeAction("saveProjectAs", tr("Save project &as…"), QStringLiteral("project-save"),
                                 Qt::CTRL | Qt::SHIFT | Qt::Key_S, tr("Save the project under another name"));
    m_showPreferences = makeAction("preferences", tr("&Preferences…"), QStringLiteral("preferences"),
                                   Qt::CTRL | Qt::Key_Comma, tr("Choose language and colours"));
    m_showGuide = makeAction("guide", tr("&User guide"), QStringLiteral("guide"), QKeySequence::HelpContents,
                             tr("Read how to work with Spotcheck, and what its figures mean"));
    m_showShortcuts = makeAction("shortcuts", tr("&Keys…"), QStringLiteral("shortcuts"), Qt::SHIFT | Qt::Key_F1,
                                 tr("See what can be done by keyboard"));
    m_openDataset = makeAction("openDataset", tr("Add &data set…"), QStringLiteral("open-data-set"),
                               Qt::CTRL | Qt::Key_D, tr("Add a folder with train, test and ground_truth"));
    m_addNormals = makeAction("addNormals", tr("Add n&ormal pictures…"), QStringLiteral("add-pictures"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_N, tr("Add pictures of good parts, to learn from"));
    m_addTests = makeAction("addTests", tr("Add &test pictures…"), QStringLiteral("add-pictures"),
                            Qt::CTRL | Qt::Key_T, tr("Add pictures to inspect"));
    m_openModel = makeAction("openModel", tr("Open &model…"), QStringLiteral("open-model"),
                             Qt::CTRL | Qt::SHIFT | Qt::Key_O, tr("Open a trained model"));
    m_saveModel =
        makeAction("saveModel", tr("Sa&ve model…"), QStringLiteral("save-model"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
                   tr("Save the trained model as a file that holds all an inspection needs"));
    m_exportReport = makeAction("exportReport", tr("&Export report…"), QStringLiteral("export-report"),
                                Qt::CTRL | Qt::Key_E, tr("Write the results as PDF, HTML, tables or pictures"));
    m_openSample = makeAction("openSample", tr("Open the sam&ple"), QStringLiteral("sample"), {},
                              tr("Draw a small data set with defects, and open it"));
    m_backbones = makeAction("backbones", tr("&Backbones…"), QStringLiteral("backbones"), {},
                             tr("See which networks have weights here, and download or import others"));
    m_undo = m_document->undoStack()->createUndoAction(this, tr("&Undo"));
    m_redo = m_document->undoStack()->createRedoAction(this, tr("&Redo"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_undo->setIcon(themedIcon(QStringLiteral("undo")));
    m_redo->setIcon(themedIcon(QStringLiteral("redo")));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});

    connect(m_newProject, &QAction::triggered, m_projects, &ProjectController::newProject);
    connect(m_openProject, &QAction::triggered, m_projects, &ProjectController::chooseAndOpen);
    connect(m_saveProject, &QAction::triggered, m_projects, &ProjectController::save);
    connect(m_saveProjectAs, &QAction::triggered, m_projects, &ProjectController::saveAs);
    connect(m_showPreferences, &QAction::triggered, this, &MainWindow::showPreferences);
    connect(m_showGuide, &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_showShortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_openDataset, &QAction::triggered, m_images, &ImagesPage::chooseDataset);
    connect(m_addNormals, &QAction::triggered, m_images, [this] { m_images->choosePictures(Lane::Normal); });
    connect(m_addTests, &QAction::triggered, m_images, [this] { m_images->choosePictures(Lane::Test); });
    connect(m_openModel, &QAction::triggered, this, &MainWindow::chooseModel);
    connect(m_saveModel, &QAction::triggered, this, &MainWindow::chooseModelFile);
    connect(m_exportReport, &QAction::triggered, this, &MainWindow::exportReport);
    connect(m_openSample, &QAction::triggered, this, &MainWindow::openSample);
    connect(m_backbones, &QAction::triggered, this, &MainWindow::showBackbones);

    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_newProject, m_openProject});
    m_recent = file->addMenu(tr("Open &recent"));
    m_recent->setObjectName(QStringLiteral("recentProjects"));
    m_recent->setToolTipsVisible(true);
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addActions({m_saveProject, m_saveProjectAs});
    file->addSeparator();
    file->addActions({m_openDataset, m_addNormals, m_addTests, m_openSample});
    file->addSeparator();
    file->addActions({m_openModel, m_saveModel, m_backbones});
    file->addSeparator();
    file->addAction(m_exportReport);
    file->addSeparator();
    QAction *quit = file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    quit->setObjectName(QStringLiteral("quit"));
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_undo, m_redo});
    edit->addSeparator();
    edit->addAction(m_showPreferences);
    buildThemeMenu(menuBar()->addMenu(tr("&View")));
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_showGuide, m_showShortcuts});
    QAction *about = help->addAction(tr("&About Spotcheck"), this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    about->setObjectName(QStringLiteral("about"));
}

void MainWindow::buildThemeMenu(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    const auto add = [this, menu, group](const char *name, const QString &text, ColourScheme scheme) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setChecked(m_preferences.colourScheme() == scheme);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] { setColourScheme(scheme); });
    };
    add("themeSystem", tr("&Follow the system"), ColourScheme::FollowSystem);
    add("themeLight", tr("&Light"), ColourScheme::Light);
    add("themeDark", tr("&Dark"), ColourScheme::Dark);
}

void MainWindow::setColourScheme(ColourScheme scheme)
{
    m_preferences.setColourScheme(scheme);
    applyTheme(*qApp, scheme);
}

void MainWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *addMenu = new QMenu(this);
    addMenu->addActions({m_addNormals, m_addTests});
    auto *add = new QToolButton(bar);
    add->setObjectName(QStringLiteral("addPictures"));
    add->setText(tr("Add pictures…"));
    add->setIcon(themedIcon(QStringLiteral("add-pictures")));
    add->setToolTip(tr("Add pictures to a lane"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(addMenu);

    const QList<QAction *> byIconAlone{m_newProject, m_openProject, m_saveProject, m_undo, m_redo};
    bar->addActions({m_newProject, m_openProject, m_saveProject});
    bar->addSeparator();
    bar->addAction(m_openDataset);
    bar->addWidget(add);
    bar->addSeparator();
    bar->addActions({m_undo, m_redo});
    bar->addSeparator();
    bar->addActions({m_openModel, m_exportReport});
    for (QAction *action : byIconAlone)
        qobject_cast<QToolButton *>(bar->widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    for (QToolButton *button : bar->findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
}

} // namespace spotcheck::ui
