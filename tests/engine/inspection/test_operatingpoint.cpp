#include <cmath>

#include <QTest>

#include <spotcheck/core/error.h>
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

void TestOperatingPoint::explains_data()
{
    QTest::addColumn<int>("normals");
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("supported") << 48 << 0.05
                               << "On average at most 5 % false alarms, from 48 good pictures not used for training "
                                  "(they can support 2.0 % or more).";
    QTest::newRow("unsupported") << 12 << 0.05
                                 << "From 12 good pictures no rate below 7.7 % can be promised; the largest of their "
                                    "scores is used.";
    QTest::newRow("one") << 1 << 0.5
                         << "On average at most 50 % false alarms, from 1 good picture not used for training (it can "
                            "support 50 % or more).";
    QTest::newRow("one, unsupported") << 1 << 0.05
                                      << "From 1 good picture no rate below 50 % can be promised; its score is used.";
    QTest::newRow("small rate") << 4999 << 0.001
                                << "On average at most 0.1 % false alarms, from 4999 good pictures not used for "
                                   "training (they can support 0.020 % or more).";
    QTest::newRow("odd rate")
        << 99 << 0.125
        << "On average at most 12.5 % false alarms, from 99 good pictures not used for training "
           "(they can support 1.0 % or more).";
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
