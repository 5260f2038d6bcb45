#include <cmath>

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <ui/pages/inspect/colourlegend.h>
#include <ui/pages/inspect/confusionview.h>
#include <ui/pages/inspect/evaluationsummary.h>
#include <ui/pages/inspect/operatingpointpanel.h>
#include <ui/pages/inspect/ratesview.h>
#include <ui/pages/inspect/rocplot.h>
#include <ui/pages/inspect/scorehistogram.h>

#include "fakeresults.h"

using namespace spotcheck;
using namespace spotcheck::ui;
using namespace spotcheck::test;

class TestOperatingPoint : public QObject {
    Q_OBJECT

private slots:
    void summaryCountsEveryPicture();
    void summaryOfOneScoreAndOfNone();
    void thinningKeepsTheEnds();
    void histogramLineIsDragged();
    void histogramIsNotMovedFarFromTheLine();
    void histogramKeys();
    void legendIsDragged();
    void legendKeys();
    void rocPicksTheNearestPoint();
    void ratesHaveIntervalsAndCounts();
    void ratesWithoutPictures();
    void panelShowsWithoutEditing();
    void panelEdits();
    void panelMarksTestLabels();
};

void TestOperatingPoint::summaryCountsEveryPicture()
{
    const EvaluationSummary summary = summarise(*fakeEvaluation(twelvePictures(), "/parts"));
    QCOMPARE(summary.good, 6);
    QCOMPARE(summary.defective, 4);
    QCOMPARE(summary.unlabelled, 1);
    int counted = 0;
    for (const HistogramBin &bin : summary.bins)
        counted += bin.good + bin.defective + bin.unlabelled;
    QCOMPARE(counted, 11);
    QCOMPARE(summary.bins.front().low, 1.0);
    QCOMPARE(summary.bins.back().high, 10.0);
    // Defective above good: 7, 8 and 10 above all six, 4.5 above four: 22 of 24.
    QCOMPARE(summary.auroc, 22.0 / 24);
}

void TestOperatingPoint::summaryOfOneScoreAndOfNone()
{
    const EvaluationSummary one = summarise(*fakeEvaluation({{"a.png", Label::Good, 3, {}}}, "/parts"));
    QCOMPARE(one.bins.front().good, 1);
    QVERIFY(one.bins.back().high > one.bins.front().low);
    QVERIFY(one.roc.empty());
    QVERIFY(std::isnan(one.auroc));
    const EvaluationSummary none = summarise(*fakeEvaluation({{"x.png", Label::Good, 0, "broken"}}, "/parts"));
    QVERIFY(none.bins.empty());
    QCOMPARE(none.good, 0);
}

void TestOperatingPoint::thinningKeepsTheEnds()
{
    std::vector<CurvePoint> curve;
    for (int index = 0; index < 5000; ++index)
        curve.push_back({index / 4999.0, index / 4999.0, double(index)});
    const std::vector<CurvePoint> thin = thinned(curve, 100);
    QCOMPARE(thin.size(), std::size_t(100));
    QCOMPARE(thin.front().threshold, 0.0);
    QCOMPARE(thin.back().threshold, 4999.0);
    QCOMPARE(thinned(thin, 100).size(), std::size_t(100));
}

void TestOperatingPoint::histogramLineIsDragged()
{
    ScoreHistogram histogram;
    histogram.resize(400, 200);
    histogram.show();
    QVERIFY(QTest::qWaitForWindowExposed(&histogram));
    histogram.setSummary(summarise(*fakeEvaluation(twelvePictures(), "/parts")));
    histogram.setThreshold(5.5);
    QTest::qWait(20); // one queued repaint lays the axes out
    connect(&histogram, &ScoreHistogram::thresholdEdited, &histogram, &ScoreHistogram::setThreshold);
    QSignalSpy edits(&histogram, &ScoreHistogram::thresholdEdited);

    auto *plot = histogram.findChild<QWidget *>(QStringLiteral("scoreHistogramPlot"));
    const auto at = [&](double score) { return plot->mapFrom(&histogram, histogram.positionOf(score)); };
    const QPoint target = at(7.5);
    QTest::mousePress(plot, Qt::LeftButton, {}, at(5.5));
    QTest::mouseMove(plot, target);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, target);
    QVERIFY(edits.count() >= 1);
    QVERIFY2(std::abs(histogram.threshold() - 7.5) < 0.05, qPrintable(QString::number(histogram.threshold())));
    QTest::mouseMove(plot, at(3)); // released: nothing more
    QVERIFY(std::abs(histogram.threshold() - 7.5) < 0.05);
}

