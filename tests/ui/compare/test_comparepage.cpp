#include <memory>

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/detectors/registry.h>

#include "randomweights.h"
#include "tinydataset.h"
#include "ui/document/document.h"
#include "ui/document/modelqueue.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/compare/comparepage.h"
#include "ui/pages/compare/comparisonplot.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// The page as a user has it, with a network of random weights.
class TestComparePage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        applyTheme(*qApp, ColourScheme::Light);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        writeRandomResNet18(toPath(m_folder.filePath("weights/embedded-resnet18.safetensors")));
        writeTinyDataset(m_folder.filePath("set"), 6);
        JobMonitor monitor;
        m_set = readDataset(toPath(m_folder.filePath("set")), monitor);
        for (const std::int64_t neighbours : {1, 3}) {
            TrainingOptions options = tinyOptions();
            options.seed = static_cast<std::uint64_t>(neighbours);
            m_models.push_back(Model::train(m_set.normals, options, weights(), monitor));
        }
    }

    void init()
    {
        m_document = std::make_unique<Document>();
        m_jobs = std::make_unique<JobRunner>();
        m_queue = std::make_unique<ModelQueue>(m_document.get(), m_jobs.get(), weights());
        m_page = std::make_unique<ComparePage>(m_document.get(), m_jobs.get(), m_queue.get(),
                                               [this] { return m_settings; });
        m_page->resize(1100, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_settings = tinyOptions();
    }

    void cleanup()
    {
        m_page.reset();
        m_queue.reset();
        m_jobs.reset();
        m_document.reset();
    }

    void emptyStatesLeadOn()
    {
        QSignalSpy train(m_page.get(), &ComparePage::trainRequested);
        QVERIFY(!find<QAbstractButton>("compareNothingAll")->isEnabled()); // no normals
        QTest::mouseClick(find<QAbstractButton>("compareNothingOne"), Qt::LeftButton);
        QCOMPARE(train.count(), 1);
        addPictures();
        QVERIFY(find<QAbstractButton>("compareNothingAll")->isEnabled());
        m_document->setModel(m_models[0]);
        QTRY_VERIFY(find<QAbstractButton>("compareOneAll")->isVisible());
        QTest::mouseClick(find<QAbstractButton>("compareOneOne"), Qt::LeftButton);
        QCOMPARE(train.count(), 2);
    }

    void allDetectorsAreTrainedOneAfterTheOther()
    {
        addPictures();
        QSignalSpy finished(m_jobs.get(), &JobRunner::finished);
        QTest::mouseClick(find<QAbstractButton>("compareNothingAll"), Qt::LeftButton);
        QVERIFY(find<QWidget>("compareQueue")->isVisible());
        QVERIFY(find<QLabel>("compareQueueWords")->text().contains("1 of"));
        const auto detectors = static_cast<int>(detectorRegistry().size());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), detectors, 120'000);
        QVERIFY(!find<QWidget>("compareQueue")->isVisible());
        QTRY_COMPARE(static_cast<int>(m_page->comparison().rows.size()), detectors);
        QVERIFY(!m_document->models().empty());
        for (const ComparisonRow &row : m_page->comparison().rows)
            QVERIFY2(row.inspected != !row.failure.empty(), row.name.c_str());
    }

    void aFailureIsARowAndDoesNotStopTheRest()
    {
        addPictures();
        m_settings.backbone = "resnet50"; // no weights for it here
        QTest::mouseClick(find<QAbstractButton>("compareNothingAll"), Qt::LeftButton);
        const auto detectors = static_cast<int>(detectorRegistry().size());
        QTRY_VERIFY(!m_jobs->isBusy());
        QTRY_COMPARE(static_cast<int>(m_page->comparison().rows.size()), detectors);
        QVERIFY(m_document->models().empty());
        if (detectors < 2)
            QSKIP("one failure alone is no table");
        QVERIFY(find<QLabel>("compareNotes")->text().contains("resnet50"));
        QTest::mouseClick(find<QAbstractButton>("compareRemove"), Qt::LeftButton);
        QTRY_COMPARE(static_cast<int>(m_page->comparison().rows.size()), detectors - 1);
    }

    void cancellingLeavesOutTheRest()
    {
        addPictures();
        m_settings.preprocessing.inputSize = 512;
        QSignalSpy cancelled(m_jobs.get(), &JobRunner::cancelled);
        QSignalSpy finished(m_jobs.get(), &JobRunner::finished);
        QTest::mouseClick(find<QAbstractButton>("compareNothingAll"), Qt::LeftButton);
        QTest::mouseClick(find<QAbstractButton>("compareQueueCancel"), Qt::LeftButton);
        QTRY_COMPARE(cancelled.count(), 1);
        QTRY_VERIFY(!find<QWidget>("compareQueue")->isVisible());
        QCOMPARE(finished.count(), 1);
        QVERIFY(!m_jobs->isBusy());
    }

    void runsAreAskedForWhereTheyAreMissing()
    {
        addPictures();
        addModels();
        auto *inspect = find<QAbstractButton>("compareInspect");
        QTRY_VERIFY(inspect->isVisible() && inspect->text().contains('2'));
        QVERIFY(std::isnan(m_page->comparison().rows[0].imageAuroc));
        const QString notes = find<QLabel>("compareNotes")->text();
        // Nothing is known of verdicts yet: no number of pictures, not even none.
        QVERIFY(!find<QLabel>("disagreementTitle")->text().contains('0'));
        QVERIFY2(notes.contains("not inspected") && !notes.startsWith("0 good"), qPrintable(notes));
        QTest::mouseClick(inspect, Qt::LeftButton);
        QTRY_VERIFY(!m_page->comparison().rows.empty() && m_page->comparison().rows[1].inspected);
        QTRY_VERIFY(!inspect->isVisible());
        QTRY_VERIFY(find<QLabel>("disagreementTitle")->text().startsWith("Verdicts differ on"));
        QVERIFY(std::isfinite(m_page->comparison().rows[0].imageAuroc));
        QCOMPARE(m_page->findChild<ComparisonPlot *>()->curveCount(), 2);
        QVERIFY(m_document->evaluation()); // the current model's run is at hand in Inspect too
        QVERIFY(find<QLabel>("compareNotes")->text().contains("2 good and 3 defective"));

        Sample more = m_set.normals.front();
        m_document->addSamples(Lane::Test, {more});
        QTRY_VERIFY(inspect->isVisible());
    }

    void theCurrentModelIsChosen()
    {
        addPictures();
        addModels();
        QTRY_COMPARE(m_page->comparison().rows.size(), std::size_t(2));
        QCOMPARE(m_document->currentModel(), 1); // the last one that was trained
        auto *table = find<QTableView>("compareTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        m_document->markSaved(m_document->project(), m_document->projectModels(), true);
        QVERIFY(!m_document->isModified());
        QTest::mouseClick(find<QAbstractButton>("compareUse"), Qt::LeftButton);
        QCOMPARE(m_document->model(), m_models[0]);
        QVERIFY(m_document->isModified()); // the project holds which one is in use
        QTRY_VERIFY(table->model()->index(0, 0).data().toString().contains("in use"));
        QVERIFY(!find<QAbstractButton>("compareUse")->isEnabled());
        QTest::mouseClick(find<QAbstractButton>("compareRemove"), Qt::LeftButton);
        QCOMPARE(m_document->models().size(), std::size_t(1));
        QVERIFY(!m_document->model());
    }

    void aDividedPictureOpensWithItsModel()
    {
        addPictures();
        addModels();
        QTRY_VERIFY(find<QAbstractButton>("compareInspect")->isVisible());
        QTest::mouseClick(find<QAbstractButton>("compareInspect"), Qt::LeftButton);
        QTRY_VERIFY(!m_jobs->isBusy() && m_document->models()[1].evaluation);
        OperatingPoint everything;
        everything.threshold = -1; // the second calls all defective
        m_document->setOperatingPoint(everything);
        m_document->useModel(0);
        OperatingPoint nothing;
        nothing.threshold = 1e9;
        m_document->setOperatingPoint(nothing);
        QTRY_COMPARE(m_page->comparison().disagreements.size(), std::size_t(5));
        QCOMPARE(find<QLabel>("disagreementTitle")->text(), QStringLiteral("Verdicts differ on 5 picture(s)"));

        QSignalSpy asked(m_page.get(), &ComparePage::pictureRequested);
        auto *list = find<QTableView>("disagreementList");
        const QModelIndex second = list->model()->index(0, 3);
        list->scrollTo(second);
        list->setCurrentIndex(second);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(m_document->currentModel(), 1);
        QCOMPARE(m_document->operatingPoint().threshold, -1.0); // its own threshold came with it
        QCOMPARE(asked[0][0].value<std::filesystem::path>(), m_page->comparison().disagreements[0].image);
    }

    void theComparisonIsWritten()
    {
        addPictures();
        addModels();
        QTRY_COMPARE(m_page->comparison().rows.size(), std::size_t(2));
        for (const char *ending : {"html", "csv", "json"}) {
            const QString file = m_folder.filePath(QString("out.%1").arg(ending));
            m_page->exportTo(file);
            QTRY_VERIFY(!m_jobs->isBusy());
            QFile written(file);
            QVERIFY2(written.open(QIODevice::ReadOnly) && written.readAll().contains("PatchCore 2"), ending);
        }
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

    WeightsStore weights() const { return WeightsStore(toPath(m_folder.filePath("weights")), {}); }

    static TrainingOptions tinyOptions()
    {
        TrainingOptions options;
        options.preprocessing.inputSize = 64;
        return options;
    }

    void addPictures()
    {
        m_document->addSamples(Lane::Normal, m_set.normals);
        m_document->addSamples(Lane::Test, m_set.test);
    }

    void addModels()
    {
        for (const auto &model : m_models)
            m_document->setModel(model);
    }

    QTemporaryDir m_folder;
    Dataset m_set;
    TrainingOptions m_settings;
    std::vector<std::shared_ptr<const Model>> m_models;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<ModelQueue> m_queue;
    std::unique_ptr<ComparePage> m_page;
};

QTEST_MAIN(TestComparePage)
#include "test_comparepage.moc"
