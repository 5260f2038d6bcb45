#include <algorithm>
#include <memory>

#include <QAbstractButton>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/detectors/registry.h>
#include <spotcheck/image/imagereader.h>

#include "randomweights.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/document/modelqueue.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/train/trainpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

class TestTrainPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ColourScheme::Light);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        writeRandomResNet18(toPath(m_folder.filePath("weights/embedded-resnet18.safetensors")));
        for (int i = 0; i < 40; ++i)
            writeTinyPicture(m_folder.filePath(QString("good/%1.png").arg(i)), i);
    }

    void init() { makePage("weights"); }

    void measuredTimesAddUp()
    {
        QCOMPARE(takenText(0.64), QStringLiteral("0.6 s"));
        QCOMPARE(takenText(9.94), QStringLiteral("9.9 s"));
        QCOMPARE(takenText(9.96), QStringLiteral("10 s"));
        QCOMPARE(takenText(75), QStringLiteral("1 min 15 s"));
    }

    void cleanup()
    {
        m_page.reset();
        m_queue.reset();
        m_jobs.reset();
        m_document.reset();
    }

    void everyDetectorHasItsCard()
    {
        for (const DetectorInfo &detector : detectorRegistry()) {
            auto *card = find<QAbstractButton>("detectorCard_" + QByteArray::fromStdString(detector.id));
            QTest::mouseClick(card, Qt::LeftButton);
            QVERIFY(card->isChecked());
            const auto facts = card->findChild<QWidget *>("detectorFacts")->findChildren<QLabel *>();
            for (const std::string &fact : {detector.scoring, detector.memoryBank, detector.extraTraining,
                                            detector.alignment, detector.backbones, detector.paper}) {
                QVERIFY2(!fact.empty(), detector.id.c_str());
                const QString text = QString::fromStdString(fact);
                QVERIFY2(
                    std::any_of(facts.begin(), facts.end(),
                                [&text](const QLabel *label) { return label->isVisible() && label->text() == text; }),
                    fact.c_str());
            }
            for (const ParameterSpec &parameter : detector.parameters)
                QVERIFY2(m_page->findChild<QWidget *>("parameter_" + QString::fromStdString(parameter.id)),
                         parameter.id.c_str());
        }
    }

    void onlyTheChosenCardIsOpen()
    {
        for (auto *card : m_page->findChildren<QAbstractButton *>(QRegularExpression("^detectorCard_")))
            QCOMPARE(card->findChild<QWidget *>("detectorFacts")->isVisible(), card->isChecked());
    }

    void withTooFewNormalsItSaysWhy()
    {
        QVERIFY(!find<QAbstractButton>("trainStart")->isEnabled());
        QVERIFY(find<QLabel>("trainObstacle")->text().contains("at least 2"));
        QSignalSpy images(m_page.get(), &TrainPage::imagesRequested);
        QTest::mouseClick(find<QAbstractButton>("trainAddNormals"), Qt::LeftButton);
        QCOMPARE(images.count(), 1);
        addNormals(2);
        QVERIFY(find<QAbstractButton>("trainStart")->isEnabled());
        QVERIFY(find<QLabel>("trainObstacle")->text().isEmpty());
        QVERIFY(find<QLabel>("trainEstimate")->text().contains("memory"));
    }

    void backbonesWithoutWeightsCannotBeChosen()
    {
        auto *backbones = find<QComboBox>("backbone");
        const auto *model = qobject_cast<const QStandardItemModel *>(backbones->model());
        QCOMPARE(backbones->currentData().toString(), QString("embedded-resnet18"));
        for (int row = 1; row < model->rowCount(); ++row) {
            QVERIFY(!model->item(row)->isEnabled());
            QVERIFY(model->item(row)->toolTip().contains("weights import"));
        }
    }

    void imageNetWeightsAreRecommendedWhileThereAreNone()
    {
        QVERIFY(find<QLabel>("backboneAdvice")->isVisible());
        QSignalSpy requested(m_page.get(), &TrainPage::backbonesRequested);
        QTest::mouseClick(find<QAbstractButton>("openBackbones"), Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        const QString added = m_folder.filePath("weights/resnet18.safetensors");
        QVERIFY(QFile::copy(m_folder.filePath("weights/embedded-resnet18.safetensors"), added));
        m_page->refreshBackbones();
        QVERIFY(!find<QLabel>("backboneAdvice")->isVisible());
        QVERIFY(QFile::remove(added));
    }

    void withoutAnyWeightsItSaysWhy()
    {
        cleanup();
        makePage("nowhere");
        addNormals(3);
        QVERIFY(!find<QAbstractButton>("trainStart")->isEnabled());
        QVERIFY(find<QLabel>("trainObstacle")->text().contains("weights"));
    }

    void trainsAndShowsWhatCameOut()
    {
        addNormals(5);
        find<QSpinBox>("inputSize")->setValue(32);
        find<QSpinBox>("seed")->setValue(7);
        QSignalSpy succeeded(m_jobs.get(), &JobRunner::succeeded);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(find<QWidget>("trainingProgress")->isVisible());
        QVERIFY(!find<QAbstractButton>("trainStart")->isEnabled());
        QVERIFY(succeeded.wait(60'000));

        const auto model = m_document->model();
        QVERIFY(model);
        QVERIFY(model->preprocessing().inputSize == cv::Size(32, 32));
        QCOMPARE(model->seed(), 7u);
        QCOMPARE(model->summary().fitted + model->summary().heldOut, 5);
        const OperatingPoint expected = operatingPointFromNormals(model->calibration(), defaultFalseAlarmRate);
        QCOMPARE(m_document->operatingPoint().threshold, expected.threshold);
        QVERIFY(find<QWidget>("trainingResult")->isVisible());
        QVERIFY(!find<QLabel>("trainingThreshold")->text().isEmpty());
        QVERIFY(find<QPlainTextEdit>("trainingLog")->toPlainText().contains("Calibrating"));

        auto *inspect = find<QAbstractButton>("trainingInspect");
        QVERIFY(!inspect->isEnabled()); // nothing to inspect yet
        Sample test;
        test.image = toPath(m_folder.filePath("good/9.png"));
        m_document->addSamples(Lane::Test, {test});
        QSignalSpy asked(m_page.get(), &TrainPage::inspectRequested);
        QTest::mouseClick(inspect, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QTest::mouseClick(find<QAbstractButton>("trainAgain"), Qt::LeftButton);
        QVERIFY(find<QAbstractButton>("trainStart")->isVisible());
    }

    /// What was trained is no news of the next project.
    void anotherProjectBeginsWithTheSettings()
    {
        addNormals(4);
        find<QSpinBox>("inputSize")->setValue(32);
        QSignalSpy succeeded(m_jobs.get(), &JobRunner::succeeded);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(succeeded.wait(60'000));
        QVERIFY(find<QWidget>("trainingResult")->isVisible());
        m_document->clear();
        QVERIFY(!find<QWidget>("trainingResult")->isVisible());
        QVERIFY(find<QAbstractButton>("trainStart")->isVisible());
    }

    void pictureSettingsReachTheModel()
    {
        addNormals(4);
        auto *overlap = find<QSpinBox>("tileOverlap");
        QVERIFY(!overlap->isEnabled()); // there is one tile
        find<QSpinBox>("inputSize")->setValue(64);
        find<QSpinBox>("inputHeight")->setValue(32);
        find<QSpinBox>("tileColumns")->setValue(2);
        QVERIFY(overlap->isEnabled());
        overlap->setValue(50);
        auto *alignment = find<QComboBox>("alignment");
        alignment->setCurrentIndex(alignment->findData(static_cast<int>(AlignmentMode::Ecc)));
        auto *framing = find<QComboBox>("framing");
        framing->setCurrentIndex(framing->findData(static_cast<int>(Preprocessing::Framing::CentreCrop)));
        QSignalSpy finished(m_jobs.get(), &JobRunner::finished);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(finished.wait(60'000));
        QVERIFY(m_document->model());
        const Preprocessing &used = m_document->model()->preprocessing();
        QVERIFY(used.inputSize == cv::Size(64, 32));
        QVERIFY(used.tiling == (Tiling{2, 1, 0.5}));
        QCOMPARE(used.alignment, AlignmentMode::Ecc);
        QCOMPARE(used.framing, Preprocessing::Framing::CentreCrop);
        QCOMPARE(used.cropResize, 110); // 96 px in all, 256 / 224 of that
        QVERIFY(used.region.isWholePicture());
        const auto *warnings = find<QLabel>("trainingWarnings");
        QCOMPARE(warnings->isVisible(), !m_document->model()->summary().warnings.empty());
        QCOMPARE(warnings->text().isEmpty(), m_document->model()->summary().warnings.empty());
    }

    void aPictureOfTheUsersIsAlignedTo()
    {
        addNormals(4);
        const QString reference = m_folder.filePath("reference.png");
        QVERIFY(QImage(m_folder.filePath("good/0.png")).scaled(50, 40).save(reference));
        find<QSpinBox>("inputSize")->setValue(64);
        auto *box = find<QComboBox>("alignmentReference");
        QVERIFY(!box->isEnabled()); // nothing is aligned
        auto *alignment = find<QComboBox>("alignment");
        alignment->setCurrentIndex(alignment->findData(static_cast<int>(AlignmentMode::Ecc)));
        QVERIFY(box->isEnabled());
        QTest::keyClick(box, Qt::Key_Down);
        auto *dialog = box->findChild<QFileDialog *>("referenceDialog");
        QVERIFY(dialog);
        dialog->reject();
        QCOMPARE(box->currentIndex(), 0);
        QTest::keyClick(box, Qt::Key_Down);
        dialog = nullptr;
        for (auto *each : box->findChildren<QFileDialog *>("referenceDialog"))
            dialog = each->isVisible() ? each : dialog;
        QVERIFY(dialog);
        dialog->selectFile(reference);
        QTRY_COMPARE(dialog->selectedFiles(), QStringList(reference));
        static_cast<QDialog *>(dialog)->accept();
        QVERIFY(box->currentText().contains("reference.png"));
        QSignalSpy finished(m_jobs.get(), &JobRunner::finished);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(finished.wait(60'000));
        QVERIFY(m_document->model());
        const auto aligned = m_document->model()->align(readImage(toPath(reference)));
        QVERIFY(aligned);
        QCOMPARE(aligned->frame.width, 50);
        QCOMPARE(aligned->frame.height, 40);
    }

    void parametersReachTheModel()
    {
        const DetectorInfo &detector = detectorRegistry().front();
        for (const ParameterSpec &spec : detector.parameters) {
            if (spec.type != ParameterSpec::Type::Integer ||
                std::get<std::int64_t>(spec.defaultValue) >= spec.maximum)
                continue;
            addNormals(3);
            find<QSpinBox>("inputSize")->setValue(32);
            auto *box = find<QSpinBox>("parameter_" + QByteArray::fromStdString(spec.id));
            box->setValue(box->value() + 1);
            const auto wanted = static_cast<std::int64_t>(box->value());
            QSignalSpy finished(m_jobs.get(), &JobRunner::finished);
            QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
            QVERIFY(finished.wait(60'000));
            QVERIFY(m_document->model());
            QCOMPARE(std::get<std::int64_t>(m_document->model()->parameters().at(spec.id)), wanted);
            return;
        }
        QSKIP("the first detector has no whole-number parameter");
    }

    void cancelLeavesNoModelBehind()
    {
        addNormals(40);
        find<QSpinBox>("inputSize")->setValue(224);
        QSignalSpy cancelled(m_jobs.get(), &JobRunner::cancelled);
        QSignalSpy progressed(m_jobs.get(), &JobRunner::progressed);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(progressed.wait(60'000));
        QTest::mouseClick(find<QAbstractButton>("trainingCancel"), Qt::LeftButton);
        QVERIFY(!find<QAbstractButton>("trainingCancel")->isEnabled());
        QVERIFY(cancelled.count() == 1 || cancelled.wait(30'000));
        QVERIFY(!m_document->model());
        QTRY_VERIFY(find<QAbstractButton>("trainStart")->isVisible());
        QVERIFY(find<QAbstractButton>("trainStart")->isEnabled());
    }

    void aBrokenNormalIsNamed()
    {
        addNormals(3);
        writeBrokenPicture(m_folder.filePath("broken.png"));
        Sample broken;
        broken.image = toPath(m_folder.filePath("broken.png"));
        m_document->addSamples(Lane::Normal, {broken});
        QSignalSpy failed(m_jobs.get(), &JobRunner::failed);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(failed.wait(60'000));
        const auto failure = failed.first().at(1).value<JobFailure>();
        QCOMPARE(failure.code, ErrorCode::NotAnImage);
        QVERIFY2(failure.message.contains("broken.png"), qPrintable(failure.message));
        QVERIFY(!m_document->model());
    }

    void settingsBecomeOptions()
    {
        QCOMPARE(m_page->options().calibrationFolds, 0);
        QCOMPARE(m_page->options().precision, Precision::Exact);
        find<QSpinBox>("calibrationFolds")->setValue(5);
        find<QComboBox>("precision")->setCurrentIndex(1);
        QCOMPARE(m_page->options().calibrationFolds, 5);
        QCOMPARE(m_page->options().precision, Precision::Fast);
        QVERIFY(!find<QSpinBox>("calibrationShare")->isEnabled()); // none is held out
        find<QSpinBox>("calibrationFolds")->setValue(1);
        QCOMPARE(m_page->options().calibrationFolds, 0);
        QVERIFY(find<QSpinBox>("calibrationShare")->isEnabled());
    }

    void tellsHowLongItWillTake()
    {
        find<QSpinBox>("inputSize")->setValue(32);
        addNormals(5);
        // The speed is measured in the background as soon as there is a picture to measure with.
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("trainEstimate")->text().contains("It will take about"), 60'000);
    }

    void queuesSeveralDetectors()
    {
        addNormals(8);
        find<QSpinBox>("inputSize")->setValue(32);
        auto *queue = find<QWidget>("trainingQueue");
        QVERIFY(!queue->isVisible());
        for (const char *detector : {"padim", "mahalanobis", "patchcore"}) {
            QTest::mouseClick(find<QAbstractButton>(QByteArray("detectorCard_") + detector), Qt::LeftButton);
            QTest::mouseClick(find<QAbstractButton>("trainEnqueue"), Qt::LeftButton);
        }
        QVERIFY(queue->isVisible());
        QVERIFY(find<QLabel>("trainEstimate")->text().startsWith("The queue needs up to")); // not of the card alone
        QTest::mouseClick(find<QAbstractButton>("trainUnqueue1"), Qt::LeftButton); // not Mahalanobis after all
        QCOMPARE(find<QAbstractButton>("trainStart")->text(), QString("Train 2 detector(s)"));
        QSignalSpy ended(m_queue.get(), &ModelQueue::ended);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(find<QWidget>("trainingProgress")->isVisible());
        QVERIFY(ended.wait(120'000));

        QCOMPARE(m_document->models().size(), std::size_t{2});
        QCOMPARE(m_document->models()[0].detector, std::string("padim"));
        QCOMPARE(m_document->models()[1].detector, std::string("patchcore"));
        QVERIFY(m_document->models()[1].model->preprocessing().inputSize == cv::Size(32, 32));
        QVERIFY(find<QWidget>("queueResult")->isVisible());
        QVERIFY(!queue->isVisible()); // nothing waits any more
        QSignalSpy compare(m_page.get(), &TrainPage::compareRequested);
        QTest::mouseClick(find<QAbstractButton>("queueCompare"), Qt::LeftButton);
        QCOMPARE(compare.count(), 1);
        QTest::mouseClick(find<QAbstractButton>("queueAgain"), Qt::LeftButton);
        QCOMPARE(find<QAbstractButton>("trainStart")->text(), QString("Train PatchCore"));
        QVERIFY(!find<QLabel>("trainEstimate")->text().contains("queue"));
    }

    void aCancelledQueueKeepsWhatWaits()
    {
        addNormals(40);
        find<QSpinBox>("inputSize")->setValue(224);
        for (int i = 0; i < 3; ++i)
            QTest::mouseClick(find<QAbstractButton>("trainEnqueue"), Qt::LeftButton);
        QSignalSpy ended(m_queue.get(), &ModelQueue::ended);
        QSignalSpy progressed(m_jobs.get(), &JobRunner::progressed);
        QTest::mouseClick(find<QAbstractButton>("trainStart"), Qt::LeftButton);
        QVERIFY(progressed.wait(60'000));
        QTest::mouseClick(find<QAbstractButton>("trainingCancel"), Qt::LeftButton);
        QVERIFY(ended.wait(60'000));
        QVERIFY(m_document->models().empty());
        QCOMPARE(find<QAbstractButton>("trainStart")->text(), QString("Train 3 detector(s)"));
        QVERIFY(find<QAbstractButton>("trainStart")->isEnabled());
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

    void makePage(const QString &weights)
    {
        m_document = std::make_unique<Document>();
        m_jobs = std::make_unique<JobRunner>();
        const WeightsStore store(toPath(m_folder.filePath(weights)), {});
        m_queue = std::make_unique<ModelQueue>(m_document.get(), m_jobs.get(), store);
        m_page = std::make_unique<TrainPage>(m_document.get(), m_jobs.get(), m_queue.get(), store);
        m_page->resize(1200, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void addNormals(int count)
    {
        std::vector<Sample> normals(count);
        for (int i = 0; i < count; ++i)
            normals[i].image = toPath(m_folder.filePath(QString("good/%1.png").arg(i)));
        m_document->addSamples(Lane::Normal, normals);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<ModelQueue> m_queue;
    std::unique_ptr<TrainPage> m_page;
};

QTEST_MAIN(TestTrainPage)
#include "test_trainpage.moc"
