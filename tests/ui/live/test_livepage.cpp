#include <algorithm>
#include <functional>
#include <memory>

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/core.hpp>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "randomweights.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/pages/live/controlchartplot.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/live/rejectdialog.h"
#include "ui/pages/live/verdictfield.h"
#include "ui/report/enginetext.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// The page as a user has it: pictures are dropped into a watched folder, and what is on screen is looked at.
class TestLivePage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("spotcheck-test");
        QCoreApplication::setApplicationName("test_livepage");
        configureRuntime(1);
        applyTheme(*qApp, ColourScheme::Light);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        const WeightsStore weights(toPath(m_folder.filePath("weights")), {});
        writeRandomResNet18(toPath(m_folder.filePath("weights/embedded-resnet18.safetensors")));
        writeTinyDataset(m_folder.filePath("set"), 8);
        JobMonitor monitor;
        const Dataset set = readDataset(toPath(m_folder.filePath("set")), monitor);
        TrainingOptions options;
        options.preprocessing.inputSize = 64;
        options.calibrationShare = 0.5;
        m_model = Model::train(set.normals, options, weights, monitor);
        options.seed = 1;
        m_other = Model::train(set.normals, options, weights, monitor);
    }

    void init()
    {
        QSettings().clear();
        m_document = std::make_unique<Document>();
        m_page = std::make_unique<LivePage>(m_document.get());
        m_page->resize(1100, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_watched = m_folder.filePath(QStringLiteral("watched%1").arg(++m_tests));
        QVERIFY(QDir().mkpath(m_watched));
    }

    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void cleanupTestCase() { QSettings().clear(); }

    void withoutAModelItLeadsToOne()
    {
        QVERIFY(find<QWidget>("liveTrain")->isVisible());
        QVERIFY(!find<QWidget>("liveStart")->isVisible());
        QSignalSpy train(m_page.get(), &LivePage::trainRequested);
        QSignalSpy open(m_page.get(), &LivePage::modelRequested);
        QTest::mouseClick(find<QAbstractButton>("liveTrain"), Qt::LeftButton);
        QTest::mouseClick(find<QAbstractButton>("liveOpenModel"), Qt::LeftButton);
        QCOMPARE(train.count(), 1);
        QCOMPARE(open.count(), 1);
        m_document->setModel(m_model);
        QVERIFY(!find<QWidget>("liveTrain")->isVisible());
        QVERIFY(find<QWidget>("liveStart")->isVisible());
        QVERIFY(!find<QWidget>("liveStart")->isEnabled()); // nothing to watch
        QVERIFY(find<QLabel>("liveReason")->text().contains("Choose a folder"));
    }

    void everyNewPictureGetsItsVerdict()
    {
        setThresholds(1e9);
        startWatching();
        drop("a.png", 1);
        waitFor([&] { return number("liveGood") == 1; });
        auto *verdict = find<VerdictField>("liveVerdict");
        QCOMPARE(verdict->word(), QString("OK"));
        QVERIFY(verdict->accessibleName().startsWith("OK, a.png"));
        auto *viewer = find<PictureViewer>("liveViewer");
        QVERIFY(viewer->isVisible() && viewer->picture() && !viewer->picture()->map.empty());
        QVERIFY(find<QLabel>("liveYield")->text().startsWith("100.0"));
        QVERIFY(find<QLabel>("liveLatency")->text().contains("95 %"));
        QCOMPARE(find<ControlChartPlot>("liveChart")->pointCount(), 1);
        QCOMPARE(find<QListWidget>("liveRejects")->count(), 0);
        drop("b.png", 2);
        drop("c.png", 3);
        waitFor([&] { return number("liveGood") == 3; });
        QCOMPARE(find<ControlChartPlot>("liveChart")->pointCount(), 3);
        stopWatching();
        QVERIFY(find<QWidget>("liveStart")->isVisible());
        QCOMPARE(verdict->word(), QString("OK")); // the last one stays to be looked at
    }

    void rejectsAreKeptInTheStrip()
    {
        setThresholds(-1e9);
        startWatching();
        drop("a.png", 1);
        waitFor([&] { return number("liveDefective") == 1; });
        QCOMPARE(find<VerdictField>("liveVerdict")->word(), QString("NOT OK"));
        auto *strip = find<QListWidget>("liveRejects");
        QCOMPARE(strip->count(), 1);
        QVERIFY(strip->item(0)->toolTip().contains("a.png") && !strip->item(0)->icon().isNull());
        QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->visualItemRect(strip->item(0)).center());
        auto *dialog = m_page->findChild<QDialog *>("rejectDialog");
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel *>("rejectDetail")->text().contains("a.png"));
        auto *opened = dialog->findChild<PictureViewer *>("rejectViewer");
        QTRY_VERIFY(opened->picture() && !opened->picture()->map.empty());
        dialog->close();
        drop("b.png", 2);
        waitFor([&] { return strip->count() == 2; });
        QVERIFY(strip->item(0)->toolTip().contains("b.png")); // the newest first
        for (int i = 0; i < 28; ++i)
            drop(QStringLiteral("more%1.png").arg(i), 100 + i);
        waitFor([&] { return number("liveDefective") == 30; });
        QCOMPARE(strip->count(), static_cast<int>(LiveSession::mostRejects));
        auto *bar = find<MessageBar>("liveMessages");
        QVERIFY2(bar->text().contains("30 parts in a row"), qPrintable(bar->text())); // as many as there are by now
        stopWatching();
    }

    void aRowOfRejectsIsOverWithAGoodPart()
    {
        const std::vector<double> scores = {scoreOf(1), scoreOf(2)};
        const int good = scores[0] < scores[1] ? 1 : 2;
        setThresholds((scores[0] + scores[1]) / 2);
        startWatching();
        for (int i = 0; i < 6; ++i)
            drop(QStringLiteral("bad%1.png").arg(i), 3 - good);
        waitFor([&] { return number("liveDefective") == 6; });
        auto *bar = find<MessageBar>("liveMessages");
        QVERIFY(bar->isVisible() && bar->text().contains("6 parts in a row"));
        drop("good.png", good);
        waitFor([&] { return number("liveGood") == 1; });
        QCOMPARE(find<VerdictField>("liveVerdict")->word(), QString("OK"));
        QVERIFY(!bar->isVisible() || !bar->text().contains("in a row"));
        stopWatching();
    }

    void anotherModelBeginsWithAnEmptyPage()
    {
        setThresholds(-1e9);
        startWatching();
        drop("a.png", 1);
        waitFor([&] { return number("liveDefective") == 1; });
        QVERIFY(!find<QLabel>("liveLimits")->text().isEmpty());
        stopWatching();
        m_document->setModel(m_model); // the same one again
        QCOMPARE(number("liveDefective"), 1);
        m_document->setModel(m_other);
        QVERIFY(!find<VerdictField>("liveVerdict")->verdict());
        QVERIFY(find<QLabel>("liveReason")->text().startsWith("Ready"));
        QCOMPARE(number("liveDefective"), 0);
        QCOMPARE(find<QListWidget>("liveRejects")->count(), 0);
        QCOMPARE(find<ControlChartPlot>("liveChart")->pointCount(), 0);
        QVERIFY(find<QLabel>("liveLimits")->text().isEmpty());
        QVERIFY(!find<QWidget>("liveDrift")->isVisible());
    }

    /// A camera that writes every picture to the same name.
    void aRejectIsShownAsItWasJudged()
    {
        setThresholds(-1e9);
        startWatching();
        drop("same.png", 1);
        waitFor([&] { return number("liveDefective") == 1; });
        const cv::Mat first = readImage(toPath(m_watched + "/same.png"));
        QVERIFY(QFile::remove(m_watched + "/same.png"));
        drop("same.png", 2);
        auto *strip = find<QListWidget>("liveRejects");
        waitFor([&] { return strip->count() == 2; });
        stopWatching();
        QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->visualItemRect(strip->item(1)).center());
        auto *viewer = m_page->findChild<PictureViewer *>("rejectViewer");
        QTRY_VERIFY(viewer && viewer->picture());
        QCOMPARE(cv::norm(viewer->picture()->values, first, cv::NORM_INF), 0.0);
        QVERIFY(!viewer->picture()->map.empty() && viewer->picture()->remark.isEmpty());
    }

    /// Too large to be kept: it is read again, and known by its pixels.
    void aFileThatHasChangedIsShownWithoutItsMap()
    {
        const QString file = m_folder.filePath("large.png");
        writeTinyPicture(file, 1);
        LiveReject reject;
        reject.result.sample.image = toPath(file);
        const cv::Mat judged = readImage(toPath(file));
        reject.result.prediction = m_model->inspect(judged);
        reject.content = LiveSession::contentOf(judged);
        const auto shown = [&] {
            const RejectDialog dialog(reject, MapSource::of(m_model), {});
            auto *viewer = dialog.findChild<PictureViewer *>("rejectViewer");
            [&] { QTRY_VERIFY(viewer->picture()); }();
            return viewer->picture();
        };
        QVERIFY(!shown()->map.empty());
        writeTinyPicture(file, 2);
        const PicturePointer after = shown();
        QVERIFY(!after->levels.empty() && after->map.empty() && after->regions.empty());
        QVERIFY(after->remark.startsWith("The file has changed"));
    }

    void anUnreadablePictureSaysWhyInTheWindowsLanguage()
    {
        setThresholds(1e9);
        startWatching();
        const ActiveLanguage german(*qApp, "de");
        const QString half = m_watched + "/.broken.part";
        writeBrokenPicture(half);
        QVERIFY(QFile::rename(half, m_watched + "/broken.png"));
        waitFor([&] { return number("liveUnreadable") == 1; });
        const QString said = find<QLabel>("liveReason")->text();
        QVERIFY2(said.contains(engineText(errorSentence(ErrorCode::NotAnImage))), qPrintable(said));
        stopWatching();
    }

    void theReviewBandHasAVerdictOfItsOwn()
    {
        setThresholds(1e9, -1e9);
        startWatching();
        drop("a.png", 1);
        waitFor([&] { return number("liveReview") == 1; });
        QCOMPARE(find<VerdictField>("liveVerdict")->word(), QString("REVIEW"));
        QCOMPARE(find<QListWidget>("liveRejects")->count(), 1);
        stopWatching();
    }

    void picturesThatAreThereAlreadyComeWhereAskedFor()
    {
        setThresholds(1e9);
        drop("old.png", 1);
        find<QCheckBox>("liveExisting")->setChecked(true);
        startWatching();
        waitFor([&] { return number("liveGood") == 1; });
        stopWatching();
    }

    void aVanishedFolderIsSaidAndWaitedFor()
    {
        setThresholds(1e9);
        startWatching();
        drop("a.png", 1);
        waitFor([&] { return number("liveGood") == 1; });
        QVERIFY(QDir().rename(m_watched, m_watched + "-away"));
        auto *bar = find<MessageBar>("liveMessages");
        waitFor([&] { return bar->isVisible() && bar->text().contains("cannot be reached"); });
        QCOMPARE(bar->severity(), MessageBar::Severity::Warning);
        auto *verdict = find<VerdictField>("liveVerdict");
        QVERIFY(!verdict->verdict()); // no OK of a line that is not looked at
        QVERIFY(find<QLabel>("liveReason")->text().startsWith("Nothing is judged"));
        QVERIFY(QDir().rename(m_watched + "-away", m_watched));
        waitFor([&] { return bar->text().contains("is back"); });
        QCOMPARE(bar->severity(), MessageBar::Severity::Information);
        QCOMPARE(find<QLabel>("liveReason")->text(), QString("Waiting for the next picture"));
        drop("b.png", 2);
        waitFor([&] { return number("liveGood") == 2; });
        QCOMPARE(verdict->word(), QString("OK"));
        stopWatching();
        QVERIFY(!bar->isVisible()); // no watching goes on
    }

    void resultsAreLogged()
    {
        setThresholds(1e9);
        const QString log = m_folder.filePath("log.csv");
        find<QLineEdit>("liveLog")->setText(log);
        startWatching();
        drop("a.png", 1);
        waitFor([&] { return number("liveGood") == 1; });
        QVERIFY(QFile::exists(log));
        QVERIFY(QFile::remove(log)); // begun anew with the next row
        drop("b.png", 2);
        waitFor([&] { return number("liveGood") == 2; });
        stopWatching();
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.startsWith("time,picture,verdict,score"));
        QVERIFY(content.contains(",b.png,good,") && !content.contains("a.png"));
    }

    void whatCannotStartSaysWhy()
    {
        setThresholds(1e9);
        QSignalSpy running(m_page.get(), &LivePage::runningChanged);
        find<QLineEdit>("liveFolder")->setText(m_folder.filePath("nowhere"));
        QTest::mouseClick(find<QAbstractButton>("liveStart"), Qt::LeftButton);
        QVERIFY(running.count() == 2 || running.wait());
        waitForEnd(running);
        auto *bar = find<MessageBar>("liveMessages");
        QVERIFY(bar->isVisible() && bar->text().contains("nowhere"));
        QCOMPARE(bar->severity(), MessageBar::Severity::Error);
        QVERIFY(find<QWidget>("liveStart")->isEnabled());
    }

    void aCameraThatIsNotThereIsSaid()
    {
        setThresholds(1e9);
        find<QComboBox>("liveSource")->setCurrentIndex(1);
        QVERIFY(find<QWidget>("liveCamera")->isVisible() && !find<QWidget>("liveFolder")->isVisible());
        find<QLineEdit>("liveCamera")->setText(m_folder.filePath("none.avi"));
        QTest::mouseClick(find<QAbstractButton>("liveStart"), Qt::LeftButton);
        auto *bar = find<MessageBar>("liveMessages");
        waitFor([&] { return bar->isVisible() && bar->text().contains("gives no pictures"); });
        stopWatching();
    }

    void anotherModelIsUsedFromTheNextStartOn()
    {
        setThresholds(1e9);
        startWatching();
        m_document->setModel(m_other);
        auto *bar = find<MessageBar>("liveMessages");
        QVERIFY(bar->isVisible() && bar->text().contains("Stop and start again"));
        stopWatching();
    }

    void theChoiceIsRemembered()
    {
        setThresholds(1e9);
        find<QLineEdit>("liveLog")->setText(m_folder.filePath("remembered.csv"));
        startWatching();
        stopWatching();
        m_page = std::make_unique<LivePage>(m_document.get());
        QCOMPARE(find<QLineEdit>("liveFolder")->text(), m_watched);
        QCOMPARE(find<QLineEdit>("liveLog")->text(), m_folder.filePath("remembered.csv"));
    }

    /// By keyboard alone: Tab reaches what is needed, Space starts and stops.
    void itWorksByKeyboard()
    {
        setThresholds(1e9);
        find<QLineEdit>("liveFolder")->setText(m_watched);
        QSignalSpy running(m_page.get(), &LivePage::runningChanged);
        auto *start = find<QAbstractButton>("liveStart");
        find<QComboBox>("liveSource")->setFocus();
        for (int i = 0; i < 20 && !start->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(start->hasFocus());
        QTest::keyClick(start, Qt::Key_Space);
        QVERIFY(m_page->isRunning());
        auto *stop = find<QAbstractButton>("liveStop");
        QVERIFY(stop->hasFocus());
        QTest::keyClick(stop, Qt::Key_Space);
        waitForEnd(running);
        QVERIFY(start->hasFocus());
    }

    void everythingHasANameAndATip()
    {
        m_document->setModel(m_model);
        for (const char *name :
             {"liveSource", "liveFolder", "liveCamera", "liveEvery", "liveLog", "liveChart", "liveRejects",
              "liveGood", "liveReview", "liveDefective", "liveUnreadable", "liveYield", "liveLatency"})
            QVERIFY2(!find<QWidget>(name)->accessibleName().isEmpty(), name);
        for (const char *name : {"liveSource", "liveFolder", "liveExisting", "liveChooseFolder", "liveCamera",
                                 "liveEvery", "liveLog", "liveChooseLog", "liveStart", "liveStop", "liveChart"})
            QVERIFY2(!find<QWidget>(name)->toolTip().isEmpty(), name);
    }

    void closingThePageEndsTheWatch()
    {
        setThresholds(1e9);
        startWatching();
        drop("a.png", 1);
        m_page.reset(); // must neither wait for long nor crash
    }

private:
    template <class T>
    T *find(const QByteArray &name)
    {
        T *widget = m_page->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no widget %s", name.constData());
        return widget;
    }

    int number(const QByteArray &name) { return find<QLabel>(name)->text().toInt(); }

    /// Of the picture that `drop` writes under this number.
    double scoreOf(int number)
    {
        const QString file = m_folder.filePath("scored.png");
        writeTinyPicture(file, number);
        return m_model->inspect(readImage(toPath(file))).score;
    }

    void setThresholds(double threshold, std::optional<double> review = {})
    {
        m_document->setModel(m_model);
        OperatingPoint point = m_document->operatingPoint();
        point.threshold = threshold;
        point.reviewThreshold = review;
        m_document->setOperatingPoint(point);
    }

    void startWatching()
    {
        find<QLineEdit>("liveFolder")->setText(m_watched);
        QTest::mouseClick(find<QAbstractButton>("liveStart"), Qt::LeftButton);
        QVERIFY(m_page->isRunning());
        QVERIFY(find<QWidget>("liveStop")->isVisible() && !find<QWidget>("liveSetup")->isVisible());
        // The first look decides what was there already: a picture dropped before it would never be inspected.
        auto *verdict = find<VerdictField>("liveVerdict");
        waitFor([&] { return verdict->verdict() || verdict->accessibleName().startsWith("Waiting"); });
    }

    void stopWatching()
    {
        QSignalSpy running(m_page.get(), &LivePage::runningChanged);
        QTest::mouseClick(find<QAbstractButton>("liveStop"), Qt::LeftButton);
        waitForEnd(running);
    }

    void waitForEnd(QSignalSpy &running)
    {
        while (m_page->isRunning())
            QVERIFY(running.wait(60'000));
    }

    /// As a camera writes it: under another name first.
    void drop(const QString &name, int number)
    {
        const QString half = m_watched + "/." + name + ".png";
        writeTinyPicture(half, number);
        QVERIFY(QFile::rename(half, m_watched + '/' + name));
    }

    void waitFor(const std::function<bool()> &isSo)
    {
        QSignalSpy updates(m_page.get(), &LivePage::updated);
        while (!isSo())
            QVERIFY(updates.wait(60'000));
    }

    QTemporaryDir m_folder;
    QString m_watched;
    int m_tests = 0;
    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Model> m_other;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<LivePage> m_page;
};

QTEST_MAIN(TestLivePage)
#include "test_livepage.moc"
