#include <spotcheck/image/alignment.h>

#include <algorithm>
#include <cmath>

#include "image/sizechange.h"

namespace spotcheck {

int longerSide(cv::Size size)
{
    return std::max(size.width, size.height);
}

cv::Size withLongerSide(cv::Size size, int side)
{
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longerSide(size))));
    };
    return {scaled(size.width), scaled(size.height)};
}

cv::Matx33d sizeChange(cv::Size from, cv::Size to)
{
    const double x = static_cast<double>(to.width) / from.width;
    const double y = static_cast<double>(to.height) / from.height;
    return {x, 0, x / 2 - 0.5, 0, y, y / 2 - 0.5, 0, 0, 1};
}

std::array<cv::Point2d, 4> cornersOf(cv::Size size)
{
    const double right = size.width - 1;
    const double bottom = size.height - 1;
    return {cv::Point2d(0, 0), cv::Point2d(right, 0), cv::Point2d(right, bottom), cv::Point2d(0, bottom)};
}

cv::Point2d moved(const cv::Matx33d &matrix, cv::Point2d point)
{
    const cv::Vec3d place = matrix * cv::Vec3d(point.x, point.y, 1);
    return {place[0] / place[2], place[1] / place[2]};
}

PictureAlignment PictureAlignment::resizedTo(cv::Size size) const
{
    if (size == imageSize)
        return *this;
    PictureAlignment resized = *this;
    resized.imageSize = size;
    resized.frame = aligned ? withLongerSide(frame, longerSide(size)) : size;
    resized.toPicture = sizeChange(imageSize, size) * toPicture * sizeChange(resized.frame, frame);
    return resized;
}

double PictureAlignment::displacement() const
{
    const cv::Matx33d unmoved = sizeChange(frame, imageSize);
    double way = 0;
    for (const cv::Point2d &corner : cornersOf(frame))
        way += cv::norm(moved(toPicture, corner) - moved(unmoved, corner)) / 4;
    return way / longerSide(imageSize);
}

} // namespace spotcheck
