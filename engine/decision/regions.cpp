#include <spotcheck/decision/regions.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <tuple>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

struct ValueSum {
    double sum = 0;
    float peak = 0;
    cv::Point peakAt;
    bool any = false;
};

std::vector<ValueSum> sumValues(const cv::Mat &map, const cv::Mat &labels, int components)
{
    std::vector<ValueSum> sums(static_cast<std::size_t>(components));
    for (int row = 0; row < map.rows; ++row) {
        const auto *values = map.ptr<float>(row);
        const auto *label = labels.ptr<std::int32_t>(row);
        for (int column = 0; column < map.cols; ++column) {
            if (label[column] == 0)
                continue;
            ValueSum &sum = sums[static_cast<std::size_t>(label[column])];
            sum.sum += values[column];
            if (!sum.any || values[column] > sum.peak) {
                sum.any = true;
                sum.peak = values[column];
                sum.peakAt = {column, row};
            }
        }
    }
    return sums;
}

/// Lengths of the borders of labelled regions, px, by the formula of Crofton in four directions: the number of times
/// that lines along rows, columns and both diagonals cross a border, times their distance and pi / 8.
std::vector<double> borderLengths(const cv::Mat &labels, int components)
{
    constexpr double straight = std::numbers::pi / 8;
    constexpr double diagonal = straight / std::numbers::sqrt2; // diagonals lie closer together
    std::vector<double> lengths(static_cast<std::size_t>(components), 0);
    cv::Mat framed; // beyond the picture there is no region
    cv::copyMakeBorder(labels, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    const auto cross = [&lengths](std::int32_t one, std::int32_t other, double weight) {
        if (one != other) // one of them is the background: regions that touch are one
            lengths[static_cast<std::size_t>(std::max(one, other))] += weight;
    };
    for (int row = 0; row + 1 < framed.rows; ++row) {
        const auto *here = framed.ptr<std::int32_t>(row);
        const auto *below = framed.ptr<std::int32_t>(row + 1);
        for (int column = 0; column + 1 < framed.cols; ++column) {
            cross(here[column], here[column + 1], straight);
            cross(here[column], below[column], straight);
            cross(here[column], below[column + 1], diagonal);
            cross(here[column + 1], below[column], diagonal);
        }
    }
    return lengths;
}

std::vector<Region> regionsAbove(const cv::Mat &wholeMap, const RegionOptions &options)
{
    const cv::Mat wholeAbove = wholeMap > options.pixelThreshold; // NaN is above nothing
    // Most of a map is below: labels, sums and contours look no farther than this.
    const cv::Rect part = cv::boundingRect(wholeAbove);
    if (part.empty())
        return {};
    const cv::Mat map = wholeMap(part);
    const cv::Mat above = wholeAbove(part);
    cv::Mat labels;
    cv::Mat facts;
    cv::Mat centres;
    const int components = cv::connectedComponentsWithStats(above, labels, facts, centres, 8, CV_32S);
    const std::vector<ValueSum> sums = sumValues(map, labels, components);
    const std::vector<double> perimeters = borderLengths(labels, components);

    // Two levels: outer borders with the borders of their holes. A plain list of outermost borders would lack
    // the regions that lie inside a hole of another one.
    std::vector<std::vector<cv::Point>> contours;
    std::vector<cv::Vec4i> hierarchy;
    cv::findContours(above, contours, hierarchy, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);

    std::vector<Region> regions;
    for (std::size_t i = 0; i < contours.size(); ++i) {
        const bool isHole = hierarchy[i][3] >= 0;
        const int label = labels.at<std::int32_t>(contours[i].front());
        const std::int64_t area = facts.at<std::int32_t>(label, cv::CC_STAT_AREA);
        if (isHole || area < options.minimumArea)
            continue;
        const ValueSum &sum = sums[static_cast<std::size_t>(label)];
        Region region;
        region.box = {facts.at<std::int32_t>(label, cv::CC_STAT_LEFT), facts.at<std::int32_t>(label, cv::CC_STAT_TOP),
                      facts.at<std::int32_t>(label, cv::CC_STAT_WIDTH),
                      facts.at<std::int32_t>(label, cv::CC_STAT_HEIGHT)};
        region.box += part.tl();
        region.area = area;
        region.perimeter = perimeters[static_cast<std::size_t>(label)];
        region.peak = sum.peak;
        region.mean = static_cast<float>(sum.sum / static_cast<double>(area));
        region.peakAt = sum.peakAt + part.tl();
        region.contour = std::move(contours[i]);
        for (cv::Point &point : region.contour)
            point += part.tl();
        regions.push_back(std::move(region));
    }
    std::sort(regions.begin(), regions.end(), [](const Region &a, const Region &b) {
        return std::tie(b.peak, a.box.y, a.box.x, a.peakAt.y, a.peakAt.x) <
               std::tie(a.peak, b.box.y, b.box.x, b.peakAt.y, b.peakAt.x);
    });
    return regions;
}

} // namespace

std::vector<Region> findRegions(const cv::Mat &anomalyMap, const RegionOptions &options)
{
    if (anomalyMap.empty()) // a detector without a map
        return {};
    if (anomalyMap.dims != 2 || anomalyMap.type() != CV_32FC1)
        throw Error(ErrorCode::InvalidParameter, std::string("an anomaly map must have one channel of floats"));
    if (std::isnan(options.pixelThreshold))
        throw Error(ErrorCode::InvalidParameter, std::string("the pixel threshold is not a number"));
    if (options.minimumArea < 0)
        throw Error(ErrorCode::InvalidParameter, "a least area of " + std::to_string(options.minimumArea) + " px");
    try {
        return regionsAbove(anomalyMap, options);
    } catch (const cv::Exception &exception) {
        throw Error(exception.code == cv::Error::StsNoMem ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                    std::string(exception.what()));
    }
}

} // namespace spotcheck
