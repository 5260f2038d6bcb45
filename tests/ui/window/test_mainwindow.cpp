#include <memory>

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoStack>
#include <QtTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/model/model.h>

#include "dropping.h"
#include "randomweights.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/project/autosave.h"
#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("spotcheck-test");
        QCoreApplication::setApplicationName("test_mainwindow");
        QSettings().clear();
        applyTheme(*qApp, ColourScheme::Light);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        writeRandomResNet18(toPath(m_folder.filePath("weights/embedded-resnet18.safetensors")));
        writeTinyDataset(m_folder.filePath("plates"));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(WeightsStore(toPath(m_folder.filePath("weights")), {}));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void cleanupTestCase() { QSettings().clear(); }

    void theRailShowsItsPages()
    {
        for (const QByteArray id : {"train", "inspect", "compare", "live", "images"}) {
            QTest::mouseClick(find<QToolButton>("rail_" + id), Qt::LeftButton);
            QVERIFY2(find<QWidget>(id + "Page")->isVisible(), id.constData());
        }
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("trainPage")->isVisible());
    }

    void theSheetNamesEveryKeyOnItsPage()
    {
        find<QAction>("shortcuts")->trigger();
        auto *tree = find<QTreeWidget>("shortcuts");
        QMap<QString, QStringList> groups; // titles, and the keys below each
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *group = tree->topLevelItem(row);
            for (int line = 0; line < group->childCount(); ++line)
                groups[group->text(0)] += group->child(line)->text(1).split(", ");
        }
        for (auto group = groups.begin(); group != groups.end(); ++group) {
            QStringList once = group.value();
            QCOMPARE(once.removeDuplicates(), 0);
        }
        for (const char *title : {"On the Images page", "On the Inspect page"})
            QVERIFY2(groups[title].contains("G"), title);
        for (const char *key : {"B", "P", "E", "[", "]", "PgUp", "PgDown"})
            QVERIFY2(groups["In the mask editor"].contains(key), key);
        QStringList all;
        for (const QStringList &keys : groups)
            all += keys;
        for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            const QString key = button->shortcut().toString(QKeySequence::NativeText);
            if (!key.isEmpty() && !key.startsWith("Alt+"))
                QVERIFY2(all.contains(key), qPrintable(button->objectName() + ' ' + key));
        }
        tree->window()->close();
    }

    void everyCommandHasATip()
    {
        for (const char *name : {"openDataset", "addNormals", "addTests", "openModel", "saveModel", "exportReport",
                                 "openSample", "undo", "redo", "backbones"}) {
            auto *action = find<QAction>(name);
            QVERIFY2(!action->toolTip().isEmpty() && !action->icon().isNull(), name);
        }
        QVERIFY(!find<QAction>("saveModel")->isEnabled());
        QVERIFY(!find<QAction>("exportReport")->isEnabled());
    }

    void theBackbonesOpenOnceBesideTheWindow()
    {
        find<QAction>("backbones")->trigger();
        auto *dialog = find<QDialog>("backbonesDialog");
        QVERIFY(dialog->isVisible() && !dialog->isModal());
        find<QAbstractButton>("openBackbones")->click();
        QCOMPARE(m_window->findChildren<QDialog *>("backbonesDialog").size(), 1);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<QDialog *>("backbonesDialog"));
        find<QAction>("backbones")->trigger();
        m_window->close();
        QVERIFY(!m_window->findChild<QDialog *>("backbonesDialog"));
    }

    void aDatasetOpensAndUndoTakesItBack()
    {
        m_window->open(m_folder.filePath("plates"));
        QTRY_COMPARE(m_window->document()->samples(Lane::Normal).size(), 4u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QVERIFY(m_window->windowTitle().startsWith("plates"));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->document()->samples(Lane::Normal).size(), 0u);
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(m_window->document()->samples(Lane::Normal).size(), 4u);
    }

    void aSecondDatasetReplacesTheFirst()
    {
        writeTinyDataset(m_folder.filePath("others"), 3);
        m_window->open(m_folder.filePath("plates"));
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        m_window->open(m_folder.filePath("others"));
        QTRY_COMPARE(m_window->document()->samples(Lane::Normal).size(), 3u);
        QCOMPARE(m_window->document()->samples(Lane::Test).size(), 5u);
    }

    void picturesDroppedOnTheWindowAreAskedFor()
    {
        QTest::mouseClick(find<QToolButton>("rail_train"), Qt::LeftButton);
        QVERIFY(dropFiles(m_window.get(), {m_folder.filePath("plates/train/good")}));
        QTRY_VERIFY(find<QWidget>("imagesMessages")->isVisible());
        QTest::mouseClick(find<QAbstractButton>("askNormal"), Qt::LeftButton);
        QCOMPARE(m_window->document()->samples(Lane::Normal).size(), 4u);
    }

    void aFailureIsToldAtTheTopOfThePage()
    {
        QFile broken(m_folder.filePath("broken.spotcheck"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no model at all, but long enough to have a header");
        broken.close();
        m_window->open(broken.fileName());
        auto *bar = find<MessageBar>("windowMessages");
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains("broken.spotcheck"), qPrintable(bar->text()));
        QVERIFY(bar->findChild<QPushButton *>("messageDetails")->isVisible());
        QVERIFY(find<QLabel>("jobWords")->text().contains("failed"));
    }

    void everyPageShowsThatLiveRuns()
    {
        m_window->document()->setModel(trainedOn(someNormals()));
        QTest::mouseClick(find<QToolButton>("rail_live"), Qt::LeftButton);
        auto *running = find<QLabel>("liveRunning");
        QVERIFY(!running->isVisible());
        QVERIFY(QDir().mkpath(m_folder.filePath("watched")));
        find<QLineEdit>("liveFolder")->setText(m_folder.filePath("watched"));
        QTest::mouseClick(find<QPushButton>("liveStart"), Qt::LeftButton);
        for (const QByteArray id : {"images", "train", "inspect", "compare"}) {
            QTest::mouseClick(find<QToolButton>("rail_" + id), Qt::LeftButton);
            QVERIFY2(running->isVisible() && running->text().contains("Live"), id.constData());
        }
        QTest::mouseClick(find<QToolButton>("rail_live"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("liveStop"), Qt::LeftButton);
        QTRY_VERIFY(!running->isVisible());
    }

    void aModelIsSavedAndOpened()
    {
        m_window->document()->setModel(trainedOn(someNormals()));
        QVERIFY(find<QAction>("saveModel")->isEnabled());
        QVERIFY(find<QLabel>("projectSummary")->text().contains("PatchCore"));
        const double threshold = m_window->document()->operatingPoint().threshold;
        const QString file = m_folder.filePath("plates.spotcheck");
        m_window->saveModel(file);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QVERIFY(QFile::exists(file));

        m_window->document()->setModel(nullptr);
        QVERIFY(dropFiles(m_window.get(), {file}));
        QTRY_VERIFY(m_window->document()->model());
        QCOMPARE(m_window->document()->operatingPoint().threshold, threshold);
        QVERIFY(find<QWidget>("inspectPage")->isVisible());

        // What came from its file alone is no work that could be lost; with pictures it is part of a project.
        m_window->document()->clear();
        for (const int models : {1, 2}) {
            m_window->open(file);
            QTRY_COMPARE(m_window->document()->models().size(), std::size_t(models));
            QTRY_VERIFY(!m_window->jobs()->isBusy());
            QVERIFY(!m_window->document()->isModified() && !m_window->isWindowModified());
        }
        QCOMPARE(m_window->document()->currentModel(), 1);
        QVERIFY(m_window->close());

        m_window->document()->addSamples(Lane::Normal, someNormals());
        m_window->open(file);
        QTRY_COMPARE(m_window->document()->models().size(), std::size_t(3));
        m_window->document()->undoStack()->undo();
        QVERIFY(m_window->document()->isModified());
        m_window->projects()->autosave()->discard();
    }

    void theListIsWalkedAsSoonAsThePageIsShown()
    {
        const QString folder = m_folder.filePath("plates");
        m_window->open(folder);
        QTRY_COMPARE(m_window->document()->samples(Lane::Test).size(), 5u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        m_window->document()->setModel(trainedOn(m_window->document()->samples(Lane::Normal)));
        QTest::mouseClick(find<QToolButton>("rail_inspect"), Qt::LeftButton);
        QTest::mouseClick(find<QAbstractButton>("inspectStart"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->evaluation(), 60'000);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        auto *list = find<QListView>("resultList");
        const auto walks = [&] {
            list->setCurrentIndex(list->model()->index(0, 0));
            for (int press = 0; press < 2; ++press)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            return find<QWidget>("inspectPage")->isVisible() && list->currentIndex().row() == 2;
        };
        QVERIFY(walks());
        QTest::mouseClick(find<QAbstractButton>("inspectButton"), Qt::LeftButton); // again
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QVERIFY(walks());
        QTest::mouseClick(find<QToolButton>("rail_train"), Qt::LeftButton);
        for (int click = 0; click < 2; ++click) { // the second time it is shown already
            QTest::mouseClick(find<QToolButton>("rail_inspect"), Qt::LeftButton);
            QVERIFY(walks());
        }
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("imagesPage")->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("inspectPage")->isVisible());
        QVERIFY(walks());

        // Whoever types goes on typing, and the rail is walked by its own arrow keys.
        auto *search = find<QLineEdit>("resultSearch");
        search->setFocus();
        m_window->document()->setLabel(Lane::Test, {0}, Label::Unlabelled); // another evaluation
        QVERIFY(search->hasFocus());
        auto *train = find<QToolButton>("rail_train");
        QTest::mouseClick(train, Qt::LeftButton);
        train->setFocus();
        QTest::keyClick(train, Qt::Key_Down);
        QVERIFY(find<QWidget>("inspectPage")->isVisible() && find<QToolButton>("rail_inspect")->hasFocus());
        m_window->projects()->autosave()->discard();
    }

    void theSelectionOfTheListIsExported()
    {
        m_window->open(m_folder.filePath("plates"));
        QTRY_COMPARE(m_window->document()->samples(Lane::Test).size(), 5u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        m_window->document()->setModel(trainedOn(m_window->document()->samples(Lane::Normal)));
        QTest::mouseClick(find<QToolButton>("rail_inspect"), Qt::LeftButton);
        QTest::mouseClick(find<QAbstractButton>("inspectStart"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->evaluation(), 60'000);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        auto *list = find<QListView>("resultList");
        const auto click = [list](int row, Qt::KeyboardModifiers modifiers) {
            const QRect place = list->visualRect(list->model()->index(row, 0));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers, place.center());
        };
        click(0, {});
        click(2, Qt::ControlModifier);
        find<QAction>("exportReport")->trigger();
        auto *dialog = find<QDialog>("exportReportDialog");
        auto *selected = dialog->findChild<QRadioButton *>("picturesSelected");
        QVERIFY(selected->isEnabled());
        selected->click();
        const QString folder = m_folder.filePath("selected");
        dialog->findChild<QLineEdit *>("folder")->setText(folder);
        dialog->findChild<QCheckBox *>("formatPdf")->setChecked(false);
        dialog->findChild<QCheckBox *>("formatHtml")->setChecked(true);
        dialog->findChild<QPushButton *>("export")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs()->isBusy(), 60'000);
        QFile html(folder + "/report.html");
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray page = html.readAll();
        QCOMPARE(page.count("<article"), 2);
        dialog->reject();

        // Without results there is nothing to report.
        m_window->document()->removeSamples(Lane::Test, {0, 1, 2, 3, 4});
        QVERIFY(m_window->document()->evaluation());
        QVERIFY(!find<QAction>("exportReport")->isEnabled());
        m_window->projects()->autosave()->discard();
    }

    void theThemeIsChangedAndKept()
    {
        find<QAction>("themeDark")->trigger();
        QVERIFY(isDark(m_window->palette()));
        QCOMPARE(Preferences().colourScheme(), ColourScheme::Dark);
        find<QAction>("themeLight")->trigger();
        QVERIFY(!isDark(m_window->palette()));
        QCOMPARE(Preferences().colourScheme(), ColourScheme::Light);
    }

    void theGeometryIsKept()
    {
        m_window->resize(1240, 720);
        m_window->close();
        m_window.reset();
        m_window = std::make_unique<MainWindow>(WeightsStore(toPath(m_folder.filePath("weights")), {}));
        QCOMPARE(m_window->size(), QSize(1240, 720));
    }

    void aboutNamesTheVersions()
    {
        find<QAction>("about")->trigger();
        auto *dialog = find<QWidget>("aboutDialog");
        QVERIFY(dialog->isVisible());
        const QString versions = dialog->findChild<QLabel *>("libraryVersions")->text();
        for (const char *library : {"Qt 6", "LibTorch", "OpenCV", "Faiss"})
            QVERIFY2(versions.contains(library), library);
        dialog->close();
    }

    void itFitsASmallScreen()
    {
        QVERIFY2(
            m_window->minimumSizeHint().width() <= 1280 && m_window->minimumSizeHint().height() <= 800,
            qPrintable(
                QString("%1x%2").arg(m_window->minimumSizeHint().width()).arg(m_window->minimumSizeHint().height())));
    }

private:
    template <class T>
    T *find(const QByteArray &name)
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("nothing is named %s", name.constData());
        return found;
    }

    std::vector<Sample> someNormals() const
    {
        std::vector<Sample> normals(3);
        for (std::size_t i = 0; i < normals.size(); ++i)
            normals[i].image = toPath(m_folder.filePath(QString("plates/train/good/00%1.png").arg(i)));
        return normals;
    }

    std::shared_ptr<const Model> trainedOn(const std::vector<Sample> &normals) const
    {
        TrainingOptions options;
        options.preprocessing.inputSize = 32;
        JobMonitor monitor;
        return Model::train(normals, options, WeightsStore(toPath(m_folder.filePath("weights")), {}), monitor);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
