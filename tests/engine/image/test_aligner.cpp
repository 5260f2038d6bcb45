#include <cmath>
#include <cstring>
#include <functional>
#include <thread>

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/image/resize.h>

#include "image/aligner.h"
#include "image/sizechange.h"
#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

Q_DECLARE_METATYPE(spotcheck::AlignmentMode)

namespace {

/// From pixels of the reference to those of the moved picture: turned by `degrees` about the centre, then shifted.
cv::Matx33d rigidMotion(cv::Size size, double degrees, cv::Point2d shift)
{
    const double angle = degrees * CV_PI / 180;
    const double x = (size.width - 1) / 2.0;
    const double y = (size.height - 1) / 2.0;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {c, -s, x - c * x + s * y + shift.x, s, c, y - s * x - c * y + shift.y, 0, 0, 1};
}

cv::Mat movedPicture(const cv::Mat &image, const cv::Matx33d &motion, cv::Size size)
{
    cv::Mat result;
    cv::warpPerspective(image, result, motion, size, cv::INTER_CUBIC, cv::BORDER_REFLECT_101);
    return result;
}

/// The largest distance, px of the picture, between where the alignment puts the reference's corners and where they
/// are.
double largestError(const PictureAlignment &alignment, const cv::Matx33d &truth)
{
    double error = 0;
    for (const cv::Point2d &corner : cornersOf(alignment.frame))
        error = std::max(error, cv::norm(moved(alignment.toPicture, corner) - moved(truth, corner)));
    return error;
}

/// Another photograph of the part: other light and noise.
cv::Mat part(int index)
{
    return drawSamplePicture({}, "", index).image;
}

} // namespace

class TestAligner : public QObject {
    Q_OBJECT

    cv::Mat m_reference = part(0);

    static void addModes()
    {
        QTest::addColumn<AlignmentMode>("mode");
        QTest::newRow("ecc") << AlignmentMode::Ecc;
        QTest::newRow("features") << AlignmentMode::Features;
    }

    Aligner aligner(AlignmentMode mode) const { return {mode, AlignmentReference::of(m_reference, mode)}; }

private slots:
    void findsHowThePictureWasMoved_data()
    {
        QTest::addColumn<AlignmentMode>("mode");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<QPointF>("shift");
        for (const auto &[name, mode] :
             {std::pair("ecc", AlignmentMode::Ecc), {"features", AlignmentMode::Features}}) {
            const auto row = [&](const char *what, double degrees, QPointF shift) {
                QTest::addRow("%s, %s", name, what) << mode << degrees << shift;
            };
            row("not at all", 0, {0, 0});
            row("5 degrees", 5, {0, 0});
            row("-5 degrees", -5, {0, 0});
            row("5 %", 0, {25.6, -25.6});
            row("5 degrees and 5 %", 5, {25.6, 25.6});
            row("-5 degrees and 5 %", -5, {-25.6, 25.6});
        }
    }

    void findsHowThePictureWasMoved()
    {
        QFETCH(AlignmentMode, mode);
        QFETCH(double, degrees);
        QFETCH(QPointF, shift);
        const cv::Matx33d truth = rigidMotion(m_reference.size(), degrees, {shift.x(), shift.y()});
        const cv::Mat image = movedPicture(m_reference, truth, m_reference.size());
        const PictureAlignment alignment = aligner(mode).align(image);
        QVERIFY(alignment.aligned);
        QVERIFY2(alignment.quality > 0.9, std::to_string(alignment.quality).c_str());
        const double error = largestError(alignment, truth);
        QVERIFY2(error < 1, std::to_string(error).c_str());
        QVERIFY(alignment.frame == m_reference.size() && alignment.imageSize == image.size());

        // And the warp undoes the motion: away from the mirrored border the picture is the reference again.
        const cv::Rect middle(100, 100, 312, 312);
        cv::Mat blurred;
        cv::Mat wanted;
        cv::GaussianBlur(warpToReference(image, alignment)(middle), blurred, {9, 9}, 2);
        cv::GaussianBlur(m_reference(middle), wanted, {9, 9}, 2);
        QVERIFY(cv::norm(blurred, wanted, cv::NORM_L1) / static_cast<double>(3 * middle.area()) < 3);
    }

    void otherSizesKeepTheirResolution_data() { addModes(); }

    void otherSizesKeepTheirResolution()
    {
        QFETCH(AlignmentMode, mode);
        const cv::Matx33d truth = rigidMotion(m_reference.size(), 3, {12, -8});
        const cv::Size size(1024, 1024);
        cv::Mat image;
        cv::resize(movedPicture(m_reference, truth, m_reference.size()), image, size, 0, 0, cv::INTER_CUBIC);
        cv::Mat deep;
        image.convertTo(deep, CV_16U, 257);
        const PictureAlignment alignment = aligner(mode).align(deep);
        QVERIFY(alignment.aligned);
        QVERIFY(alignment.frame == size);
        const double error = largestError(alignment, sizeChange(m_reference.size(), size) * truth *
                                                         sizeChange(size, m_reference.size()));
        QVERIFY2(error < 2, std::to_string(error).c_str()); // 1 px of the reference
        const PictureAlignment reduced = alignment.resizedTo(m_reference.size());
        QVERIFY(reduced.frame == m_reference.size());
        QVERIFY(largestError(reduced, truth) < 1);
    }

