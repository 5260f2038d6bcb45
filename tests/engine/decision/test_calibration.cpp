#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include <spotcheck/core/error.h>
#include <spotcheck/decision/calibration.h>

using namespace spotcheck;

namespace {

std::vector<float> oneTo(int n)
{
    std::vector<float> scores;
    for (int i = n; i >= 1; --i)
        scores.push_back(static_cast<float>(i));
    return scores;
}

Calibration fromScores(const std::vector<float> &scores)
{
    return Calibration(scores, {}, {});
}

} // namespace

class TestCalibration : public QObject {
    Q_OBJECT

private slots:
    void thresholdIsTheOrderStatistic_data();
    void thresholdIsTheOrderStatistic();
    void decimalRatesAreTakenAsTyped();
    void rateHoldsForFreshNormals_data();
    void rateHoldsForFreshNormals();
    void pValues();
    void pValueAgreesWithThreshold();
    void pixelThresholdFollowsThePeaks();
    void withoutMaps();
    void displayScalePutsThePixelThresholdInTheMiddle();
    void displayScaleIsNeverEmpty_data();
    void displayScaleIsNeverEmpty();
    void jsonKeepsEveryBit();
    void refusesBadScores();
    void refusesBadRates();
    void refusesHostileJson_data();
    void refusesHostileJson();
};

void TestCalibration::thresholdIsTheOrderStatistic_data()
{
    QTest::addColumn<int>("normals");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<bool>("supported");
    QTest::newRow("19 at 5 %: the largest") << 19 << 0.05 << 19.0 << true;
    QTest::newRow("18 at 5 %: too few") << 18 << 0.05 << 18.0 << false;
    QTest::newRow("20 at 5 %") << 20 << 0.05 << 20.0 << true;
    QTest::newRow("39 at 5 %") << 39 << 0.05 << 38.0 << true;
    QTest::newRow("99 at 10 %") << 99 << 0.1 << 90.0 << true;
    QTest::newRow("9 at 70 %") << 9 << 0.7 << 3.0 << true;
    QTest::newRow("1 at 50 %") << 1 << 0.5 << 1.0 << true;
    QTest::newRow("1 at 1 %") << 1 << 0.01 << 1.0 << false;
    QTest::newRow("9 at almost 100 %") << 9 << 0.999999999999 << 1.0 << true;
}

void TestCalibration::thresholdIsTheOrderStatistic()
{
    QFETCH(const int, normals);
    QFETCH(const double, rate);
    const NormalThreshold result = fromScores(oneTo(normals)).thresholdAt(rate);
    QTEST(result.threshold, "threshold");
    QTEST(result.supported, "supported");
    QCOMPARE(result.normals, normals);
    QCOMPARE(result.wantedRate, rate);
    QCOMPARE(result.smallestSupportedRate, 1.0 / (normals + 1));
}

void TestCalibration::decimalRatesAreTakenAsTyped()
{
    const Calibration calibration = fromScores(oneTo(99));
    for (int percent = 1; percent < 100; ++percent)
        QCOMPARE(calibration.thresholdAt(percent / 100.0).threshold, 100.0 - percent);
}

void TestCalibration::rateHoldsForFreshNormals_data()
{
    QTest::addColumn<int>("normals");
    QTest::addColumn<double>("rate");
    QTest::addColumn<bool>("ties");
    for (const int normals : {19, 30, 48, 200})
        for (const double rate : {0.05, 0.1, 0.3})
            for (const bool ties : {false, true})
                QTest::addRow("%d normals at %g, ties %d", normals, rate, ties) << normals << rate << ties;
}

// Over many calibrations, a fresh normal is called defective at most at the wanted rate, and without ties not much
// more seldom: at floor(rate (n + 1)) / (n + 1).
void TestCalibration::rateHoldsForFreshNormals()
{
    QFETCH(const int, normals);
    QFETCH(const double, rate);
    QFETCH(const bool, ties);
    std::mt19937 random(12345);
    std::lognormal_distribution<float> skewed(0, 1.5F);
    const auto draw = [&] { return ties ? std::floor(skewed(random)) : skewed(random); };

    constexpr int rounds = 10000;
    int falseAlarms = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<float> scores(static_cast<std::size_t>(normals));
        std::generate(scores.begin(), scores.end(), draw);
        falseAlarms += draw() > fromScores(scores).thresholdAt(rate).threshold ? 1 : 0;
    }
    const double measured = static_cast<double>(falseAlarms) / rounds;
    const double tolerance = 4 * std::sqrt(rate / rounds);
    QVERIFY2(measured <= rate + tolerance, QByteArray::number(measured));
    if (!ties) {
        const double exact = std::floor(rate * (normals + 1) + 1e-9) / (normals + 1);
        QVERIFY2(std::abs(measured - exact) <= tolerance, QByteArray::number(measured));
    }
}

