#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/pages/inspect/pictureloader.h"
#include "ui/report/enginetext.h"
#include "ui/settings/language.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/viewtransform.h"

#include "fakeresults.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

namespace {

MapSource rampSource()
{
    MapSource source;
    source.anomalyMap = [](const Prediction &prediction) { return rampMap(prediction); };
    source.scale = {2, 8};
    return source;
}

} // namespace

class TestPictureViewer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void zoomKeepsThePositionUnderTheCursor();
    void fitsAndCentres();
    void loadsWhatIsAskedFor();
    void neighboursAreAtHand();
    void regionsFollowTheThreshold();
    void staleResultsAreDropped();
    void cacheIsBounded();
    void failuresAreShown();
    void mapOfAnotherSizeIsLeftOut();
    void nothingIsDrawnOverAChangedFile();
    void theReasonIsInTheWindowsLanguage();
    void keysZoomAndFit();
    void wheelZoomsToTheCursor();
    void dragPansAndClickPicks();
    void heldKeyShowsTheBarePicture_data();
    void heldKeyShowsTheBarePicture();
    void opacityChangesThePaint();
    void normalAreasStayVisible();
    void sideBySideAndSwipe();

private:
    PicturePointer load(int row, double pixelThreshold = 6) const;
    QColor colourAt(PictureViewer &viewer, const QPointF &picture) const;
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
    std::shared_ptr<const Evaluation> m_evaluation;
};

void TestPictureViewer::initTestCase()
{
    writePictures(twelvePictures(), folder());
    m_evaluation = fakeEvaluation(twelvePictures(), folder());
}

PicturePointer TestPictureViewer::load(int row, double pixelThreshold) const
{
    return std::make_shared<const LoadedPicture>(loadPicture(row,
                                                             m_evaluation->results[static_cast<std::size_t>(row)],
                                                             rampSource(), {static_cast<float>(pixelThreshold), 1}));
}

QColor TestPictureViewer::colourAt(PictureViewer &viewer, const QPointF &picture) const
{
    return viewer.grab().toImage().pixelColor(viewer.fromPicture(picture).toPoint());
}

void TestPictureViewer::zoomKeepsThePositionUnderTheCursor()
{
    ViewTransform view;
    view.setSizes({400, 300}, {200, 200});
    view.zoomTo(2, {50, 80}); // the picture covers the pane from here on
    const QPointF before = view.toPicture({120, 90});
    view.zoomTo(4, {120, 90});
    QCOMPARE(view.toPicture({120, 90}), before);
    QCOMPARE(view.scale(), 4.0);
    view.panBy({1e6, 1e6}); // never past the picture's corner
    QCOMPARE(view.toPane({0, 0}), QPointF(0, 0));
    view.zoomTo(1e9, {0, 0});
    QCOMPARE(view.scale(), 64.0);
}

void TestPictureViewer::fitsAndCentres()
{
    ViewTransform view;
    view.setSizes({100, 50}, {216, 316});
    QVERIFY(view.isFitted());
    QCOMPARE(view.scale(), 2.0); // 8 px of margin on each side
    QCOMPARE(view.pictureRectangle(), QRectF(8, 108, 200, 100));
    view.zoomTo(3, {100, 100});
    view.setSizes({100, 50}, {300, 300}); // a resized window keeps the zoom
    QCOMPARE(view.scale(), 3.0);
    view.setSizes({10, 10}, {300, 300}); // another picture's size starts anew
    QVERIFY(view.isFitted());
}

void TestPictureViewer::loadsWhatIsAskedFor()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.setSource(m_evaluation, rampSource());
    loader.setRegionOptions({6, 1});
    loader.show(7, {});
    QVERIFY(loaded.wait());
    const auto picture = loaded[0][0].value<PicturePointer>();
    QCOMPARE(picture->row, 7);
    QCOMPARE(picture->size(), QSize(64, 48));
    QCOMPARE(picture->levels.front().pixelColor(3, 3), QColor(90, 90, 90));
    QCOMPARE(picture->map.cols, 64);
    QCOMPARE(picture->regions.size(), std::size_t(1)); // 7 at the right edge is above 6
    QCOMPARE(picture->regions[0].peak, 7.0F);
    loader.show(-1, {});
    loader.show(12, {});
    QVERIFY(!loader.isCached(12));
}

