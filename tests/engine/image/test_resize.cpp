#include <cstring>
#include <limits>

#include <QTest>

#include <spotcheck/image/resize.h>

#include "image/resizeregion.h"
#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

struct Reference {
    cv::Mat source;
    cv::Mat result;
};

std::vector<Reference> pillowReferences()
{
    const std::string bytes = readBytes(dataFile("resize.bin"));
    std::vector<Reference> references;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::array<std::int32_t, 6> header{};
        std::memcpy(header.data(), bytes.data() + at, sizeof header);
        at += sizeof header;
        const auto [width, height, channels, targetWidth, targetHeight, valueBytes] = header;
        Reference reference;
        reference.source = patternPicture(width, height, channels);
        reference.result.create(targetHeight, targetWidth, valueBytes == 1 ? CV_8UC(channels) : CV_32FC(channels));
        if (valueBytes == 4) {
            reference.source.convertTo(reference.source, CV_32F, 1.0 / 7.0);
        }
        const std::size_t count = reference.result.total() * reference.result.elemSize();
        std::memcpy(reference.result.data, bytes.data() + at, count);
        at += count;
        references.push_back(reference);
    }
    return references;
}

} // namespace

class TestResize : public QObject {
    Q_OBJECT

private slots:
    void equalsPillow()
    {
        const std::vector<Reference> references = pillowReferences();
        QCOMPARE(references.size(), std::size_t{18});
        for (const Reference &reference : references) {
            const cv::Mat result = resizeAntialiased(reference.source, reference.result.size());
            const bool isFloat = result.depth() == CV_32F;
            QVERIFY(largestDifference(result, reference.result) <= (isFloat ? 1e-5 * 255 : 1));
            // Rounding once instead of twice must not shift the picture as a whole.
            cv::Mat difference;
            cv::subtract(result, reference.result, difference, cv::noArray(), CV_64F);
            const cv::Scalar mean = cv::mean(difference);
            QVERIFY(result.total() < 400 || std::abs(mean[0]) < 0.1);
        }
    }

    void sixteenBitFollowsEightBit()
    {
        for (const Reference &reference : pillowReferences()) {
            if (reference.source.depth() != CV_8U) {
                continue;
            }
            cv::Mat source;
            cv::Mat expected;
            reference.source.convertTo(source, CV_16U, 257);
            reference.result.convertTo(expected, CV_16U, 257);
            const cv::Mat result = resizeAntialiased(source, expected.size());
            QVERIFY(largestDifference(result, expected) <= 257);
        }
    }

    void sameSizeIsACopy()
    {
        const cv::Mat source = patternPicture(19, 11, 3);
        const cv::Mat result = resizeAntialiased(source, source.size());
        QVERIFY(largestDifference(result, source) <= 0);
        QVERIFY(result.data != source.data);
    }

    void extremesStayInRange_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("white");
        QTest::newRow("8 bit") << CV_8UC3 << 255.0;
        QTest::newRow("16 bit") << CV_16UC3 << 65535.0;
        QTest::newRow("5 channels") << CV_8UC(5) << 255.0;
    }

    void extremesStayInRange()
    {
        QFETCH(int, type);
        QFETCH(double, white);
        for (const double value : {0.0, white}) {
            cv::Mat source(57, 91, type);
            source.setTo(cv::Mat(1, source.channels(), CV_64F, cv::Scalar(value)).reshape(1, source.channels()));
            for (const cv::Size size : {cv::Size(13, 7), cv::Size(200, 111), cv::Size(1, 300)}) {
                const cv::Mat result = resizeAntialiased(source, size);
                double low = 0;
                double high = 0;
                cv::minMaxLoc(result.reshape(1), &low, &high);
                QCOMPARE(low, value);
                QCOMPARE(high, value);
            }
        }
    }

    void partsOfLargerPicturesAreReadByTheirOwnRows()
    {
        const cv::Mat large = patternPicture(60, 50, 3);
        const cv::Mat part = large(cv::Rect(7, 5, 31, 29));
        const cv::Mat expected = resizeAntialiased(part.clone(), {12, 40});
        QVERIFY(largestDifference(resizeAntialiased(part, {12, 40}), expected) <= 0);
    }

    void regionEqualsPartOfTheWhole()
    {
        const cv::Mat source = patternPicture(61, 47, 3);
        const cv::Mat whole = resizeAntialiased(source, {30, 90});
        const cv::Mat region = resizeAntialiasedRegion(
            source, {.fullWidth = 30, .fullHeight = 90, .x = 4, .y = 33, .width = 17, .height = 25});
        QVERIFY(largestDifference(region, whole(cv::Rect(4, 33, 17, 25)).clone()) <= 0);
    }

    void infiniteValuesStayLocal()
    {
        cv::Mat source(40, 40, CV_32FC1, cv::Scalar(1));
        source.at<float>(0, 0) = std::numeric_limits<float>::infinity();
        const cv::Mat result = resizeAntialiased(source, {10, 10});
        QVERIFY(std::isinf(result.at<float>(0, 0)));
        QCOMPARE(result.at<float>(5, 5), 1.0F);
    }

    void refusals()
    {
        const cv::Mat source = patternPicture(5, 5, 3);
        cv::Mat doubles;
        source.convertTo(doubles, CV_64F);
        const std::vector<std::function<void()>> calls{[] {
                                                           resizeAntialiased(cv::Mat(), {5, 5});
                                                       },
                                                       [&] {
                                                           resizeAntialiased(source, {0, 5});
                                                       },
                                                       [&] {
                                                           resizeAntialiased(source, {5, -1});
                                                       },
                                                       [&] {
                                                           resizeAntialiased(doubles, {5, 5});
                                                       }};
        for (const auto &call : calls) {
            const auto error = errorOf(call);
            QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
        }
    }
};

QTEST_GUILESS_MAIN(TestResize)
#include "test_resize.moc"
