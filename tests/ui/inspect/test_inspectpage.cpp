#include <cmath>
#include <fstream>

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/resultlistmodel.h"
#include "ui/pages/inspect/scorehistogram.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/messagebar.h"

#include "core/random.h"
#include "fakeresults.h"
#include "randomweights.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

namespace {

cv::Mat drawPart(std::uint64_t seed, bool defective)
{
    cv::Mat image(80, 96, CV_8UC3);
    Random random(seed);
    for (int row = 0; row < image.rows; ++row)
        for (int column = 0; column < image.cols; ++column)
            image.at<cv::Vec3b>(row, column) =
                cv::Vec3b::all(cv::saturate_cast<uchar>(128 + 40 * std::sin(column * 0.4) + 6 * random.normal()));
    if (defective)
        cv::circle(image, cv::Point(60, 40), 9, cv::Scalar::all(5), cv::FILLED);
    return image;
}

} // namespace

/// The page as a user has it: first with made-up results, then with a detector trained on a network of random
/// weights.
class TestInspectPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void emptyStatesLeadOn();
    void draggingTheHistogramChangesTheMatrix();
    void arrowKeysWalkThePictures();
    void missedCellListsTheMissed();
    void bestF1IsMarked();
    void reviewBandIsOnTheWholePage();
    void labelsChangeTheFigures();
    void withoutLabelsOneGroupAndNoRoc();
    void spaceInTheListShowsTheBarePicture();
    void inspectsWithAModel();
    void thisIsGoodIsLearntAndUndone();
    void leakedPicturesAreNamed();
    void whyShowsTheNearestNormal();
    void closingWhileReading();

private:
    void showFakeResults();
    void trainOnce();
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::string text(const char *name) const { return find<QLabel>(name)->text().toStdString(); }
    std::string count(const char *name) const { return find<QAbstractButton>(name)->text().toStdString(); }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        Widget *found = m_page->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const Model> m_model;
    std::vector<Sample> m_normals;
    Document *m_document = nullptr;
    JobRunner *m_jobs = nullptr;
    InspectPage *m_page = nullptr;
};

void TestInspectPage::initTestCase()
{
    configureRuntime(1);
    writePictures(twelvePictures(), folder());
    std::ofstream(folder() / "x.png") << "no picture";
}

void TestInspectPage::init()
{
    m_document = new Document;
    m_jobs = new JobRunner;
    m_page = new InspectPage(m_document, m_jobs);
    m_page->resize(1180, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page));
}

void TestInspectPage::cleanup()
{
    delete m_page;
    delete m_jobs;
    delete m_document;
}

void TestInspectPage::showFakeResults()
{
    const auto evaluation = fakeEvaluation(twelvePictures(), folder());
    std::vector<Sample> samples;
    for (const InspectionResult &result : evaluation->results)
        samples.push_back(result.sample);
    m_document->addSamples(Lane::Test, samples);
    QSignalSpy summary(m_page, &InspectPage::summaryShown);
    QSignalSpy shown(m_page, &InspectPage::pictureShown);
    m_document->setEvaluation(evaluation);
    OperatingPoint point;
    point.threshold = 5.5;
    point.origin = OperatingPoint::Origin::ByHand;
    m_document->setOperatingPoint(point);
    QTRY_VERIFY(!summary.isEmpty() && !shown.isEmpty());
}

void TestInspectPage::trainOnce()
{
    if (m_model)
        return;
    writeRandomResNet18(folder() / "embedded-resnet18.safetensors");
    for (int index = 0; index < 8; ++index) {
        const auto file = folder() / ("normal" + std::to_string(index) + ".png");
        writeImage(file, drawPart(static_cast<std::uint64_t>(index), false));
        m_normals.push_back({file, Label::Good, {}, {}});
    }
    TrainingOptions options;
    options.preprocessing.inputSize = 64;
    options.calibrationShare = 0.4;
    JobMonitor monitor;
    m_model = Model::train(m_normals, options, WeightsStore(folder(), {}), monitor);
}

