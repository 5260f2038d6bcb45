#include <QComboBox>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/image/regionofinterest.h>

#include "tinydataset.h"
#include "ui/dialogs/regiondialog.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/images/imagespage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/regioneditor.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

class TestRegionDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<RegionDialog> m_dialog;

    template <class T>
    T *find(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

    RegionEditor *editor() const { return find<RegionEditor>("regionEditor"); }
    QPoint at(double x, double y) const { return editor()->toWidget({x, y}).toPoint(); }
    void click(double x, double y) const { QTest::mouseClick(editor(), Qt::LeftButton, {}, at(x, y)); }
    QPushButton *accept() const { return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok); }

    /// A square as a user draws it: four clicks, closed by Enter.
    void drawSquare(double left, double top, double side) const
    {
        click(left, top);
        click(left + side, top);
        click(left + side, top + side);
        click(left, top + side);
        QTest::keyClick(editor(), Qt::Key_Return);
    }

    static bool near(const cv::Point2d &point, double x, double y)
    {
        return std::abs(point.x - x) < 0.01 && std::abs(point.y - y) < 0.01; // a pixel of the widget
    }

    std::filesystem::path file(const char *name) const { return toPath(m_folder.filePath(name)); }

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        applyTheme(*qApp, ColourScheme::Light);
        writeTinyPicture(m_folder.filePath("a.png"), 1);
        writeTinyPicture(m_folder.filePath("b.png"), 2);
        writeBrokenPicture(m_folder.filePath("c.png"));
    }

    void init()
    {
        m_dialog = std::make_unique<RegionDialog>(
            RegionOfInterest(), std::vector<std::filesystem::path>{file("a.png"), file("b.png"), file("c.png")});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_VERIFY(find<QComboBox>("regionPicture")->isEnabled()); // the picture has been read
    }

    void cleanup() { m_dialog.reset(); }

    void polygonsAreDrawnClosedAndIgnored()
    {
        QVERIFY(accept()->isEnabled());
        click(0.2, 0.2);
        QVERIFY(!accept()->isEnabled()); // half a polygon
        click(0.8, 0.2);
        QTest::keyClick(editor(), Qt::Key_Return); // two corners are none
        QVERIFY(editor()->isDrawing());
        click(0.8, 0.8);
        QTest::mouseDClick(editor(), Qt::LeftButton, {}, at(0.8, 0.8));
        QVERIFY(!editor()->isDrawing());
        QCOMPARE(m_dialog->region().include.size(), std::size_t{1});
        QVERIFY(near(m_dialog->region().include[0][1], 0.8, 0.2));
        QVERIFY(accept()->isEnabled());

        QTest::mouseClick(find<QRadioButton>("regionIgnore"), Qt::LeftButton, {}, QPoint(8, 8));
        drawSquare(0.05, 0.6, 0.1);
        QCOMPARE(m_dialog->region().ignore.size(), std::size_t{1});
        QCOMPARE(m_dialog->region().ignore[0].size(), std::size_t{4});
    }

    void whatIsIgnoredIsDrawnInsideWhatIsLookedAt()
    {
        drawSquare(0.1, 0.1, 0.8);
        QTest::mouseClick(find<QRadioButton>("regionIgnore"), Qt::LeftButton, {}, QPoint(8, 8));
        drawSquare(0.4, 0.4, 0.2);
        QCOMPARE(m_dialog->region().include.size(), std::size_t{1});
        QCOMPARE(m_dialog->region().ignore.size(), std::size_t{1});
        click(0.5, 0.5); // of the kind that is drawn: it is chosen
        QVERIFY(!editor()->isDrawing());
        QVERIFY(editor()->hasChosen());
        QTest::mouseClick(editor(), Qt::LeftButton, Qt::ShiftModifier, at(0.5, 0.5));
        QVERIFY(editor()->isDrawing());
        QTest::keyClick(editor(), Qt::Key_Escape);
        QTest::mouseClick(find<QRadioButton>("regionInclude"), Qt::LeftButton, {}, QPoint(8, 8));
        click(0.2, 0.2);
        QTest::keyClick(editor(), Qt::Key_Delete);
        QVERIFY(m_dialog->region().include.empty());
        QCOMPARE(m_dialog->region().ignore.size(), std::size_t{1});
    }

    void cornersMoveAndStepsGoBack()
    {
        drawSquare(0.3, 0.3, 0.4);
        const RegionOfInterest drawn = m_dialog->region();
        QTest::mousePress(editor(), Qt::LeftButton, {}, at(0.3, 0.3));
        QTest::mouseMove(editor(), at(0.2, 0.25));
        QMouseEvent drag(QEvent::MouseMove, at(0.1, 0.1), editor()->mapToGlobal(QPointF(at(0.1, 0.1))), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(editor(), &drag);
        QTest::mouseRelease(editor(), Qt::LeftButton, {}, at(0.1, 0.1));
        QVERIFY(near(m_dialog->region().include[0][0], 0.1, 0.1));
        QTest::mouseClick(find<QPushButton>("regionUndo"), Qt::LeftButton);
        QVERIFY(m_dialog->region() == drawn);

        click(0.5, 0.5); // into it
        QTest::keyClick(editor(), Qt::Key_Delete);
        QVERIFY(m_dialog->region().isWholePicture());
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_dialog->region() == drawn);
        QTest::mouseClick(find<QPushButton>("regionClear"), Qt::LeftButton);
        QVERIFY(m_dialog->region().isWholePicture());
    }

    void whatWasTakenBackIsDoneAgain()
    {
        drawSquare(0.3, 0.3, 0.4);
        const RegionOfInterest one = m_dialog->region();
        drawSquare(0.05, 0.05, 0.1);
        const RegionOfInterest two = m_dialog->region();
        QTest::mouseClick(find<QPushButton>("regionUndo"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("regionUndo"), Qt::LeftButton);
        QVERIFY(m_dialog->region().isWholePicture());
        QTest::mouseClick(find<QPushButton>("regionRedo"), Qt::LeftButton);
        QVERIFY(m_dialog->region() == one);
        click(0.3, 0.3); // on a corner, without moving it: that is no new step
        QTest::mouseClick(find<QPushButton>("regionRedo"), Qt::LeftButton);
        QVERIFY(m_dialog->region() == two);
        QVERIFY(!find<QPushButton>("regionRedo")->isEnabled());
        QTest::mouseClick(find<QPushButton>("regionUndo"), Qt::LeftButton);
        drawSquare(0.8, 0.8, 0.1); // another way from here: there is nothing to do again
        QVERIFY(!find<QPushButton>("regionRedo")->isEnabled());
    }

    void cornersComeAndGo()
    {
        drawSquare(0.3, 0.3, 0.4);
        const RegionOfInterest square = m_dialog->region();
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.5, 0.3)); // on the upper line
        QCOMPARE(m_dialog->region().include[0].size(), std::size_t{5});
        QVERIFY(near(m_dialog->region().include[0][1], 0.5, 0.3));
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.3, 0.5)); // on the line that closes it
        QCOMPARE(m_dialog->region().include[0].size(), std::size_t{6});
        QVERIFY(near(m_dialog->region().include[0][0], 0.3, 0.5));
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.3, 0.5));
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.5, 0.3));
        QVERIFY(m_dialog->region() == square);
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.3, 0.3));
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.7, 0.3)); // a triangle keeps its corners
        QCOMPARE(m_dialog->region().include[0].size(), std::size_t{3});
        QTest::mouseClick(editor(), Qt::RightButton, {}, at(0.5, 0.1)); // beside everything
        QCOMPARE(m_dialog->region().include[0].size(), std::size_t{3});
    }

    void escapeDropsThePolygonBeforeTheDialog()
    {
        click(0.2, 0.2);
        click(0.4, 0.2);
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!editor()->isDrawing());
        QVERIFY(m_dialog->isVisible());
        click(0.2, 0.2);
        find<QRadioButton>("regionIgnore")->setFocus();
        QTest::keyClick(find<QRadioButton>("regionIgnore"), Qt::Key_Escape);
        QVERIFY(!editor()->isDrawing());
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible()); // nothing was changed
    }

    void changedPolygonsAreDroppedOnTheUsersWordOnly()
    {
        drawSquare(0.3, 0.3, 0.4);
        const RegionOfInterest drawn = m_dialog->region();
        const auto answer = [this](QMessageBox::ButtonRole role) {
            auto *question = m_dialog->findChild<QMessageBox *>("regionQuestion");
            QVERIFY(question && question->isVisible());
            for (QAbstractButton *button : question->buttons()) {
                if (question->buttonRole(button) == role)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>("regionQuestion"));
        };
        QTest::keyClick(editor(), Qt::Key_Escape);
        answer(QMessageBox::RejectRole);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_dialog->region() == drawn);

        m_dialog->close(); // the window's cross asks as well
        answer(QMessageBox::RejectRole);
        QVERIFY(m_dialog->isVisible());

        QTest::keyClick(editor(), Qt::Key_Escape);
        answer(QMessageBox::DestructiveRole);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Rejected));
    }

    void whatLeavesNothingIsNotAccepted()
    {
        QTest::mouseClick(find<QRadioButton>("regionIgnore"), Qt::LeftButton, {}, QPoint(8, 8));
        drawSquare(0, 0, 1);
        QVERIFY(!accept()->isEnabled());
        QVERIFY(!accept()->toolTip().isEmpty());
    }

    void anUnreadablePictureIsNamed()
    {
        find<QComboBox>("regionPicture")->setCurrentIndex(2);
        QTRY_VERIFY(editor()->accessibleDescription().startsWith("c.png"));
        const QImage said = editor()->grab().toImage();
        editor()->setPictureMissing({});
        QVERIFY(editor()->grab().toImage() != said); // and not that it is being read for ever
        find<QComboBox>("regionPicture")->setCurrentIndex(0);
        QTRY_VERIFY(find<QComboBox>("regionPicture")->isEnabled());
        QVERIFY(editor()->accessibleDescription().isEmpty());
        drawSquare(0.3, 0.3, 0.4);
        QCOMPARE(m_dialog->region().include.size(), std::size_t{1});
    }

    void thePageKeepsItAsOneStep()
    {
        Document document;
        JobRunner jobs;
        ImagesPage page(&document, &jobs);
        page.show();
        auto *button = page.findChild<QPushButton *>("regionOfInterest");
        QVERIFY(!button->isEnabled());
        document.addSamples(Lane::Normal, {Sample{file("a.png"), Label::Good, {}, {}}});
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = page.findChild<RegionDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *canvas = dialog->findChild<RegionEditor *>();
        RegionOfInterest region;
        region.include = {{{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}}};
        canvas->setRegion(region);
        dialog->accept();
        QVERIFY(document.regionOfInterest() == region);
        QVERIFY(button->text().contains('1'));
        document.undoStack()->undo();
        QVERIFY(document.regionOfInterest().isWholePicture());
    }
};

QTEST_MAIN(TestRegionDialog)
#include "test_regiondialog.moc"
