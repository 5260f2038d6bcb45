#include <memory>

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/image/imagereader.h>

#include "tinydataset.h"
#include "ui/dialogs/maskdialog.h"
#include "ui/document/document.h"
#include "ui/project/drawnmasks.h"
#include "ui/project/project.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/maskeditor.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// Masks drawn with the mouse, as files and as an undoable edit.
class TestMaskDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColourScheme::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        std::vector<Sample> pictures;
        for (int i = 0; i < 3; ++i)
            pictures.push_back(picture(QString("%1.png").arg(i), i));
        open(pictures);
    }

    void cleanup() { m_dialog.reset(); }

    void aStrokeMarksWhatItCovers()
    {
        find<QSlider>("maskBrushSize")->setValue(5);
        stroke({10, 20}, {30, 20});
        const cv::Mat mask = editor()->mask();
        QCOMPARE(mask.at<uchar>(20, 20), uchar{255});
        QCOMPARE(mask.at<uchar>(18, 20), uchar{255}); // half the width of 5
        QCOMPARE(mask.at<uchar>(16, 20), uchar{0});
        QCOMPARE(mask.at<uchar>(20, 40), uchar{0});
        cv::Mat expected(48, 48, CV_8UC1, cv::Scalar(0));
        cv::line(expected, {10, 20}, {30, 20}, 255, 5);
        QCOMPARE(cv::norm(mask, expected, cv::NORM_L1), 0.0);
    }

    void theEraserAndTheRightButtonTakeAway()
    {
        find<QSlider>("maskBrushSize")->setValue(9);
        stroke({5, 20}, {40, 20});
        const int drawn = cv::countNonZero(editor()->mask());
        stroke({5, 20}, {15, 20}, Qt::RightButton);
        const int after = cv::countNonZero(editor()->mask());
        QVERIFY(after < drawn);
        QTest::mouseClick(find<QToolButton>("maskEraser"), Qt::LeftButton);
        stroke({5, 20}, {40, 20});
        QCOMPARE(cv::countNonZero(editor()->mask()), 0);
        QVERIFY(!find<QPushButton>("maskClear")->isEnabled());
    }

    void aPolygonIsFilled()
    {
        QTest::keyClick(m_dialog.get(), Qt::Key_P);
        click({10, 10});
        click({30, 10});
        QVERIFY(!find<QPushButton>("maskDone")->isEnabled()); // it is open
        click({30, 30});
        QTest::keyClick(editor(), Qt::Key_Return);
        cv::Mat expected(48, 48, CV_8UC1, cv::Scalar(0));
        cv::fillPoly(expected, std::vector<std::vector<cv::Point>>{{{10, 10}, {30, 10}, {30, 30}}}, 255);
        QCOMPARE(cv::norm(editor()->mask(), expected, cv::NORM_L1), 0.0);

        click({5, 40});
        const QString hint = find<QLabel>("maskHint")->text();
        m_dialog->close(); // stays, and says why
        QVERIFY(m_dialog->isVisible());
        QVERIFY(find<QLabel>("maskHint")->text() != hint);
        QTest::keyClick(editor(), Qt::Key_Escape); // dropped, the dialog stays
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!editor()->isDrawingPolygon());
    }

    void everyEditIsTakenBackAndDoneAgain()
    {
        std::vector<cv::Mat> states{editor()->mask().clone()};
        stroke({5, 10}, {40, 10});
        states.push_back(editor()->mask().clone());
        QTest::mouseClick(find<QToolButton>("maskEraser"), Qt::LeftButton);
        stroke({20, 10}, {25, 10});
        states.push_back(editor()->mask().clone());
        QTest::mouseClick(find<QPushButton>("maskClear"), Qt::LeftButton);
        states.push_back(editor()->mask().clone());
        const auto equals = [this](const cv::Mat &state) {
            return cv::norm(editor()->mask(), state, cv::NORM_L1) == 0;
        };
        for (int step = 2; step >= 0; --step) {
            QTest::keySequence(m_dialog.get(), QKeySequence::Undo);
            QVERIFY2(equals(states[step]), qPrintable(QString::number(step)));
        }
        QVERIFY(!find<QPushButton>("maskUndo")->isEnabled());
        QVERIFY(!editor()->isChanged());
        for (int step = 1; step <= 3; ++step) {
            QTest::mouseClick(find<QPushButton>("maskRedo"), Qt::LeftButton);
            QVERIFY2(equals(states[step]), qPrintable(QString::number(step)));
        }
        QVERIFY(!find<QPushButton>("maskRedo")->isEnabled());
    }

    void walkingKeepsWhatWasDrawn()
    {
        stroke({10, 10}, {20, 20});
        const cv::Mat drawn = editor()->mask().clone();
        QTest::keyClick(m_dialog.get(), Qt::Key_PageDown);
        QTRY_COMPARE(m_drawn.size(), std::size_t{1});
        QCOMPARE(m_drawn.front().first, 0);
        QCOMPARE(cv::norm(readMask(m_drawn.front().second), drawn, cv::NORM_L1), 0.0);
        QTRY_VERIFY(editor()->hasPicture());
        QVERIFY(find<QLabel>("maskCount")->text().startsWith("2 of 3"));
        QVERIFY(editor()->isMaskEmpty());

        QTest::keyClick(m_dialog.get(), Qt::Key_PageDown); // untouched: no mask is made of it
        QTRY_VERIFY(editor()->hasPicture() && find<QLabel>("maskCount")->text().startsWith("3 of 3"));
        QCOMPARE(m_drawn.size(), std::size_t{1});
        QVERIFY(!find<QPushButton>("maskNext")->isEnabled());

        QTest::mouseClick(find<QPushButton>("maskPrevious"), Qt::LeftButton);
        QTRY_VERIFY(editor()->hasPicture() && find<QLabel>("maskCount")->text().startsWith("2 of 3"));
        QTest::mouseClick(find<QPushButton>("maskPrevious"), Qt::LeftButton);
        QTRY_VERIFY(editor()->hasPicture() && find<QLabel>("maskCount")->text().startsWith("1 of 3"));
        QCOMPARE(cv::norm(editor()->mask(), drawn, cv::NORM_L1), 0.0); // as it was kept
    }

    void closingKeepsWhatWasDrawn()
    {
        stroke({10, 10}, {20, 20});
        m_dialog->reject(); // Escape, or the window's cross
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_drawn.size(), std::size_t{1});
    }

    void aMaskThatIsWipedOutIsNoMask()
    {
        Sample masked = picture("masked.png", 7);
        masked.mask = writeDrawnMask(cv::Mat(48, 48, CV_8UC1, cv::Scalar(255)), masked.image, folder());
        open({masked});
        QVERIFY(!editor()->isMaskEmpty());
        QTest::mouseClick(find<QPushButton>("maskClear"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("maskDone"), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_drawn.size(), std::size_t{1});
        QVERIFY(m_drawn.front().second.empty());
    }

    void aMaskOfAnotherSizeIsSaid()
    {
        Sample masked = picture("masked.png", 7);
        masked.mask = writeDrawnMask(cv::Mat(10, 10, CV_8UC1, cv::Scalar(255)), masked.image, folder());
        open({masked});
        QVERIFY(editor()->isMaskEmpty());
        QVERIFY(find<QLabel>("maskHint")->text().contains("another size"));
    }

    void anUnreadablePictureIsSaid()
    {
        const QString broken = m_folder->filePath("broken.png");
        writeBrokenPicture(broken);
        Sample sample;
        sample.image = toPath(broken);
        m_dialog = std::make_unique<MaskDialog>(std::vector<Sample>{sample}, folder());
        m_dialog->show();
        QTRY_VERIFY(editor()->accessibleDescription().contains("broken.png"));
        const QImage said = editor()->grab().toImage();
        editor()->setPictureMissing({});
        QVERIFY(editor()->grab().toImage() != said); // and not that it is being read for ever
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
    }

    void aFullDiskLosesNothingSilently()
    {
        // A file where the folder should be: nothing can be written there.
        QFile file(m_folder->filePath("masks"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        open({picture("0.png", 0)});
        stroke({10, 10}, {20, 20});
        m_dialog->reject();
        QTRY_VERIFY(find<QLabel>("maskHint")->text().contains("gives this mask up"));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!editor()->isMaskEmpty());
        stroke({30, 30}, {30, 35}); // going on is possible, and asks again
        m_dialog->reject();
        QTRY_VERIFY(find<QPushButton>("maskDone")->isEnabled());
        QVERIFY(m_dialog->isVisible());
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_drawn.empty());
    }

    void aHugePictureIsDrawnSmallerAndKeptWhole()
    {
        QImage wide(5000, 60, QImage::Format_RGB888);
        wide.fill(Qt::gray);
        QVERIFY(wide.save(m_folder->filePath("wide.png")));
        Sample sample;
        sample.image = toPath(m_folder->filePath("wide.png"));
        open({sample});
        QVERIFY(editor()->mask().cols < 5000);
        stroke({1000, 20}, {1100, 20});
        QTest::mouseClick(find<QPushButton>("maskDone"), Qt::LeftButton);
        QTRY_COMPARE(m_drawn.size(), std::size_t{1});
        QCOMPARE(readMask(m_drawn.front().second).size(), cv::Size(5000, 60));
    }

    void masksAreUndoableInTheDocument()
    {
        Document document;
        document.addSamples(Lane::Test, {picture("a.png", 1), picture("b.png", 2)});
        document.setLabel(Lane::Test, {0}, Label::Unlabelled);
        document.setMasks({{0, "/masks/a.png"}});
        QCOMPARE(document.samples(Lane::Test)[0].mask, std::filesystem::path("/masks/a.png"));
        QCOMPARE(document.samples(Lane::Test)[0].label, Label::Defective); // it shows a defect
        document.setMasks({{0, {}}});
        QVERIFY(document.samples(Lane::Test)[0].mask.empty());
        document.undoStack()->undo();
        document.undoStack()->undo();
        QVERIFY(document.samples(Lane::Test)[0].mask.empty());
        QCOMPARE(document.samples(Lane::Test)[0].label, Label::Unlabelled);
    }

    void savedProjectsHaveTheirMasksBesideThem()
    {
        const auto drawn = folder();
        Project project;
        project.tests = {picture("a.png", 1), picture("b.png", 2), picture("c.png", 3)};
        project.tests[0].mask =
            writeDrawnMask(cv::Mat(48, 48, CV_8UC1, cv::Scalar(255)), project.tests[0].image, drawn);
        project.tests[1].mask = "/data/set/ground_truth/b_mask.png"; // the user's own stays where it is
        const auto file = toPath(m_folder->filePath("plates.spotproj"));
        bringMasksAlong(project, drawn, file);
        QCOMPARE(project.tests[0].mask.parent_path(), maskFolderOf(file));
        QCOMPARE(cv::countNonZero(readMask(project.tests[0].mask)), 48 * 48);
        QCOMPARE(project.tests[1].mask, std::filesystem::path("/data/set/ground_truth/b_mask.png"));
        QVERIFY(project.tests[2].mask.empty());
        const Project before = project;
        bringMasksAlong(project, drawn, file); // saved again: nothing to do
        QVERIFY(project == before);
        const auto copy = toPath(m_folder->filePath("copy.spotproj")); // under another name: it has its own
        bringMasksAlong(project, drawn, copy);
        QCOMPARE(project.tests[0].mask.parent_path(), maskFolderOf(copy));
        QCOMPARE(cv::countNonZero(readMask(project.tests[0].mask)), 48 * 48);
    }

private:
    template <class T>
    T *find(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    MaskEditor *editor() const { return find<MaskEditor>("maskEditor"); }
    std::filesystem::path folder() const { return toPath(m_folder->filePath("masks")); }

    Sample picture(const QString &name, int number) const
    {
        writeTinyPicture(m_folder->filePath(name), number);
        Sample sample;
        sample.image = toPath(m_folder->filePath(name));
        sample.label = Label::Defective;
        return sample;
    }

    void open(std::vector<Sample> pictures)
    {
        m_drawn.clear();
        m_dialog = std::make_unique<MaskDialog>(std::move(pictures), folder());
        connect(m_dialog.get(), &MaskDialog::maskDrawn, this,
                [this](int place, const std::filesystem::path &mask) { m_drawn.emplace_back(place, mask); });
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_VERIFY(editor()->hasPicture());
    }

    /// The middle of a picture pixel on the screen.
    QPoint at(const QPointF &pixel) const { return editor()->toWidget(pixel + QPointF(0.5, 0.5)).toPoint(); }
    void click(const QPointF &pixel) const { QTest::mouseClick(editor(), Qt::LeftButton, {}, at(pixel)); }
    void stroke(const QPointF &from, const QPointF &to, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::mousePress(editor(), button, {}, at(from));
        QTest::mouseMove(editor(), at(to));
        QTest::mouseRelease(editor(), button, {}, at(to));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MaskDialog> m_dialog;
    std::vector<std::pair<int, std::filesystem::path>> m_drawn;
};

QTEST_MAIN(TestMaskDialog)
#include "test_maskdialog.moc"
