#include <cmath>

#include <QAbstractButton>
#include <QAction>
#include <QListView>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/widgets/messagebar.h"

#include "core/random.h"
#include "fakeresults.h"
#include "randomweights.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

namespace {

cv::Mat drawPart(std::uint64_t seed)
{
    cv::Mat image(80, 96, CV_8UC3);
    Random random(seed);
    for (int row = 0; row < image.rows; ++row)
        for (int column = 0; column < image.cols; ++column)
            image.at<cv::Vec3b>(row, column) =
                cv::Vec3b::all(cv::saturate_cast<uchar>(128 + 40 * std::sin(column * 0.4) + 6 * random.normal()));
    return image;
}

} // namespace

/// "This is good", by the key G: what is asked before, where the selection is afterwards, and the way back.
class TestInspectGood : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aDefectiveLabelIsAskedAbout();
    void aFalseAlarmIsNotAskedAbout();
    void severalAreTakenTogether();
    void severalAreLearntTogether();
    void anotherDetectorMeanwhileIsTold();
    void learningStaysAtItsPlace();

private:
    void showFakeResults();
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    QStringList shownNames() const;
    QString currentName() const { return m_list->currentIndex().data().toString(); }
    void pressG(int row);
    void trainAndInspect(); ///< six pictures, all of them called defective

    QTemporaryDir m_folder;
    Document *m_document = nullptr;
    JobRunner *m_jobs = nullptr;
    InspectPage *m_page = nullptr;
    QListView *m_list = nullptr;
    MessageBar *m_messages = nullptr;
};

void TestInspectGood::initTestCase()
{
    configureRuntime(1);
    writePictures(twelvePictures(), folder());
}

void TestInspectGood::init()
{
    m_document = new Document;
    m_jobs = new JobRunner;
    m_page = new InspectPage(m_document, m_jobs);
    m_list = m_page->findChild<QListView *>(QStringLiteral("resultList"));
    m_messages = m_page->findChild<MessageBar *>(QStringLiteral("inspectMessages"));
    m_page->resize(1180, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page));
}

void TestInspectGood::cleanup()
{
    delete m_page;
    delete m_jobs;
    delete m_document;
}

void TestInspectGood::showFakeResults()
{
    const auto evaluation = fakeEvaluation(twelvePictures(), folder());
    std::vector<Sample> samples;
    for (const InspectionResult &result : evaluation->results)
        samples.push_back(result.sample);
    m_document->addSamples(Lane::Test, samples);
    m_document->setEvaluation(evaluation);
    OperatingPoint point;
    point.threshold = 5.5;
    m_document->setOperatingPoint(point);
}

QStringList TestInspectGood::shownNames() const
{
    QStringList names;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        names << m_list->model()->index(row, 0).data().toString();
    return names;
}

void TestInspectGood::pressG(int row)
{
    m_page->activateWindow(); // after a question
    QVERIFY(QTest::qWaitForWindowActive(m_page));
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    QTest::keyClick(m_list, Qt::Key_G);
}

void TestInspectGood::aDefectiveLabelIsAskedAbout()
{
    showFakeResults();
    pressG(1);
    QPointer<QMessageBox> question = m_page->findChild<QMessageBox *>(QStringLiteral("labelledDefective"));
    QVERIFY(question && question->isVisible());
    QVERIFY2(question->text().contains(QStringLiteral("d8.png")), qPrintable(question->text()));
    QVERIFY(m_document->samples(Lane::Normal).empty());
    QTest::keyClick(question, Qt::Key_Return); // a hasty one does no harm
    QTRY_VERIFY(!question);
    QVERIFY(m_document->samples(Lane::Normal).empty());

    pressG(1);
    QTest::mouseClick(m_page->findChild<QAbstractButton *>(QStringLiteral("itIsGood")), Qt::LeftButton);
    QCOMPARE(m_document->samples(Lane::Normal).size(), std::size_t(1));
    QCOMPARE(m_list->currentIndex().row(), 1);
    QCOMPARE(currentName(), QStringLiteral("d7.png")); // the one after it
    QVERIFY(m_list->selectionModel()->isSelected(m_list->currentIndex()));

    auto *undo = m_messages->findChild<QAbstractButton *>(QStringLiteral("undoGood"));
    QVERIFY(undo);
    QTRY_VERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QVERIFY(m_document->samples(Lane::Normal).empty());
    QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t(12));
    QVERIFY(!m_messages->isVisible());
    QCOMPARE(currentName(), QStringLiteral("d7.png"));
}

void TestInspectGood::aFalseAlarmIsNotAskedAbout()
{
    showFakeResults();
    pressG(3);
    QVERIFY(!m_page->findChild<QMessageBox *>());
    QCOMPARE(m_document->samples(Lane::Normal).size(), std::size_t(1));
    QCOMPARE(currentName(), QStringLiteral("g5.png"));
    auto *undo = m_messages->findChild<QAbstractButton *>(QStringLiteral("undoGood"));
    QTRY_VERIFY(undo->isVisible());
    m_document->setLabel(Lane::Test, {0}, Label::Unlabelled);
    QVERIFY(m_messages->isVisible() && !undo->isVisible()); // it would take back the label
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QVERIFY(!m_messages->isVisible());
}

