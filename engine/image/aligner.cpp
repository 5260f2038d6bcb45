#include "image/aligner.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>
#include <spotcheck/image/resize.h>

#include "image/sizechange.h"

namespace spotcheck {

namespace {

// px of the longer side. Grey values are compared to a small part of a pixel; key points need more of them.
constexpr int eccSide = 256;
constexpr int featuresSide = 640;
constexpr int coarsestSide = 32;

// Below this correlation the pictures do not show the same thing in the same place, and a warp would do harm.
constexpr double leastQuality = 0.5;
// An alignment may be that much worse than none at all, since the correlation of well placed pictures only wavers.
constexpr double qualityTolerance = 0.01;
constexpr double leastOverlap = 0.5; // share of the reference

cv::Mat reducedGrey(const cv::Mat &image, int side)
{
    const cv::Mat small = toDisplayDepth(resizeAntialiased(image, withLongerSide(image.size(), side)));
    cv::Mat grey;
    cv::cvtColor(small, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

/// OpenCV wants single precision, and two rows where there is no perspective.
cv::Mat toWarp(const cv::Matx33d &matrix, int motion)
{
    cv::Mat warp;
    cv::Mat(matrix).convertTo(warp, CV_32F);
    return motion == cv::MOTION_HOMOGRAPHY ? warp : warp.rowRange(0, 2).clone();
}

cv::Matx33d fromWarp(const cv::Mat &warp)
{
    cv::Matx33d matrix = cv::Matx33d::eye();
    for (int row = 0; row < warp.rows; ++row) {
        for (int column = 0; column < 3; ++column)
            matrix(row, column) = warp.at<float>(row, column);
    }
    return matrix;
}

/// Correlation of the grey values where the warped picture covers the reference; 0 where it covers too little.
double correlation(const cv::Mat &reference, const cv::Mat &grey, const cv::Matx33d &toPicture)
{
    cv::Mat warped;
    cv::Mat covered;
    cv::warpPerspective(grey, warped, toPicture, reference.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    cv::warpPerspective(cv::Mat(grey.size(), CV_8UC1, cv::Scalar(255)), covered, toPicture, reference.size(),
                        cv::INTER_NEAREST | cv::WARP_INVERSE_MAP);
    if (cv::countNonZero(covered) < leastOverlap * static_cast<double>(reference.total()))
        return 0;
    cv::Scalar meanA;
    cv::Scalar meanB;
    cv::Scalar deviationA;
    cv::Scalar deviationB;
    cv::meanStdDev(reference, meanA, deviationA, covered);
    cv::meanStdDev(warped, meanB, deviationB, covered);
    if (deviationA[0] <= 0 || deviationB[0] <= 0)
        return 0;
    cv::Mat a;
    cv::Mat b;
    reference.convertTo(a, CV_32F, 1, -meanA[0]);
    warped.convertTo(b, CV_32F, 1, -meanB[0]);
    return cv::mean(a.mul(b), covered)[0] / (deviationA[0] * deviationB[0]);
}

/// Refines `start` by the grey values, at a size of `side` px of the longer side. Comes back as it was where that
/// does not converge: where the pictures have nothing in common, the quality will tell.
cv::Matx33d refined(const cv::Mat &reference, const cv::Mat &grey, const cv::Matx33d &start, int motion, int side)
{
    const cv::TermCriteria criteria(cv::TermCriteria::COUNT | cv::TermCriteria::EPS, 60, 1e-5);
    constexpr int smoothing = 5; // px
    const cv::Size referenceSize = withLongerSide(reference.size(), side);
    const cv::Size greySize = withLongerSide(grey.size(), side);
    cv::Mat warp =
        toWarp(sizeChange(grey.size(), greySize) * start * sizeChange(referenceSize, reference.size()), motion);
    try {
        cv::findTransformECC(resizeAntialiased(reference, referenceSize), resizeAntialiased(grey, greySize), warp,
                             motion, criteria, cv::noArray(), smoothing);
    } catch (const cv::Exception &exception) {
        if (exception.code != cv::Error::StsNoConv)
            throw;
        return start;
    }
    return sizeChange(greySize, grey.size()) * fromWarp(warp) * sizeChange(reference.size(), referenceSize);
}

/// Coarse to fine, since the grey values lead to the right place only from nearby.
cv::Matx33d eccTransform(const cv::Mat &reference, const cv::Mat &grey)
{
    std::vector<int> sides{longerSide(reference.size())};
    while (sides.back() / 2 >= coarsestSide)
        sides.push_back(sides.back() / 2);
    cv::Matx33d toPicture = cv::Matx33d::eye();
    for (auto side = sides.rbegin(); side != sides.rend(); ++side)
        toPicture = refined(reference, grey, toPicture, cv::MOTION_EUCLIDEAN, *side);
    return toPicture;
}

/// Whether the reference's frame comes out as a quadrangle of a similar size, neither folded nor mirrored.
bool isPlausible(const cv::Matx33d &toPicture, cv::Size size)
{
    std::vector<cv::Point2f> quadrangle;
    for (const cv::Point2d &corner : cornersOf(size)) {
        const cv::Point2d place = moved(toPicture, corner);
        if (!std::isfinite(place.x) || !std::isfinite(place.y))
            return false;
        quadrangle.emplace_back(place);
    }
    const double growth = cv::contourArea(quadrangle, true) / static_cast<double>(size.area());
    return cv::isContourConvex(quadrangle) && growth > 0.25 && growth < 4;
}

struct KeyPoints {
    std::vector<cv::KeyPoint> points;
    cv::Mat descriptors;
};

KeyPoints keyPointsOf(const cv::Mat &grey)
{
    constexpr int most = 1500;
    KeyPoints found;
    cv::ORB::create(most)->detectAndCompute(grey, cv::noArray(), found.points, found.descriptors);
    return found;
}

/// Nothing where the key points do not agree on a homography. OpenCV's RANSAC seeds itself alike in every call.
std::optional<cv::Matx33d> featuresTransform(const cv::Mat &reference, const cv::Mat &grey)
{
    constexpr std::size_t leastMatches = 12;
    constexpr double inlierDistance = 2; // px of the reduced picture
    const KeyPoints there = keyPointsOf(reference);
    const KeyPoints here = keyPointsOf(grey);
    if (there.points.size() < leastMatches || here.points.size() < leastMatches)
        return {};
    std::vector<cv::DMatch> matches;
    cv::BFMatcher(cv::NORM_HAMMING, true).match(there.descriptors, here.descriptors, matches);
    if (matches.size() < leastMatches)
        return {};
    std::vector<cv::Point2f> from;
    std::vector<cv::Point2f> to;
    for (const cv::DMatch &match : matches) {
        from.push_back(there.points[static_cast<std::size_t>(match.queryIdx)].pt);
        to.push_back(here.points[static_cast<std::size_t>(match.trainIdx)].pt);
    }
    const cv::Mat matrix = cv::findHomography(from, to, cv::RANSAC, inlierDistance);
    if (matrix.empty())
        return {};
    const cv::Matx33d found(matrix.ptr<double>());
    if (!isPlausible(found, reference.size()))
        return {};
    // Key points are found to a pixel or two, grey values to a tenth.
    const cv::Matx33d finer =
        refined(reference, grey, found, cv::MOTION_HOMOGRAPHY, longerSide(reference.size()) / 2);
    return correlation(reference, grey, finer) > correlation(reference, grey, found) ? finer : found;
}

} // namespace

AlignmentReference AlignmentReference::of(const cv::Mat &image, AlignmentMode mode)
{
    const int side = std::min(longerSide(image.size()), mode == AlignmentMode::Features ? featuresSide : eccSide);
    return {reducedGrey(image, side), image.size()};
}

Aligner::Aligner(AlignmentMode mode, AlignmentReference reference) : m_mode(mode), m_reference(std::move(reference))
{
    if (m_reference.grey.empty() || m_reference.grey.type() != CV_8UC1 || m_reference.imageSize.empty())
        throw Error(ErrorCode::InvalidParameter, std::string("the picture to align to has no pixels"));
}

PictureAlignment Aligner::align(const cv::Mat &image) const
{
    PictureAlignment alignment{cv::Matx33d::eye(), image.size(), image.size(), 0, false};
    try {
        const cv::Mat &reference = m_reference.grey;
        const cv::Mat grey = reducedGrey(image, longerSide(reference.size()));
        alignment.quality = correlation(reference, grey, cv::Matx33d::eye());
        const std::optional<cv::Matx33d> found = m_mode == AlignmentMode::Features
                                                     ? featuresTransform(reference, grey)
                                                     : std::optional(eccTransform(reference, grey));
        if (!found || !isPlausible(*found, reference.size()))
            return alignment;
        const double quality = correlation(reference, grey, *found);
        if (quality < std::max(leastQuality, alignment.quality - qualityTolerance))
            return alignment;
        // A picture of another resolution keeps its own.
        const cv::Size frame = withLongerSide(m_reference.imageSize, longerSide(image.size()));
        return {sizeChange(grey.size(), image.size()) * *found * sizeChange(frame, reference.size()), frame,
                image.size(), quality, true};
    } catch (const cv::Exception &exception) {
        if (exception.code == cv::Error::StsNoMem)
            throw Error(ErrorCode::OutOfMemory, exception.err);
        return alignment; // the picture's proportions or content are nothing OpenCV can compare
    }
}

namespace {

void checkWarpable(cv::Size size)
{
    if (longerSide(size) > longestWarpedSide)
        throw Error(ErrorCode::ImageTooLarge, "it has " + std::to_string(size.width) + " x " +
                                                  std::to_string(size.height) + " pixels, and a picture that is " +
                                                  "aligned may have " + std::to_string(longestWarpedSide) +
                                                  " a side; train without alignment to use it as it is");
}

} // namespace

cv::Mat warpToReference(const cv::Mat &image, const PictureAlignment &alignment)
{
    if (!alignment.aligned)
        return image;
    checkWarpable(image.size());
    cv::Mat warped;
    cv::warpPerspective(image, warped, alignment.toPicture, alignment.frame, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                        cv::BORDER_REFLECT_101);
    return warped;
}

cv::Mat warpToPicture(const cv::Mat &map, const PictureAlignment &alignment, double outside)
{
    if (!alignment.aligned)
        return map;
    checkWarpable(alignment.imageSize);
    cv::Mat warped;
    cv::warpPerspective(map, warped, alignment.toPicture, alignment.imageSize,
                        map.depth() == CV_8U ? cv::INTER_NEAREST : cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                        cv::Scalar(outside));
    return warped;
}

} // namespace spotcheck
