#include <atomic>
#include <memory>
#include <utility>

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QToolButton>
#include <QtTest>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// The window while a job runs: what is asked before anything ends it.
class TestRunningJobs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("spotcheck-test");
        QCoreApplication::setApplicationName("test_runningjobs");
        QSettings().clear();
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(WeightsStore(toPath(m_folder.filePath("weights")), {}));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void cleanupTestCase() { QSettings().clear(); }

    void theStatusBarShowsTheJobAndCancelsIt()
    {
        QSignalSpy cancelled(m_window->jobs(), &JobRunner::cancelled);
        startEndlessJob();
        auto *words = find<QLabel>("jobWords");
        QTRY_VERIFY2(words->text().contains("Choosing the coreset"), qPrintable(words->text()));
        QTRY_COMPARE(find<QProgressBar>("jobBar")->value(), 250);
        auto *cancel = find<QPushButton>("jobCancel");
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(cancelled.count(), 1);
        QVERIFY(!cancel->isVisible());
        QVERIFY(!find<QWidget>("windowMessages")->isVisible()); // cancelling is not a failure
    }

    void closingAsksBeforeItEndsTheJob()
    {
        startEndlessJob();
        QVERIFY(!m_window->close());
        QPointer<QMessageBox> question = find<QMessageBox>("stillRunning");
        QVERIFY(question->text().contains(m_window->jobs()->title()));
        question->reject();
        QTRY_VERIFY(!question);
        QVERIFY(m_window->jobs()->isBusy() && m_window->isVisible());

        QVERIFY(!m_window->close());
        QTest::mouseClick(find<QPushButton>("stopRunning"), Qt::LeftButton);
        QTRY_VERIFY(!m_window->isVisible());
        QVERIFY(!m_window->jobs()->isBusy());
    }

    /// What ends by itself meanwhile needs no decision.
    void theQuestionGoesWithTheJob()
    {
        startEndlessJob();
        QVERIFY(!m_window->close());
        QPointer<QMessageBox> question = find<QMessageBox>("stillRunning");
        m_window->jobs()->cancel();
        QTRY_VERIFY(!question);
        QVERIFY(m_window->isVisible());
    }

    /// Of a queue the next training runs when one has ended: the decision is still wanted.
    void theQuestionStaysForTheNextOfAQueue()
    {
        bool next = true;
        // As the queue, which is told of the end before the question is.
        connect(m_window->jobs(), &JobRunner::finished, this, [this, &next] {
            if (std::exchange(next, false))
                startEndlessJob();
        });
        startEndlessJob();
        QVERIFY(!m_window->close());
        QPointer<QMessageBox> question = find<QMessageBox>("stillRunning");
        QSignalSpy ended(m_window->jobs(), &JobRunner::finished);
        m_window->jobs()->cancel();
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(question && question->isVisible());
        m_window->jobs()->cancel();
        QTRY_COMPARE(ended.count(), 2);
        m_window->jobs()->disconnect(this);
    }

    /// A training that goes on would put its model into the next project.
    void aNewProjectAsksBeforeItEndsTheJob()
    {
        startEndlessJob();
        find<QAction>("newProject")->trigger();
        QPointer<QMessageBox> question = find<QMessageBox>("jobOfProject");
        QVERIFY(question->text().contains("Endless"));
        QTest::keyClick(question, Qt::Key_Return); // the default goes on
        QTRY_VERIFY(!question);
        QVERIFY(m_window->jobs()->isBusy());

        QSignalSpy replaced(m_window->document(), &Document::replaced);
        find<QAction>("newProject")->trigger();
        QTest::mouseClick(find<QPushButton>("stopRunning"), Qt::LeftButton);
        QTRY_COMPARE(replaced.count(), 1);
        QVERIFY(m_ended);
        QVERIFY(!m_window->jobs()->isBusy());
    }

    void anOfferOutlastsTheNextJob()
    {
        auto *messages = find<MessageBar>("windowMessages");
        messages->showMessage(MessageBar::Severity::Warning, "There is unsaved work.");
        messages->addButton("Recover it");
        startEndlessJob();
        QVERIFY(messages->isVisible());
        m_window->jobs()->cancelAndWait();
        messages->showMessage(MessageBar::Severity::Information, "No question.");
        startEndlessJob();
        QVERIFY(!messages->isVisible());
    }

    void destructionEndsTheJob()
    {
        startEndlessJob();
        m_window.reset();
        QVERIFY(m_ended);
    }

private:
    template <class T>
    T *find(const QByteArray &name) const
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("nothing is named %s", name.constData());
        return found;
    }

    /// Reports a quarter of a coreset, again and again, until it is cancelled.
    void startEndlessJob()
    {
        m_ended = false;
        m_window->jobs()->start("Endless",
                                [this](JobMonitor &monitor) {
                                    while (!monitor.isCancelled()) {
                                        monitor.report(
                                            {.stage = Stage::Coreset, .step = 25, .steps = 100, .value = {}});
                                        QThread::msleep(1);
                                    }
                                    m_ended = true;
                                    monitor.throwIfCancelled();
                                },
                                {});
    }

    QTemporaryDir m_folder;
    std::atomic_bool m_ended = false;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestRunningJobs)
#include "test_runningjobs.moc"