/// All that is selected, not only the row with the focus.
void TestInspectGood::severalAreTakenTogether()
{
    showFakeResults();
    m_list->setCurrentIndex(m_list->model()->index(3, 0)); // the only false alarm
    m_list->selectionModel()->select(m_list->model()->index(1, 0), QItemSelectionModel::Select);
    m_list->selectionModel()->select(m_list->model()->index(11, 0), QItemSelectionModel::Select); // called good
    QTest::keyClick(m_list, Qt::Key_G);
    QPointer<QMessageBox> question = m_page->findChild<QMessageBox *>(QStringLiteral("labelledDefective"));
    QVERIFY(question);
    QTest::mouseClick(question->findChild<QAbstractButton *>(QStringLiteral("itIsGood")), Qt::LeftButton);
    QCOMPARE(m_document->samples(Lane::Normal).size(), std::size_t(2));
    QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t(10));
    QVERIFY2(m_messages->text().contains(QLatin1Char('2')), qPrintable(m_messages->text()));
    auto *undo = m_messages->findChild<QAbstractButton *>(QStringLiteral("undoGood"));
    QTRY_VERIFY(undo->isVisible());
    m_page->activateWindow(); // after the question
    QVERIFY(QTest::qWaitForWindowActive(m_page));
    undo->setFocus(); // before the cross
    QTest::keyClick(undo, Qt::Key_Tab);
    QCOMPARE(m_page->focusWidget()->objectName(), QStringLiteral("messageClose"));
    QTest::keyClick(undo, Qt::Key_Space);
    QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t(12));
}

void TestInspectGood::trainAndInspect()
{
    writeRandomResNet18(folder() / "embedded-resnet18.safetensors");
    std::vector<Sample> normals;
    std::vector<Sample> tests;
    for (std::uint64_t index = 0; index < 12; ++index) {
        const auto file = folder() / ("part" + std::to_string(index) + ".png");
        writeImage(file, drawPart(index));
        (index < 6 ? normals : tests).push_back({file, index < 6 ? Label::Good : Label::Unlabelled, {}, {}});
    }
    TrainingOptions options;
    options.preprocessing.inputSize = 64;
    options.calibrationShare = 0.4;
    JobMonitor monitor;
    m_document->setModel(Model::train(normals, options, WeightsStore(folder(), {}), monitor));
    m_document->addSamples(Lane::Test, tests);
    m_page->inspect();
    QTRY_VERIFY_WITH_TIMEOUT(m_document->evaluation() && !m_jobs->isBusy(), 60'000);
    OperatingPoint everything = m_document->operatingPoint();
    everything.threshold = -1;
    m_document->setOperatingPoint(everything);
}

void TestInspectGood::severalAreLearntTogether()
{
    trainAndInspect();
    const auto model = m_document->model();
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_list->selectionModel()->select(m_list->model()->index(4, 0), QItemSelectionModel::Select);
    QTest::keyClick(m_list, Qt::Key_G);
    QTRY_VERIFY_WITH_TIMEOUT(m_document->model() != model && !m_jobs->isBusy(), 60'000);
    QCOMPARE(m_document->model()->learntLater(), std::int64_t{2});
    QCOMPARE(m_document->samples(Lane::Normal).size(), std::size_t(2));
    QCOMPARE(shownNames().size(), 4);
    m_document->undoStack()->undo(); // one step
    QCOMPARE(m_document->model(), model);
    QCOMPARE(shownNames().size(), 6);
}

/// It is said, instead of nothing happening.
void TestInspectGood::anotherDetectorMeanwhileIsTold()
{
    trainAndInspect();
    const auto model = m_document->model();
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    QTest::keyClick(m_list, Qt::Key_G);
    QVERIFY(m_jobs->isBusy());
    m_document->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!m_jobs->isBusy(), 60'000);
    QVERIFY(!m_document->model());
    QVERIFY(m_messages->isVisible());
    QVERIFY2(m_messages->text().contains(QStringLiteral("Nothing was learnt")), qPrintable(m_messages->text()));
}

void TestInspectGood::learningStaysAtItsPlace()
{
    trainAndInspect();
    const auto model = m_document->model();
    const QStringList before = shownNames();
    QCOMPARE(before.size(), 6);
    pressG(2);
    QVERIFY(!m_page->findChild<QMessageBox *>());
    QTRY_VERIFY_WITH_TIMEOUT(m_document->model() != model && !m_jobs->isBusy(), 60'000);
    QCOMPARE(shownNames().size(), 5);
    QCOMPARE(currentName(), before.at(3));
    QTest::mouseClick(m_messages->findChild<QAbstractButton *>(QStringLiteral("undoGood")), Qt::LeftButton);
    QCOMPARE(m_document->model(), model);
    QCOMPARE(shownNames(), before);
    QCOMPARE(currentName(), before.at(3));
}

QTEST_MAIN(TestInspectGood)
#include "test_inspect_good.moc"