    void perspectiveIsFoundByFeatures()
    {
        const cv::Matx33d truth(1.02, 0.03, -9, -0.02, 0.98, 14, 4e-5, -3e-5, 1);
        const PictureAlignment alignment =
            aligner(AlignmentMode::Features).align(movedPicture(m_reference, truth, m_reference.size()));
        QVERIFY(alignment.aligned);
        const double error = largestError(alignment, truth);
        QVERIFY2(error < 1, std::to_string(error).c_str());
    }

    void whatHasNothingInCommonIsUsedAsItIs_data() { addModes(); }

    void whatHasNothingInCommonIsUsedAsItIs()
    {
        QFETCH(AlignmentMode, mode);
        cv::Mat noise(400, 300, CV_8UC3);
        cv::RNG(5).fill(noise, cv::RNG::UNIFORM, 0, 255);
        for (const cv::Mat &image : {patternPicture(300, 200, 3), noise, cv::Mat(50, 70, CV_8UC3, cv::Scalar::all(9)),
                                     cv::Mat(1, 1, CV_8UC3, cv::Scalar::all(9))}) {
            const PictureAlignment alignment = aligner(mode).align(image);
            QVERIFY(!alignment.aligned);
            QVERIFY(alignment.quality < 0.5);
            QVERIFY(alignment.toPicture == cv::Matx33d::eye() && alignment.frame == image.size());
            QVERIFY(warpToReference(image, alignment).data == image.data);
            QCOMPARE(alignment.displacement(), 0.0);
        }
        // Nothing can be aligned to a picture without content.
        const Aligner blank(mode, AlignmentReference::of(cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(40)), mode));
        QVERIFY(!blank.align(m_reference).aligned);
    }

    void whatOpenCvCannotCompareIsUsedAsItIs_data() { addModes(); }

    /// Strips, of which nothing is left at the size of the reference.
    void whatOpenCvCannotCompareIsUsedAsItIs()
    {
        QFETCH(AlignmentMode, mode);
        for (const cv::Size size : {cv::Size(6000, 4), cv::Size(4, 6000), cv::Size(40'000, 2)}) {
            cv::Mat strip(size, CV_8UC3);
            cv::RNG(6).fill(strip, cv::RNG::UNIFORM, 0, 255);
            const PictureAlignment alignment = aligner(mode).align(strip);
            QVERIFY(!alignment.aligned);
            QVERIFY(alignment.frame == size && alignment.imageSize == size);
            QVERIFY(warpToReference(strip, alignment).data == strip.data);
        }
    }

    void whatIsTooLargeToWarpIsThePicturesOwnFault()
    {
        for (const int side : {longestWarpedSide, longestWarpedSide + 1}) {
            const cv::Size size(side, 8);
            const PictureAlignment alignment{cv::Matx33d::eye(), size, size, 1, true};
            const cv::Mat image(size, CV_8UC3, cv::Scalar(1, 2, 3));
            const cv::Mat map(size, CV_32FC1, cv::Scalar(4));
            if (side == longestWarpedSide) {
                QCOMPARE(warpToReference(image, alignment).size(), size);
                QCOMPARE(warpToPicture(map, alignment, 0).size(), size);
                continue;
            }
            const std::vector<std::function<void()>> warps{[&] { warpToReference(image, alignment); },
                                                           [&] { warpToPicture(map, alignment, 0); }};
            for (const std::function<void()> &warp : warps) {
                try {
                    warp();
                    QFAIL("nothing was thrown");
                } catch (const Error &error) {
                    QCOMPARE(error.code(), ErrorCode::ImageTooLarge);
                    QVERIFY2(error.detail().find("32766") != std::string::npos, error.what());
                }
            }
        }
    }

    void sameBitsInEveryThread_data() { addModes(); }

    void sameBitsInEveryThread()
    {
        QFETCH(AlignmentMode, mode);
        const Aligner shared = aligner(mode);
        const cv::Mat image = movedPicture(part(1), rigidMotion(m_reference.size(), 2, {7, 3}), m_reference.size());
        const cv::Matx33d expected = shared.align(image).toPicture;
        std::vector<cv::Matx33d> found(4);
        std::vector<std::thread> threads;
        for (cv::Matx33d &matrix : found)
            threads.emplace_back([&] { matrix = shared.align(image).toPicture; });
        for (std::thread &thread : threads)
            thread.join();
        for (const cv::Matx33d &matrix : found)
            QVERIFY(std::memcmp(matrix.val, expected.val, sizeof expected.val) == 0);
    }

    void mapsGoBackToWhereThePictureIs()
    {
        PictureAlignment alignment{rigidMotion({80, 60}, 90, {10, 0}), {80, 60}, {80, 60}, 1, true};
        cv::Mat map(60, 80, CV_32FC1, cv::Scalar(0));
        map.at<float>(20, 30) = 8;
        const cv::Mat back = warpToPicture(map, alignment, -1);
        const cv::Point2d place = moved(alignment.toPicture, {30, 20});
        cv::Point peak;
        cv::minMaxLoc(back, nullptr, nullptr, nullptr, &peak);
        QVERIFY(cv::norm(cv::Point2d(peak) - place) < 1);
        QCOMPARE(back.at<float>(30, 2), -1.0F); // beyond the frame, which stands upright now
    }

    void displacementIsAShareOfTheLongerSide()
    {
        const PictureAlignment shifted{{1, 0, 12, 0, 1, 9, 0, 0, 1}, {300, 200}, {300, 200}, 1, true};
        QVERIFY(std::abs(shifted.displacement() - 15.0 / 300) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestAligner)
#include "test_aligner.moc"
