#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QUndoStack>
#include <QtTest>

#include <spotcheck/core/runtime.h>

#include "randomweights.h"
#include "tinydataset.h"
#include "ui/dialogs/normalsdialog.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/format.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

class TestNormalsDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<NormalsDialog> m_dialog;

    template <class T>
    T *find(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        applyTheme(*qApp, ColourScheme::Light);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        writeRandomResNet18(toPath(m_folder.filePath("weights/resnet18.safetensors")));
        for (int i = 0; i < 9; ++i)
            writeTinyPicture(m_folder.filePath(QString("good%1.png").arg(i)), i);
        QImage odd(48, 48, QImage::Format_RGB888);
        odd.fill(Qt::white);
        QVERIFY(odd.save(m_folder.filePath("odd.png")));
    }

    void init()
    {
        m_document = std::make_unique<Document>();
        m_jobs = std::make_unique<JobRunner>();
        std::vector<Sample> normals;
        for (const char *name :
             {"good0", "good1", "good2", "odd", "good3", "good4", "good5", "good6", "good7", "good8"})
            normals.push_back({toPath(m_folder.filePath(QString("%1.png").arg(name))), Label::Good, {}, {}});
        m_document->addSamples(Lane::Normal, normals);
        TrainingOptions options;
        options.backbone = "resnet18";
        options.preprocessing.inputSize = 64;
        options.parameters = {{"coreset_ratio", 0.5}};
        m_dialog = std::make_unique<NormalsDialog>(m_document.get(), m_jobs.get(),
                                                   WeightsStore(toPath(m_folder.filePath("weights")), {}), options);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void cleanup()
    {
        m_dialog.reset();
        m_jobs.reset();
        m_document.reset();
    }

    void whatDoesNotBelongIsFoundAndRemoved()
    {
        QVERIFY(!find<QPushButton>("normalsRemove")->isEnabled());
        find<QSpinBox>("normalsFolds")->setValue(3);
        QTest::mouseClick(find<QPushButton>("normalsStart"), Qt::LeftButton);
        QVERIFY(find<QProgressBar>("normalsProgress")->isVisible());
        auto *list = find<QTreeWidget>("normalsList");
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 10, 60'000);
        QCOMPARE(list->topLevelItem(0)->text(0), QString("odd.png"));
        auto *viewer = find<PictureViewer>("normalsPicture");
        QTRY_VERIFY(viewer->picture() && !viewer->picture()->map.empty());
        const QImage overlaid = viewer->grab().toImage();
        QTest::keyPress(list, Qt::Key_Space); // the list has the focus
        QVERIFY(viewer->isBare());
        const QImage bare = viewer->grab().toImage();
        QCOMPARE(bare.pixelColor(bare.rect().center()), QColor(Qt::white));
        QVERIFY(overlaid != bare);
        QTest::keyRelease(list, Qt::Key_Space);
        QVERIFY(!viewer->isBare());

        list->clearSelection();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(0)).center());
        QTest::mouseClick(find<QPushButton>("normalsRemove"), Qt::LeftButton);
        QCOMPARE(m_document->samples(Lane::Normal).size(), std::size_t{9});
        for (const Sample &sample : m_document->samples(Lane::Normal))
            QVERIFY(sample.image.filename() != "odd.png");
        QCOMPARE(list->topLevelItemCount(), 9);
        QCOMPARE(list->selectedItems().size(), 1); // the next one
        QCOMPARE(list->selectedItems().first(), list->topLevelItem(0));
        QTRY_VERIFY(viewer->picture() && viewer->picture()->row == 1);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->samples(Lane::Normal)[3].image.filename(), std::filesystem::path("odd.png"));

        QSignalSpy again(m_dialog.get(), &NormalsDialog::trainRequested);
        QTest::mouseClick(find<QPushButton>("normalsTrain"), Qt::LeftButton);
        QCOMPARE(again.count(), 1);
        QVERIFY(!m_dialog->isVisible());
    }

    void aPictureThatHasGoneIsSaid()
    {
        find<QSpinBox>("normalsFolds")->setValue(3);
        QTest::mouseClick(find<QPushButton>("normalsStart"), Qt::LeftButton);
        auto *list = find<QTreeWidget>("normalsList");
        QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 10, 60'000);
        const QString name = list->topLevelItem(4)->text(0);
        const QString file = m_folder.filePath(name);
        QVERIFY(QFile::rename(file, file + ".away"));
        list->setCurrentItem(list->topLevelItem(4));
        auto *viewer = find<PictureViewer>("normalsPicture");
        QTRY_VERIFY(viewer->picture() && viewer->picture()->failure.contains(name));
        QVERIFY(QFile::rename(file + ".away", file));
    }

    void itCanBeCancelled()
    {
        QSignalSpy cancelled(m_jobs.get(), &JobRunner::cancelled);
        QTest::mouseClick(find<QPushButton>("normalsStart"), Qt::LeftButton);
        QCOMPARE(find<QPushButton>("normalsStart")->text(), QString("Cancel"));
        QTest::mouseClick(find<QPushButton>("normalsStart"), Qt::LeftButton);
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(find<QTreeWidget>("normalsList")->topLevelItemCount(), 0);
        QTRY_COMPARE(find<QPushButton>("normalsStart")->text(), QString("Check"));
    }

    void tooFewPicturesAreToldWithTheNumberNeeded()
    {
        find<QSpinBox>("normalsFolds")->setValue(6); // of ten pictures
        QSignalSpy failed(m_jobs.get(), &JobRunner::failed);
        QTest::mouseClick(find<QPushButton>("normalsStart"), Qt::LeftButton);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(find<QLabel>("normalsWords")->text().contains("12 different good pictures"));
    }
};

QTEST_MAIN(TestNormalsDialog)
#include "test_normalsdialog.moc"
