#include <cmath>

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "ui/pages/inspect/colourlegend.h"
#include "ui/pages/inspect/confusionview.h"
#include "ui/pages/inspect/curveplot.h"
#include "ui/pages/inspect/curvetabs.h"
#include "ui/pages/inspect/evaluationsummary.h"
#include "ui/pages/inspect/operatingpointpanel.h"
#include "ui/pages/inspect/ratesview.h"
#include "ui/pages/inspect/scorehistogram.h"
#include "ui/widgets/thinnedcurve.h"

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
    void legendMarksAThresholdBeyondItsScale();
    void legendKeys();
    void curvesPickTheNearestPoint_data();
    void curvesPickTheNearestPoint();
    void bothLinesAreDragged();
    void reviewHasAColumnAndRates();
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

void TestOperatingPoint::legendMarksAThresholdBeyondItsScale()
{
    ColourLegend legend;
    legend.resize(90, 300);
    legend.setScale({2, 8});
    legend.setThreshold(8);
    QVERIFY(!legend.accessibleDescription().contains("scale"));
    const QImage at = legend.grab().toImage();
    const int top = legend.positionOf(8).y();
    legend.setThreshold(430);
    QVERIFY(legend.accessibleDescription().contains("above the scale"));
    QVERIFY(legend.positionOf(8).y() > top); // the number has a line of its own, the scale's end keeps its own
    QVERIFY(legend.grab().toImage() != at);
    connect(&legend, &ColourLegend::thresholdEdited, &legend, &ColourLegend::setThreshold);
    const int line = legend.fontMetrics().height();
    QTest::mousePress(&legend, Qt::LeftButton, {}, legend.positionOf(8) - QPoint(0, line));
    QTest::mouseMove(&legend, legend.positionOf(5));
    QTest::mouseRelease(&legend, Qt::LeftButton, {}, legend.positionOf(5));
    QVERIFY(!legend.accessibleDescription().contains("scale")); // dragged back onto it
    legend.setThreshold(1);
    QVERIFY(legend.accessibleDescription().contains("below the scale"));
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

namespace {

std::shared_ptr<const Evaluation> withMasks()
{
    auto evaluation = std::make_shared<Evaluation>(*fakeEvaluation(twelvePictures(), "/parts"));
    evaluation->pixels.emplace();
    evaluation->pixels->aupro30 = 0.75;
    evaluation->pixels->regions = 3;
    evaluation->pixels->proCurve = {{0, 0, 9}, {0.1, 0.6, 5}, {0.5, 0.9, 3}, {1, 1, 0}};
    return evaluation;
}

} // namespace

void TestOperatingPoint::curvesPickTheNearestPoint_data()
{
    QTest::addColumn<QString>("curve");
    QTest::addColumn<int>("tab");
    QTest::newRow("ROC") << QStringLiteral("roc") << 0;
    QTest::newRow("PR") << QStringLiteral("precisionRecall") << 1;
    QTest::newRow("PRO") << QStringLiteral("overlap") << 2;
}

void TestOperatingPoint::curvesPickTheNearestPoint()
{
    QFETCH(QString, curve);
    QFETCH(int, tab);
    CurveTabs tabs;
    tabs.resize(300, 280);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    tabs.setCurrentIndex(tab);
    const auto evaluation = withMasks();
    tabs.setSummary(summarise(*evaluation));
    OperatingPoint point;
    point.threshold = 5.5;
    point.pixelThreshold = 4;
    tabs.setOperatingPoint(point, evaluation->scores.confusionAt(5.5));
    QCOMPARE(tabs.findChild<QLabel *>(QStringLiteral("rocTitle"))->text(), QStringLiteral("AUROC 0.917 (n = 10)"));
    QVERIFY(tabs.findChild<QLabel *>(QStringLiteral("overlapTitle"))->text().contains(QStringLiteral("0.750")));

    auto *plot = tabs.findChild<CurvePlot *>(curve + QStringLiteral("Plot"));
    auto *area = tabs.findChild<QWidget *>(curve + QStringLiteral("PlotArea"));
    QSignalSpy images(&tabs, &CurveTabs::thresholdEdited);
    QSignalSpy pixels(&tabs, &CurveTabs::pixelThresholdEdited);
    QSignalSpy &edits = tab == 2 ? pixels : images;
    QTest::qWait(20); // one queued repaint lays the axes out
    // Every point of the curve is found where it is drawn, by pressing and by dragging on.
    QTest::mousePress(area, Qt::LeftButton, {}, plot->positionOf({plot->points()[1].x, plot->points()[1].y}));
    QCOMPARE(edits.takeFirst()[0].toDouble(), plot->points()[1].threshold);
    for (const CurvePoint &wanted : plot->points()) {
        QTest::mouseMove(area, plot->positionOf({wanted.x, wanted.y}));
        const double threshold = edits.takeLast()[0].toDouble();
        const CurvePoint found = pointAt(plot->points(), threshold);
        QCOMPARE(found.x, wanted.x);
        QCOMPARE(found.y, wanted.y);
    }
    QTest::mouseRelease(area, Qt::LeftButton);
    edits.clear();
    // From the operating point on, key by key.
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(edits.count(), 1);
    const double now = tab == 2 ? 5.0 : 5.5;
    QVERIFY(edits[0][0].toDouble() < now);
    QCOMPARE((tab == 2 ? images : pixels).count(), 0);

    tabs.setSummary({});
    edits.clear();
    QTest::mouseClick(area, Qt::LeftButton, {}, area->rect().center());
    QCOMPARE(edits.count(), 0);
}

void TestOperatingPoint::bothLinesAreDragged()
{
    ScoreHistogram histogram;
    histogram.resize(400, 200);
    histogram.show();
    QVERIFY(QTest::qWaitForWindowExposed(&histogram));
    histogram.setSummary(summarise(*fakeEvaluation(twelvePictures(), "/parts")));
    histogram.setThreshold(6);
    histogram.setReviewThreshold(3);
    QTest::qWait(20);
    QSignalSpy threshold(&histogram, &ScoreHistogram::thresholdEdited);
    QSignalSpy review(&histogram, &ScoreHistogram::reviewThresholdEdited);
    auto *plot = histogram.findChild<QWidget *>(QStringLiteral("scoreHistogramPlot"));
    const auto at = [&](double score) { return plot->mapFrom(&histogram, histogram.positionOf(score)); };
    const auto drag = [&](double from, double to) {
        QTest::mousePress(plot, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(plot, at(to));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, at(to));
    };
    drag(3, 4);
    QVERIFY(std::abs(review.takeLast()[0].toDouble() - 4) < 0.05);
    QCOMPARE(threshold.count(), 0);
    drag(6, 7);
    QVERIFY(std::abs(threshold.takeLast()[0].toDouble() - 7) < 0.05);
    review.clear();
    QTest::keyClick(&histogram, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(review.takeLast()[0].toDouble(), 3 + histogram.keyStep());
    // Together, each is taken from its own side.
    histogram.setReviewThreshold(6);
    threshold.clear();
    QTest::mousePress(plot, Qt::LeftButton, {}, at(6) - QPoint(4, 0));
    QTest::mouseMove(plot, at(5));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, at(5));
    QVERIFY(std::abs(review.takeLast()[0].toDouble() - 5) < 0.05);
    QCOMPARE(threshold.count(), 0);
    // Without a band its line is not there.
    histogram.setReviewThreshold({});
    review.clear();
    drag(3, 4);
    QCOMPARE(review.count(), 0);
}

void TestOperatingPoint::reviewHasAColumnAndRates()
{
    const auto evaluation = fakeEvaluation(twelvePictures(), "/parts");
    ConfusionView view;
    RatesView rates;
    view.show();
    rates.show();
    const auto count = [&](const char *name) { return view.findChild<QAbstractButton *>(QLatin1String(name)); };
    const auto rate = [&](const char *name) { return rates.findChild<QLabel *>(QLatin1String(name)); };
    const BandedConfusion banded = evaluation->scores.confusionAt(4.2, 7.5);
    view.setConfusion(banded, true);
    rates.setConfusion(banded, true);
    QCOMPARE(count("confusionFound")->text(), QStringLiteral("2"));
    QCOMPARE(count("confusionReviewDefective")->text(), QStringLiteral("2")); // 4.5 and 7
    QCOMPARE(count("confusionMissed")->text(), QStringLiteral("0"));
    QCOMPARE(count("confusionFalseAlarm")->text(), QStringLiteral("0"));
    QCOMPARE(count("confusionReviewGood")->text(), QStringLiteral("2")); // 5 and 6
    QCOMPARE(count("confusionRight")->text(), QStringLiteral("4"));
    QCOMPARE(rate("rateReviewNote")->text(), QStringLiteral("4 of 10"));
    QCOMPARE(rate("rateRecallNote")->text(), QStringLiteral("2 of 4"));
    QCOMPARE(rate("rateRecallCaughtNote")->text(), QStringLiteral("4 of 4"));
    QCOMPARE(rate("rateFalseAlarmsCaughtNote")->text(), QStringLiteral("2 of 6"));
    QSignalSpy clicks(&view, &ConfusionView::reviewClicked);
    QTest::mouseClick(count("confusionReviewGood"), Qt::LeftButton);
    QCOMPARE(clicks.count(), 1);

    const BandedConfusion single = evaluation->scores.confusionAt(7.5, 7.5);
    view.setConfusion(single, false);
    rates.setConfusion(single, false);
    QVERIFY(!count("confusionReviewGood")->isVisible());
    QVERIFY(!rate("rateReview")->isVisible());
    QCOMPARE(count("confusionMissed")->text(), QStringLiteral("2"));
}

void TestOperatingPoint::ratesHaveIntervalsAndCounts()
{
    RatesView rates;
    const auto text = [&](const char *name) { return rates.findChild<QLabel *>(QLatin1String(name))->text(); };
    rates.setConfusion({{38, 2, 3, 57}, {38, 2, 3, 57}}, false);
    QCOMPARE(text("rateRecall"), QStringLiteral("95.0 %"));
    QCOMPARE(text("rateRecallInterval"), QStringLiteral("[83.1 %, 99.4 %]")); // Clopper-Pearson of 38 in 40
    QCOMPARE(text("rateRecallNote"), QStringLiteral("38 of 40"));
    QCOMPARE(text("rateFalseAlarms"), QStringLiteral("5.0 %"));
    QCOMPARE(text("rateFalseAlarmsInterval"), QStringLiteral("[1.0 %, 13.9 %]")); // 3 in 60
    QCOMPARE(text("rateFalseAlarmsNote"), QStringLiteral("3 of 60"));
    QCOMPARE(text("ratePrecision"), QStringLiteral("92.7 %"));
    QCOMPARE(text("rateF1"), QStringLiteral("93.8 %")); // 76 / 81
    // Of 38 in 43: [74.92 %, 96.11 %], and 2 J / (1 + J) of both.
    QCOMPARE(text("rateF1Interval"), QStringLiteral("[85.7 %, 98.0 %]"));
}

void TestOperatingPoint::ratesWithoutPictures()
{
    RatesView rates;
    rates.setConfusion({}, false);
    for (const char *name : {"rateRecall", "rateFalseAlarms", "ratePrecision", "rateF1", "rateRecallInterval"})
        QCOMPARE(rates.findChild<QLabel *>(QLatin1String(name))->text(), QStringLiteral("–"));
}

void TestOperatingPoint::panelShowsWithoutEditing()
{
    OperatingPointPanel panel;
    QSignalSpy threshold(&panel, &OperatingPointPanel::thresholdEdited);
    QSignalSpy pixels(&panel, &OperatingPointPanel::pixelThresholdEdited);
    QSignalSpy rate(&panel, &OperatingPointPanel::goalChosen);
    QSignalSpy area(&panel, &OperatingPointPanel::minimumAreaEdited);
    panel.setScores(1, 10);
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
    panel.setScores(1, 10);
    QSignalSpy threshold(&panel, &OperatingPointPanel::thresholdEdited);
    QSignalSpy rate(&panel, &OperatingPointPanel::goalChosen);
    auto *box = panel.findChild<QDoubleSpinBox *>(QStringLiteral("thresholdBox"));
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("4.25"));
    QCOMPARE(threshold.count(), 0); // half a number is no threshold
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(threshold.count(), 1);
    QCOMPARE(threshold[0][0].toDouble(), 4.25);

    panel.setNormals(40);
    auto *percent = panel.findChild<QDoubleSpinBox *>(QStringLiteral("falseAlarmBox"));
    percent->selectAll();
    QTest::keyClicks(percent, QStringLiteral("10"));
    QTest::keyClick(percent, Qt::Key_Return);
    const auto goal = [&rate] { return rate.takeFirst()[0].value<ThresholdGoal>(); };
    QCOMPARE(goal().rate, 0.1);
    // The same rate again, after a threshold by hand.
    auto *set = panel.findChild<QAbstractButton *>(QStringLiteral("goalButton"));
    QTest::mouseClick(set, Qt::LeftButton);
    QCOMPARE(goal().rate, 0.1);

    auto *kind = panel.findChild<QComboBox *>(QStringLiteral("goalBox"));
    kind->setCurrentIndex(1);
    QVERIFY(!set->isEnabled()); // no labels
    panel.setLabels(true, false);
    panel.findChild<QDoubleSpinBox *>(QStringLiteral("missRateBox"))->setValue(2);
    const ThresholdGoal misses = goal();
    QCOMPARE(misses.kind, ThresholdGoal::Kind::MissRate);
    QCOMPARE(misses.rate, 0.02);
    kind->setCurrentIndex(2);
    QVERIFY(!set->isEnabled()); // no good ones
    panel.setLabels(true, true);
    QTest::mouseClick(set, Qt::LeftButton);
    QCOMPARE(goal().kind, ThresholdGoal::Kind::BestF1);
    kind->setCurrentIndex(3);
    panel.findChild<QDoubleSpinBox *>(QStringLiteral("missCostBox"))->setValue(40);
    rate.clear();
    panel.findChild<QDoubleSpinBox *>(QStringLiteral("prevalenceBox"))->setValue(0.5);
    const ThresholdGoal cost = goal();
    QCOMPARE(cost.costs.miss, 40.0);
    QCOMPARE(cost.costs.prevalence, 0.005);
    kind->setCurrentIndex(4);
    QTest::mouseClick(set, Qt::LeftButton);
    QCOMPARE(goal().kind, ThresholdGoal::Kind::NormalSpread);
    kind->setCurrentIndex(5);
    QTest::mouseClick(set, Qt::LeftButton);
    QCOMPARE(goal().kind, ThresholdGoal::Kind::Youden);

    QSignalSpy review(&panel, &OperatingPointPanel::reviewThresholdEdited);
    QTest::mouseClick(panel.findChild<QCheckBox *>(QStringLiteral("reviewSwitch")), Qt::LeftButton, {},
                      QPoint(6, 10));
    const auto band = review.takeFirst()[0].value<std::optional<double>>();
    QVERIFY(band && *band < 4.25 && *band > 1);
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
    panel.setPoint({1, 1, 1, OperatingPoint::Origin::NormalSpread, 0, true}, 40);
    QCOMPARE(badge(), QStringLiteral("3 sigma of normals"));
}

QTEST_MAIN(TestOperatingPoint)
#include "test_inspect_figures.moc"
