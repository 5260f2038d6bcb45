#include <spotcheck/decision/outline.h>

#include <opencv2/imgproc.hpp>

namespace spotcheck {

namespace {

cv::Point turnedLeft(const cv::Point &way)
{
    return {way.y, -way.x};
}

cv::Point turnedRight(const cv::Point &way)
{
    return {-way.y, way.x};
}

} // namespace

std::vector<cv::Point> pixelOutline(const std::vector<cv::Point> &contour)
{
    // A frame of one pixel spares the walk every question for the border.
    const cv::Rect box = cv::boundingRect(contour);
    const cv::Point shift = box.tl() - cv::Point(1, 1);
    cv::Mat filled(box.height + 2, box.width + 2, CV_8UC1, cv::Scalar(0));
    cv::fillPoly(filled, std::vector<std::vector<cv::Point>>{contour}, cv::Scalar(1), cv::LINE_8, 0, -shift);

    cv::Point start(1, 1); // the topmost pixel's corner, of several the leftmost one's
    while (filled.at<uchar>(start) == 0)
        ++start.x;
    // A walk along the edges with the area on the right. Ahead of a corner lie two pixels: the left one is tried
    // first, so that pixels that touch by a corner stay together.
    std::vector<cv::Point> corners{start + shift};
    cv::Point at = start;
    cv::Point way(1, 0);
    while (true) {
        at += way;
        if (at == start)
            break;
        const auto isFilled = [&](const cv::Point &aside) {
            const cv::Point ahead = way + aside; // from the corner to the pixel's middle, in halves of a pixel
            return filled.at<uchar>(at.y + (ahead.y - 1) / 2, at.x + (ahead.x - 1) / 2) != 0;
        };
        const cv::Point left = turnedLeft(way);
        const cv::Point right = turnedRight(way);
        if (isFilled(left))
            way = left;
        else if (!isFilled(right))
            way = right;
        else
            continue;
        corners.push_back(at + shift);
    }
    return corners;
}

} // namespace spotcheck