void TestInspectPage::emptyStatesLeadOn()
{
    QSignalSpy train(m_page, &InspectPage::trainRequested);
    QSignalSpy images(m_page, &InspectPage::imagesRequested);
    QVERIFY(find<QAbstractButton>("goTrainButton")->isVisible());
    QTest::mouseClick(find<QAbstractButton>("goTrainButton"), Qt::LeftButton);
    QCOMPARE(train.count(), 1);

    trainOnce();
    m_document->setModel(m_model);
    QVERIFY(find<QAbstractButton>("goImagesButton")->isVisible());
    QTest::mouseClick(find<QAbstractButton>("goImagesButton"), Qt::LeftButton);
    QCOMPARE(images.count(), 1);

    m_document->addSamples(Lane::Test, {{folder() / "g1.png", Label::Good, {}, {}}});
    QVERIFY(find<QAbstractButton>("inspectStart")->isVisible());
    QCOMPARE(find<QAbstractButton>("inspectStart")->text(), QStringLiteral("Inspect 1 test picture"));
    m_document->undoStack()->undo();
    QVERIFY(find<QAbstractButton>("goImagesButton")->isVisible());
}

void TestInspectPage::draggingTheHistogramChangesTheMatrix()
{
    showFakeResults();
    QCOMPARE(count("confusionFound"), "3");
    QCOMPARE(count("confusionMissed"), "1");
    QCOMPARE(count("confusionFalseAlarm"), "1");
    QCOMPARE(count("confusionRight"), "5");

    auto *histogram = m_page->findChild<ScoreHistogram *>();
    auto *plot = find<QWidget>("scoreHistogramPlot");
    QTest::qWait(50); // the queued repaint lays out the axes
    const auto at = [&](double score) { return plot->mapFrom(histogram, histogram->positionOf(score)); };
    const QPoint target = at(7.5);
    QTest::mousePress(plot, Qt::LeftButton, {}, at(5.5));
    QTest::mouseMove(plot, target);
    QCOMPARE(count("confusionFound"), "2"); // while the button is still down
    QTest::mouseRelease(plot, Qt::LeftButton, {}, target);
    QCOMPARE(count("confusionMissed"), "2");
    QCOMPARE(count("confusionFalseAlarm"), "0");
    QCOMPARE(count("confusionRight"), "6");
    QCOMPARE(text("rateRecallNote"), "2 of 4");
    QCOMPARE(m_document->operatingPoint().origin, OperatingPoint::Origin::ByHand);
    QCOMPARE(find<QDoubleSpinBox>("thresholdBox")->value(),
             std::round(m_document->operatingPoint().threshold * 1e4) / 1e4);

    const double before = m_document->operatingPoint().threshold;
    QTest::keyClick(histogram, Qt::Key_Left);
    QCOMPARE(m_document->operatingPoint().threshold, before - histogram->keyStep());
    for (int press = 0; press < 3; ++press)
        QTest::keyClick(histogram, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(count("confusionFound"), "3"); // below 7 again
    QCOMPARE(count("confusionMissed"), "1");
}

void TestInspectPage::arrowKeysWalkThePictures()
{
    showFakeResults();
    auto *list = find<QListView>("resultList");
    QSignalSpy shown(m_page, &InspectPage::pictureShown);
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_COMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].toInt(), 8);                                    // 10, then 8
    QTest::keyClick(m_page->findChild<PictureViewer *>(), Qt::Key_Down); // from the picture as well
    QTRY_COMPARE(shown.count(), 2);
    QCOMPARE(shown[1][0].toInt(), 7);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(shown.count(), 3); // was here before: at once
    QCOMPARE(shown[2][0].toInt(), 8);
    QCOMPARE(text("shownScore").substr(0, 11), "Score 8.000");
    QTest::keyClick(list, Qt::Key_End);
    QTRY_COMPARE(shown.count(), 4);
    QCOMPARE(shown[3][0].toInt(), 11);
    QCOMPARE(text("shownVerdict"), "Unreadable");
}

void TestInspectPage::missedCellListsTheMissed()
{
    showFakeResults();
    QTest::mouseClick(find<QAbstractButton>("confusionMissed"), Qt::LeftButton);
    auto *list = find<QListView>("resultList");
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("d45.png"));
    QTest::mouseClick(find<QAbstractButton>("confusionFalseAlarm"), Qt::LeftButton);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("g6.png"));
}

