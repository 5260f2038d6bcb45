#include <cmath>
#include <numeric>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/evaluation/thresholdgoal.h>
#include <spotcheck/inspection/inspection.h>

using namespace spotcheck;

namespace {

InspectionResult scored(double score)
{
    InspectionResult result;
    result.prediction.emplace();
    result.prediction->score = score;
    return result;
}

OperatingPoint fromNormals(int normals, double rate)
{
    std::vector<float> scores;
    for (int i = 1; i <= normals; ++i)
        scores.push_back(static_cast<float>(i));
    std::vector<float> peaks = scores;
    for (float &peak : peaks)
        peak += 0.1F;
    return operatingPointFromNormals(Calibration(scores, peaks, {0, 0.5F}), rate);
}

} // namespace

class TestOperatingPoint : public QObject {
    Q_OBJECT

private slots:
    void comesFromTheNormals();
    void withoutMaps();
    void verdicts();
    void reviewLiesBetweenTheThresholds();
    void threeSigma();
    void goalsSetTheThresholdAndSayHow();
    void chiSquareLimit();
    void theMarkOfTheLabels();
    void foldsPromiseNothing();
    void explainsTheLabelsUse();
    void explains_data();
    void explains();
    void refusesBadRates();
};

void TestOperatingPoint::comesFromTheNormals()
{
    const OperatingPoint point = fromNormals(39, 0.05);
    QCOMPARE(point.threshold, 38.0);
    QCOMPARE(point.pixelThreshold, 38.1F);
    QCOMPARE(point.minimumArea, 1);
    QVERIFY(point.origin == OperatingPoint::Origin::FalseAlarmRate);
    QCOMPARE(point.wantedFalseAlarmRate, 0.05);
    QVERIFY(point.supported);
    QCOMPARE(point.regionOptions().pixelThreshold, 38.1F);
    QVERIFY(!fromNormals(12, 0.05).supported);
    QCOMPARE(fromNormals(12, 0.05).threshold, 12.0);
}

void TestOperatingPoint::withoutMaps()
{
    const OperatingPoint point = operatingPointFromNormals(Calibration({1, 2, 3}, {}, {}), 0.25);
    QCOMPARE(point.threshold, 3.0);
    QVERIFY(point.supported);
    QVERIFY(std::isfinite(point.pixelThreshold));
}

void TestOperatingPoint::verdicts()
{
    OperatingPoint point;
    point.threshold = 2.5;
    QVERIFY(point.verdict(scored(2.5)) == Verdict::Good);
    QVERIFY(point.verdict(scored(std::nextafter(2.5, 3))) == Verdict::Defective);
    QVERIFY(point.verdict(scored(-1)) == Verdict::Good);
    QVERIFY(point.verdict(InspectionResult{}) == Verdict::Failed);
    QVERIFY(point.verdict(scored(std::nan(""))) == Verdict::Failed);
    QCOMPARE(verdictId(Verdict::Good), std::string("good"));
    QCOMPARE(verdictId(Verdict::Defective), std::string("defective"));
    QCOMPARE(verdictId(Verdict::Failed), std::string("failed"));
}

void TestOperatingPoint::reviewLiesBetweenTheThresholds()
{
    OperatingPoint point;
    point.threshold = 5;
    point.reviewThreshold = 3;
    QVERIFY(point.verdict(scored(3)) == Verdict::Good);
    QVERIFY(point.verdict(scored(3.5)) == Verdict::Review);
    QVERIFY(point.verdict(scored(5)) == Verdict::Review);
    QVERIFY(point.verdict(scored(5.5)) == Verdict::Defective);
    QVERIFY(point.verdict(InspectionResult{}) == Verdict::Failed);
    QCOMPARE(verdictId(Verdict::Review), std::string("review"));
    QCOMPARE(point.lowerThreshold(), 3.0);
    QCOMPARE(OperatingPoint{}.lowerThreshold(), 0.0);

    // A line that is moved across the other pushes it along.
    const OperatingPoint lower = point.withThreshold(2, OperatingPoint::Origin::TestLabels);
    QCOMPARE(lower.reviewThreshold.value(), 2.0);
    QVERIFY(lower.origin == OperatingPoint::Origin::TestLabels);
    const OperatingPoint upper = point.withReviewThreshold(6);
    QCOMPARE(upper.threshold, 6.0);
    QVERIFY(upper.origin == OperatingPoint::Origin::ByHand);
    const OperatingPoint inside = point.withReviewThreshold(4);
    QCOMPARE(inside.threshold, 5.0);
    QVERIFY(inside.origin == point.origin);
    QVERIFY(!point.withReviewThreshold({}).reviewThreshold);
}

