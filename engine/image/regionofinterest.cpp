#include <spotcheck/image/regionofinterest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>
#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

#include "core/foreignjson.h"

namespace spotcheck {

namespace {

constexpr std::size_t leastCorners = 3;
// The grid on which polygons that leave nothing are noticed.
constexpr int checkedSide = 256; // px

[[noreturn]] void refuseRegion(const std::string &detail)
{
    throw Error(ErrorCode::InvalidParameter, detail);
}

void validatePolygon(const RelativePolygon &polygon)
{
    if (polygon.size() < leastCorners)
        refuseRegion("A polygon of the region of interest has " + std::to_string(polygon.size()) +
                     " corners; it needs at least 3.");
    for (const cv::Point2d &corner : polygon) {
        if (!(corner.x >= 0 && corner.x <= 1 && corner.y >= 0 && corner.y <= 1))
            refuseRegion(
                "A corner of the region of interest lies outside the picture; its coordinates are shares of the "
                "picture's width and height between 0 and 1.");
    }
}

/// One by one, since OpenCV would take overlapping polygons of one call for holes.
void paint(cv::Mat &mask, const std::vector<RelativePolygon> &polygons, int value)
{
    // Corners are rounded to 1/16 pixel, whose centre is at whole numbers.
    constexpr int fractionBits = 4;
    constexpr double parts = 1 << fractionBits;
    for (const RelativePolygon &polygon : polygons) {
        std::vector<cv::Point> corners;
        for (const cv::Point2d &corner : polygon)
            corners.emplace_back(static_cast<int>(std::lround((corner.x * mask.cols - 0.5) * parts)),
                                 static_cast<int>(std::lround((corner.y * mask.rows - 0.5) * parts)));
        cv::fillPoly(mask, corners, cv::Scalar(value), cv::LINE_8, fractionBits);
    }
}

template <typename Sample>
void fill(cv::Mat &image, const cv::Mat &mask, const std::array<float, 3> &colour)
{
    constexpr auto white = static_cast<float>(std::numeric_limits<Sample>::max());
    cv::Scalar value;
    for (int channel = 0; channel < 3; ++channel)
        value[channel] = std::round(std::clamp(colour[static_cast<std::size_t>(channel)], 0.0F, 1.0F) * white);
    image.setTo(value, mask == 0);
}

nlohmann::json toJsonList(const std::vector<RelativePolygon> &polygons)
{
    nlohmann::json list = nlohmann::json::array();
    for (const RelativePolygon &polygon : polygons) {
        nlohmann::json corners = nlohmann::json::array();
        for (const cv::Point2d &corner : polygon)
            corners.push_back({corner.x, corner.y});
        list.push_back(std::move(corners));
    }
    return list;
}

std::vector<RelativePolygon> polygonsFrom(const nlohmann::json &object, const char *key)
{
    std::vector<RelativePolygon> polygons;
    if (!object.contains(key))
        return polygons;
    for (const nlohmann::json &corners : object.at(key)) {
        RelativePolygon &polygon = polygons.emplace_back();
        for (const nlohmann::json &corner : corners) {
            if (corner.size() != 2)
                refuseRegion("A corner of the region of interest needs two numbers.");
            polygon.emplace_back(corner.at(0).get<double>(), corner.at(1).get<double>());
        }
    }
    return polygons;
}

} // namespace

void RegionOfInterest::validate() const
{
    std::for_each(include.begin(), include.end(), validatePolygon);
    std::for_each(ignore.begin(), ignore.end(), validatePolygon);
    if (!isWholePicture() && cv::countNonZero(mask({checkedSide, checkedSide})) == 0)
        refuseRegion("The region of interest leaves nothing of the picture to look at.");
}

cv::Mat RegionOfInterest::mask(cv::Size imageSize) const
{
    if (isWholePicture())
        return {};
    cv::Mat result(imageSize, CV_8UC1, cv::Scalar(include.empty() ? 255 : 0));
    paint(result, include, 255);
    paint(result, ignore, 0);
    return result;
}

cv::Mat RegionOfInterest::fillOutside(const cv::Mat &image, const std::array<float, 3> &colour) const
{
    if (isWholePicture())
        return image;
    cv::Mat filled = image.clone();
    if (image.depth() == CV_16U)
        fill<std::uint16_t>(filled, mask(image.size()), colour);
    else
        fill<std::uint8_t>(filled, mask(image.size()), colour);
    return filled;
}

std::string RegionOfInterest::toJson() const
{
    return nlohmann::json{{"include", toJsonList(include)}, {"ignore", toJsonList(ignore)}}.dump();
}

RegionOfInterest RegionOfInterest::fromJson(std::string_view json)
{
    RegionOfInterest region;
    try {
        const nlohmann::json object = parseForeignJson(json);
        if (!object.is_object() || (!object.contains("include") && !object.contains("ignore")))
            refuseRegion("A region of interest is a JSON object with \"include\", \"ignore\" or both.");
        region.include = polygonsFrom(object, "include");
        region.ignore = polygonsFrom(object, "ignore");
    } catch (const nlohmann::json::exception &) {
        refuseRegion("The region of interest does not have the form "
                     "{\"include\": [[[x, y], ...], ...], \"ignore\": [...]}.");
    }
    region.validate();
    return region;
}

} // namespace spotcheck