void TestOperatingPoint::histogramIsNotMovedFarFromTheLine()
{
    ScoreHistogram histogram;
    histogram.resize(400, 200);
    histogram.show();
    QVERIFY(QTest::qWaitForWindowExposed(&histogram));
    histogram.setSummary(summarise(*fakeEvaluation(twelvePictures(), "/parts")));
    histogram.setThreshold(5.5);
    QTest::qWait(20);
    QSignalSpy edits(&histogram, &ScoreHistogram::thresholdEdited);
    auto *plot = histogram.findChild<QWidget *>(QStringLiteral("scoreHistogramPlot"));
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(&histogram, histogram.positionOf(8)));
    QCOMPARE(edits.count(), 0);
}

void TestOperatingPoint::histogramKeys()
{
    ScoreHistogram histogram;
    histogram.setSummary(summarise(*fakeEvaluation(twelvePictures(), "/parts")));
    histogram.setThreshold(5);
    QSignalSpy edits(&histogram, &ScoreHistogram::thresholdEdited);
    QCOMPARE(histogram.keyStep(), 9.0 / 200);
    QTest::keyClick(&histogram, Qt::Key_Right);
    QCOMPARE(edits.takeFirst()[0].toDouble(), 5 + 9.0 / 200);
    QTest::keyClick(&histogram, Qt::Key_Left);
    QCOMPARE(edits.takeFirst()[0].toDouble(), 5 - 9.0 / 200);
    QTest::keyClick(&histogram, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(edits.takeFirst()[0].toDouble(), 5 - 90.0 / 200);
}

void TestOperatingPoint::legendIsDragged()
{
    ColourLegend legend;
    legend.resize(90, 300);
    legend.setScale({2, 8});
    legend.setThreshold(5);
    connect(&legend, &ColourLegend::thresholdEdited, &legend, &ColourLegend::setThreshold);
    QSignalSpy edits(&legend, &ColourLegend::thresholdEdited);
    QTest::mousePress(&legend, Qt::LeftButton, {}, legend.positionOf(5));
    QTest::mouseMove(&legend, legend.positionOf(7));
    QTest::mouseRelease(&legend, Qt::LeftButton, {}, legend.positionOf(7));
    QVERIFY(std::abs(edits.last()[0].toDouble() - 7) < 0.05);
    QTest::mousePress(&legend, Qt::LeftButton, {}, legend.positionOf(7));
    QTest::mouseMove(&legend, QPoint(10, -500)); // no further than the scale
    QCOMPARE(edits.last()[0].toDouble(), 8.0);
}

void TestOperatingPoint::legendKeys()
{
    ColourLegend legend;
    legend.setScale({2, 8});
    legend.setThreshold(5);
    QSignalSpy edits(&legend, &ColourLegend::thresholdEdited);
    QTest::keyClick(&legend, Qt::Key_Up);
    QCOMPARE(edits.takeFirst()[0].toDouble(), 5.06);
    QTest::keyClick(&legend, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(edits.takeFirst()[0].toDouble(), 4.4);
}

void TestOperatingPoint::rocPicksTheNearestPoint()
{
    RocPlot roc;
    roc.resize(260, 240);
    roc.show();
    QVERIFY(QTest::qWaitForWindowExposed(&roc));
    const auto evaluation = fakeEvaluation(twelvePictures(), "/parts");
    roc.setSummary(summarise(*evaluation));
    QTest::qWait(20);
    QVERIFY2(roc.findChild<QLabel *>(QStringLiteral("rocTitle"))->text().contains(QStringLiteral("0.917")),
             qPrintable(roc.findChild<QLabel *>(QStringLiteral("rocTitle"))->text()));
    QSignalSpy edits(&roc, &RocPlot::thresholdEdited);
    auto *plot = roc.findChild<QWidget *>(QStringLiteral("rocPlotArea"));
    // The top right corner of the curve: everything is called defective.
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(plot->width() - 20, 8));
    QCOMPARE(edits.count(), 1);
    const Confusion all = evaluation->scores.confusionAt(edits[0][0].toDouble());
    QCOMPARE(all.truePositives, std::int64_t(4));
    QVERIFY(all.falsePositives >= 5);

    roc.setSummary({});
    QTest::mouseClick(plot, Qt::LeftButton, {}, QPoint(plot->width() / 2, 40));
    QCOMPARE(edits.count(), 1);
}

void TestOperatingPoint::ratesHaveIntervalsAndCounts()
{
    RatesView rates;
    const auto text = [&](const char *name) { return rates.findChild<QLabel *>(QLatin1String(name))->text(); };
    rates.setConfusion({38, 2, 3, 57});
    QCOMPARE(text("rateRecall"), QStringLiteral("95.0 %"));
    QCOMPARE(text("rateRecallInterval"), QStringLiteral("[83.1 %, 99.4 %]")); // Clopper-Pearson of 38 in 40
    QCOMPARE(text("rateRecallCount"), QStringLiteral("38 of 40"));
    QCOMPARE(text("rateFalseAlarms"), QStringLiteral("5.0 %"));
    QCOMPARE(text("rateFalseAlarmsInterval"), QStringLiteral("[1.0 %, 13.9 %]")); // 3 in 60
    QCOMPARE(text("rateFalseAlarmsCount"), QStringLiteral("3 of 60"));
    QCOMPARE(text("ratePrecision"), QStringLiteral("92.7 %"));
    QCOMPARE(text("rateF1"), QStringLiteral("93.8 %")); // 76 / 81
    // Of 38 in 43: [74.92 %, 96.11 %], and 2 J / (1 + J) of both.
    QCOMPARE(text("rateF1Interval"), QStringLiteral("[85.7 %, 98.0 %]"));
}

void TestOperatingPoint::ratesWithoutPictures()
{
    RatesView rates;
    rates.setConfusion({});
    for (const char *name : {"rateRecall", "rateFalseAlarms", "ratePrecision", "rateF1", "rateRecallInterval"})
        QCOMPARE(rates.findChild<QLabel *>(QLatin1String(name))->text(), QStringLiteral("–"));
}

void TestOperatingPoint::panelShowsWithoutEditing()
{
    OperatingPointPanel panel;
    QSignalSpy threshold(&panel, &OperatingPointPanel::thresholdEdited);
    QSignalSpy pixels(&panel, &OperatingPointPanel::pixelThresholdEdited);
    QSignalSpy rate(&panel, &OperatingPointPanel::falseAlarmRateChosen);
    QSignalSpy area(&panel, &OperatingPointPanel::minimumAreaEdited);
    panel.setScores(1, 10, true);
    panel.setPixelScale(1, 10, true);
    panel.setPoint({1.0 / 3, 2.0F / 3, 25, OperatingPoint::Origin::FalseAlarmRate, 0.02, true}, 100);
    for (QSignalSpy *spy : {&threshold, &pixels, &rate, &area})
        QCOMPARE(spy->count(), 0);
    QCOMPARE(panel.findChild<QDoubleSpinBox *>(QStringLiteral("falseAlarmBox"))->value(), 2.0);
    QCOMPARE(panel.findChild<QSpinBox *>(QStringLiteral("minimumAreaBox"))->value(), 25);
    QVERIFY(!panel.findChild<QLabel *>(QStringLiteral("operatingPointExplanation"))->text().isEmpty());
}

void TestOperatingPoint::panelEdits()
{
    OperatingPointPanel panel;
    panel.setScores(1, 10, true);
    QSignalSpy threshold(&panel, &OperatingPointPanel::thresholdEdited);
    QSignalSpy rate(&panel, &OperatingPointPanel::falseAlarmRateChosen);
    auto *box = panel.findChild<QDoubleSpinBox *>(QStringLiteral("thresholdBox"));
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("4.25"));
    QCOMPARE(threshold.count(), 0); // half a number is no threshold
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(threshold.count(), 1);
    QCOMPARE(threshold[0][0].toDouble(), 4.25);

    auto *percent = panel.findChild<QDoubleSpinBox *>(QStringLiteral("falseAlarmBox"));
    percent->selectAll();
    QTest::keyClicks(percent, QStringLiteral("10"));
    QTest::keyClick(percent, Qt::Key_Return);
    QCOMPARE(rate.takeFirst()[0].toDouble(), 0.1);
    // The same rate again, after a threshold by hand.
    QTest::mouseClick(panel.findChild<QAbstractButton *>(QStringLiteral("falseAlarmButton")), Qt::LeftButton);
    QCOMPARE(rate.takeFirst()[0].toDouble(), 0.1);
}

void TestOperatingPoint::panelMarksTestLabels()
{
    OperatingPointPanel panel;
    const auto badge = [&] { return panel.findChild<QLabel *>(QStringLiteral("originBadge"))->text(); };
    panel.setPoint({1, 1, 1, OperatingPoint::Origin::TestLabels, 0, true}, 40);
    QCOMPARE(badge(), QStringLiteral("Test labels were used"));
    panel.setPoint({1, 1, 1, OperatingPoint::Origin::ByHand, 0, true}, 40);
    QCOMPARE(badge(), QStringLiteral("By hand"));
    panel.setPoint({1, 1, 1, OperatingPoint::Origin::FalseAlarmRate, 0.05, true}, 40);
    QCOMPARE(badge(), QStringLiteral("From normals"));
    panel.setPoint({1, 1, 1, OperatingPoint::Origin::FalseAlarmRate, 0.001, false}, 40);
    QCOMPARE(badge(), QStringLiteral("Too few normals"));
    panel.setScores(1, 2, false);
    QVERIFY(!panel.findChild<QAbstractButton *>(QStringLiteral("bestF1Button"))->isEnabled());
}

QTEST_MAIN(TestOperatingPoint)
#include "test_inspect_figures.moc"
