#include <atomic>
#include <cmath>
#include <ctime>

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/evaluation/pixelmetrics.h>

#include "evaluation/resampling.h"
#include "jsonfile.h"

using namespace spotcheck;

namespace {

/// As make_aupimo.py: in [0, 1).
cv::Mat noise(std::uint64_t picture, int rows, int columns)
{
    cv::Mat map(rows, columns, CV_32FC1);
    for (std::uint64_t index = 0; index < map.total(); ++index) {
        std::uint64_t x = ((index + 1 + 1'000'003 * picture) * 2'654'435'761U) & 0xFFFFFFFFU;
        x ^= x >> 16U;
        x = (x * 2'246'822'519U) & 0xFFFFFFFFU;
        x ^= x >> 13U;
        *(map.begin<float>() + static_cast<std::ptrdiff_t>(index)) = static_cast<float>(x >> 8U) / 16'777'216.0F;
    }
    return map;
}

template <class Change>
cv::Mat changed(cv::Mat map, const Change &change)
{
    for (auto value = map.begin<float>(); value != map.end<float>(); ++value)
        *value = static_cast<float>(change(static_cast<double>(*value)));
    return map;
}

struct Picture {
    cv::Mat map;
    cv::Mat mask; ///< empty for a good picture
};

PixelMetrics computed(const std::vector<Picture> &pictures, const BootstrapOptions &options)
{
    PixelMetricsBuilder builder;
    for (const Picture &picture : pictures)
        builder.add(picture.map, picture.mask);
    JobMonitor monitor;
    return builder.compute(monitor, options);
}

/// Defects of different strength on noise of different level, as between real pictures.
std::vector<Picture> pictures(int good, int defective, int side)
{
    Random random(31);
    std::vector<Picture> all;
    for (int index = 0; index < good + defective; ++index) {
        const double level = 0.3 * random.uniform();
        const double strength = 0.6 * random.uniform();
        const cv::Rect defect(static_cast<int>(random.below(side / 2)), static_cast<int>(random.below(side / 2)),
                              4 + static_cast<int>(random.below(side / 3)),
                              4 + static_cast<int>(random.below(side / 3)));
        Picture picture{changed(noise(static_cast<std::uint64_t>(index), side, side),
                                [&](double value) { return level + value; }),
                        {}};
        if (index >= good) {
            picture.mask = cv::Mat::zeros(side, side, CV_8UC1);
            picture.mask(defect).setTo(255);
            cv::Mat part = picture.map(defect);
            cv::add(part, cv::Scalar(strength), part);
        }
        all.push_back(picture);
    }
    return all;
}

class Stopping : public JobMonitor {
public:
    bool isCancelled() const override { return ++m_asked > 60; }

private:
    mutable std::atomic<int> m_asked{0};
};

} // namespace

class TestPixelIntervals : public QObject {
    Q_OBJECT

private slots:
    void init() { configureRuntime(2); }

    void aupimoIsThatOfThePythonReference_data()
    {
        QTest::addColumn<QJsonObject>("reference");
        for (const QJsonValue &stored : test::readJson(SPOTCHECK_TEST_DATA "/aupimo.json")["cases"].toArray())
            QTest::newRow(qPrintable(stored["name"].toString())) << stored.toObject();
    }

    void aupimoIsThatOfThePythonReference()
    {
        QFETCH(const QJsonObject, reference);
        const int levels = reference["levels"].toInt();
        const auto cut = [levels](double value) { return levels > 0 ? std::floor(value * levels) / levels : value; };
        PixelMetricsBuilder builder;
        std::uint64_t picture = 0;
        for (const QJsonValue &size : reference["normals"].toArray())
            builder.add(changed(noise(picture++, size[0].toInt(), size[1].toInt()),
                                [&](double value) { return cut(value * value); }),
                        {});
        picture = 100;
        for (const QJsonValue &defect : reference["defectives"].toArray()) {
            const double lift = defect[2].toDouble();
            const cv::Mat map = changed(noise(picture++, defect[0].toInt(), defect[1].toInt()),
                                        [&](double value) { return cut(value * lift + 1 - lift / 2); });
            builder.add(map, cv::Mat(map.size(), CV_8UC1, cv::Scalar(255)));
        }
        JobMonitor monitor;
        const PixelMetrics metrics = builder.compute(monitor, {.replicates = 0});
        const std::vector<double> expected = test::numbers(reference["aupimo"]);
        QCOMPARE(metrics.aupimoOfPictures.size(), expected.size());
        double sum = 0;
        for (std::size_t index = 0; index < expected.size(); ++index) {
            sum += expected[index];
            QVERIFY2(std::abs(metrics.aupimoOfPictures[index] - expected[index]) < 1e-9,
                     QByteArray::number(metrics.aupimoOfPictures[index], 'g', 17) + " for " +
                         QByteArray::number(expected[index], 'g', 17));
        }
        QVERIFY(std::abs(metrics.aupimo - sum / static_cast<double>(expected.size())) < 1e-9);
    }

    void aupimoNeedsNormalPixels()
    {
        const PixelMetrics few = computed(pictures(3, 3, 64), {.replicates = 0}); // 12,288 normal pixels
        QVERIFY(std::isnan(few.aupimo) && few.aupimoOfPictures.empty() && std::isfinite(few.aupro30));
        const PixelMetrics none = computed({pictures(0, 4, 200)}, {.replicates = 100});
        QVERIFY(std::isnan(none.aupimo) && !none.aupimoInterval.isKnown() && none.aurocInterval.isKnown());
        std::vector<Picture> apart = pictures(4, 4, 200);
        for (Picture &picture : apart) {
            if (!picture.mask.empty())
                picture.map.setTo(9, picture.mask);
        }
        QCOMPARE(computed(apart, {.replicates = 0}).aupimo, 1.0);
    }

    /// Each replicate computed exactly, from the pictures that were drawn.
    void intervalsAreThoseOfExactReplicates()
    {
        const std::vector<Picture> all = pictures(8, 7, 128);
        const BootstrapOptions options{120, 0.9, 3};
        const PixelMetrics metrics = computed(all, options);
        std::vector<double> aurocs;
        std::vector<double> precisions;
        std::vector<double> overlaps;
        std::vector<double> aupimos;
        for (int replicate = 0; replicate < options.replicates; ++replicate) {
            Random random = replicateRandom(options.seed, replicate);
            std::vector<std::int32_t> counts(15);
            drawWithReplacement(random, 8, 0, counts);
            drawWithReplacement(random, 7, 8, counts);
            std::vector<Picture> drawn;
            for (std::size_t index = 0; index < all.size(); ++index)
                drawn.insert(drawn.end(), static_cast<std::size_t>(counts[index]), all[index]);
            const PixelMetrics exact = computed(drawn, {.replicates = 0});
            aurocs.push_back(exact.auroc);
            precisions.push_back(exact.averagePrecision);
            overlaps.push_back(exact.aupro30);
            aupimos.push_back(exact.aupimo);
        }
        const auto close = [](std::vector<double> &values, const Interval &interval, double tolerance) {
            const Interval exact = middleOf(values, 0.9);
            if (std::abs(exact.low - interval.low) < tolerance && std::abs(exact.high - interval.high) < tolerance)
                return true;
            qWarning("%g to %g, exact %g to %g", interval.low, interval.high, exact.low, exact.high);
            return false;
        };
        QVERIFY(close(aurocs, metrics.aurocInterval, 0.001));
        QVERIFY(close(precisions, metrics.averagePrecisionInterval, 0.003));
        QVERIFY(close(overlaps, metrics.aupro30Interval, 0.003));
        QVERIFY(close(aupimos, metrics.aupimoInterval, 0.01));
        QVERIFY(metrics.aurocInterval.low < metrics.auroc && metrics.auroc < metrics.aurocInterval.high);
    }

    /// A defective picture without a marked pixel: replicates of such pictures alone have no region to overlap.
    void replicatesWithoutARegionAreLeftOut()
    {
        std::vector<Picture> all = pictures(4, 3, 64);
        all[5].mask.setTo(0);
        all[6].mask.setTo(0);
        const BootstrapOptions options{200, 0.9, 3};
        const PixelMetrics metrics = computed(all, options);
        std::vector<double> overlaps;
        int empty = 0;
        for (int replicate = 0; replicate < options.replicates; ++replicate) {
            Random random = replicateRandom(options.seed, replicate);
            std::vector<std::int32_t> counts(7);
            drawWithReplacement(random, 4, 0, counts);
            drawWithReplacement(random, 3, 4, counts);
            std::vector<Picture> drawn;
            for (std::size_t index = 0; index < all.size(); ++index)
                drawn.insert(drawn.end(), static_cast<std::size_t>(counts[index]), all[index]);
            if (counts[4] == 0)
                ++empty;
            else
                overlaps.push_back(computed(drawn, {.replicates = 0}).aupro30);
        }
        QVERIFY(empty > 30); // (2/3)^3 of them
        const Interval exact = middleOf(overlaps, 0.9);
        QVERIFY2(std::abs(metrics.aupro30Interval.low - exact.low) < 0.003 &&
                     std::abs(metrics.aupro30Interval.high - exact.high) < 0.003,
                 qPrintable(QString("%1 to %2").arg(metrics.aupro30Interval.low).arg(metrics.aupro30Interval.high)));
        QVERIFY(metrics.aupro30Interval.high < 0.99);
    }

    void theSeedAloneDecides()
    {
        const std::vector<Picture> all = pictures(5, 5, 64);
        const auto interval = [&](std::uint64_t seed, int threads) {
            configureRuntime(threads);
            return computed(all, {200, 0.95, seed}).aupro30Interval;
        };
        QVERIFY(interval(1, 1) == interval(1, 2));
        QVERIFY(interval(1, 1) != interval(2, 1));
    }

    void notKnownFromTooFewPictures()
    {
        for (const auto &[good, defective] : {std::pair(5, 1), std::pair(1, 5)})
            QVERIFY(!computed(pictures(good, defective, 64), {.replicates = 100}).aurocInterval.isKnown());
        QVERIFY(!computed(pictures(5, 5, 64), {.replicates = 0}).aurocInterval.isKnown());
        std::vector<Picture> apart = pictures(4, 4, 64);
        for (Picture &picture : apart) {
            if (!picture.mask.empty())
                picture.map.setTo(9, picture.mask);
        }
        const PixelMetrics perfect = computed(apart, {.replicates = 100});
        QCOMPARE(perfect.auroc, 1.0);
        QVERIFY(!perfect.aurocInterval.isKnown()); // all replicates are alike
        QVERIFY_EXCEPTION_THROWN(computed(apart, {.replicates = 1}), Error);
    }

    void cancels()
    {
        PixelMetricsBuilder builder;
        for (const Picture &picture : pictures(6, 6, 96))
            builder.add(picture.map, picture.mask);
        Stopping monitor;
        QVERIFY_EXCEPTION_THROWN(builder.compute(monitor, {.replicates = 100'000}), Cancelled);
    }

    /// Told, not asserted: what the intervals add to the figures themselves.
    void cost()
    {
        const std::vector<Picture> all = pictures(20, 40, 512);
        const auto processorTime = [&](int replicates) {
            const std::clock_t start = std::clock();
            computed(all, {.replicates = replicates});
            return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        };
        const double without = processorTime(0);
        qInfo("60 pictures of 512 px: %.0f ms of processor time without intervals, %.0f ms with 1000 replicates",
              without, processorTime(1000));
    }
};

QTEST_GUILESS_MAIN(TestPixelIntervals)
#include "test_pixelintervals.moc"