void TestInspectPage::bestF1IsMarked()
{
    showFakeResults();
    find<QComboBox>("goalBox")->setCurrentIndex(2);
    QTest::mouseClick(find<QAbstractButton>("goalButton"), Qt::LeftButton);
    QCOMPARE(m_document->operatingPoint().origin, OperatingPoint::Origin::TestLabels);
    QCOMPARE(m_document->operatingPoint().threshold, 6.5); // three of four found, no false alarm
    QCOMPARE(text("originBadge"), "Test labels were used");
    QVERIFY(text("operatingPointExplanation").find("labels of the test pictures") != std::string::npos);
    QCOMPARE(count("confusionFalseAlarm"), "0");
}

void TestInspectPage::reviewBandIsOnTheWholePage()
{
    showFakeResults();
    auto *box = find<QCheckBox>("reviewSwitch");
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(6, box->height() / 2));
    QVERIFY(m_document->operatingPoint().reviewThreshold);
    auto *lower = find<QDoubleSpinBox>("reviewThresholdBox");
    lower->setFocus();
    lower->selectAll();
    QTest::keyClicks(lower, QStringLiteral("4.2"));
    QTest::keyClick(lower, Qt::Key_Return);
    QCOMPARE(m_document->operatingPoint().reviewThreshold.value(), 4.2);
    QCOMPARE(count("confusionReviewDefective"), "1");
    QCOMPARE(count("confusionReviewGood"), "1");
    QCOMPARE(count("confusionMissed"), "0");
    QTest::mouseClick(find<QAbstractButton>("confusionReviewGood"), Qt::LeftButton);
    auto *list = find<QListView>("resultList");
    QSet<QString> names;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        if (static_cast<Verdict>(list->model()->index(row, 0).data(ResultListModel::VerdictRole).toInt()) ==
            Verdict::Review)
            names << list->model()->index(row, 0).data().toString();
    QCOMPARE(names, (QSet<QString>{QStringLiteral("d45.png"), QStringLiteral("g5.png")}));
    list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
    QTRY_COMPARE(text("shownVerdict"), "Review");
    // Away again: what went to review is good.
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(6, box->height() / 2));
    QVERIFY(!m_document->operatingPoint().reviewThreshold);
    QCOMPARE(count("confusionMissed"), "1");
}

void TestInspectPage::labelsChangeTheFigures()
{
    showFakeResults();
    QSignalSpy summary(m_page, &InspectPage::summaryShown);
    const int before = find<QListView>("resultList")->currentIndex().row();
    m_document->setLabel(Lane::Test, {5}, Label::Defective); // the false alarm was none
    QTRY_VERIFY(!summary.isEmpty());
    QCOMPARE(count("confusionFound"), "4");
    QCOMPARE(count("confusionFalseAlarm"), "0");
    QCOMPARE(text("rateRecallNote"), "4 of 5");
    QVERIFY(text("rocTitle").find("n = 10") != std::string::npos);
    QCOMPARE(find<QLabel>("rocTitle")->toolTip(), QStringLiteral("5 good and 5 defective pictures"));
    QCOMPARE(find<QListView>("resultList")->currentIndex().row(), before);
}

void TestInspectPage::withoutLabelsOneGroupAndNoRoc()
{
    showFakeResults();
    QSignalSpy summary(m_page, &InspectPage::summaryShown);
    QVERIFY(!find<QLabel>("labelsNeeded")->isVisible());
    m_document->setLabel(Lane::Test, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, Label::Unlabelled);
    QTRY_VERIFY(!summary.isEmpty());
    QVERIFY(find<QLabel>("labelsNeeded")->isVisible());
    QCOMPARE(text("rateRecall"), "–");
    QVERIFY(text("scoreHistogramLegend").find("Unlabelled (11)") != std::string::npos);
    QVERIFY(text("scoreHistogramLegend").find("Good") == std::string::npos);
    find<QComboBox>("goalBox")->setCurrentIndex(2);
    QVERIFY(!find<QAbstractButton>("goalButton")->isEnabled());
}

