#include <spotcheck/detectors/anomalymap.h>

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include <spotcheck/core/error.h>

namespace spotcheck {

namespace {

// The authors' values: sigma in pixels of the network's input, and SciPy's truncation at 4 sigma.
constexpr double blurSigma = 4.0;
constexpr int blurRadius = 16;

} // namespace

cv::Mat expandAnomalyMap(const PatchScores &scores, const Preprocessing &preprocessing, cv::Size imageSize)
{
    if (scores.rows == 0 || imageSize.empty())
        return {};
    try {
        // OpenCV's bilinear resize uses half-pixel centres and a repeated border, as align_corners=false does.
        const cv::Mat grid(scores.rows, scores.columns, CV_32FC1, const_cast<float *>(scores.scores.data()));
        cv::Mat map;
        cv::resize(grid, map, cv::Size(preprocessing.inputSize, preprocessing.inputSize), 0, 0, cv::INTER_LINEAR);
        // SciPy's "reflect" repeats the border pixel: OpenCV's BORDER_REFLECT.
        cv::GaussianBlur(map, map, cv::Size(2 * blurRadius + 1, 2 * blurRadius + 1), blurSigma, blurSigma,
                         cv::BORDER_REFLECT);

        const cv::Rect2d seen = preprocessing.visibleRegion(imageSize);
        const cv::Rect inside =
            cv::Rect(static_cast<int>(std::lround(seen.x)), static_cast<int>(std::lround(seen.y)),
                     std::max(1, static_cast<int>(std::lround(seen.width))),
                     std::max(1, static_cast<int>(std::lround(seen.height)))) &
            cv::Rect(cv::Point(), imageSize);
        cv::Mat resized;
        cv::resize(map, resized, inside.size(), 0, 0, cv::INTER_LINEAR);
        if (inside.size() == imageSize)
            return resized;
        double smallest = 0;
        cv::minMaxLoc(resized, &smallest);
        cv::Mat whole(imageSize, CV_32FC1, cv::Scalar(smallest));
        resized.copyTo(whole(inside));
        return whole;
    } catch (const cv::Exception &exception) {
        throw Error(ErrorCode::Internal, std::string(exception.what()));
    }
}

} // namespace spotcheck