void TestCalibration::pValues()
{
    const Calibration calibration = fromScores({3, 1, 2, 2});
    QCOMPARE(calibration.pValue(0), 1.0);
    QCOMPARE(calibration.pValue(1), 1.0);
    QCOMPARE(calibration.pValue(1.5), 0.8);
    QCOMPARE(calibration.pValue(2), 0.8);
    QCOMPARE(calibration.pValue(3), 0.4);
    QCOMPARE(calibration.pValue(3.5), 0.2);
    QCOMPARE(calibration.pValue(std::numeric_limits<double>::infinity()), 0.2);
    QCOMPARE(Calibration().pValue(5), 1.0);
    QVERIFY_EXCEPTION_THROWN(calibration.pValue(std::nan("")), Error);
}

// "score > threshold at rate r" is the same decision as "p-value <= r".
void TestCalibration::pValueAgreesWithThreshold()
{
    const Calibration calibration = fromScores({5, 1, 4, 4, 9, 2, 2, 7, 8, 3, 6, 6});
    for (const double rate : {0.1, 0.2, 0.31, 0.5, 0.9})
        for (double score = 0; score < 10; score += 0.25)
            QCOMPARE(calibration.pValue(score) <= rate, score > calibration.thresholdAt(rate).threshold);
}

void TestCalibration::pixelThresholdFollowsThePeaks()
{
    std::vector<float> peaks = oneTo(19);
    for (float &peak : peaks)
        peak *= 10;
    const Calibration calibration(oneTo(19), peaks, {1, 2, 3});
    QCOMPARE(calibration.pixelThresholdAt(0.1).threshold, 180.0);
    QCOMPARE(calibration.thresholdAt(0.1).threshold, 18.0);
    QCOMPARE(calibration.mapPeaks().front(), 10.0F);
    QCOMPARE(calibration.scores().back(), 19.0F);
}

void TestCalibration::withoutMaps()
{
    const Calibration calibration = fromScores(oneTo(30));
    const NormalThreshold threshold = calibration.pixelThresholdAt(0.05);
    QCOMPARE(threshold.normals, 0);
    QVERIFY(!threshold.supported);
    QVERIFY(calibration.displayScale().high > calibration.displayScale().low);
}

void TestCalibration::displayScalePutsThePixelThresholdInTheMiddle()
{
    const Calibration calibration(oneTo(39), oneTo(39), {0.5F, 2, 0.25F, 1, 100});
    const DisplayScale scale = calibration.displayScale();
    QCOMPARE(scale.low, 1.0F);
    QCOMPARE((scale.low + scale.high) / 2, static_cast<float>(calibration.pixelThresholdAt(0.05).threshold));
}

void TestCalibration::displayScaleIsNeverEmpty_data()
{
    QTest::addColumn<float>("peak");
    QTest::addColumn<float>("value");
    QTest::newRow("zero") << 0.0F << 0.0F;
    QTest::newRow("constant") << 12.5F << 12.5F;
    QTest::newRow("large constant") << 1e30F << 1e30F;
    QTest::newRow("negative constant") << -4.0F << -4.0F;
    QTest::newRow("peak below the values") << 1.0F << 2.0F;
    QTest::newRow("largest float") << std::numeric_limits<float>::max() << std::numeric_limits<float>::max();
    QTest::newRow("whole range") << std::numeric_limits<float>::max() << std::numeric_limits<float>::lowest();
    QTest::newRow("one step apart") << std::nextafter(1.0F, 2.0F) << 1.0F;
    QTest::newRow("smallest float") << std::numeric_limits<float>::denorm_min() << 0.0F;
}

void TestCalibration::displayScaleIsNeverEmpty()
{
    QFETCH(const float, peak);
    QFETCH(const float, value);
    const DisplayScale scale = Calibration({1, 2}, {peak, peak}, {value, value}).displayScale();
    QVERIFY(scale.high > scale.low);
    QVERIFY(std::isfinite(scale.high));
    QVERIFY(std::isfinite(scale.low));
    const DisplayScale withoutValues = Calibration({1, 2}, {peak, peak}, {}).displayScale();
    QVERIFY(withoutValues.high > withoutValues.low);
}