void TestPictureViewer::neighboursAreAtHand()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    QSignalSpy fetched(&loader, &PictureLoader::fetched);
    loader.setSource(m_evaluation, rampSource());
    loader.show(4, {5, 3, -1, 99});
    QTRY_COMPARE(fetched.count(), 3);
    QCOMPARE(loaded.count(), 1);
    loader.show(5, {});
    QCOMPARE(loaded.count(), 2); // at once, without another turn of the event loop
    QCOMPARE(loaded[1][0].value<PicturePointer>()->row, 5);
}

void TestPictureViewer::regionsFollowTheThreshold()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.setSource(m_evaluation, rampSource());
    loader.setRegionOptions({6, 1});
    loader.show(9, {});
    QVERIFY(loaded.wait());
    const auto wide = loaded[0][0].value<PicturePointer>()->regions.at(0).area;
    for (const float threshold : {7.0F, 8.0F, 9.0F})
        loader.setRegionOptions({threshold, 1});
    QTRY_VERIFY(loaded.last()[0].value<PicturePointer>()->regionOptions.pixelThreshold == 9.0F);
    const auto narrow = loaded.last()[0].value<PicturePointer>()->regions.at(0).area;
    QVERIFY(narrow < wide);
    // 10 x / 63 > 9 for the columns 57 to 63.
    QCOMPARE(narrow, std::int64_t(7 * 48));
    loader.setRegionOptions({9, 7 * 48 + 1});
    QTRY_VERIFY(loaded.last()[0].value<PicturePointer>()->regions.empty());
}

void TestPictureViewer::staleResultsAreDropped()
{
    PictureLoader loader;
    QSignalSpy loaded(&loader, &PictureLoader::loaded);
    loader.setSource(m_evaluation, rampSource());
    loader.show(1, {2});
    loader.show(3, {});
    loader.show(6, {});
    QTRY_VERIFY(!loaded.isEmpty());
    QTest::qWait(50);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(loaded[0][0].value<PicturePointer>()->row, 6);

    loader.show(4, {});            // never asked for, so not at hand
    loader.setSource(nullptr, {}); // before it came
    QTest::qWait(50);
    QCOMPARE(loaded.count(), 1);
}

void TestPictureViewer::cacheIsBounded()
{
    const qint64 one = load(0)->bytes();
    PictureLoader loader(nullptr, one * 4 + 4096);
    QSignalSpy fetched(&loader, &PictureLoader::fetched);
    loader.setSource(m_evaluation, rampSource());
    for (int row = 0; row < 10; ++row) {
        loader.show(row, {});
        QTRY_COMPARE(fetched.count(), row + 1);
    }
    int cached = 0;
    for (int row = 0; row < 10; ++row)
        cached += loader.isCached(row) ? 1 : 0;
    QVERIFY2(cached >= 1 && cached <= 4, qPrintable(QString::number(cached)));
    QVERIFY(loader.isCached(9));
}

void TestPictureViewer::failuresAreShown()
{
    PictureViewer viewer;
    QSignalSpy shown(&viewer, &PictureViewer::pictureShown);
    const PicturePointer broken = load(11);
    QCOMPARE(broken->failure, QStringLiteral("x.png is no picture."));
    viewer.resize(300, 200);
    viewer.setPicture(broken);
    QCOMPARE(shown.count(), 1);
    QVERIFY(!viewer.grab().isNull());

    InspectionResult gone = fakeResult({"gone.png", Label::Good, 1, {}}, folder(), {64, 48});
    const LoadedPicture missing = loadPicture(0, gone, rampSource(), {});
    QVERIFY2(missing.failure.contains(QStringLiteral("gone.png")), qPrintable(missing.failure));
}

