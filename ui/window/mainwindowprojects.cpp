// What the main window shows of projects: messages about what was opened, recent files, work to recover.
#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/dialogs/crashreportdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/guide/guidewindow.h"
#include "ui/pages/images/imagespage.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/crashnotice.h"
#include "ui/window/mainwindow.h"

namespace spotcheck::ui {

void MainWindow::connectProjects()
{
    connect(m_images, &ImagesPage::seekRequested, m_projects, &ProjectController::seekPictures);
    connect(m_projects, &ProjectController::fileChanged, this, &MainWindow::updateActions);
    connect(m_projects, &ProjectController::opened, this, &MainWindow::showOpened);
    connect(m_projects, &ProjectController::busy, this, &MainWindow::sayBusy);
    connect(m_projects, &ProjectController::lostWorkFound, this, &MainWindow::showLostWork);
    connect(m_projects, &ProjectController::failed, this, [this](const QString &message, const QString &detail) {
        m_messages->showMessage(MessageBar::Severity::Error, message, detail);
    });
    connect(m_projects, &ProjectController::picturesSought, this, [this](int found, int missing) {
        m_messages->showMessage(missing > 0 ? MessageBar::Severity::Warning : MessageBar::Severity::Information,
                                tr("Found again: %n picture(s).", nullptr, found) + QLatin1Char(' ') +
                                    (missing > 0 ? tr("Still missing: %n.", nullptr, missing) : QString()));
    });
}

void MainWindow::showOpened(const QString &problems, int missing)
{
    if (problems.isEmpty() && missing == 0)
        return;
    // Unsaved work is offered once. What is missing is told again when it was recovered, or once it was decided
    // about.
    if (!m_messages->isHidden() && m_messages->findChild<QPushButton *>(QStringLiteral("recoverWork"))) {
        connect(
            m_messages, &MessageBar::dismissed, this, [this, problems, missing] { showOpened(problems, missing); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    QStringList sentences;
    if (missing > 0)
        sentences << tr("%n picture(s) of the project are not where they were. If they were moved, say where to; "
                        "labels and masks stay as they are.",
                        nullptr, missing);
    if (!problems.isEmpty())
        sentences << tr("Not all models could be opened; they stay in the project.");
    m_messages->showMessage(MessageBar::Severity::Warning, sentences.join(QLatin1Char(' ')), problems);
    if (missing == 0)
        return;
    QPushButton *seek = m_messages->addButton(tr("Find the pictures…"));
    seek->setObjectName(QStringLiteral("seekPictures"));
    connect(seek, &QPushButton::clicked, m_projects, &ProjectController::seekPictures);
}

void MainWindow::offerLostWork(const std::filesystem::path &crashFolder)
{
    m_crash = untoldCrash(m_preferences, crashFolder);
    if (m_projects->offerLostWork() || !m_crash)
        return;
    m_messages->showMessage(MessageBar::Severity::Warning, crashText(*m_crash));
    addReportButton();
}

/// Buttons close the message; the work is offered again once the report was read.
void MainWindow::addReportButton()
{
    if (!m_crash)
        return;
    QPushButton *report = m_messages->addButton(tr("Show the report"));
    report->setObjectName(QStringLiteral("showCrashReport"));
    connect(report, &QPushButton::clicked, this, [this] {
        auto *dialog = new CrashReportDialog(m_crash->file, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::finished, m_projects, &ProjectController::offerLostWork);
        dialog->open();
    });
}

void MainWindow::showLostWork(const LostWork &work)
{
    const QString name = work.name.isEmpty() ? tr("a project without a name") : work.name;
    m_messages->showMessage(
        MessageBar::Severity::Warning,
        (m_crash ? crashText(*m_crash) : tr("Spotcheck ended without being closed.")) + QLatin1Char(' ') +
            tr("There is unsaved work of %1: %2 with %n picture(s).", nullptr, static_cast<int>(work.pictures))
                .arg(QLocale().toString(work.time, QLocale::ShortFormat), name));
    QPushButton *recover = m_messages->addButton(tr("Recover it"));
    recover->setObjectName(QStringLiteral("recoverWork"));
    connect(recover, &QPushButton::clicked, m_projects, [this, work] { m_projects->recover(work); });
    QPushButton *discard = m_messages->addButton(tr("Delete it"));
    discard->setObjectName(QStringLiteral("discardWork"));
    connect(discard, &QPushButton::clicked, m_projects, [work] { Autosave::remove(work); });
    addReportButton();
}

void MainWindow::fillRecentMenu()
{
    m_recent->clear();
    for (const QString &file : m_preferences.recentProjects()) {
        QAction *action = m_recent->addAction(QFileInfo(file).completeBaseName());
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] {
            if (!QFileInfo::exists(file))
                m_preferences.removeRecentProject(file);
            m_projects->open(file);
        });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("No project yet"))->setEnabled(false);
}

void MainWindow::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_preferences, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::colourSchemeChosen, this, &MainWindow::setColourScheme);
    dialog->open();
}

void MainWindow::showGuide()
{
    if (!m_guide) {
        m_guide = new GuideWindow(languageFor(m_preferences.language()), this);
        m_guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
}

void MainWindow::showShortcuts()
{
    const auto commandsOf = [this](Page page) {
        return m_pages->widget(static_cast<int>(page))->findChildren<QAction *>();
    };
    const QList<QAction *> images = commandsOf(Page::Images);
    const QList<QAction *> inspect = commandsOf(Page::Inspect);
    QList<QAction *> others = findChildren<QAction *>();
    others.removeIf([&](QAction *command) { return images.contains(command) || inspect.contains(command); });
    auto *dialog = new ShortcutsDialog(others, images, inspect, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace spotcheck::ui
