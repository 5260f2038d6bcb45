#include <memory>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>

#include "ui/dialogs/maskdialog.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/format.h"
#include "ui/widgets/maskeditor.h"
#include "ui/widgets/thumbnailstore.h"
#include "ui/window/mainwindow.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// The guide's first five minutes, done with the sample and the weights that ship. Each page's picture is kept in
/// build/screenshots/guide; resources/guide/renew-pictures.sh makes the guide's pictures of them.
class TestGuidePictures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder{QDir::tempPath() + "/line-XXXXXX"};
    std::unique_ptr<ActiveLanguage> m_language;
    std::unique_ptr<MainWindow> m_window;

    template <class T>
    T *find(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    Document *document() const { return m_window->document(); }
    void click(const QString &button) const { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }

    static void keep(QWidget *widget, const QString &name)
    {
        constexpr int settling = 300; // ms, for plots and layouts that follow later; nothing is asserted about them
        QTest::qWait(settling);
        const QImage picture = widget->grab().toImage();
        QVERIFY(picture.width() > 400);
        QVERIFY(picture.save(QStringLiteral(SPOTCHECK_SCREENSHOTS "/%1.png").arg(name)));
    }

    /// Trains what is chosen, and runs it over the test pictures.
    void trainAndInspect()
    {
        QSignalSpy trained(m_window->jobs(), &JobRunner::succeeded);
        click("trainStart");
        QTRY_COMPARE_WITH_TIMEOUT(trained.count(), 1, 300'000);
        QSignalSpy shown(m_window->findChild<InspectPage *>(), &InspectPage::summaryShown);
        click("trainingInspect");
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty() && !m_window->jobs()->isBusy(), 300'000);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("spotcheck-test");
        QCoreApplication::setApplicationName("test_guidepictures");
        QSettings().clear();
        configureRuntime(2);
        QVERIFY(QDir().mkpath(SPOTCHECK_SCREENSHOTS));
        SampleOptions sample;
        sample.normalCount = 60;
        sample.goodTestCount = 12;
        sample.defectiveTestCount = 20;
        sample.imageSize = 384;
        JobMonitor monitor;
        writeSampleDataset(toPath(m_folder.filePath("plates")), sample, monitor);

        m_language = std::make_unique<ActiveLanguage>(*qApp, "en");
        applyTheme(*qApp, ColourScheme::Light);
        m_window = std::make_unique<MainWindow>(
            WeightsStore({}, {toPath(QStringLiteral(SPOTCHECK_SOURCE_DIR "/resources/backbone"))}),
            toPath(m_folder.filePath("autosave")));
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanupTestCase()
    {
        m_window.reset();
        QSettings().clear();
    }

    void images()
    {
        m_window->open(m_folder.filePath("plates"));
        QTRY_COMPARE_WITH_TIMEOUT(document()->samples(Lane::Test).size(), 32u, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs()->isBusy(), 30'000);
        auto *thumbnails = m_window->findChild<ThumbnailStore *>();
        for (const Lane lane : {Lane::Normal, Lane::Test}) {
            for (const Sample &sample : document()->samples(lane))
                QTRY_VERIFY_WITH_TIMEOUT(thumbnails->find(fromPath(sample.image)), 30'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(find<QToolButton>("checksSummary")->text().contains("looked over"), 30'000);
        keep(m_window.get(), "images");
        QVERIFY(!document()->samples(Lane::Test).front().mask.empty());
        MaskDialog masks({document()->samples(Lane::Test).front()}, toPath(m_folder.filePath("masks")));
        masks.resize(900, 640);
        masks.show();
        QTRY_VERIFY(masks.findChild<MaskEditor *>()->hasPicture());
        keep(&masks, "masks");
    }

    void train()
    {
        click("rail_train");
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("trainEstimate")->text().contains("about"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs()->isBusy(), 30'000);
        keep(m_window.get(), "train");
        trainAndInspect();
    }

    /// What the guide promises of the sample: most defects come before most good plates.
    void inspect()
    {
        const std::shared_ptr<const Evaluation> evaluation = document()->evaluation();
        QVERIFY(evaluation && evaluation->results.size() == 32);
        QVERIFY2(evaluation->scores.auroc() > 0.7, qPrintable(QString::number(evaluation->scores.auroc())));
        auto *list = find<QListView>("resultList");
        QSignalSpy shown(m_window->findChild<InspectPage *>(), &InspectPage::pictureShown);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 30'000);
        QVERIFY(evaluation->results[static_cast<std::size_t>(shown.last().first().toInt())].sample.label ==
                Label::Defective);
        keep(m_window.get(), "inspect");
    }

    void scale()
    {
        click("scaleButton");
        auto *dialog = find<QDialog>("scaleDialog");
        QTRY_VERIFY(dialog->isVisible());
        auto *viewer = dialog->findChild<PictureViewer *>("scaleViewer");
        QTRY_VERIFY(viewer->picture());
        for (const QPointF end : {QPointF(33.5, 264.5), QPointF(351.5, 264.5)}) // from edge to edge of the plate
            QTest::mouseClick(viewer, Qt::LeftButton, {}, viewer->fromPicture(end).toPoint());
        dialog->findChild<QDoubleSpinBox *>("scaleLength")->setValue(80);
        QVERIFY(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
        keep(dialog, "scale");
        dialog->reject();
    }

    void exportReport()
    {
        find<QAction>("exportReport")->trigger();
        auto *dialog = find<QDialog>("exportReportDialog");
        QTRY_VERIFY(dialog->isVisible());
        dialog->findChild<QLineEdit *>("folder")->setText(
            "/data/reports/plates"); // nobody's own folder in the picture
        keep(dialog, "export");
        dialog->reject();
    }

    void compare()
    {
        click("rail_train");
        click("trainAgain");
        click("detectorCard_padim");
        trainAndInspect();
        click("rail_compare");
        QTRY_VERIFY(find<QWidget>("comparePage")->isVisible());
        QCOMPARE(document()->models().size(), 2u);
        keep(m_window.get(), "compare");

        // The rest of the day goes on with PatchCore, the table's first row.
        auto *table = find<QTableView>("compareTable");
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("PatchCore"));
        table->selectRow(0);
        click("compareUse");
        QTRY_VERIFY(!find<QAbstractButton>("compareUse")->isEnabled());
    }

    void live()
    {
        click("rail_live");
        find<QLineEdit>("liveFolder")->setText(m_folder.filePath("plates/test"));
        find<QLineEdit>("liveLog")->setText(m_folder.filePath("live.csv"));
        find<QCheckBox>("liveExisting")->setChecked(true);
        click("liveStart");
        const auto number = [this](const char *name) { return find<QLabel>(name)->text().toInt(); };
        QTRY_COMPARE_WITH_TIMEOUT(number("liveGood") + number("liveReview") + number("liveDefective"), 32, 120'000);
        QVERIFY(number("liveDefective") > 0 && number("liveGood") > 0);
        auto *summary = find<ElidedLabel>("liveSummary");
        summary->setText(
            QString(summary->text()).replace(m_folder.path(), "/data")); // nobody's own folder in the picture
        keep(m_window.get(), "live");

        auto *rejects = find<QListWidget>("liveRejects");
        QVERIFY(rejects->count() > 0);
        QTest::mouseClick(rejects->viewport(), Qt::LeftButton, {},
                          rejects->visualItemRect(rejects->item(0)).center());
        auto *dialog = find<QDialog>("rejectDialog");
        auto *viewer = dialog->findChild<PictureViewer *>("rejectViewer");
        QTRY_VERIFY_WITH_TIMEOUT(viewer->picture() && !viewer->picture()->map.empty(), 30'000);
        auto *detail = dialog->findChild<QLabel *>("rejectDetail");
        detail->setText(detail->text().replace(m_folder.path(), "/data"));
        keep(dialog, "reject");
        dialog->close();
    }
};

QTEST_MAIN(TestGuidePictures)
#include "test_guidepictures.moc"