void TestOperatingPoint::threeSigma()
{
    const std::vector<float> scores{1, 2, 3, 4, 10};
    const OperatingPoint point = operatingPointFromSpread(Calibration(scores, {2, 4, 6, 8, 20}, {0, 1}));
    // numpy.mean(scores) + 3 * numpy.std(scores, ddof=1)
    QVERIFY(std::abs(point.threshold - 14.606601717798213) < 1e-9);
    QVERIFY(std::abs(point.pixelThreshold - 29.213203435596427) < 1e-5);
    QVERIFY(point.origin == OperatingPoint::Origin::NormalSpread);
    QVERIFY(point.explanation(5).english().find("three standard deviations of 5 good pictures") != std::string::npos);
    try {
        operatingPointFromSpread(Calibration({1}, {1}, {0, 1}));
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::NotEnoughNormals);
    }
}

void TestOperatingPoint::goalsSetTheThresholdAndSayHow()
{
    const Calibration calibration({1, 2, 3, 4, 10}, {2, 4, 6, 8, 20}, {0, 1});
    const ScoreTable scores({{1, false}, {2, false}, {3, true}, {4, false}, {6, true}, {8, true}});
    OperatingPoint current;
    current.minimumArea = 7;
    current.pixelThreshold = 0.5F;
    current.threshold = 20;
    current.reviewThreshold = 3.5;
    using Kind = ThresholdGoal::Kind;
    const auto chosen = [&](const ThresholdGoal &goal) {
        return operatingPointFor(goal, current, calibration, scores);
    };
    const OperatingPoint normals = chosen({Kind::FalseAlarmRate, 0.2, {}});
    QCOMPARE(normals.threshold, calibration.thresholdAt(0.2).threshold);
    QCOMPARE(normals.pixelThreshold, 20.0F);
    QVERIFY(normals.origin == OperatingPoint::Origin::FalseAlarmRate);
    const OperatingPoint spread = chosen({Kind::NormalSpread, 0, {}});
    QCOMPARE(spread.threshold, operatingPointFromSpread(calibration).threshold);
    const OperatingPoint misses = chosen({Kind::MissRate, 0.4, {}});
    QCOMPARE(misses.threshold, 5.0);       // one of three missed: between 4 and 6
    QCOMPARE(misses.pixelThreshold, 0.5F); // labels of pictures say nothing about pixels
    QCOMPARE(misses.goalValue, 0.4);
    const OperatingPoint best = chosen({Kind::BestF1, 0, {}});
    QCOMPARE(best.threshold, scores.bestF1().threshold);
    const OperatingPoint cheapest = chosen({Kind::LeastCost, 0, {6, 2, 0.3}});
    QCOMPARE(cheapest.threshold, scores.leastCostThreshold({6, 2, 0.3}));
    QCOMPARE(cheapest.goalValue, 3.0);
    QCOMPARE(cheapest.goalPrevalence, 0.3);
    const OperatingPoint youden = chosen({Kind::Youden, 0, {}});
    QCOMPARE(youden.threshold,
             2.5); // all three found, one of three good ones above: J = 2/3, as from 5 on, but lower
    QVERIFY(youden.labelGoal == LabelGoal::Youden);
    QVERIFY(youden.explanation(5).english().find("(Youden)") != std::string::npos);
    for (const OperatingPoint &labelled : {misses, best, cheapest, youden})
        QVERIFY(labelled.origin == OperatingPoint::Origin::TestLabels && labelled.labelGoal != LabelGoal::None);
    for (const OperatingPoint &point : {normals, spread, misses, best, cheapest}) {
        QCOMPARE(point.minimumArea, std::int64_t{7});
        QCOMPARE(point.reviewThreshold.value(), std::min(3.5, point.threshold));
    }
    QVERIFY(canChoose(Kind::MissRate, {}, ScoreTable({{1, true}})));
    QVERIFY(!canChoose(Kind::BestF1, calibration, ScoreTable({{1, true}})));
    QVERIFY(!canChoose(Kind::FalseAlarmRate, {}, scores));
    QVERIFY(!canChoose(Kind::NormalSpread, Calibration({1}, {}, {}), scores));
    QVERIFY(!canChoose(Kind::ChiSquare, calibration, scores));
    QVERIFY(canChoose(Kind::ChiSquare, calibration, scores, {64, 128}));
}

void TestOperatingPoint::chiSquareLimit()
{
    std::vector<float> scores;
    for (int index = 0; index < 50; ++index)
        scores.push_back(20 + 0.1F * static_cast<float>(index));
    const Calibration calibration(scores, {}, {});
    const ThresholdGoal goal{ThresholdGoal::Kind::ChiSquare, 0.01, {}, {64, 128, 512}};
    const OperatingPoint point = operatingPointFor(goal, {}, calibration, ScoreTable());
    // scipy: sum(sqrt(chi2.ppf(1 - 0.01 / 3, k)) for k in (64, 128, 512))
    QVERIFY(std::abs(point.threshold - 47.75693000815699) < 1e-9);
    QVERIFY(point.origin == OperatingPoint::Origin::ChiSquare);
    QVERIFY(point.usesTestLabels() == false);
    const std::string sentence = point.explanation(50).english();
    QVERIFY2(sentence.find("for 1 % false alarms with 64, 128, 512 degrees of freedom") != std::string::npos,
             sentence.c_str());
    // Held-out normals that contradict it: 6 of 50 above the limit at 1 %.
    for (std::size_t index = 44; index < 50; ++index)
        scores[index] = 60;
    QVERIFY_EXCEPTION_THROWN(operatingPointFromChiSquare(Calibration(scores, {}, {}), {64, 128, 512}, 0.01), Error);
    QVERIFY_EXCEPTION_THROWN(operatingPointFromChiSquare(calibration, {}, 0.01), Error);
    QVERIFY_EXCEPTION_THROWN(operatingPointFromChiSquare(calibration, {64}, 1.5), Error);
}

