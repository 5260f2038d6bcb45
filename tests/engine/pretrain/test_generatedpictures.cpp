#include <algorithm>
#include <cmath>
#include <set>

#include <QtTest>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "pretrain/augment.h"
#include "pretrain/defects.h"
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

cv::Mat3f surfacePicture(std::uint64_t seed, int size)
{
    cv::Mat3f picture;
    drawSurface(seed, 0, size).convertTo(picture, CV_32F, 1.0 / 255);
    return picture;
}

/// Largest change over the channels.
cv::Mat1f changeBetween(const cv::Mat3f &before, const cv::Mat3f &after)
{
    cv::Mat1f change(before.size());
    for (int row = 0; row < before.rows; ++row) {
        for (int column = 0; column < before.cols; ++column) {
            const cv::Vec3f difference = after(row, column) - before(row, column);
            change(row, column) =
                std::max({std::abs(difference[0]), std::abs(difference[1]), std::abs(difference[2])});
        }
    }
    return change;
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
    void cropsAreSquaresInRange();
    void captureVariesButKeepsRange();
    void defectsChangeWhatTheirMaskSays_data();
    void defectsChangeWhatTheirMaskSays();
    void defectsShowOnEvenPictures_data() { defectsChangeWhatTheirMaskSays_data(); }
    void defectsShowOnEvenPictures();
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

void TestGeneratedPictures::cropsAreSquaresInRange()
{
    Random random(3);
    const cv::Mat picture = drawSurface(9, 0, 112);
    for (const int size : {32, 64, 96}) {
        for (int repeat = 0; repeat < 20; ++repeat) {
            const cv::Mat3f crop = randomCrop(picture, size, random);
            QCOMPARE(crop.size(), cv::Size(size, size));
            QVERIFY(cv::checkRange(crop.reshape(1), true, nullptr, 0, 1.0001));
        }
    }
}

void TestGeneratedPictures::captureVariesButKeepsRange()
{
    const cv::Mat3f picture = surfacePicture(9, 64);
    cv::Mat3f first = picture.clone();
    cv::Mat3f second = picture.clone();
    cv::Mat3f third = picture.clone();
    Random random(1);
    Random again(1);
    Random other(2);
    varyCapture(first, 1, random);
    varyCapture(second, 1, again);
    varyCapture(third, 1, other);
    QVERIFY(samePixels(first, second));
    QVERIFY(!samePixels(first, third));
    QVERIFY(!samePixels(first, picture));
    QVERIFY(cv::checkRange(first.reshape(1), true, nullptr, 0, 1.0001));
    QVERIFY(cv::checkRange(third.reshape(1), true, nullptr, 0, 1.0001));
}

void TestGeneratedPictures::defectsChangeWhatTheirMaskSays_data()
{
    QTest::addColumn<int>("kind");
    for (std::size_t kind = 0; kind < defectKindNames.size(); ++kind)
        QTest::newRow(defectKindNames[kind].data()) << static_cast<int>(kind);
}

void TestGeneratedPictures::defectsChangeWhatTheirMaskSays()
{
    QFETCH(int, kind);
    for (std::uint64_t seed = 0; seed < 25; ++seed) {
        const cv::Mat3f before = surfacePicture(seed, 64);
        const cv::Mat3f other = surfacePicture(seed + 1000, 64);
        cv::Mat3f after = before.clone();
        Random random(seed);
        const cv::Mat1b mask = plantDefect(after, other, static_cast<DefectKind>(kind), random);
        QCOMPARE(mask.size(), before.size());
        QVERIFY(cv::checkRange(after.reshape(1), true, nullptr, 0, 1.0001));

        const cv::Mat1f change = changeBetween(before, after);
        cv::Mat1b changed = change > 0.04F;
        cv::Mat1b nearChange;
        cv::dilate(changed, nearChange, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
        const int area = cv::countNonZero(mask);
        QVERIFY(area > 0);
        QVERIFY2(area < 64 * 64 * 3 / 4, qPrintable(QString::number(area))); // a defect is local
        QCOMPARE(cv::countNonZero(mask & ~nearChange), 0);
        // A soft edge may change a little outside the mask, never much.
        cv::Mat1f outside = change.clone();
        outside.setTo(0, mask);
        double most = 0;
        cv::minMaxLoc(outside, nullptr, &most);
        QVERIFY2(most < 0.2, qPrintable(QString::number(most)));
    }
}

void TestGeneratedPictures::defectsShowOnEvenPictures()
{
    QFETCH(int, kind);
    for (const float grey : {0.0F, 0.5F, 1.0F}) {
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            cv::Mat3f picture(64, 64, cv::Vec3f(grey, grey, grey));
            const cv::Mat3f other = picture.clone();
            Random random(seed);
            const cv::Mat1b mask = plantDefect(picture, other, static_cast<DefectKind>(kind), random);
            QVERIFY(cv::countNonZero(mask) > 0);
            QVERIFY(!samePixels(picture, other));
        }
    }
}

QTEST_GUILESS_MAIN(TestGeneratedPictures)
#include "test_generatedpictures.moc"