void TestInspectPage::spaceInTheListShowsTheBarePicture()
{
    showFakeResults();
    auto *list = find<QListView>("resultList");
    auto *viewer = m_page->findChild<PictureViewer *>();
    const QModelIndex before = list->currentIndex();
    list->setFocus();
    QTest::keyPress(list, Qt::Key_Space);
    QVERIFY(viewer->isBare());
    QTest::keyRelease(list, Qt::Key_Space);
    QVERIFY(!viewer->isBare());
    QTest::keyClick(list, Qt::Key_1);
    QCOMPARE(viewer->zoom(), 1.0);
    QTest::keyClick(list, Qt::Key_H);
    QVERIFY(!find<QAbstractButton>("heatMapSwitch")->isChecked());
    QCOMPARE(list->currentIndex(), before);
}

void TestInspectPage::inspectsWithAModel()
{
    trainOnce();
    m_document->setModel(m_model);
    std::vector<Sample> tests;
    for (int index = 0; index < 4; ++index) {
        const auto file = folder() / ("test" + std::to_string(index) + ".png");
        writeImage(file, drawPart(static_cast<std::uint64_t>(100 + index), index % 2));
        tests.push_back({file, index % 2 ? Label::Defective : Label::Good, index % 2 ? "spot" : "", {}});
    }
    tests.push_back({folder() / "x.png", Label::Good, {}, {}});
    m_document->addSamples(Lane::Test, tests);

    QSignalSpy summary(m_page, &InspectPage::summaryShown);
    QSignalSpy shown(m_page, &InspectPage::pictureShown);
    QTest::mouseClick(find<QAbstractButton>("inspectStart"), Qt::LeftButton);
    QVERIFY(!find<QAbstractButton>("inspectStart")->isEnabled()); // one at a time
    QTRY_VERIFY_WITH_TIMEOUT(!summary.isEmpty() && !shown.isEmpty(), 60000);
    QCOMPARE(m_document->evaluation()->results.size(), std::size_t(5));
    QVERIFY(find<QListView>("resultList")->isVisible());
    auto *messages = m_page->findChild<MessageBar *>();
    QVERIFY2(messages->text().contains(QStringLiteral("1 picture(s) could not be read")),
             qPrintable(messages->text()));
    QTest::mouseClick(find<QAbstractButton>("showUnreadable"), Qt::LeftButton);
    QCOMPARE(find<QListView>("resultList")->model()->rowCount(), 1);
    find<QComboBox>("resultFilter")->setCurrentIndex(0);

    // From the normals alone, by the spin box.
    auto *rate = find<QDoubleSpinBox>("falseAlarmBox");
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("30"));
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(m_document->operatingPoint().origin, OperatingPoint::Origin::FalseAlarmRate);
    QCOMPARE(m_document->operatingPoint().threshold, m_model->calibration().thresholdAt(0.3).threshold);
    QCOMPARE(text("operatingPointExplanation"),
             m_document->operatingPoint().explanation(m_model->calibration().normals()).english());

    // Another model has no results yet; the first one keeps its own.
    m_model->save(folder() / "other.spotcheck");
    m_document->setModel(Model::load(folder() / "other.spotcheck", WeightsStore(folder(), {})));
    QVERIFY(find<QAbstractButton>("inspectStart")->isVisible());
    m_document->setModel(m_model);
    QVERIFY(!find<QAbstractButton>("inspectStart")->isVisible());
    QVERIFY(find<QListView>("resultList")->isVisible());
}