void TestOperatingPoint::theMarkOfTheLabels()
{
    OperatingPoint point;
    using Origin = OperatingPoint::Origin;
    for (const Origin origin : {Origin::FalseAlarmRate, Origin::NormalSpread, Origin::ChiSquare}) {
        point.origin = origin;
        QVERIFY(point.usesTestLabels() == false);
    }
    point.origin = Origin::TestLabels;
    QVERIFY(point.usesTestLabels() == true);
    point.origin = Origin::ByHand; // a person may have looked at them
    QVERIFY(!point.usesTestLabels().has_value());
}

void TestOperatingPoint::foldsPromiseNothing()
{
    std::vector<float> scores(60);
    std::iota(scores.begin(), scores.end(), 1.0F);
    const OperatingPoint point = operatingPointFromNormals(Calibration(scores, {}, {}, 5), 0.05);
    QCOMPARE(point.calibrationFolds, 5);
    QCOMPARE(
        point.explanation(60).english(),
        std::string("About 5 % false alarms, from 60 good pictures, each scored by one of 5 models that had not seen "
                    "it (they can support 1.6 % or more). The model that judges has learnt from all of them, so that "
                    "the rate is an estimate and no promise."));
}

void TestOperatingPoint::explainsTheLabelsUse()
{
    OperatingPoint point;
    point.origin = OperatingPoint::Origin::TestLabels;
    point.labelGoal = LabelGoal::MissRate;
    point.goalValue = 0.02;
    QVERIFY(point.explanation(9).english().find("miss at most 2 %: the figures") != std::string::npos);
    point.labelGoal = LabelGoal::LeastCost;
    point.goalValue = 25;
    QVERIFY(point.explanation(9).english().find("a miss costing 25 false alarms:") != std::string::npos);
    point.goalPrevalence = 0.015;
    QVERIFY(point.explanation(9).english().find("25 false alarms and 1.5 % of the parts being defective:") !=
            std::string::npos);
    point.labelGoal = LabelGoal::BestF1;
    QVERIFY(point.explanation(9).english().find("highest F1") != std::string::npos);
}

void TestOperatingPoint::explains_data()
{
    QTest::addColumn<int>("normals");
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("supported") << 48 << 0.05
                               << "On average at most 5 % false alarms, from 48 good pictures not used for training "
                                  "(they can support 2.0 % or more); with 95 % confidence at most 9.5 %.";
    QTest::newRow("unsupported") << 12 << 0.05
                                 << "From 12 good pictures no rate below 7.7 % can be promised; the largest of their "
                                    "scores is used.";
    QTest::newRow("one") << 1 << 0.5
                         << "On average at most 50 % false alarms, from 1 good picture not used for training (it can "
                            "support 50 % or more); with 95 % confidence at most 95 %.";
    QTest::newRow("one, unsupported") << 1 << 0.05
                                      << "From 1 good picture no rate below 50 % can be promised; its score is used.";
    QTest::newRow("small rate") << 4999 << 0.001
                                << "On average at most 0.1 % false alarms, from 4999 good pictures not used for "
                                   "training (they can support 0.020 % or more); with 95 % confidence at most "
                                   "0.18 %.";
    QTest::newRow("odd rate")
        << 99 << 0.125
        << "On average at most 12.5 % false alarms, from 99 good pictures not used for training "
           "(they can support 1.0 % or more); with 95 % confidence at most 18 %.";
}

void TestOperatingPoint::explains()
{
    QFETCH(const int, normals);
    QFETCH(const double, rate);
    OperatingPoint point = fromNormals(normals, rate);
    QTEST(QString::fromStdString(point.explanation(normals).english()), "sentence");

    point.origin = OperatingPoint::Origin::ByHand;
    QCOMPARE(point.explanation(normals).english(), std::string("Set by hand."));
    point.origin = OperatingPoint::Origin::TestLabels;
    QCOMPARE(point.explanation(normals).english(),
             std::string("Chosen on the labels of the test pictures: the figures on the same pictures are too "
                         "favourable."));
    point.origin = OperatingPoint::Origin::FalseAlarmRate;
    QCOMPARE(point.explanation(0).english(),
             std::string("No good picture was held out from training, so no false alarm rate can be promised."));
}

void TestOperatingPoint::refusesBadRates()
{
    for (const double rate : {0.0, 1.0, -1.0, std::nan("")}) {
        try {
            fromNormals(20, rate);
            QFAIL("accepted");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::InvalidParameter);
        }
    }
}

QTEST_GUILESS_MAIN(TestOperatingPoint)
#include "test_operatingpoint.moc"
