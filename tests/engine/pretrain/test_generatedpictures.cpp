#include <cmath>
#include <set>

#include <QtTest>

#include <opencv2/core.hpp>

#include "pretrain/random.h"
#include "pretrain/recipe.h"
#include "pretrain/surfaces/surfaces.h"

using namespace spotcheck::pretrain;

namespace {

bool samePixels(const cv::Mat &first, const cv::Mat &second)
{
    return first.size() == second.size() && first.type() == second.type() &&
           cv::norm(first, second, cv::NORM_INF) == 0;
}

} // namespace

class TestGeneratedPictures : public QObject {
    Q_OBJECT

private slots:
    void randomNumbersAreTheSameEverywhere();
    void everyFamilyDrawsHeights_data();
    void everyFamilyDrawsHeights();
    void picturesDependOnTheirSeedsAlone();
    void picturesAreNeverConstant();
    void surfacesDiffer();
};

void TestGeneratedPictures::randomNumbersAreTheSameEverywhere()
{
    Random random(0);
    QCOMPARE(random.bits(), std::uint64_t{0xE220A8397B1DCDAFULL}); // SplitMix64's published first outputs for 0
    QCOMPARE(random.bits(), std::uint64_t{0x6E789E6AA1B965F4ULL});
    for (int draw = 0; draw < 1000; ++draw) {
        const float value = random.uniform();
        QVERIFY(value >= 0 && value < 1);
        QVERIFY(std::isfinite(random.normal()));
    }
}

void TestGeneratedPictures::everyFamilyDrawsHeights_data()
{
    QTest::addColumn<int>("family");
    for (std::size_t family = 0; family < surfaceFamilies.size(); ++family)
        QTest::newRow(surfaceFamilies[family].name.data()) << static_cast<int>(family);
}

void TestGeneratedPictures::everyFamilyDrawsHeights()
{
    QFETCH(int, family);
    const SurfaceFamily &drawn = surfaceFamilies[static_cast<std::size_t>(family)];
    int structured = 0;
    constexpr int surfaces = 30;
    for (std::uint64_t seed = 0; seed < surfaces; ++seed) {
        Random instance(seed + 100);
        const View view{.angle = instance.angle(), .scale = 1.2F, .offsetX = 37, .offsetY = -250};
        const cv::Mat1f heights = drawn.draw(Random(seed), view, instance, 64);
        QCOMPARE(heights.size(), cv::Size(64, 64));
        QVERIFY(cv::checkRange(heights, true, nullptr, -0.01, 1.01));
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(heights, mean, deviation);
        structured += deviation[0] > 0.01 ? 1 : 0;
    }
    QVERIFY2(structured > surfaces * 2 / 3, qPrintable(QString::number(structured)));
}

void TestGeneratedPictures::picturesDependOnTheirSeedsAlone()
{
    for (std::uint64_t surface = 0; surface < 12; ++surface) {
        const cv::Mat first = drawSurface(surface, 5, 64);
        QVERIFY(samePixels(first, drawSurface(surface, 5, 64)));
        QVERIFY(!samePixels(first, drawSurface(surface, 6, 64)));
    }
}

void TestGeneratedPictures::picturesAreNeverConstant()
{
    for (std::uint64_t surface = 0; surface < 150; ++surface) {
        const cv::Mat picture = drawSurface(mixSeeds(1, surface), surface, 48);
        QCOMPARE(picture.type(), CV_8UC3);
        double low = 0;
        double high = 0;
        cv::minMaxLoc(picture.reshape(1), &low, &high);
        QVERIFY2(high > low, qPrintable(QString::number(surface)));
    }
}

void TestGeneratedPictures::surfacesDiffer()
{
    std::set<int> means;
    for (std::uint64_t surface = 0; surface < 60; ++surface)
        means.insert(static_cast<int>(cv::mean(drawSurface(surface, 0, 48))[0]));
    QVERIFY2(means.size() > 35, qPrintable(QString::number(means.size())));
}

QTEST_GUILESS_MAIN(TestGeneratedPictures)
#include "test_generatedpictures.moc"