void TestInspectPage::thisIsGoodIsLearntAndUndone()
{
    trainOnce();
    m_document->setModel(m_model);
    std::vector<Sample> tests;
    for (int index = 0; index < 3; ++index) {
        const auto file = folder() / ("learn" + std::to_string(index) + ".png");
        writeImage(file, drawPart(static_cast<std::uint64_t>(300 + index), index > 0));
        tests.push_back({file, Label::Good, {}, {}}); // two look defective and are not
    }
    m_document->addSamples(Lane::Test, tests);
    QSignalSpy shown(m_page, &InspectPage::pictureShown);
    m_page->inspect();
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 60000);
    const auto before = m_document->evaluation();
    OperatingPoint point = m_document->operatingPoint();
    point.threshold = m_model->calibration().scores().back();
    m_document->setOperatingPoint(point);
    auto *list = find<QListView>("resultList"); // the highest score is the current one
    const std::string picture = list->currentIndex().data().toString().toStdString();
    QCOMPARE(text("shownVerdict"), "Defective · False alarm");
    auto *action = m_page->findChild<QAction *>(QStringLiteral("thisIsGoodAction"));
    QVERIFY(action->isEnabled() && list->actions().contains(action));

    list->setFocus();
    QTest::keyClick(list, Qt::Key_G);
    QTRY_VERIFY_WITH_TIMEOUT(m_document->model() != m_model, 60000);
    QCOMPARE(m_document->model()->learntLater(), std::int64_t(1));
    QCOMPARE(m_document->samples(Lane::Normal).size(), std::size_t(1));
    QCOMPARE(m_document->samples(Lane::Normal)[0].image.filename().string(), picture);
    QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t(2));
    QCOMPARE(m_document->operatingPoint().threshold, point.threshold);
    QCOMPARE(m_document->evaluation()->results.size(), std::size_t(2)); // inspected again
    QVERIFY(text("lastRunText").find("1") != std::string::npos);
    auto *messages = m_page->findChild<MessageBar *>();
    QVERIFY2(messages->text().contains(QString::fromStdString(picture)), qPrintable(messages->text()));

    m_document->undoStack()->undo();
    QCOMPARE(m_document->model(), m_model);
    QCOMPARE(m_document->models().size(), std::size_t(1));
    QCOMPARE(m_document->samples(Lane::Test).size(), std::size_t(3));
    QVERIFY(m_document->samples(Lane::Normal).empty());
    QCOMPARE(m_document->evaluation()->results.size(), before->results.size());
    m_document->undoStack()->redo();
    QCOMPARE(m_document->model()->learntLater(), std::int64_t(1));
    QCOMPARE(m_document->evaluation()->results.size(), std::size_t(2));

    // What is called good needs no such word.
    list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
    QTRY_COMPARE(text("shownVerdict"), "Good");
    QVERIFY(!action->isEnabled());
}

void TestInspectPage::leakedPicturesAreNamed()
{
    trainOnce();
    m_document->setModel(m_model);
    m_document->addSamples(Lane::Test, m_normals);
    QSignalSpy summary(m_page, &InspectPage::summaryShown);
    m_page->inspect();
    QTRY_VERIFY_WITH_TIMEOUT(!summary.isEmpty(), 60000);
    auto *messages = m_page->findChild<MessageBar *>();
    QVERIFY(messages->isVisible());
    QVERIFY2(messages->text().contains(QStringLiteral("also used to train")), qPrintable(messages->text()));
}

void TestInspectPage::whyShowsTheNearestNormal()
{
    trainOnce();
    m_document->setModel(m_model);
    const auto file = folder() / "why.png";
    writeImage(file, drawPart(500, true));
    m_document->addSamples(Lane::Test, {{file, Label::Defective, "spot", {}}});
    QSignalSpy shown(m_page, &InspectPage::pictureShown);
    m_page->inspect();
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 60000);

    auto *viewer = m_page->findChild<PictureViewer *>();
    auto *why = find<QWidget>("whyPanel");
    QVERIFY(!why->isVisible());
    QTest::mouseClick(viewer, Qt::LeftButton, {}, viewer->fromPicture({60.5, 40.5}).toPoint());
    QVERIFY(why->isVisible());
    QVERIFY(viewer->marker().contains(QPointF(60.5, 40.5)));
    QVERIFY2(text("whyNormalText").find("normal") != std::string::npos, text("whyNormalText").c_str());
    QTest::mouseClick(find<QAbstractButton>("whyClose"), Qt::LeftButton);
    QVERIFY(!why->isVisible());
    QVERIFY(viewer->marker().isEmpty());
    QTest::keyClick(find<QListView>("resultList"), Qt::Key_W); // the worst spot, by key
    QVERIFY(why->isVisible());
    QTest::keyClick(find<QListView>("resultList"), Qt::Key_Escape);
    QVERIFY(!why->isVisible());
}

void TestInspectPage::closingWhileReading()
{
    const auto evaluation = fakeEvaluation(twelvePictures(), folder());
    std::vector<Sample> samples;
    for (const InspectionResult &result : evaluation->results)
        samples.push_back(result.sample);
    m_document->addSamples(Lane::Test, samples);
    m_document->setEvaluation(evaluation);
    // cleanup() deletes the page while pictures are on their way.
}

QTEST_MAIN(TestInspectPage)
#include "test_inspectpage.moc"
