#include <spotcheck/evaluation/pixelmetrics.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

#include "evaluation/aupimo.h"
#include "evaluation/growingarray.h"
#include "evaluation/overlapcurve.h"
#include "evaluation/picturepixels.h"
#include "evaluation/pixelresampling.h"
#include "evaluation/radixsort.h"

namespace spotcheck {

namespace {

// Sums over pixels are whole numbers of 128 bits, so that no result depends on the order in which pictures came.
__extension__ using WideCount = unsigned __int128;

// The weight 1 of a whole region, as a fixed-point number: rounding stays below 1e-14 for 1e9 pixels.
constexpr WideCount wholeRegion = WideCount(1) << 80U;

void checkMask(const cv::Mat &map, const cv::Mat &mask)
{
    if (!mask.empty() && (mask.dims != 2 || mask.type() != CV_8UC1))
        throw Error(ErrorCode::InvalidParameter, std::string("a mask must have one channel of bytes"));
    if (!mask.empty() && mask.size() != map.size())
        throw Error(ErrorCode::InvalidParameter, "a mask of " + std::to_string(mask.cols) + " x " +
                                                     std::to_string(mask.rows) + " px for an anomaly map of " +
                                                     std::to_string(map.cols) + " x " + std::to_string(map.rows) +
                                                     " px");
}

void checkMap(const cv::Mat &map)
{
    if (map.empty() || map.dims != 2 || map.type() != CV_32FC1)
        throw Error(ErrorCode::InvalidParameter, std::string("an anomaly map must have one channel of floats"));
    for (int row = 0; row < map.rows; ++row) {
        const auto *values = map.ptr<float>(row);
        if (!std::all_of(values, values + map.cols, [](float value) { return std::isfinite(value); }))
            throw Error(ErrorCode::InvalidParameter, std::string("an anomaly map holds values that are not finite"));
    }
}

} // namespace

struct PixelMetricsBuilder::Pixels {
    GrowingArray<float> good;
    GrowingArray<RegionPixel> defective;
    std::vector<std::int64_t> regionSizes; ///< px
    struct Extent {
        std::size_t good;
        std::size_t defective;
        std::int64_t regions;
        bool isNormal;
    };
    std::vector<Extent> pictures; ///< in the order in which they lie in the arrays