void TestPictureViewer::mapOfAnotherSizeIsLeftOut()
{
    // The file was replaced by a larger picture after the inspection.
    InspectionResult result = fakeResult({"g1.png", Label::Good, 5, {}}, folder(), {32, 32});
    const LoadedPicture picture = loadPicture(0, result, rampSource(), {});
    QCOMPARE(picture.size(), QSize(64, 48));
    QVERIFY(picture.map.empty());
    QVERIFY(picture.remark.startsWith("The file has changed"));
}

void TestPictureViewer::nothingIsDrawnOverAChangedFile()
{
    const std::filesystem::path file = folder() / "changed.png";
    std::filesystem::copy_file(folder() / "d8.png", file);
    InspectionResult result = m_evaluation->results[8];
    result.sample.image = file;
    result.sha256 = sha256OfFile(file);
    const LoadedPicture before = loadPicture(0, result, rampSource(), {6, 1});
    QVERIFY(!before.map.empty() && !before.regions.empty() && before.remark.isEmpty());

    QVERIFY(QImage(64, 48, QImage::Format_RGB888).save(QString::fromStdString(file.string())));
    const auto after = std::make_shared<const LoadedPicture>(loadPicture(1, result, rampSource(), {6, 1}));
    QVERIFY(!after->levels.empty());
    QVERIFY(after->map.empty() && after->regions.empty());
    QCOMPARE(after->remark, QString("The file has changed since it was inspected."));
    PictureViewer viewer;
    viewer.resize(400, 300);
    viewer.setPicture(after);
    QCOMPARE(viewer.accessibleDescription(), after->remark);
    auto silent = std::make_shared<LoadedPicture>(*after);
    silent->remark.clear();
    const QImage said = viewer.grab().toImage();
    viewer.setPicture(silent);
    QVERIFY(viewer.grab().toImage() != said);
    std::filesystem::remove(file);
}

void TestPictureViewer::theReasonIsInTheWindowsLanguage()
{
    const ActiveLanguage german(*qApp, "de");
    InspectionResult result;
    result.sample.image = folder() / "gone.png";
    result.failure = Error(ErrorCode::ImageTruncated, result.sample.image, "unexpected end").what();
    const QString failure = loadPicture(0, result, {}, {}).failure;
    QVERIFY(failure.startsWith(QString::fromStdString(result.sample.image.string()) + ": "));
    QVERIFY(failure.contains(engineText(errorSentence(ErrorCode::ImageTruncated))));
    QVERIFY(failure.endsWith(" (unexpected end)"));
    QVERIFY(!failure.contains("The picture is incomplete"));
}

void TestPictureViewer::keysZoomAndFit()
{
    PictureViewer viewer;
    viewer.resize(336, 256);
    viewer.setPicture(load(0));
    QCOMPARE(viewer.zoom(), 5.0); // (336 - 16) / 64 and (256 - 16) / 48
    QTest::keyClick(&viewer, Qt::Key_1);
    QCOMPARE(viewer.zoom(), 1.0);
    QTest::keyClick(&viewer, Qt::Key_Plus);
    QCOMPARE(viewer.zoom(), 1.25);
    QTest::keyClick(&viewer, Qt::Key_Minus);
    QCOMPARE(viewer.zoom(), 1.0);
    QTest::keyClick(&viewer, Qt::Key_F);
    QCOMPARE(viewer.zoom(), 5.0);
}

void TestPictureViewer::wheelZoomsToTheCursor()
{
    PictureViewer viewer;
    viewer.resize(336, 256);
    viewer.setPicture(load(0));
    const QPointF cursor(100, 120);
    const QPointF before = viewer.toPicture(cursor);
    QWheelEvent wheel(cursor, viewer.mapToGlobal(cursor), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&viewer, &wheel);
    QCOMPARE(viewer.zoom(), 5 * 1.25 * 1.25);
    QVERIFY((viewer.toPicture(cursor) - before).manhattanLength() < 1e-9);
}

