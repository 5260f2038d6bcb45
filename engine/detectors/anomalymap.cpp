#include <spotcheck/detectors/anomalymap.h>

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

#include "detectors/mapsmoothing.h"
#include "image/aligner.h"

namespace spotcheck {

namespace {

/// The smoothed map at the network's input size.
cv::Mat inputMap(const PatchScores &scores, const Preprocessing &preprocessing)
{
    // OpenCV's bilinear resize uses half-pixel centres and a repeated border, as align_corners=false does.
    const cv::Mat grid(scores.rows, scores.columns, CV_32FC1, const_cast<float *>(scores.scores.data()));
    cv::Mat map;
    cv::resize(grid, map, preprocessing.wholeInput(), 0, 0, cv::INTER_LINEAR);
    // SciPy's "reflect" repeats the border pixel: OpenCV's BORDER_REFLECT.
    cv::GaussianBlur(map, map, cv::Size(2 * mapBlurRadius + 1, 2 * mapBlurRadius + 1), mapBlurSigma, mapBlurSigma,
                     cv::BORDER_REFLECT);
    return map;
}

/// The map of a picture of `size` as the network saw it.
cv::Mat frameMap(const PatchScores &scores, const Preprocessing &preprocessing, cv::Size size)
{
    const cv::Mat map = inputMap(scores, preprocessing);
    const cv::Rect2d seen = preprocessing.visibleRegion(size);
    const cv::Rect inside = cv::Rect(static_cast<int>(std::lround(seen.x)), static_cast<int>(std::lround(seen.y)),
                                     std::max(1, static_cast<int>(std::lround(seen.width))),
                                     std::max(1, static_cast<int>(std::lround(seen.height)))) &
                            cv::Rect(cv::Point(), size);
    cv::Mat resized;
    cv::resize(map, resized, inside.size(), 0, 0, cv::INTER_LINEAR);
    const cv::Mat looked = preprocessing.region.mask(size);
    if (inside.size() == size && looked.empty())
        return resized;
    double smallest = 0;
    cv::minMaxLoc(resized, &smallest);
    cv::Mat whole(size, CV_32FC1, cv::Scalar(smallest));
    resized.copyTo(whole(inside));
    if (!looked.empty())
        whole.setTo(smallest, looked == 0);
    return whole;
}

} // namespace

float anomalyMapPeak(const PatchScores &scores, const Preprocessing &preprocessing)
{
    try {
        double peak = 0;
        cv::minMaxLoc(inputMap(scores, preprocessing), nullptr, &peak);
        return static_cast<float>(peak);
    } catch (const cv::Exception &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
}

cv::Mat expandAnomalyMap(const PatchScores &scores, const Preprocessing &preprocessing, cv::Size imageSize,
                         const std::optional<PictureAlignment> &alignment)
{
    if (scores.rows == 0 || imageSize.empty())
        return {};
    try {
        if (!alignment || !alignment->aligned)
            return frameMap(scores, preprocessing, imageSize);
        const PictureAlignment resized = alignment->resizedTo(imageSize);
        const cv::Mat map = frameMap(scores, preprocessing, resized.frame);
        double smallest = 0;
        cv::minMaxLoc(map, &smallest);
        return warpToPicture(map, resized, smallest);
    } catch (const cv::Exception &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
}

} // namespace spotcheck