    /// As long as nothing is sorted.
    std::vector<PicturePixels> pixelsOfPictures();
    void fillMetrics(PixelMetrics &metrics, double limit, const BootstrapOptions &bootstrap, JobMonitor &monitor);
};

PixelMetricsBuilder::PixelMetricsBuilder(double falsePositiveLimit)
    : m_limit(falsePositiveLimit), m_pixels(std::make_unique<Pixels>())
{
    if (!(falsePositiveLimit > 0 && falsePositiveLimit <= 1))
        throw Error(ErrorCode::InvalidParameter,
                    "a false positive limit of " + std::to_string(falsePositiveLimit) + ", not in (0, 1]");
}

PixelMetricsBuilder::~PixelMetricsBuilder() = default;

void PixelMetricsBuilder::add(const cv::Mat &map, const cv::Mat &wholeMask, const cv::Mat &looked)
{
    checkMap(map);
    checkMask(map, wholeMask);
    checkMask(map, looked);
    cv::Mat mask = wholeMask;
    if (!mask.empty() && !looked.empty())
        mask = wholeMask & looked;
    const std::size_t regionsBefore = m_pixels->regionSizes.size();
    std::size_t regions = 0;
    std::size_t defectivePixels = 0;
    cv::Mat labels;
    if (!mask.empty()) {
        try {
            regions = static_cast<std::size_t>(cv::connectedComponents(mask, labels, 8, CV_32S) - 1);
            defectivePixels = static_cast<std::size_t>(cv::countNonZero(mask));
        } catch (const cv::Exception &exception) {
            throw Error(ErrorCode::Internal, std::string(exception.what()));
        }
    }
    m_pixels->good.reserveMore(map.total() - defectivePixels);
    m_pixels->defective.reserveMore(defectivePixels);
    m_pixels->regionSizes.resize(regionsBefore + regions, 0);
    const std::size_t goodBefore = m_pixels->good.size();

    for (int row = 0; row < map.rows; ++row) {
        const auto *values = map.ptr<float>(row);
        const auto *components = labels.empty() ? nullptr : labels.ptr<std::int32_t>(row);
        const auto *counted = looked.empty() ? nullptr : looked.ptr<std::uint8_t>(row);
        for (int column = 0; column < map.cols; ++column) {
            if (counted != nullptr && counted[column] == 0)
                continue;
            if (components == nullptr || components[column] == 0) {
                m_pixels->good.push(values[column]);
                continue;
            }
            const std::size_t region = regionsBefore + static_cast<std::size_t>(components[column] - 1);
            m_pixels->defective.push({values[column], static_cast<std::int32_t>(region)});
            ++m_pixels->regionSizes[region];
        }
    }
    m_pixels->pictures.push_back(
        {m_pixels->good.size() - goodBefore, defectivePixels, static_cast<std::int64_t>(regions), wholeMask.empty()});
}

std::uint64_t PixelMetricsBuilder::bytes() const
{
    return m_pixels->good.size() * sizeof(float) + m_pixels->defective.size() * sizeof(RegionPixel) +
           m_pixels->regionSizes.size() * sizeof(std::int64_t);
}

void PixelMetricsBuilder::clear()
{
    m_pixels = std::make_unique<Pixels>();
}

PixelMetrics PixelMetricsBuilder::compute(JobMonitor &monitor, const BootstrapOptions &bootstrap)
{
    bootstrap.validate();
    const auto pixels = std::exchange(m_pixels, std::make_unique<Pixels>());
    PixelMetrics metrics;
    metrics.goodPixels = static_cast<std::int64_t>(pixels->good.size());
    metrics.defectivePixels = static_cast<std::int64_t>(pixels->defective.size());
    metrics.regions = static_cast<std::int64_t>(pixels->regionSizes.size());
    if (metrics.goodPixels == 0 || metrics.defectivePixels == 0) {
        constexpr double notDefined = std::numeric_limits<double>::quiet_NaN();
        metrics.auroc = metrics.averagePrecision = metrics.aupro30 = notDefined;
        return metrics;
    }
    pixels->fillMetrics(metrics, m_limit, bootstrap, monitor);
    return metrics;
}

std::vector<PicturePixels> PixelMetricsBuilder::Pixels::pixelsOfPictures()
{
    std::vector<PicturePixels> all;
    std::size_t goodBefore = 0;
    std::size_t defectiveBefore = 0;
    for (const Extent &picture : pictures) {
        all.push_back({good.items().subspan(goodBefore, picture.good),
                       defective.items().subspan(defectiveBefore, picture.defective), picture.regions,
                       picture.isNormal});
        goodBefore += picture.good;
        defectiveBefore += picture.defective;
    }
    return all;
}

void PixelMetricsBuilder::Pixels::fillMetrics(PixelMetrics &metrics, double limit, const BootstrapOptions &bootstrap,
                                              JobMonitor &monitor)
{
    const auto report = [&](std::int64_t step) {
        monitor.report({.stage = Stage::Evaluation, .step = step, .steps = 5, .value = {}});
        monitor.throwIfCancelled();
    };
    report(0);
    std::optional<PixelResampling> resampling; // sorting mixes the pictures, so that it looks at them before
    {
        const std::vector<PicturePixels> apart = pixelsOfPictures();
        Aupimo aupimo = computeAupimo(apart, monitor);
        metrics.aupimo = aupimo.mean();
        metrics.aupimoOfPictures = std::move(aupimo.pictures);
        if (bootstrap.replicates > 0)
            resampling.emplace(apart, aupimo.thresholds, limit, monitor);
    }
    report(1);
    sortByValue(
        good.items(), [](float pixel) { return pixel; }, monitor);
    report(2);
    sortByValue(
        defective.items(), [](const RegionPixel &pixel) { return pixel.value; }, monitor);
    report(3);

    std::vector<WideCount> weights(regionSizes.size()); // of one pixel of each region
    std::transform(regionSizes.begin(), regionSizes.end(), weights.begin(),
                   [](std::int64_t size) { return wholeRegion / static_cast<WideCount>(size); });
    const double allRegions = static_cast<double>(wholeRegion) * static_cast<double>(regionSizes.size());
    const auto goodTotal = static_cast<double>(good.size());
    const auto defectiveTotal = static_cast<double>(defective.size());

    const std::span<const float> goods = good.items();
    const std::span<const RegionPixel> defects = defective.items();
    std::size_t goodLeft = goods.size(); // below or at the current value
    std::size_t defectiveLeft = defects.size();
    WideCount twicePairs = 0; // (good, defective) in the right order, ties half
    WideCount overlap = 0;
    double meanOverlap = 0;
    OverlapCurve curve(limit);
    float value = 0;
    // From the highest value down; all pixels of one value are one threshold.
    for (std::size_t group = 0; goodLeft > 0 || defectiveLeft > 0; ++group) {
        if (group % 1'000'000 == 0)
            monitor.throwIfCancelled();
        value = goodLeft == 0        ? defects[defectiveLeft - 1].value
                : defectiveLeft == 0 ? goods[goodLeft - 1]
                                     : std::max(goods[goodLeft - 1], defects[defectiveLeft - 1].value);
        curve.add(static_cast<double>(goods.size() - goodLeft) / goodTotal, meanOverlap, value);

        const std::size_t goodBefore = goodLeft;
        while (goodLeft > 0 && goods[goodLeft - 1] == value)
            --goodLeft;
        const std::size_t defectiveBefore = defectiveLeft;
        while (defectiveLeft > 0 && defects[defectiveLeft - 1].value == value)
            overlap += weights[static_cast<std::size_t>(defects[--defectiveLeft].region)];
        if (const std::size_t hits = defectiveBefore - defectiveLeft; hits > 0) {
            meanOverlap = std::min(1.0, static_cast<double>(overlap) / allRegions);
            twicePairs += static_cast<WideCount>(hits) * (goodBefore + goodLeft);
            const auto found = static_cast<double>(defects.size() - defectiveLeft);
            const auto called = found + static_cast<double>(goods.size() - goodLeft);
            metrics.averagePrecision += static_cast<double>(hits) / defectiveTotal * (found / called);
        }
    }
    curve.add(1, 1, std::nextafter(value, -std::numeric_limits<float>::infinity()));

    metrics.auroc = static_cast<double>(twicePairs) / 2 / goodTotal / defectiveTotal;
    metrics.aupro30 = curve.area();
    metrics.proCurve = curve.takePoints();
    report(4);
    if (resampling) {
        const PixelIntervals intervals = resampling->intervals(
            {metrics.auroc, metrics.averagePrecision, metrics.aupro30, metrics.aupimo}, bootstrap, monitor);
        metrics.aurocInterval = intervals.auroc;
        metrics.averagePrecisionInterval = intervals.averagePrecision;
        metrics.aupro30Interval = intervals.aupro;
        metrics.aupimoInterval = intervals.aupimo;
    }
    report(5);
}

} // namespace spotcheck