void TestPictureViewer::dragPansAndClickPicks()
{
    PictureViewer viewer;
    viewer.resize(336, 256);
    viewer.setPicture(load(0));
    QSignalSpy clicks(&viewer, &PictureViewer::spotClicked);
    QTest::mouseClick(&viewer, Qt::LeftButton, {}, viewer.fromPicture({10.5, 20.5}).toPoint());
    QCOMPARE(clicks.count(), 1);
    QCOMPARE(clicks[0][0].toPoint(), QPoint(10, 20));

    viewer.zoomBy(4);
    const QPointF before = viewer.toPicture({100, 100});
    QTest::mousePress(&viewer, Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(&viewer, {140, 130});
    QTest::mouseRelease(&viewer, Qt::LeftButton, {}, {140, 130});
    QCOMPARE(clicks.count(), 1);
    QVERIFY((viewer.toPicture({140, 130}) - before).manhattanLength() < 1e-9);
}

void TestPictureViewer::heldKeyShowsTheBarePicture_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("space") << int(Qt::Key_Space);
    QTest::newRow("B") << int(Qt::Key_B);
}

void TestPictureViewer::heldKeyShowsTheBarePicture()
{
    QFETCH(int, key);
    PictureViewer viewer;
    viewer.resize(336, 256);
    viewer.setScale({2, 8});
    viewer.setPicture(load(9)); // grey 110
    const QPointF hot(60, 24);
    const QColor covered = colourAt(viewer, hot);
    QVERIFY(covered != QColor(110, 110, 110));
    QTest::keyPress(&viewer, static_cast<Qt::Key>(key));
    QCOMPARE(colourAt(viewer, hot), QColor(110, 110, 110));
    QTest::keyRelease(&viewer, static_cast<Qt::Key>(key));
    QCOMPARE(colourAt(viewer, hot), covered);
}

void TestPictureViewer::opacityChangesThePaint()
{
    PictureViewer viewer;
    viewer.resize(336, 256);
    viewer.setScale({2, 8});
    viewer.setRegionsShown(false);
    viewer.setPicture(load(9));
    const QPointF hot(60, 24);
    const auto distance = [&] {
        const QColor colour = colourAt(viewer, hot);
        return std::abs(colour.red() - 110) + std::abs(colour.green() - 110) + std::abs(colour.blue() - 110);
    };
    viewer.setOpacity(1);
    const int full = distance();
    viewer.setOpacity(0.5);
    const int half = distance();
    viewer.setOpacity(0);
    QCOMPARE(distance(), 0);
    QVERIFY2(half > 0 && half < full, qPrintable(QStringLiteral("%1 of %2").arg(half).arg(full)));
    viewer.setOpacity(1);
    viewer.setHeatMapShown(false);
    QCOMPARE(distance(), 0);
}

void TestPictureViewer::normalAreasStayVisible()
{
    PictureViewer viewer;
    viewer.resize(336, 256);
    viewer.setScale({2, 8});
    viewer.setPicture(load(9));
    QCOMPARE(colourAt(viewer, {5, 24}), QColor(110, 110, 110)); // 10 x 5 / 63 is below 2
}

void TestPictureViewer::sideBySideAndSwipe()
{
    PictureViewer viewer;
    viewer.resize(660, 256);
    viewer.setScale({2, 8});
    viewer.setRegionsShown(false);
    viewer.setPicture(load(9));
    viewer.setMode(ViewMode::SideBySide);
    const QPoint hot = viewer.fromPicture({60, 24}).toPoint();
    const QImage both = viewer.grab().toImage();
    QCOMPARE(both.pixelColor(hot), QColor(110, 110, 110));
    QVERIFY(both.pixelColor(hot + QPoint((660 - 4) / 2 + 4, 0)) != QColor(110, 110, 110));

    viewer.setMode(ViewMode::Swipe);
    const QPoint place = viewer.fromPicture({60, 24}).toPoint();
    QVERIFY(viewer.grab().toImage().pixelColor(place) != QColor(110, 110, 110));
    QTest::mousePress(&viewer, Qt::LeftButton, {}, {330, 100});
    QTest::mouseMove(&viewer, {650, 100});
    QTest::mouseRelease(&viewer, Qt::LeftButton, {}, {650, 100});
    QCOMPARE(viewer.grab().toImage().pixelColor(place), QColor(110, 110, 110));
}

QTEST_MAIN(TestPictureViewer)
#include "test_inspect_viewer.moc"
