#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

#include <spotcheck/core/runtime.h>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/operatingpointpanel.h"
#include "ui/pages/inspect/regiontable.h"
#include "ui/pages/inspect/scaledialog.h"
#include "ui/pages/inspect/viewerpanel.h"
#include "ui/viewer/pictureviewer.h"

#include "fakeresults.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

/// A scale, from the clicks on a picture to sizes in millimetres.
class TestInspectScale : public QObject {
    Q_OBJECT

    template <typename Widget>
    static Widget *find(const QWidget &parent, const char *name)
    {
        auto *widget = parent.findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }

    /// 64 x 48 px, with a region of 10 x 4 px at (20, 30) and one of 3 x 3 px.
    static PicturePointer picture()
    {
        cv::Mat map(48, 64, CV_32FC1, cv::Scalar(1));
        map(cv::Rect(20, 30, 10, 4)).setTo(9);
        map(cv::Rect(5, 5, 3, 3)).setTo(7);
        return std::make_shared<const LoadedPicture>(
            loadedPicture(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(90)), map, {5, 1}));
    }

    static void click(ScaleDialog &dialog, QPoint pixel)
    {
        auto *viewer = find<PictureViewer>(dialog, "scaleViewer");
        QTest::mouseClick(viewer, Qt::LeftButton, {},
                          viewer->fromPicture(QPointF(pixel) + QPointF(0.5, 0.5)).toPoint());
    }

    static void type(QAbstractSpinBox *box, const char *text)
    {
        box->selectAll();
        QTest::keyClicks(box, QString::fromLatin1(text));
    }