void TestCalibration::jsonKeepsEveryBit()
{
    std::mt19937 random(8);
    std::vector<float> scores{-0.0F, 0.1F, 1e-40F, std::numeric_limits<float>::max(),
                              std::numeric_limits<float>::denorm_min()};
    std::vector<float> peaks{1, 2, 3, 4, 5};
    while (scores.size() < 5000) {
        const float value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (std::isfinite(value)) {
            scores.push_back(value);
            peaks.push_back(value / 3);
        }
    }
    const Calibration before(scores, peaks, {0.1F, 0.3F, 0.7F});
    const Calibration after = Calibration::fromJson(before.toJson());
    const auto sameBits = [](const std::vector<float> &a, const std::vector<float> &b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) {
            return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
        });
    };
    QVERIFY(sameBits(before.scores(), after.scores()));
    QVERIFY(sameBits(before.mapPeaks(), after.mapPeaks()));
    QVERIFY(sameBits({before.displayScale().low, before.displayScale().high},
                     {after.displayScale().low, after.displayScale().high}));
    QCOMPARE(after.toJson(), before.toJson());
}

void TestCalibration::refusesBadScores()
{
    const auto codeOf = [](const std::vector<float> &scores, const std::vector<float> &peaks,
                           const std::vector<float> &values) {
        try {
            const Calibration calibration(scores, peaks, values);
        } catch (const Error &error) {
            return error.code();
        }
        return ErrorCode::UnknownDetector; // accepted
    };
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    QCOMPARE(codeOf({}, {}, {}), ErrorCode::NotEnoughNormals);
    QCOMPARE(codeOf({1, nan}, {}, {}), ErrorCode::Internal);
    QCOMPARE(codeOf({1, infinity}, {}, {}), ErrorCode::Internal);
    QCOMPARE(codeOf({1, 2}, {1, nan}, {}), ErrorCode::Internal);
    QCOMPARE(codeOf({1, 2}, {1, 2}, {nan}), ErrorCode::Internal);
    QCOMPARE(codeOf({1, 2}, {1}, {1}), ErrorCode::Internal);
}

void TestCalibration::refusesBadRates()
{
    const Calibration calibration(oneTo(5), oneTo(5), {1});
    for (const double rate : {0.0, 1.0, -0.1, 1.5, std::nan(""), std::numeric_limits<double>::infinity()}) {
        for (const bool pixels : {false, true}) {
            try {
                pixels ? calibration.pixelThresholdAt(rate) : calibration.thresholdAt(rate);
                QFAIL("accepted");
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::InvalidParameter);
            }
        }
    }
}

void TestCalibration::refusesHostileJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no json") << QByteArray("calibration");
    QTest::newRow("cut off") << QByteArray(R"({"scores":[1,2],"map_pe)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("nothing in it") << QByteArray("{}");
    QTest::newRow("no scores") << QByteArray(R"({"scores":[],"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("scores missing") << QByteArray(R"({"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("scores a word") << QByteArray(R"({"scores":"1","map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("a score a word") << QByteArray(R"({"scores":["1"],"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("a score null") << QByteArray(R"({"scores":[null],"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("a score too large") << QByteArray(
        R"({"scores":[1e39],"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("a score far too large")
        << QByteArray(R"({"scores":[1e999],"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("NaN") << QByteArray(R"({"scores":[NaN],"map_peaks":[],"display":{"low":0,"high":1}})");
    QTest::newRow("peaks missing") << QByteArray(R"({"scores":[1],"display":{"low":0,"high":1}})");
    QTest::newRow("too few peaks") << QByteArray(R"({"scores":[1,2],"map_peaks":[1],"display":{"low":0,"high":1}})");
    QTest::newRow("display missing") << QByteArray(R"({"scores":[1],"map_peaks":[]})");
    QTest::newRow("display a number") << QByteArray(R"({"scores":[1],"map_peaks":[],"display":3})");
    QTest::newRow("high missing") << QByteArray(R"({"scores":[1],"map_peaks":[],"display":{"low":0}})");
    QTest::newRow("empty display") << QByteArray(R"({"scores":[1],"map_peaks":[],"display":{"low":1,"high":1}})");
    QTest::newRow("very deep") << QByteArray(200000, '[');
    QTest::newRow("deep scores") << QByteArray(R"({"scores":)") + QByteArray(100000, '[') + QByteArray(100000, ']') +
                                        "}";
    QTest::newRow("broken text") << QByteArray("{\"scores\":[1],\"\xFF\xFE\":[]}");
}

void TestCalibration::refusesHostileJson()
{
    QFETCH(const QByteArray, json);
    try {
        Calibration::fromJson({json.data(), static_cast<std::size_t>(json.size())});
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.code(), ErrorCode::ModelInvalid);
        QVERIFY(!error.detail().empty());
    }
}

QTEST_GUILESS_MAIN(TestCalibration)
#include "test_calibration.moc"