private slots:
    void initTestCase() { configureRuntime(1); }

    void twoClicksAndALengthMakeAScale()
    {
        ScaleDialog dialog({}, picture());
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *accept = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!dialog.scale() && !accept->isEnabled());
        click(dialog, {10, 4});
        click(dialog, {40, 44}); // 30 and 40: 50 px
        QVERIFY(!accept->isEnabled());
        QVERIFY(find<QLabel>(dialog, "scaleDistance")->text().contains(QStringLiteral("50.0")));
        type(find<QDoubleSpinBox>(dialog, "scaleLength"), "12.5");
        QVERIFY(accept->isEnabled());
        QCOMPARE(dialog.scale()->millimetresPerPixel(), 0.25);
        // A third click starts anew; the scale stays until there is another.
        click(dialog, {0, 0});
        QCOMPARE(dialog.scale()->millimetresPerPixel(), 0.25);
        click(dialog, {25, 0});
        QCOMPARE(dialog.scale()->millimetresPerPixel(), 0.5);
    }

    void theNumberAloneWillDo()
    {
        ScaleDialog dialog(PictureScale(0.1), nullptr);
        QCOMPARE(dialog.scale(), std::optional(PictureScale(0.1)));
        type(find<QDoubleSpinBox>(dialog, "scaleValue"), "0.0375");
        QCOMPARE(dialog.scale(), std::optional(PictureScale(0.0375)));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        find<QPushButton>(dialog, "scaleRemove")->click();
        QCOMPARE(accepted.count(), 1);
        QVERIFY(!dialog.scale());
    }

    void theTableListsTheRegions()
    {
        RegionTable table;
        const auto cell = [&](int row, const QString &heading) {
            for (int column = 0; column < table.columnCount(); ++column) {
                if (table.horizontalHeaderItem(column)->text() == heading)
                    return table.item(row, column)->text();
            }
            return QString();
        };
        table.setRegions(picture()->regions, {});
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(cell(0, "box x, y, w, h (px)"), QStringLiteral("20, 30, 10, 4"));
        QCOMPARE(cell(0, "area (px)"), QStringLiteral("40"));
        QCOMPARE(cell(1, "area (px)"), QStringLiteral("9"));
        QVERIFY(cell(0, "area (mm²)").isEmpty());
        table.setRegions(picture()->regions, PictureScale(0.25));
        QCOMPARE(cell(0, "box x, y, w, h (mm)"), QStringLiteral("5.0, 7.5, 2.5, 1.0"));
        QCOMPARE(cell(0, "area (mm²)"), QStringLiteral("2.50"));
        QCOMPARE(cell(1, "area (mm²)"), QStringLiteral("0.56"));
        QCOMPARE(cell(0, "perimeter (mm)").toDouble(), std::round(picture()->regions[0].perimeter * 2.5) / 10);

        QSignalSpy chosen(&table, &RegionTable::regionChosen);
        table.selectRow(1);
        QCOMPARE(chosen.last()[0].toRect(), QRect(5, 5, 3, 3));
        table.setRegions({}, {});
        QCOMPARE(chosen.count(), 1);
    }

    void theLeastAreaIsInMillimetres()
    {
        OperatingPointPanel panel;
        panel.setPixelScale(1, 10, true);
        panel.show();
        auto *pixels = find<QSpinBox>(panel, "minimumAreaBox");
        auto *millimetres = find<QDoubleSpinBox>(panel, "minimumSquareMillimetresBox");
        QVERIFY(pixels->isVisible() && !millimetres->isVisible());
        QSignalSpy edited(&panel, &OperatingPointPanel::minimumAreaEdited);
        OperatingPoint point;
        point.minimumArea = 8;
        panel.setPoint(point, 20);
        panel.setScale(PictureScale(0.5));
        QVERIFY(!pixels->isVisible() && millimetres->isVisible());
        QCOMPARE(millimetres->value(), 2.0);
        QCOMPARE(edited.count(), 0);
        type(millimetres, "3.1");
        QTest::keyClick(millimetres, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.takeLast()[0].toLongLong(), 13); // 12.4 px
        point.minimumArea = 13;
        panel.setPoint(point, 20);
        QCOMPARE(millimetres->value(), 3.25);
        QCOMPARE(edited.count(), 0);
        millimetres->stepDown();
        QVERIFY(edited.last()[0].toLongLong() < 13);
        panel.setScale({});
        QVERIFY(pixels->isVisible());
    }

    void thePageKeepsTheScaleInTheProject()
    {
        const QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        writePictures(twelvePictures(), place);
        Document document;
        JobRunner jobs;
        InspectPage page(&document, &jobs);
        page.resize(1180, 720);
        page.show();
        const auto evaluation = fakeEvaluation(twelvePictures(), place);
        std::vector<Sample> samples;
        for (const InspectionResult &result : evaluation->results)
            samples.push_back(result.sample);
        document.addSamples(Lane::Test, samples);
        QSignalSpy shown(&page, &InspectPage::pictureShown);
        document.setEvaluation(evaluation);
        QTRY_VERIFY(!shown.isEmpty());

        auto *button = find<QToolButton>(page, "scaleButton");
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = page.findChild<ScaleDialog *>();
        QVERIFY(dialog);
        click(*dialog, {2, 10});
        click(*dialog, {42, 10});
        type(find<QDoubleSpinBox>(*dialog, "scaleLength"), "10");
        dialog->accept();
        QCOMPARE(document.scale(), std::optional(PictureScale(0.25)));
        QVERIFY(button->text().contains(QStringLiteral("0.25")));
        QVERIFY(find<QDoubleSpinBox>(page, "minimumSquareMillimetresBox")->isVisibleTo(&page));
        QCOMPARE(document.project().scale, document.scale());
        document.undoStack()->undo();
        QVERIFY(!document.scale() && !document.project().scale);
        QVERIFY(!button->text().contains(QStringLiteral("0.25")));
        document.undoStack()->redo();
        QCOMPARE(document.scale(), std::optional(PictureScale(0.25)));
        document.clear();
        QVERIFY(!document.scale());
    }

    void theListFollowsTheKey()
    {
        ViewerPanel panel;
        panel.resize(600, 600);
        panel.show();
        panel.showPicture(picture());
        auto *table = find<QTableWidget>(panel, "regionTable");
        QVERIFY(!table->isVisible());
        QTest::keyClick(panel.viewer(), Qt::Key_L);
        QVERIFY(table->isVisible());
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 6);
        panel.setScale(PictureScale(0.1));
        QCOMPARE(table->columnCount(), 9);
        table->selectRow(0);
        QCOMPARE(panel.viewer()->marker(), QRectF(20, 30, 10, 4));
        QTest::keyClick(panel.viewer(), Qt::Key_L);
        QVERIFY(!table->isVisible());
    }
};

QTEST_MAIN(TestInspectScale)
#include "test_inspect_scale.moc"
